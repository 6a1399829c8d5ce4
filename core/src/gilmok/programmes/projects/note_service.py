"""What is done with policy notes: written, adopted, published, answered. Each step is a version, which stays."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import GilmokError
from gilmok.programmes.projects.note_models import WRITTEN, PolicyNote, PolicyNoteVersion

# From which states a step leads where.
STEPS: Mapping[str, Mapping[str, str]] = {
    "adopt": {"draft": "adopted"},
    "publish": {"adopted": "published", "published": "published", "answered": "answered"},
    "answer": {"published": "answered", "answered": "answered"},
}


class NotItsTurn(GilmokError):
    """This step does not fit how the policy note stands now."""


def write(session: ViewerSession, values: Mapping[str, Any], *, by: Person) -> PolicyNote:
    """A new policy note of the person's centre, or of the city, being written."""
    note = PolicyNote(
        key=uuid4(), centre_id=by.centre_id, made_at=now(), made_by_id=by.id, state="draft",
        **{"reports": [], **values},
    )
    session.add(note)
    session.flush()
    _keep(session, note, by=by)
    return note


def rewrite(
    session: ViewerSession, note: PolicyNote, values: Mapping[str, Any], *, version: int, by: Person
) -> None:
    """Write it otherwise. What is published stays as it is until it is published anew. Raises ChangedMeanwhile."""
    change_version(session, note, version, **values)
    _keep(session, note, by=by)


def adopt(session: ViewerSession, note: PolicyNote, *, version: int, by: Person) -> None:
    """The centre stands behind it. Raises ChangedMeanwhile, NotItsTurn."""
    _step(session, note, "adopt", {}, version=version)
    _keep(session, note, by=by)


def publish(session: ViewerSession, note: PolicyNote, change: str, *, version: int, by: Person) -> None:
    """Let everybody read it as it is now; `change` says what is different. Raises ChangedMeanwhile, NotItsTurn."""
    _step(session, note, "publish", {}, version=version)
    _keep(session, note, by=by, published_on=today(), change=change)


def answer(session: ViewerSession, note: PolicyNote, said: str, change: str, *, version: int, by: Person) -> None:
    """Tell what came of it, on the published page, too. Raises ChangedMeanwhile, NotItsTurn."""
    _step(session, note, "answer", {"answer": said}, version=version)
    _keep(session, note, by=by, published_on=today(), change=change)


def _step(session: ViewerSession, note: PolicyNote, step: str, values: Mapping[str, Any], *, version: int) -> None:
    leads_to = STEPS[step].get(note.state)
    if leads_to is None:
        raise NotItsTurn
    change_version(session, note, version, state=leads_to, **values)


def _keep(
    session: ViewerSession, note: PolicyNote, *, by: Person, published_on: date | None = None, change: str = ""
) -> None:
    session.add(PolicyNoteVersion(
        note_id=note.id, version=note.version, key=note.key, centre_id=note.centre_id, programme=note.programme,
        region=note.region, at=now(), person_id=by.id, published_on=published_on, change=change,
        body={name: getattr(note, name) for name in WRITTEN},
    ))
    session.flush()
    log(session, "policy_note_published" if published_on else "policy_note_kept", note=note.id, version=note.version)

"""Talks with the person of a case: written down, corrected, read again. A correction never takes the place of what
stood before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.crypto import FieldKey
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.counselling.models import Consultation

TEXTS = ("advised", "they_do", "we_do")


@dataclass(frozen=True, kw_only=True)
class Talk:
    """What is written down of a talk: when, with whom of the centre, how, how long, about what, what was advised, and
    what the person and the centre do next."""

    at: datetime
    person_id: int
    channel: str
    topics: tuple[str, ...]
    advised: str
    minutes: int | None = None
    they_do: str = ""
    we_do: str = ""


def write_down(
    session: ViewerSession, case: Case, key: UUID, talk: Talk, *, version: int, by: Person, sealing: FieldKey
) -> None:
    """Keep a talk as this version of it, 1 for a new one; raises ChangedMeanwhile if there is such a version."""
    row = {
        "case_id": case.id, "key": key, "version": version, "at": talk.at, "person_id": talk.person_id,
        "channel": talk.channel, "minutes": talk.minutes, "topics": list(talk.topics),
        "written_at": now(), "written_by_id": by.id,
        **{name: sealed(sealing, name, key, getattr(talk, name)) for name in TEXTS},
    }
    adding = insert(Consultation).values(row).on_conflict_do_nothing().returning(Consultation.version)
    if session.scalar(adding) is None:
        raise ChangedMeanwhile
    cases.note(session, case, "counselled" if version == 1 else "counselling_corrected", by=by)


def sealed(sealing: FieldKey, name: str, key: UUID, text: str) -> bytes | None:
    """A text of a talk, sealed so that it opens as this text of this talk only; None for an empty one."""
    return sealing.seal(column(name, key), text) if text else None


def column(name: str, key: UUID) -> str:
    """Under which name a text of a talk is sealed."""
    return f"consultation.{name}/{key}"


def talks_of(session: ViewerSession, case_id: int) -> list[list[Consultation]]:
    """The talks of a case, the latest first; each with all its versions, the newest first."""
    query = select(Consultation).where(Consultation.case_id == case_id)
    rows = session.scalars(query.order_by(Consultation.key, Consultation.version.desc()))
    talks = [list(versions) for _key, versions in groupby(rows, key=lambda row: row.key)]
    return sorted(talks, key=lambda versions: (versions[0].at, versions[0].written_at), reverse=True)


def newest(session: ViewerSession, case_id: int, key: UUID) -> Consultation | None:
    """The talk as it stands now; None where nothing was kept of it yet."""
    query = select(Consultation).where(Consultation.case_id == case_id, Consultation.key == key)
    return session.scalars(query.order_by(Consultation.version.desc()).limit(1)).one_or_none()


def issues(talks: Iterable[list[Consultation]]) -> int:
    """How many topics the talks have together."""
    return sum(len(versions[0].topics) for versions in talks)

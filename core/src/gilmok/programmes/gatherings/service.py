"""What is done to a gathering: made, told otherwise, published, cancelled. What stood before stays in its revisions."""

from uuid import uuid4

from sqlalchemy import select

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import GilmokError
from gilmok.programmes.gatherings.models import Gathering, GatheringRevision
from gilmok.programmes.gatherings.people_models import Attendance
from gilmok.programmes.gatherings.schemas import Told
from gilmok.programmes.gatherings.seats import fill, lock


class Attended(GilmokError):
    """People were ticked as present at a session that is no longer there. Please keep that session."""


def make(session: ViewerSession, told: Told, *, by: Person) -> Gathering:
    """A new gathering of the person's centre; nobody else sees it until it is published."""
    made = Gathering(key=uuid4(), centre_id=by.centre_id, made_at=now(), made_by_id=by.id, **told.columns())
    session.add(made)
    session.flush()
    revise(session, made, by=by)
    log(session, "gathering_made", gathering=made.id)
    return made


def tell(session: ViewerSession, gathering: Gathering, told: Told, *, version: int, by: Person) -> None:
    """Tell it otherwise; whoever waits moves up where there are more places now. Raises ChangedMeanwhile where it is
    another version by now, and Attended where a session goes that people attended."""
    lock(session, gathering)
    kept = {each.number for each in told.sessions}
    if attended_numbers(session, gathering) - kept:
        raise Attended
    change_version(session, gathering, version, **told.columns())
    revise(session, gathering, by=by)
    fill(session, gathering)
    log(session, "gathering_changed", gathering=gathering.id)


def publish(session: ViewerSession, gathering: Gathering, *, version: int) -> None:
    """Let it be seen, and registered for. Raises ChangedMeanwhile."""
    change_version(session, gathering, version, published_at=now())
    log(session, "gathering_published", gathering=gathering.id)


def cancel(session: ViewerSession, gathering: Gathering, reason: str, *, version: int) -> None:
    """Say that it does not take place, and why. Raises ChangedMeanwhile."""
    change_version(session, gathering, version, cancelled_at=now(), cancel_reason=reason)
    log(session, "gathering_cancelled", gathering=gathering.id)


def revise(session: ViewerSession, gathering: Gathering, *, by: Person) -> None:
    """Keep what is told now as a revision of its own."""
    told = {"title": gathering.title, "about": gathering.about, "for_whom": gathering.for_whom, "kind": gathering.kind,
            "programme": gathering.programme, "places": gathering.places, "public": gathering.public,
            "open_until": gathering.open_until and gathering.open_until.isoformat(), "sessions": gathering.sessions}
    session.add(GatheringRevision(
        gathering_id=gathering.id, version=gathering.version, centre_id=gathering.centre_id, at=now(), person_id=by.id,
        told=told,
    ))
    session.flush()


def attended_numbers(session: ViewerSession, gathering: Gathering) -> set[int]:
    """The numbers of the sessions at which somebody was."""
    there = select(Attendance.session).where(Attendance.gathering_id == gathering.id, Attendance.present)
    return set(session.scalars(there.distinct()))

"""Who was there: ticked session by session, counted."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Attendance, Registration


def present(session: ViewerSession, gathering: Gathering, number: int) -> set[int]:
    """The registrations whose person was at this session."""
    there = (Attendance.gathering_id == gathering.id, Attendance.session == number, Attendance.present)
    return set(session.scalars(select(Attendance.registration_id).where(*there)))


def mark(
    session: ViewerSession, gathering: Gathering, number: int, rows: Collection[Registration], *, there: bool,
    by: Person,
) -> None:
    """Note of these people that they were at the session, or were not."""
    if not rows:
        return
    values = [
        {"registration_id": each.id, "session": number, "gathering_id": gathering.id, "centre_id": gathering.centre_id,
         "present": there, "at": now(), "by_id": by.id}
        for each in rows
    ]
    adding = insert(Attendance).values(values)
    said = {name: adding.excluded[name] for name in ("present", "at", "by_id")}
    session.execute(adding.on_conflict_do_update(index_elements=["registration_id", "session"], set_=said))
    log(session, "attendance_marked", gathering=gathering.id, registrations=[each.id for each in rows], there=there)


def attended(session: ViewerSession, registration: Registration) -> set[int]:
    """The numbers of the sessions at which the person of a registration was."""
    there = (Attendance.registration_id == registration.id, Attendance.present)
    return set(session.scalars(select(Attendance.session).where(*there)))

"""Reading who registered: the list of a gathering, one line of it, and where else the same person was."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import Someone, opened
from gilmok.programmes.gatherings.people_models import Attendance, Registrant, Registration
from gilmok.programmes.gatherings.rules import State


@dataclass(frozen=True)
class Line:
    """A registration as the centre sees it: whom it is of (None once that is erased), at how many sessions they were,
    their place on the waiting list (0: not on it), and in how many other registrations the centre has met them."""

    row: Registration
    someone: Someone | None
    attended: int
    waits: int
    elsewhere: int


def lines(session: ViewerSession, gathering: Gathering, *, vault: Vault) -> list[Line]:
    """Everybody who registered, in that order; those who cancelled last."""
    other = aliased(Registration)
    there = select(func.count()).where(Attendance.registration_id == Registration.id, Attendance.present)
    met = select(func.count()).where(
        other.who == Registration.who, other.id != Registration.id, other.centre_id == Registration.centre_id,
    )
    query = (
        select(Registration, Registrant, there.scalar_subquery(), met.scalar_subquery())
        .outerjoin(Registrant, Registrant.registration_id == Registration.id)
        .where(Registration.gathering_id == gathering.id)
        .order_by(Registration.state == State.CANCELLED, Registration.state == State.WAITING, Registration.id)
    )
    found, waiting = [], 0
    for row, person, attended, elsewhere in session.execute(query):
        waiting += row.state == State.WAITING
        someone = opened(row, person, vault=vault)
        found.append(Line(row, someone, attended, waiting if row.state == State.WAITING else 0, elsewhere))
    return found


def line(session: ViewerSession, gathering: Gathering, key: UUID, *, vault: Vault) -> Line:
    """One registration of this gathering; raises NotFound."""
    found = next((each for each in lines(session, gathering, vault=vault) if each.row.key == key), None)
    if found is None:
        raise NotFound
    return found


def waits(session: ViewerSession, registration: Registration) -> int:
    """The place on the waiting list; 0 for who is not on it."""
    if registration.state != State.WAITING:
        return 0
    before = (
        Registration.gathering_id == registration.gathering_id, Registration.state == State.WAITING,
        Registration.id <= registration.id,
    )
    return session.scalar(select(func.count()).where(*before)) or 0


def others(session: ViewerSession, registration: Registration) -> list[Gathering]:
    """What else the centre knows that this person registered for."""
    query = select(Gathering).join(Registration, Registration.gathering_id == Gathering.id).where(
        Registration.who == registration.who, Registration.id != registration.id,
        Registration.centre_id == registration.centre_id,
    )
    return list(session.scalars(query.order_by(Gathering.starts_at.desc())))

"""Reading who registered: the list of a gathering, one line of it, and where else the same person was."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import opened
from gilmok.programmes.gatherings.people_models import Attendance, Registrant, Registration
from gilmok.programmes.gatherings.rules import State
from gilmok.programmes.people.someone import Someone


@dataclass(frozen=True)
class Line:
    """A registration as the centre sees it: whom it is of (None once that is erased), at how many sessions they were,
    their place on the waiting list (0: not on it), and whether the same person is on this list more than once."""

    row: Registration
    someone: Someone | None
    attended: int
    waits: int
    twice: bool


def lines(session: ViewerSession, gathering: Gathering, *, vault: Vault) -> list[Line]:
    """Everybody who registered, in that order; those who cancelled last."""
    there = select(func.count()).where(Attendance.registration_id == Registration.id, Attendance.present)
    query = (
        select(Registration, Registrant, there.scalar_subquery())
        .outerjoin(Registrant, Registrant.registration_id == Registration.id)
        .where(Registration.gathering_id == gathering.id)
        .order_by(Registration.state == State.CANCELLED, Registration.state == State.WAITING, Registration.id)
    )
    rows = session.execute(query).all()
    often = Counter(row.who for row, _person, _attended in rows if row.state != State.CANCELLED)
    found, waiting = [], 0
    for row, person, attended in rows:
        waiting += row.state == State.WAITING
        place = waiting if row.state == State.WAITING else 0
        found.append(Line(row, opened(row, person, vault=vault), attended, place, often[row.who] > 1))
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

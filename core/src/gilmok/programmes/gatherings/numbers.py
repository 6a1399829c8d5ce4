"""How many gatherings there were in a time, how many people registered and came; people are counted once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from gilmok.ground.db import ViewerSession
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Attendance, Registration
from gilmok.programmes.gatherings.rules import State


@dataclass(frozen=True)
class Numbers:
    """What was counted: gatherings that were not called off; registrations that were not cancelled, with a place or
    waiting; how many of them came to at least one session; how many different people registered, and came."""

    of: str
    gatherings: int
    registered: int
    waiting: int
    attended: int
    people_registered: int
    people_attended: int


_there = select(Attendance.registration_id).where(Attendance.present).distinct().subquery()
_came = _there.c.registration_id.is_not(None)
_kept = Registration.state != State.CANCELLED
COUNTED = (
    func.count(Gathering.id.distinct()),
    func.count(Registration.id).filter(Registration.state == State.REGISTERED),
    func.count(Registration.id).filter(Registration.state == State.WAITING),
    func.count(Registration.id).filter(_came),
    func.count(Registration.who.distinct()).filter(_kept),
    func.count(Registration.who.distinct()).filter(_came),
)


def counted(session: ViewerSession, first: datetime, end: datetime, *, by: Any = None) -> Sequence[Numbers]:
    """The numbers of the gatherings that began in this time, a row for each value of the column `by`, else one in all.

    Of the viewer's centre; of all centres for who belongs to none. What the viewer may not count is not there.
    """
    query = (
        select(*([by] if by is not None else []), *COUNTED)
        .select_from(Gathering)
        .outerjoin(Registration, Registration.gathering_id == Gathering.id)
        .outerjoin(_there, _there.c.registration_id == Registration.id)
        .where(Gathering.published_at.is_not(None), Gathering.cancelled_at.is_(None))
        .where(Gathering.starts_at >= first, Gathering.starts_at < end)
    )
    if session.viewer.centre:
        query = query.where(Gathering.centre_id == session.viewer.centre)
    if by is None:
        return [Numbers("", *tuple(row)) for row in session.execute(query)]
    return [Numbers(*tuple(row)) for row in session.execute(query.group_by(by).order_by(by))]

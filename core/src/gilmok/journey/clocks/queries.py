"""Reading the clocks of a case."""

from sqlalchemy import select

from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.clocks.models import CaseDay, ClockEnd
from gilmok.journey.clocks.rules import Clock, Known, Mark, clocks
from gilmok.journey.clocks.starts import Event
from gilmok.journey.routing.store import restored
from gilmok.law.calendar import Calendar
from gilmok.law.queries import calendar
from gilmok.law.shipped import shipped


def days(session: ViewerSession, case_id: int) -> list[Known]:
    """The days that were entered for a case and not taken back, by day."""
    query = select(CaseDay).where(CaseDay.case_id == case_id, CaseDay.withdrawn_at.is_(None))
    rows = session.scalars(query.order_by(CaseDay.day, CaseDay.id))
    return [Known(Event(row.event), row.day, row.won, row.id) for row in rows]


def marks(session: ViewerSession, case_id: int) -> list[Mark]:
    """What was marked as met or dropped, the newest word on each limit and day last."""
    rows = session.scalars(select(ClockEnd).where(ClockEnd.case_id == case_id).order_by(ClockEnd.id))
    return [Mark(row.limit, row.event_day, row.how, row.ended_on) for row in rows]


def clocks_of(session: ViewerSession, case: Case, *, own: Calendar | None = None) -> list[Clock]:
    """The clocks of a case as they stand today, with the calendar of this installation."""
    return clocks(
        restored(case.facts), days(session, case.id), marks(session, case.id), law=shipped(),
        calendar=own or calendar(session), today=today(),
    )

"""Reading the clocks of a case."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select

from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.clocks.models import CaseDay, ClockEnd
from gilmok.journey.clocks.rules import Clock, Known, Mark, State, clocks
from gilmok.journey.clocks.starts import Event
from gilmok.journey.legal_aid.clocks import Clock as ActionClock
from gilmok.journey.legal_aid.clocks import Standing
from gilmok.journey.legal_aid.queries import clocks_of as of_actions
from gilmok.journey.routing.store import restored
from gilmok.law.calendar import Calendar
from gilmok.law.limits import End
from gilmok.law.queries import calendar
from gilmok.law.shipped import shipped


def days(session: ViewerSession, case_id: int) -> list[Known]:
    """The days that were entered for a case and not taken back, by day."""
    query = select(CaseDay).where(CaseDay.case_id == case_id, CaseDay.withdrawn_at.is_(None))
    rows = session.scalars(query.order_by(CaseDay.day, CaseDay.id))
    return [Known(Event(row.event), row.day, row.won, row.id) for row in rows]


def marks(session: ViewerSession, case: Case) -> list[Mark]:
    """What is met or dropped: what a legal action met, then what was marked, the newest word on each limit and day
    last."""
    rows = session.scalars(select(ClockEnd).where(ClockEnd.case_id == case.id).order_by(ClockEnd.id))
    return [*met_in_actions(of_actions(session, case)), *(
        Mark(row.limit, row.event_day, row.how, row.ended_on) for row in rows
    )]


def met_in_actions(found: Iterable[ActionClock]) -> Iterator[Mark]:
    """The limits that legal actions met."""
    for each in found:
        if each.standing is Standing.MET and each.event and each.ended_on:
            yield Mark(each.limit.code, each.event, State.MET, each.ended_on)


def running_in_actions(session: ViewerSession, case: Case) -> list[tuple[ActionClock, End]]:
    """The clocks of the case's legal actions that still run and have their day, with it, the nearest first."""
    found = of_actions(session, case)
    running = [(each, each.end) for each in found if each.standing is Standing.RUNNING and each.end]
    return sorted(running, key=lambda each: each[1].safe)


def clocks_of(session: ViewerSession, case: Case, *, own: Calendar | None = None) -> list[Clock]:
    """The clocks of a case as they stand today, with the calendar of this installation."""
    return clocks(
        restored(case.facts), days(session, case.id), marks(session, case), law=shipped(),
        calendar=own or calendar(session), today=today(),
    )

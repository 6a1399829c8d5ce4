"""Reading the clocks of a case."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.clocks.models import CaseDay, ClockEnd
from gilmok.journey.clocks.rules import NO_DESK, Clock, DeskLimits, Known, Mark, State, clocks, days_of
from gilmok.journey.clocks.starts import Event
from gilmok.journey.desk_work.queries import desk_of, known_facts
from gilmok.journey.legal_aid import queries as legal_aid
from gilmok.journey.legal_aid.clocks import Clock as ActionClock
from gilmok.journey.legal_aid.clocks import Standing
from gilmok.journey.routing.store import restored
from gilmok.law.calendar import Calendar
from gilmok.law.limits import End
from gilmok.law.queries import calendar
from gilmok.law.shipped import shipped


class CaseClocks(NamedTuple):
    """Everything that runs in a case: the days that were entered, its own clocks, and those of its legal actions that
    run, each with its end. `gone`: the module of its desk where that is not installed, whose limits nobody computes."""

    entered: list[Known]
    found: list[Clock]
    in_actions: list[tuple[ActionClock, End]]
    gone: str = ""


def days(session: ViewerSession, case_id: int) -> list[Known]:
    """The days that were entered for a case and not taken back, by day."""
    query = select(CaseDay).where(CaseDay.case_id == case_id, CaseDay.withdrawn_at.is_(None))
    rows = session.scalars(query.order_by(CaseDay.day, CaseDay.id))
    return [Known(Event(row.event), row.day, row.won, row.id) for row in rows]


def marks(session: ViewerSession, case_id: int) -> list[Mark]:
    """What was marked as met or dropped, the newest word on each limit and day last."""
    rows = session.scalars(select(ClockEnd).where(ClockEnd.case_id == case_id).order_by(ClockEnd.id))
    return [Mark(row.limit, row.event_day, row.how, row.ended_on) for row in rows]


def clocks_of(session: ViewerSession, case: Case, *, own: Calendar | None = None) -> CaseClocks:
    """The clocks of a case as they stand today; `own`: the calendar of this installation, if it was read."""
    by, facts, entered = own or calendar(session), restored(case.facts), days(session, case.id)
    actions = legal_aid.actions(session, case)
    events = legal_aid.events(session, actions) if actions else ()
    in_actions = legal_aid.clocks_among(actions, events, legal_aid.reckoning(session, by)) if actions else ()
    beside = met_beside(legal_aid.kept_beside(actions, events), days_of(facts, entered))
    marked = [*beside, *met_in(in_actions), *marks(session, case.id)]
    at = desk_of(session, case)
    desk = DeskLimits(at.limits, known_facts(session, case), at.suspended) if at.limits else NO_DESK
    found = clocks(facts, entered, marked, law=shipped(), calendar=by, today=today(), desk=desk)
    return CaseClocks(entered, found, running_in(in_actions), at.gone)


def met_beside(kept: Iterable[tuple[str, date]], known: list[Known]) -> Iterator[Mark]:
    """The case's own limits that were kept, counted from whichever day before that."""
    for code, on in kept:
        yield from (Mark(code, each.day, State.MET, on) for each in known if each.day <= on)


def met_in(in_actions: Iterable[ActionClock]) -> Iterator[Mark]:
    """The limits that legal actions met."""
    for each in in_actions:
        if each.standing is Standing.MET and each.event and each.ended_on:
            yield Mark(each.limit.code, each.event, State.MET, each.ended_on)


def running_in(in_actions: Iterable[ActionClock]) -> list[tuple[ActionClock, End]]:
    """The clocks of legal actions that still run and have their day, with it, the nearest first."""
    running = [(each, each.end) for each in in_actions if each.standing is Standing.RUNNING and each.end]
    return sorted(running, key=lambda each: each[1].safe)

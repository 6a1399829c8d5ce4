"""What is done to the clocks of a case: days entered or taken back, limits met or dropped; the nearest kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import update

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now, today
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.clocks.models import CaseDay, ClockEnd
from gilmok.journey.clocks.queries import CaseClocks, clocks_of
from gilmok.journey.clocks.rules import State, clocks, nearest
from gilmok.journey.clocks.starts import Event
from gilmok.law.calendar import Calendar
from gilmok.law.shipped import shipped


def enter_day(session: ViewerSession, case: Case, event: Event, day: date, *, won: int | None, by: Person) -> None:
    """Keep a day from which limits count."""
    session.add(CaseDay(case_id=case.id, event=event, day=day, won=won, person_id=by.id, at=now(), withdrawn_at=None))
    session.flush()
    cases.note(session, case, "day_entered", by=by, about={"event": event, "day": day.isoformat()})
    wind(session, case)


def take_back(session: ViewerSession, case: Case, day_id: int, *, by: Person) -> None:
    """Let a day that was entered count no longer; raises NotFound for one that this case does not have."""
    mine = (CaseDay.id == day_id, CaseDay.case_id == case.id, CaseDay.withdrawn_at.is_(None))
    withdrawn = update(CaseDay).where(*mine).values(withdrawn_at=now()).returning(CaseDay.event, CaseDay.day)
    row = session.execute(withdrawn).one_or_none()
    if row is None:
        raise NotFound
    cases.note(session, case, "day_withdrawn", by=by, about={"event": row.event, "day": row.day.isoformat()})
    wind(session, case)


def mark(
    session: ViewerSession, case: Case, limit: str, event_day: date, state: State, *, ended_on: date, by: Person
) -> None:
    """Say that a limit is met, dropped, or runs after all."""
    session.add(ClockEnd(
        case_id=case.id, limit=limit, event_day=event_day, how=state, ended_on=ended_on, person_id=by.id, at=now(),
    ))
    session.flush()
    cases.note(session, case, "clock_marked", by=by, about={"limit": limit, "how": state})
    wind(session, case)


def due_at_first(facts: Mapping[str, Any], on: date, own: Calendar) -> dict[str, Any]:
    """The columns of a new case that say its nearest limit: only its facts are known of it."""
    near = nearest(clocks(facts, (), (), law=shipped(), calendar=own, today=on), on)
    return {"due_on": near.day, "due_limit": near.limit} if near else {}


def wind(session: ViewerSession, case: Case, *, own: Calendar | None = None) -> None:
    """Keep the nearest limit of a case where lists find it. One that can be computed no more, because its module is
    suspended or gone, stays there until something nearer comes."""
    running = clocks_of(session, case, own=own)
    near = nearest(running.found, today(), [(each.limit, end) for each, end in running.in_actions])
    if case.due_on and is_lost(running, case.due_limit) and (near is None or case.due_on < near.day):
        return
    cases.set_due(session, case, due_on=near.day if near else None, limit=near.limit if near else None)


def is_lost(running: CaseClocks, limit: str | None) -> bool:
    """Whether a limit that a case had is one that nobody can compute any more."""
    by_hand = {clock.limit.code for clock in running.found if clock.state is State.BY_HAND}
    return limit is not None and (limit in by_hand or (limit.partition(".")[0] == running.gone and "." in limit))

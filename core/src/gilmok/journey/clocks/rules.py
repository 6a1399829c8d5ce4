"""The clocks of a case, worked out from its facts, its days and what was marked as met: pure, nothing is stored."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from gilmok.journey.clocks.starts import EVENT_OF_TOPIC, STARTS, Event, Start, topics_of
from gilmok.journey.routing.truth import Truth, evaluate
from gilmok.journey.vocabulary_codes import BELOW_FIVE
from gilmok.law.calendar import Calendar
from gilmok.law.dated import Kind, TimeLimit
from gilmok.law.limits import End, Running, run
from gilmok.law.shipped import Law, NotInForce
from gilmok.modules.casework import CaseLimit

# Kinds in which the person loses something when the day passes; of the others nobody has to be reminded.
THEIRS = frozenset({Kind.CUT_OFF, Kind.PRESCRIPTION})
# For so long a limit that was missed is still shown as the case's nearest.
SHOWN_LATE = timedelta(days=14)


class State(StrEnum):
    """How a clock stands: no day to count from, running, over, met or dropped, none below five employees, or a module's
    that could not be computed, so that somebody has to look."""

    UNKNOWN = "unknown"
    RUNNING = "running"
    LATE = "late"
    MET = "met"
    DROPPED = "dropped"
    NOT_HERE = "not_here"
    BY_HAND = "by_hand"


PLACES = (State.BY_HAND, State.RUNNING, State.UNKNOWN, State.LATE, State.MET, State.DROPPED, State.NOT_HERE)


@dataclass(frozen=True)
class Known:
    """A day that is known of a case: the event, its day, the won that were not paid on it, and the id of its row (None:
    the day that the intake recorded)."""

    event: Event
    day: date
    won: int | None = None
    id: int | None = None


@dataclass(frozen=True)
class Mark:
    """That a limit that counts from this day is met or dropped, since when."""

    limit: str
    event_day: date
    how: str
    ended_on: date


@dataclass(frozen=True)
class Clock:
    """One time limit of a case: which, from what known day (None: nobody knows it yet), how it runs, how it stands."""

    limit: TimeLimit
    event: Event
    known: Known | None
    running: Running | None
    state: State
    mark: Mark | None = None

    @property
    def safe(self) -> date | None:
        """The safe day; None where none can be computed."""
        return self.running.end.safe if self.running and self.running.end else None

    @property
    def last(self) -> date | None:
        """The last day; None where none can be computed."""
        return self.running.end.last if self.running and self.running.end else None


@dataclass(frozen=True)
class DeskLimits:
    """The time limits that a module's desk adds to a case, and the facts by which they are judged. `stopped`: the
    module is suspended, so that nothing of it is computed."""

    limits: tuple[CaseLimit, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    stopped: bool = False

    def by_code(self) -> Iterator[tuple[CaseLimit, ...]]:
        """The rows of each limit, the newest last."""
        for code in dict.fromkeys(each.code for each in self.limits):
            rows = (each for each in self.limits if each.code == code)
            yield tuple(sorted(rows, key=lambda each: each.valid_from or date.min))


@dataclass(frozen=True)
class Nearest:
    """The nearest time limit of a case: the safe day, and the limit's code."""

    day: date
    limit: str


NO_DESK = DeskLimits()


def days_of(facts: Mapping[str, Any], days: Iterable[Known]) -> list[Known]:
    """Every day that is known of a case: those entered, and the intake's own where none of its kind was."""
    entered = list(days)
    event = next((EVENT_OF_TOPIC[topic] for topic in topics_of(facts) if topic in EVENT_OF_TOPIC), None)
    day = facts.get("event_date")
    if event is None or not isinstance(day, date) or any(known.event is event for known in entered):
        return entered
    return [Known(event, day), *entered]


def clocks(
    facts: Mapping[str, Any], days: Iterable[Known], marks: Iterable[Mark], *, law: Law, calendar: Calendar,
    today: date, desk: DeskLimits = NO_DESK,
) -> list[Clock]:
    """The clocks of a case, the nearest first; then those of which the day is to be asked; then what is over. Before
    all of them stands what could not be computed."""
    known, marked = days_of(facts, days), {(each.limit, each.event_day): each for each in marks}
    of_module = list(of_desk(desk, known, marked, calendar=calendar, today=today))
    said_there = replaced_by(of_module)
    starts = [each for each in STARTS if each.concerns(facts) and each.limit not in said_there]
    found = [
        clock for start in starts
        for clock in of_start(start, known, marked, law=law, calendar=calendar, today=today, facts=facts)
    ]
    return sorted([*of_module, *found], key=lambda clock: (place_of(clock, today), clock.safe or date.max))


def place_of(clock: Clock, today: date) -> int:
    """Where a clock stands among others: what was missed just now, what runs, what is to be asked, what was missed long
    ago; then what is met."""
    just_now = clock.state is State.LATE and clock.last is not None and clock.last >= today - SHOWN_LATE
    return 0 if just_now else PLACES.index(clock.state) + 1


def of_start(
    start: Start, known: Iterable[Known], marked: Mapping[tuple[str, date], Mark], *, law: Law, calendar: Calendar,
    today: date, facts: Mapping[str, Any],
) -> Iterator[Clock]:
    """The clocks of one limit: one for each day from which it runs, else the question for that day."""
    days = sorted((each for each in known if each.event is start.event), key=lambda each: each.day)
    days = days[-1:] if start.last else days
    for each in days:
        try:
            limit = law.limit(start.limit, each.day)
        except NotInForce:
            continue
        running, mark = run(limit, each.day, calendar), marked.get((start.limit, each.day))
        yield Clock(limit, start.event, each, running, state_of(running, mark, today, facts), mark)
    if not days and start.asked:
        yield Clock(law.limit(start.limit, today), start.event, None, None, State.UNKNOWN)


def of_desk(
    desk: DeskLimits, known: Iterable[Known], marked: Mapping[tuple[str, date], Mark], *, calendar: Calendar,
    today: date,
) -> Iterator[Clock]:
    """The clocks of a desk's limits, those that hold for the case."""
    entered = list(known)
    for rows in desk.by_code():
        holds = Truth.YES if rows[-1].when is None else evaluate(rows[-1].when, desk.facts)
        days = days_from(rows[-1], entered, desk.facts)
        if holds is not Truth.NO and (desk.stopped or holds is Truth.ERROR):
            yield by_hand(rows[-1], days[0] if days else None)
        elif holds is not Truth.NO:
            yield from of_rows(rows, days, marked, calendar=calendar, today=today, facts=desk.facts)


def of_rows(
    rows: tuple[CaseLimit, ...], days: list[Known], marked: Mapping[tuple[str, date], Mark], *, calendar: Calendar,
    today: date, facts: Mapping[str, Any],
) -> Iterator[Clock]:
    """The clocks of one limit: one for each day, else the question for it; what fails is to be done by hand."""
    for day in days:
        limit, mark = next((each for each in rows if each.holds_on(day.day)), None), marked.get((rows[0].code, day.day))
        running = computed(limit, day.day, calendar) if limit else None
        if running is None:
            yield by_hand(rows[-1], day)
        else:
            yield Clock(running.limit, day.event, day, running, state_of(running, mark, today, facts), mark)
    if not days and rows[-1].asked:
        yield Clock(rows[-1], Event(rows[-1].starts), None, None, State.UNKNOWN)


def days_from(limit: CaseLimit, entered: Iterable[Known], facts: Mapping[str, Any]) -> list[Known]:
    """The days from which it runs: those that were entered, else the one that was answered to its question."""
    days = sorted((each for each in entered if each.event == limit.starts), key=lambda each: each.day)
    answered = facts.get(limit.day_from)
    return days or ([Known(Event(limit.starts), answered)] if isinstance(answered, date) else [])


def computed(limit: CaseLimit, day: date, calendar: Calendar) -> Running | None:
    """The limit as it runs from that day; None where it ends beyond all calendars."""
    try:
        return run(limit, day, calendar)
    except (ArithmeticError, ValueError):
        return None


def by_hand(limit: CaseLimit, day: Known | None) -> Clock:
    """A limit that could not be computed, which is said and never left out."""
    return Clock(limit, Event(limit.starts), day, None, State.BY_HAND)


def replaced_by(found: Iterable[Clock]) -> frozenset[str]:
    """The core's limits that those of a desk say more exactly; one that could not be computed takes nothing away."""
    said = (each.limit for each in found if each.state is not State.BY_HAND)
    return frozenset(code for limit in said if isinstance(limit, CaseLimit) for code in limit.replaces)


def state_of(running: Running, mark: Mark | None, today: date, facts: Mapping[str, Any]) -> State:
    """How a clock that has its day stands."""
    if mark is not None:
        return State(mark.how)
    if running.limit.size > 1 and facts.get("workplace_size") == BELOW_FIVE:
        return State.NOT_HERE
    return State.LATE if running.end and running.end.last < today else State.RUNNING


def nearest(found: Iterable[Clock], today: date, others: Iterable[tuple[TimeLimit, End]] = ()) -> Nearest | None:
    """The nearest limit that the person can lose: the first safe day of those that run, or were missed just now.
    `others`: limits that run beside these, in legal actions."""
    running = [
        (clock.limit, clock.running.end) for clock in found
        if clock.state in {State.RUNNING, State.LATE} and clock.running and clock.running.end
    ]
    near = [
        Nearest(end.safe, limit.code) for limit, end in (*running, *others)
        if limit.kind in THEIRS and end.last >= today - SHOWN_LATE
    ]
    return min(near, key=lambda each: (each.day, each.limit), default=None)

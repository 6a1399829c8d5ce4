"""The clocks of an action: which time limits its events started, and how each of them stands. Never stored: worked out
from the events and the law as it is, whenever they are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gilmok.journey.legal_aid.table import ENDS, Step, Subkind, Workflow
from gilmok.law.calendar import Calendar
from gilmok.law.dated import Kind, TimeLimit
from gilmok.law.limits import End, run
from gilmok.law.shipped import Law, NotInForce

# These run on when an action ends: the claim itself lapses or not, whatever became of the action.
OUTLASTING = frozenset({Kind.PRESCRIPTION, Kind.CRIME})


class Standing(StrEnum):
    """How a clock stands: it runs, was kept, ended otherwise, is the other side's, or its first day is not known."""

    RUNNING = "running"
    MET = "met"
    STOPPED = "stopped"
    OTHERS = "others"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Happened:
    """A move of an action, with its day as it was put right last; None if not known. `by_other`: the other side
    did it, which keeps no time limit of ours; `granted`: we were given everything."""

    event_id: int
    left: str
    to: str
    on: date | None
    by_other: bool = False
    granted: bool = False


@dataclass(frozen=True)
class Clock:
    """A time limit that an event of an action started. `event`: the day from which it counts; `end`: when it ends, None
    where that day is unknown; `others`: its other periods; `ended_on`: when it was kept or stopped; `started_by`: the
    id of the event whose day is to be put right if it is wrong."""

    limit: TimeLimit
    event: date | None
    end: End | None
    standing: Standing
    action_id: int
    kind: str
    subkind: str
    started_by: int
    others: tuple[End, ...] = ()
    ended_on: date | None = None
    extended: int = 0

    def late_on(self, today: date) -> bool:
        """Whether the last day had passed when it was kept, or has passed today while it runs."""
        if self.end is None or self.standing in {Standing.STOPPED, Standing.OTHERS}:
            return False
        done = self.ended_on if self.standing is Standing.MET else today
        return done is not None and done > self.end.last

    @property
    def is_open(self) -> bool:
        """Whether somebody has to heed it still."""
        return self.standing in {Standing.RUNNING, Standing.UNKNOWN}


@dataclass(frozen=True)
class Reckoning:
    """What clocks are worked out with: the law, the calendar, and today for rules whose day is unknown."""

    law: Law
    calendar: Calendar
    today: date

    def row(self, code: str, on: date | None) -> TimeLimit | None:
        """The limit of this code for an event on that day, or the one that held instead; None if neither did."""
        day = on or self.today
        try:
            return self.law.limit(code, day)
        except NotInForce as error:
            instead = error.about["instead"]
        try:
            return self.law.limit(instead, day) if instead else None
        except NotInForce:
            return None

    def end(self, clock: Clock) -> Clock:
        """The clock with its end, after its extensions; a clock without a day has none."""
        if clock.event is None:
            unknown = Standing.UNKNOWN if clock.standing is Standing.RUNNING else clock.standing
            return replace(clock, standing=unknown)
        running = run(clock.limit, clock.event, self.calendar)
        end = running.others[clock.extended - 1] if clock.extended else running.end
        return replace(clock, end=end, others=running.others[clock.extended:])


def clocks_of_action(
    workflow: Workflow, subkind: str, action_id: int, happened: Sequence[Happened], reckoning: Reckoning
) -> tuple[Clock, ...]:
    """Every clock that the action's events started, in their order."""
    about = workflow.subkind(subkind)
    clocks: list[Clock] = []
    for each in happened:
        step = workflow.step(each.left, each.to)
        clocks = [after(clock, each, step) for clock in clocks]
        for code in started(step, about):
            row = reckoning.row(code, each.on)
            if row is not None:
                about_action = (action_id, workflow.kind, subkind)
                standing = Standing.OTHERS if step.if_lost and each.granted else Standing.RUNNING
                clocks.append(Clock(row, each.on, None, standing, *about_action, started_by=each.event_id))
    return tuple(reckoning.end(clock) for clock in clocks)


def started(step: Step, subkind: Subkind) -> Iterable[str]:
    """The codes of the limits that a step starts in actions of this subkind."""
    return (code for code in step.starts if code in subkind.limits)


def after(clock: Clock, happened: Happened, step: Step) -> Clock:
    """The clock as it stands after a step."""
    if clock.standing is not Standing.RUNNING:
        return clock
    if concerns(clock, step.meets) and not happened.by_other:
        return replace(clock, standing=Standing.MET, ended_on=happened.on)
    if is_stopped(clock, step):
        return replace(clock, standing=Standing.STOPPED, ended_on=happened.on)
    if step.extends and concerns(clock, (step.extends.code,)):
        return replace(clock, extended=step.extends.nth)
    return clock


def is_stopped(clock: Clock, step: Step) -> bool:
    """Whether a step ends a clock that it does not keep; the end of an action ends all but the claim."""
    return concerns(clock, step.stops) or (step.to in ENDS and clock.limit.kind not in OUTLASTING)


def concerns(clock: Clock, codes: Iterable[str]) -> bool:
    """Whether a clock is of one of these limits, or of the older rule that holds instead of one of them."""
    return any(clock.limit.code == code or clock.limit.instead == code for code in codes)

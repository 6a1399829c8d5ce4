"""When a time limit ends, and how that was computed.

`run(limit, event, calendar)` is the only code that computes one. Each answer has two days: the *safe* one, at which the
period ends by the calendar, and the *last* one, to which a weekend or holiday may move it. Work by the safe one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from gilmok.ground.marking import _marked as _
from gilmok.law.calendar import Calendar, DayOff
from gilmok.law.counting import DAY, Period, end_of, is_clamped
from gilmok.law.dated import Also, Count, Kind, Roll, TimeLimit

NOT_COUNTED = _("%(event)s itself is not counted, so the time begins on %(start)s (Civil Act, art. 157).")
FROM_MIDNIGHT = _("The time begins with %(event)s itself, which is counted (Civil Act, art. 157).")
CRIME_COUNTED = _("%(event)s itself is counted, whatever the hour (Criminal Procedure Act, art. 66 (1)).")
ENDS = _("%(period)s from then end on %(end)s (Civil Act, art. 159 and 160).")
CLAMPED = _("The last month has no day like the first, so the time ends with that month (Civil Act, art. 160 (3)).")
BACKWARDS = _("%(period)s before %(event)s is %(end)s. The day on which notice is given is not one of them.")
WORKING = _("%(period)s, the first one counted, end on %(end)s; Saturdays and holidays are left out.")
ROLLED = _("%(days)s: no working day, so the time ends on %(end)s (Civil Act, art. 161).")
NOT_ROLLED = _("%(days)s: no working day, but this time is not extended for that.")
UNSURE_ROLL = _("%(days)s: no working day. Whether the time then lasts until %(end)s is not verified: heed %(safe)s.")
INTEREST = _("From the day after that, %(first)s, interest runs until payment.")
# Every other count goes by the calendar.
UNITS = {Count.BEFORE: {"day"}, Count.WORKING_DAYS: {"working day"}}
CALENDAR_UNITS = {"day", "month", "year"}


@dataclass(frozen=True)
class Step:
    """One step of a computation: an English sentence to be translated, and the values in it (days, periods, days
    off)."""

    text: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class End:
    """When one period of a limit ends: the safe day, the last day, and the steps that lead there. `also` says when
    this period is the one that counts, for a limit's other ones."""

    safe: date
    last: date
    steps: tuple[Step, ...]
    also: Also | None = None


@dataclass(frozen=True)
class Running:
    """A time limit that runs from an event; `end` is None where the law sets no limit. `starts_on`: the first day of
    what begins when the time is over (interest)."""

    limit: TimeLimit
    event: date
    end: End | None
    others: tuple[End, ...] = ()
    starts_on: date | None = field(default=None)


def run(limit: TimeLimit, event: date, calendar: Calendar) -> Running:
    """The limit as it runs from this event: its end, and the ends of its other periods."""
    if not limit.period:
        return Running(limit, event, None)
    end = end_from(limit, limit, event, calendar)
    others = tuple(replace(end_from(limit, each, event, calendar), also=each) for each in limit.also)
    if limit.kind is not Kind.INTEREST:
        return Running(limit, event, end, others)
    first = end.safe + DAY
    begins = replace(end, steps=(*end.steps, Step(INTEREST, {"first": first})))
    return Running(limit, event, begins, others, starts_on=first)


def end_from(limit: TimeLimit, counted: TimeLimit | Also, event: date, calendar: Calendar) -> End:
    """The end of one period of a limit, its own or another one; raises ValueError for one that cannot be counted."""
    period = period_of(counted)
    safe, steps = COUNTS[counted.count](event, period, calendar)
    last, passed = calendar.rolled(safe)
    values = {"days": passed, "end": last, "safe": safe}
    if not passed:
        return End(safe, safe, steps)
    # Whoever counts backwards has to act before the event: a later day would be too late.
    roll = Roll.NO if counted.count is Count.BEFORE else limit.roll
    said = {Roll.YES: ROLLED, Roll.NO: NOT_ROLLED, Roll.UNVERIFIED: UNSURE_ROLL}[roll]
    return End(safe, safe if roll is Roll.NO else last, (*steps, Step(said, values)))


def period_of(counted: TimeLimit | Also) -> Period:
    """The period of a limit, in a unit that its count knows; raises ValueError."""
    period = Period.read(counted.period)
    if period.unit not in UNITS.get(counted.count, CALENDAR_UNITS):
        raise ValueError(f"{counted.period} cannot be counted as {counted.count}")
    return period


Counted = tuple[date, tuple[Step, ...]]


def after_event(event: date, period: Period, _calendar: Calendar) -> Counted:
    """The end of a period that begins the day after the event."""
    return counted(NOT_COUNTED, event, event + DAY, period)


def from_event(event: date, period: Period, _calendar: Calendar) -> Counted:
    """The end of a period that begins with the day of the event."""
    return counted(FROM_MIDNIGHT, event, event, period)


def from_crime(event: date, period: Period, _calendar: Calendar) -> Counted:
    """The end of a limitation of prosecution, whose first day is counted."""
    return counted(CRIME_COUNTED, event, event, period)


def counted(beginning: str, event: date, start: date, period: Period) -> Counted:
    """The end of a period from its first day on, with the steps."""
    end = end_of(start, period) if period.number else event
    return end, tuple(counting_steps(beginning, event, start, period, end))


def counting_steps(beginning: str, event: date, start: date, period: Period, end: date) -> Iterator[Step]:
    """How the end follows from the first day."""
    yield Step(beginning, {"event": event, "start": start})
    if not period.number:
        return
    yield Step(ENDS, {"period": period, "end": end})
    if is_clamped(start, period):
        yield Step(CLAMPED, {})


def before_event(event: date, period: Period, _calendar: Calendar) -> Counted:
    """The day that lies the period before the event."""
    end = event - period.number * DAY
    return end, (Step(BACKWARDS, {"period": period, "event": event, "end": end}),)


def working_days(event: date, period: Period, calendar: Calendar) -> Counted:
    """The end of a period of working days."""
    end = calendar.working_day(event, period.number)
    return end, (Step(WORKING, {"period": period, "end": end}),)


COUNTS: Mapping[Count, Callable[[date, Period, Calendar], Counted]] = {
    Count.CIVIL: after_event,
    Count.FROM_DAY: from_event,
    Count.CRIMINAL: from_crime,
    Count.BEFORE: before_event,
    Count.WORKING_DAYS: working_days,
}

__all__ = ["DayOff", "End", "Running", "Step", "run"]

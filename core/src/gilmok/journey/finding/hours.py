"""Whether a centre is open at a moment, as far as its published hours say so: they are a sentence, of which only what
is certain is believed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from gilmok.ground.clock import SEOUL
from gilmok.law.calendar import Calendar

WEEKDAYS = "월화수목금"
ON_WEEKDAYS = "평일"
_span = re.compile(r"([0-2]\d):([0-5]\d)\s*[–~-]\s*([0-2]\d):([0-5]\d)")
_evening = re.compile(rf"([{WEEKDAYS}](?:·[{WEEKDAYS}])*)요일\D*?([0-2]\d):([0-5]\d)까지")
# The longest run of days off that the calendar of Korea has had is half of this.
DAYS_AHEAD = 20


class Standing(StrEnum):
    """Whether a centre is open: by its hours, or nobody verified them."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Hours:
    """When a centre opens and closes, on which weekdays it stays longer, and whether the sentence says that these are
    weekdays (else they are taken for weekdays, and what is said of a weekend is not known)."""

    opens: time
    closes: time
    later: Mapping[int, time] = field(default_factory=dict)
    says_weekdays: bool = True

    def end(self, day: date) -> time:
        """When it closes on that day."""
        return self.later.get(day.weekday(), self.closes)


@dataclass(frozen=True)
class OpenNow:
    """How a centre stands at a moment: open until `until`, or closed until `opens`; neither where it is not known."""

    standing: Standing
    until: time | None = None
    opens: datetime | None = None


def read_hours(text: str) -> Hours | None:
    """The hours that a Korean sentence gives (`평일 09:00–18:00, 화요일은 21:00까지`); None where it gives none."""
    span = _span.search(text)
    if span is None:
        return None
    first, last = (time(int(span[part]), int(span[part + 1])) for part in (1, 3))
    later = {
        WEEKDAYS.index(day): time(int(found[2]), int(found[3]))
        for found in _evening.finditer(text) for day in found[1].split("·")
    }
    return Hours(first, last, later, ON_WEEKDAYS in text)


def open_now(text: str, moment: datetime, calendar: Calendar) -> OpenNow:
    """Whether a centre with these published hours is open at that moment, public holidays considered."""
    hours, there = read_hours(text), moment.astimezone(SEOUL)
    if hours is None:
        return OpenNow(Standing.UNKNOWN)
    day = there.date()
    if off := calendar.day_off(day):
        if off.holiday is None and not hours.says_weekdays:
            return OpenNow(Standing.UNKNOWN)
        return OpenNow(Standing.CLOSED, opens=next_opening(hours, there, calendar))
    if hours.opens <= there.time() < hours.end(day):
        return OpenNow(Standing.OPEN, until=hours.end(day))
    return OpenNow(Standing.CLOSED, opens=next_opening(hours, there, calendar))


def next_opening(hours: Hours, there: datetime, calendar: Calendar) -> datetime | None:
    """When it opens next: later that day, or on the next working day."""
    for ahead in range(DAYS_AHEAD):
        day = there.date() + timedelta(days=ahead)
        opening = datetime.combine(day, hours.opens, tzinfo=SEOUL)
        if opening > there and calendar.day_off(day) is None:
            return opening
    return None

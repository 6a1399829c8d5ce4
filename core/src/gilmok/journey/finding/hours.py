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
_evening = re.compile(rf"([{WEEKDAYS}](?:·[{WEEKDAYS}])*)요일(\D*?)([0-2]\d):([0-5]\d)까지")
_rest = re.compile(rf"점심\D*?{_span.pattern}")
# The longest run of days off that the calendar of Korea has had is half of this.
DAYS_AHEAD = 20
# When a desk may be closed over lunch though its hours do not speak of it.
NOON = time(12), time(13)


class Standing(StrEnum):
    """Whether a centre is open: by its hours, for calls alone, or nobody verified them."""

    OPEN = "open"
    BY_PHONE = "by_phone"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Hours:
    """When a centre opens and closes, on which weekdays it stays `later` (`by_phone`: for calls alone), when it rests
    over lunch, and whether the sentence says that these are weekdays (else they are taken for weekdays, and what is
    said of a weekend is not known)."""

    opens: time
    closes: time
    later: Mapping[int, time] = field(default_factory=dict)
    says_weekdays: bool = True
    by_phone: bool = False
    rest: tuple[time, time] | None = None

    def end(self, day: date) -> time:
        """When its door closes on that day."""
        return self.closes if self.by_phone else self.last(day)

    def last(self, day: date) -> time:
        """When it last answers on that day, be it by phone."""
        return self.later.get(day.weekday(), self.closes)

    def rests(self, at: time) -> bool:
        """Whether it is closed over lunch then."""
        return self.rest is not None and self.rest[0] <= at < self.rest[1]


@dataclass(frozen=True)
class OpenNow:
    """How a centre stands at a moment: open until `until`, or closed until `opens`; neither where it is not known. At
    noon it `may_rest` where the hours say nothing of lunch."""

    standing: Standing
    until: time | None = None
    opens: datetime | None = None
    may_rest: bool = False


def read_hours(text: str) -> Hours | None:
    """The hours that a Korean sentence gives (`평일 09:00–18:00, 화요일은 21:00까지`); None where it gives none."""
    lunch = _rest.search(text)
    span = _span.search(_rest.sub("", text))
    if span is None:
        return None
    evenings = list(_evening.finditer(text))
    later = {
        WEEKDAYS.index(day): time(int(found[3]), int(found[4])) for found in evenings for day in found[1].split("·")
    }
    return Hours(
        *times(span), later, ON_WEEKDAYS in text, by_phone=any("전화" in found[2] for found in evenings),
        rest=times(lunch) if lunch else None,
    )


def times(span: re.Match[str]) -> tuple[time, time]:
    """Beginning and end of a span."""
    return time(int(span[1]), int(span[2])), time(int(span[3]), int(span[4]))


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
    return open_on_working_day(hours, there) or OpenNow(
        Standing.CLOSED, opens=next_opening(hours, there, calendar),
    )


def open_on_working_day(hours: Hours, there: datetime) -> OpenNow | None:
    """How it is open at that time of a working day; None if it is closed."""
    at, end, last = there.time(), hours.end(there.date()), hours.last(there.date())
    if at < hours.opens or hours.rests(at) or at >= last:
        return None
    if at >= end:
        return OpenNow(Standing.BY_PHONE, until=last)
    until = hours.rest[0] if hours.rest and at < hours.rest[0] else end
    return OpenNow(Standing.OPEN, until=until, may_rest=hours.rest is None and NOON[0] <= at < NOON[1])


def next_opening(hours: Hours, there: datetime, calendar: Calendar) -> datetime | None:
    """When it opens next: later that day, after lunch too, or on the next working day."""
    for ahead in range(DAYS_AHEAD):
        day = there.date() + timedelta(days=ahead)
        for at in (hours.opens, *(hours.rest[1:] if hours.rest else ())):
            opening = datetime.combine(day, at, tzinfo=SEOUL)
            if opening > there and calendar.day_off(day) is None:
                return opening
    return None

"""One calendar for all: what happens when, from several rooms, day by day.

Each room that has days gives a `Source`; `rooms.CALENDAR` names them all, and the pages of the calendar know no room.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import current_app

from gilmok.ground.access.models import Person
from gilmok.ground.clock import SEOUL
from gilmok.ground.db import ViewerSession
from gilmok.ground.fields.times import moment_of
from gilmok.ground.i18n import _
from gilmok.ground.ics import Happening

Badge = tuple[str, str]
Options = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """Something on a day, as a line of a calendar: what, where it leads, how it stands in a few words (`badges`: text
    and tone), and the same for calendar files, which may be several meetings."""

    at: datetime
    until: datetime
    title: str
    address: str
    place: str = ""
    more: str = ""
    all_day: bool = False
    badges: tuple[Badge, ...] = ()
    files: tuple[Happening, ...] = ()

    @property
    def day(self) -> date:
        """The day in Seoul."""
        return self.at.astimezone(SEOUL).date()

    @property
    def hours(self) -> str:
        """From when until when: `14:30–16:00`; the beginning alone where no end is known."""
        if self.all_day:
            return _("all day")
        ends = f"–{clock_of(self.until)}" if self.until > self.at else ""
        return f"{clock_of(self.at)}{ends}"


@dataclass(frozen=True, kw_only=True)
class Source:
    """What a room brings to the calendar: for staff what lasts into a time, a line for each meeting; for everybody what
    is announced and not over, at these centres or at any, of a kind or of every one; and the kinds that there are."""

    for_staff: Callable[[ViewerSession, Person, datetime, datetime | None], Iterable[Occasion]]
    for_all: Callable[[ViewerSession, Collection[str] | None, str], Iterable[Occasion]]
    kinds: Callable[[], Options]


@dataclass(frozen=True)
class Span:
    """A week or a month: its first day, the day after its last, and the first day of the one before."""

    first: date
    end: date
    before: date

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The moments at which it begins and ends in Seoul."""
        midnight = datetime.min.time()
        return moment_of(self.first, midnight), moment_of(self.end, midnight)


def week(day: date) -> Span:
    """The week of a day, from Monday on."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=7), monday - timedelta(days=7))


def month(day: date) -> Span:
    """The month of a day."""
    first = day.replace(day=1)
    return Span(first, (first + timedelta(days=31)).replace(day=1), (first - timedelta(days=1)).replace(day=1))


def clock_of(at: datetime) -> str:
    """The time of day in Seoul: `14:30`."""
    return f"{at.astimezone(SEOUL):%H:%M}"


def sources() -> tuple[Source, ...]:
    """What every room of this application brings."""
    found: tuple[Source, ...] = current_app.extensions["calendar"]
    return found


def staffs(session: ViewerSession, who: Person, since: datetime, until: datetime | None = None) -> list[Occasion]:
    """Everything that this person's calendar shows of a time, the earliest first."""
    return in_order(each for source in sources() for each in source.for_staff(session, who, since, until))


def announced(session: ViewerSession, centres: Collection[str] | None = None, kind: str = "") -> list[Occasion]:
    """Everything that is announced to everybody and not over yet, the earliest first."""
    return in_order(each for source in sources() for each in source.for_all(session, centres, kind))


def kinds() -> Options:
    """Every kind of what is announced, to be chosen from."""
    return [each for source in sources() for each in source.kinds()]


def in_order(occasions: Iterable[Occasion]) -> list[Occasion]:
    """The earliest first; of one moment by their titles."""
    return sorted(occasions, key=lambda each: (each.at, each.title))


def by_day(occasions: Iterable[Occasion], span: Span) -> list[tuple[date, list[Occasion]]]:
    """What is in this time, day by day; days without anything are left out."""
    days: dict[date, list[Occasion]] = {}
    for each in occasions:
        if span.first <= each.day < span.end:
            days.setdefault(each.day, []).append(each)
    return list(days.items())


def files(occasions: Iterable[Occasion]) -> list[Happening]:
    """These as they stand in a calendar file."""
    return [each for occasion in occasions for each in occasion.files]

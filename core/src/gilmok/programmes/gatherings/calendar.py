"""Gatherings by day, and as a calendar that others subscribe to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gilmok.ground.clock import SEOUL
from gilmok.ground.fields.times import moment_of
from gilmok.ground.i18n import _
from gilmok.ground.ics import Happening
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.rules import Session, sessions_of
from gilmok.programmes.gatherings.words import centre_title


@dataclass(frozen=True)
class Meeting:
    """One session of a gathering in a list by day: the how manieth it is of how many."""

    gathering: Gathering
    session: Session
    place: int
    of: int


@dataclass(frozen=True)
class Span:
    """A week or a month: its first day, the day after its last, and the first days of the one before and after."""

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


def meetings(gatherings: Iterable[Gathering]) -> list[Meeting]:
    """Every session of these gatherings, by time."""
    found = []
    for gathering in gatherings:
        sessions = sessions_of(gathering.sessions)
        found += [Meeting(gathering, each, place, len(sessions)) for place, each in enumerate(sessions, start=1)]
    return sorted(found, key=lambda each: (each.session.at, each.gathering.id))


def by_day(gatherings: Iterable[Gathering], span: Span) -> list[tuple[date, list[Meeting]]]:
    """The sessions in this time, day by day; days without any are left out."""
    days: dict[date, list[Meeting]] = {}
    for each in meetings(gatherings):
        if span.first <= each.session.at.astimezone(SEOUL).date() < span.end:
            days.setdefault(each.session.day, []).append(each)
    return list(days.items())


def happenings(gatherings: Iterable[Gathering]) -> list[Happening]:
    """Every session as it stands in a calendar file; of who comes it tells nothing."""
    return [happening(each) for each in meetings(gatherings)]


def happening(each: Meeting) -> Happening:
    """One session as it stands in a calendar file."""
    count = _("session %(place)s of %(of)s", place=each.place, of=each.of)
    title = each.gathering.title if each.of == 1 else f"{each.gathering.title} ({count})"
    return Happening(
        uid=f"{each.gathering.key}-{each.session.number}", at=each.session.at, until=each.session.until, title=title,
        place=f"{centre_title(each.gathering.centre_id)} {each.session.place}", about=each.gathering.about,
        cancelled=each.gathering.cancelled_at is not None,
    )

"""What happens when and where, as a calendar file (iCalendar).

A calendar that has read something before knows it by its UID and takes the one with the higher SEQUENCE (RFC 5545): so
each change counts, cancelling too. A file of what is cancelled says METHOD:CANCEL, any other METHOD:PUBLISH (RFC 5546,
3.2.5 and 3.2.1); a file may hold both, and then the STATUS of each tells.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from icalendar import Calendar, Event, vCalAddress, vText

from gilmok.ground.clock import SEOUL, now

# An organizer has to be named, by an address; nobody is to be written to.
NO_ADDRESS = "invalid:nomail"


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing in a calendar; `uid` stays the same when it is moved or cancelled, which `sequence` counts. `by`: who
    holds it. `all_day`: at no time of the day, from the day of `at` until the day before that of `until`."""

    uid: str
    at: datetime
    until: datetime
    title: str
    place: str = ""
    about: str = ""
    by: str = ""
    cancelled: bool = False
    all_day: bool = False
    sequence: int = 0
    changed_at: datetime | None = None


def calendar_file(happenings: Iterable[Happening]) -> bytes:
    """These as one calendar."""
    every = list(happenings)
    calendar = Calendar()
    calendar.add("prodid", "-//Gilmok//Gilmok//KO")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if every and all(each.cancelled for each in every) else "PUBLISH")
    for each in every:
        calendar.add_component(event_of(each))
    found: bytes = calendar.to_ical()
    return found


def event_of(each: Happening) -> Event:
    """One of them as an event."""
    event = Event()
    for name, text in (("summary", each.title), ("location", each.place), ("description", each.about)):
        if text:
            event.add(name, text)
    if each.by:
        event.add("organizer", organizer(each.by))
    if each.changed_at:
        event.add("last-modified", each.changed_at.astimezone(UTC))
    event.add("uid", f"{each.uid}@gilmok")
    event.add("sequence", each.sequence)
    event.add("dtstamp", now())
    for name, moment in bounds(each):
        event.add(name, moment)
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    return event


def bounds(each: Happening) -> Iterator[tuple[str, date]]:
    """When it begins and ends, as days or moments. What has no end known has none, for it may not end as it begins."""
    for name, moment in (("dtstart", each.at), ("dtend", each.until)):
        if name == "dtstart" or each.until > each.at:
            yield name, moment.astimezone(SEOUL).date() if each.all_day else moment.astimezone(UTC)


def organizer(name: str) -> vCalAddress:
    """Who holds it, by name alone."""
    found = vCalAddress(NO_ADDRESS)
    found.params["CN"] = vText(name)
    return found


def as_download(happenings: Iterable[Happening], name: str) -> tuple[bytes, dict[str, str]]:
    """The answer of a page that gives them as a file of this name."""
    headers = {"Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": f'attachment; filename="{name}"'}
    return calendar_file(happenings), headers

"""What happens when and where, as a calendar file (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event

from gilmok.ground.clock import now


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing in a calendar; `uid` stays the same when it is moved or cancelled."""

    uid: str
    at: datetime
    until: datetime
    title: str
    place: str = ""
    about: str = ""
    cancelled: bool = False


def calendar_file(happenings: Iterable[Happening]) -> bytes:
    """These as one calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gilmok//Gilmok//KO")
    calendar.add("version", "2.0")
    for each in happenings:
        calendar.add_component(event_of(each))
    found: bytes = calendar.to_ical()
    return found


def event_of(each: Happening) -> Event:
    """One of them as an event."""
    event = Event()
    event.add("uid", f"{each.uid}@gilmok")
    event.add("dtstamp", now())
    event.add("dtstart", each.at.astimezone(UTC))
    event.add("dtend", each.until.astimezone(UTC))
    event.add("summary", each.title)
    if each.place:
        event.add("location", each.place)
    if each.about:
        event.add("description", each.about)
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    return event


def as_download(happenings: Iterable[Happening], name: str) -> tuple[bytes, dict[str, str]]:
    """The answer of a page that gives them as a file of this name."""
    headers = {"Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": f'attachment; filename="{name}"'}
    return calendar_file(happenings), headers

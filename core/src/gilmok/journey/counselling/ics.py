"""Appointments as a calendar file; it tells of no person but the number of their case."""

from collections.abc import Iterable
from datetime import UTC

from icalendar import Calendar, Event

from gilmok.ground.clock import now
from gilmok.ground.i18n import _
from gilmok.journey.case.words import centre_title
from gilmok.journey.counselling.appointments import Line


def calendar_file(appointments: Iterable[Line]) -> bytes:
    """These appointments as iCalendar (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gilmok//Gilmok//KO")
    calendar.add("version", "2.0")
    for each in appointments:
        calendar.add_component(event_of(each))
    found: bytes = calendar.to_ical()
    return found


def event_of(appointment: Line) -> Event:
    """One appointment as an event."""
    event = Event()
    event.add("uid", f"{appointment.key}@gilmok")
    event.add("dtstamp", now())
    event.add("dtstart", appointment.at.astimezone(UTC))
    event.add("dtend", appointment.until.astimezone(UTC))
    event.add("summary", _("Counselling %(number)s", number=appointment.number))
    place = " ".join(part for part in (centre_title(appointment.centre_id), appointment.room) if part)
    event.add("location", place)
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    return event

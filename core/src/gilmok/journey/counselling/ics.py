"""Appointments as a calendar file; it tells of no person but the number of their case.

A calendar that has read an appointment before knows it by its UID and takes the one with the higher SEQUENCE
(RFC 5545): so each change of an appointment counts, its cancelling too. A file of one that is cancelled says
METHOD:CANCEL, any other METHOD:PUBLISH (RFC 5546, 3.2.5 and 3.2.1); a week may hold both, and then the STATUS of each
tells.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC

from icalendar import Calendar, Event, vCalAddress, vText

from gilmok.ground.clock import now
from gilmok.ground.i18n import _
from gilmok.journey.case.words import centre_title
from gilmok.journey.counselling.appointment_lists import Line

# An organizer has to be named, by an address; nobody is to be written to.
NO_ADDRESS = "invalid:nomail"


def calendar_file(appointments: Sequence[Line]) -> bytes:
    """These appointments as iCalendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gilmok//Gilmok//KO")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if only_cancelled(appointments) else "PUBLISH")
    for each in appointments:
        calendar.add_component(event_of(each))
    found: bytes = calendar.to_ical()
    return found


def only_cancelled(appointments: Iterable[Line]) -> bool:
    """Whether there are appointments, and all of them are cancelled."""
    cancelled = [each.cancelled for each in appointments]
    return bool(cancelled) and all(cancelled)


def event_of(appointment: Line) -> Event:
    """One appointment as an event."""
    event = Event()
    centre = centre_title(appointment.centre_id)
    organizer = vCalAddress(NO_ADDRESS)
    organizer.params["CN"] = vText(centre)
    event.add("organizer", organizer)
    event.add("uid", f"{appointment.key}@gilmok")
    event.add("sequence", appointment.version - 1)
    event.add("dtstamp", now())
    event.add("last-modified", appointment.written_at.astimezone(UTC))
    event.add("dtstart", appointment.at.astimezone(UTC))
    event.add("dtend", appointment.until.astimezone(UTC))
    event.add("summary", _("Counselling %(number)s", number=appointment.number))
    event.add("location", " ".join(part for part in (centre, appointment.room) if part))
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    return event

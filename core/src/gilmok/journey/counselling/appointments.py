"""Appointments: booked, moved, cancelled. Each change is a row of its own; what was is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from psycopg.errors import DeadlockDetected
from sqlalchemy.exc import DBAPIError

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.crypto import FieldKey
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import GilmokError, NotFound
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.counselling.appointment_models import NOT_TWICE_A_PERSON, NOT_TWICE_A_ROOM, Appointment
from gilmok.journey.counselling.revisions import newest, revise

NOT_CANCELLED: dict[str, Any] = {"cancelled_at": None, "cancelled_by_id": None}


class PersonTaken(GilmokError):
    """This person has another appointment at that time."""


class RoomTaken(GilmokError):
    """This room is taken at that time."""


TAKEN: dict[str | None, type[GilmokError]] = {NOT_TWICE_A_PERSON: PersonTaken, NOT_TWICE_A_ROOM: RoomTaken}


@dataclass(frozen=True, kw_only=True)
class Booking:
    """What is booked: when and how long, with whom of the centre, by which way, in which room (or none), and what is
    to be thought of."""

    at: datetime
    minutes: int
    person_id: int
    channel: str
    room: str = ""
    note: str = ""


def place_of(case: Case, booking: Booking) -> dict[str, Any]:
    """What a row of an appointment says of when, where and with whom it is."""
    return {
        "centre_id": case.centre_id, "person_id": booking.person_id, "at": booking.at,
        "until": booking.at + timedelta(minutes=booking.minutes), "channel": booking.channel, "room": booking.room,
    }


def note_column(key: UUID) -> str:
    """Under which name the note of an appointment is sealed."""
    return f"appointment.note/{key}"


def sealed_note(key: UUID, booking: Booking, sealing: FieldKey) -> bytes | None:
    """The note of a booking, sealed; None for an empty one."""
    return sealing.seal(note_column(key), booking.note) if booking.note else None


def written(by: Person) -> dict[str, Any]:
    """When and by whom a row is written."""
    return {"made_at": now(), "made_by_id": by.id}


def book(session: ViewerSession, case: Case, booking: Booking, *, by: Person, sealing: FieldKey) -> UUID:
    """Book an appointment and say under which key; raises PersonTaken or RoomTaken where the time is."""
    key = uuid4()
    made = Appointment(
        case_id=case.id, key=key, version=1, note=sealed_note(key, booking, sealing), **place_of(case, booking),
        **written(by),
    )
    in_free_time(session, lambda: session.add(made))
    cases.note(session, case, "appointment_booked", by=by, about={"at": booking.at.isoformat()})
    return key


def move(
    session: ViewerSession, case: Case, key: UUID, booking: Booking, *, version: int, by: Person, sealing: FieldKey
) -> bool:
    """Put an appointment, in place of this version of it, at another time, with someone else, elsewhere, with another
    note; one that was cancelled is booked again. False if it is so already.

    Raises PersonTaken or RoomTaken where the time is, and ChangedMeanwhile where this is not the newest version.
    """
    stood = newest(session, Appointment, case.id, key)
    if stood is None:
        raise NotFound
    place = place_of(case, booking)
    note = sealing.open(note_column(key), stood.note) if stood.note else ""
    stays = note == booking.note and all(getattr(stood, name) == value for name, value in place.items())
    if stays and stood.cancelled_at is None:
        return False
    place["note"] = sealed_note(key, booking, sealing)
    in_free_time(session, lambda: revise(
        session, Appointment, case.id, key, version=version, **place, **NOT_CANCELLED, **written(by),
    ))
    about = {
        "before": stood.at.isoformat(), "at": booking.at.isoformat(), "person_before": stood.person_id,
        "person": booking.person_id,
    }
    cases.note(session, case, "appointment_moved", by=by, about=about)
    return True


def set_cancelled(session: ViewerSession, case: Case, key: UUID, *, cancelled: bool, by: Person) -> bool:
    """Cancel an appointment, or book it again after all; False where it was so already, or there is none.

    Raises PersonTaken or RoomTaken where its time is taken by now, and ChangedMeanwhile where somebody was quicker.
    """
    stands = newest(session, Appointment, case.id, key)
    if stands is None or (stands.cancelled_at is not None) is cancelled:
        return False
    ended = {"cancelled_at": now(), "cancelled_by_id": by.id} if cancelled else NOT_CANCELLED
    in_free_time(session, lambda: revise(
        session, Appointment, case.id, key, version=stands.version, **ended, **written(by),
    ))
    kind = "appointment_cancelled" if cancelled else "appointment_booked"
    cases.note(session, case, kind, by=by, about={"at": stands.at.isoformat()})
    return True


def in_free_time(session: ViewerSession, does: Callable[[], Any]) -> Any:
    """Do it; raises PersonTaken or RoomTaken, with nothing done, where PostgreSQL refuses it."""
    try:
        with session.begin_nested():
            done = does()
            session.flush()
            return done
    except DBAPIError as error:
        raise taken_by(error) from error


def taken_by(error: DBAPIError) -> Exception:
    """What PostgreSQL's refusal means. Of two who want each other's time at once, it lets one go on and ends the
    other, whose time is still the first one's."""
    if isinstance(error.orig, DeadlockDetected):
        return PersonTaken()
    found = TAKEN.get(getattr(getattr(error.orig, "diag", None), "constraint_name", None))
    return found() if found else error

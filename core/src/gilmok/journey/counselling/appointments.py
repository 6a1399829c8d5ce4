"""Appointments: booked, cancelled, listed by week."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now, today
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import GilmokError
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.case.queries import midnight
from gilmok.journey.counselling.appointment_models import NOT_TWICE_A_PERSON, NOT_TWICE_A_ROOM, Appointment
from gilmok.journey.counselling.revisions import newest, revise

WEEK = timedelta(days=7)
NOT_CANCELLED: dict[str, Any] = {"cancelled_at": None, "cancelled_by_id": None}


class PersonTaken(GilmokError):
    """This person has another appointment at that time."""


class RoomTaken(GilmokError):
    """This room is taken at that time."""


TAKEN: dict[str | None, type[GilmokError]] = {NOT_TWICE_A_PERSON: PersonTaken, NOT_TWICE_A_ROOM: RoomTaken}


@dataclass(frozen=True, kw_only=True)
class Booking:
    """What is booked: when and how long, with whom of the centre, by which way, in which room (or none)."""

    at: datetime
    minutes: int
    person_id: int
    channel: str
    room: str = ""


@dataclass(frozen=True)
class Line:
    """An appointment in a list; of the person it shows the number of their case only."""

    number: str
    case_id: int
    key: UUID
    at: datetime
    until: datetime
    who: str
    channel: str
    room: str
    centre_id: str
    cancelled: bool


def book(session: ViewerSession, case: Case, booking: Booking, *, by: Person) -> UUID:
    """Book an appointment and say under which key; raises PersonTaken or RoomTaken where the time is."""
    key = uuid4()
    made = Appointment(
        case_id=case.id, key=key, version=1, centre_id=case.centre_id, person_id=booking.person_id, at=booking.at,
        until=booking.at + timedelta(minutes=booking.minutes), channel=booking.channel, room=booking.room,
        made_at=now(), made_by_id=by.id,
    )
    in_free_time(session, lambda: session.add(made))
    cases.note(session, case, "appointment_booked", by=by, about={"at": booking.at.isoformat()})
    return key


def set_cancelled(session: ViewerSession, case: Case, key: UUID, *, cancelled: bool, by: Person) -> bool:
    """Cancel an appointment, or book it again after all; False where it was so already, or there is none.

    Raises PersonTaken or RoomTaken where its time is taken by now, and ChangedMeanwhile where somebody was quicker.
    """
    stands = newest(session, Appointment, case.id, key)
    if stands is None or (stands.cancelled_at is not None) is cancelled:
        return False
    moment = now()
    ended = {"cancelled_at": moment, "cancelled_by_id": by.id} if cancelled else NOT_CANCELLED
    written = {"made_at": moment, "made_by_id": by.id}
    in_free_time(session, lambda: revise(
        session, Appointment, case.id, key, version=stands.version, **ended, **written,
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
    except IntegrityError as error:
        taken = TAKEN.get(getattr(getattr(error.orig, "diag", None), "constraint_name", None))
        if taken is None:
            raise
        raise taken from error


def lines() -> Select[*tuple[Any, ...]]:
    """What a list shows of appointments, by time."""
    return (
        select(
            Case.number, Appointment.case_id, Appointment.key, Appointment.at, Appointment.until, Person.name,
            Appointment.channel, Appointment.room, Appointment.centre_id, Appointment.cancelled_at.is_not(None),
        )
        .join(Case, Case.id == Appointment.case_id)
        .join(Person, Person.id == Appointment.person_id)
        .where(Appointment.replaced_at.is_(None))
        .order_by(Appointment.at, Person.name)
    )


def of_case(session: ViewerSession, case: Case, *, key: UUID | None = None) -> list[Line]:
    """The appointments of a case from today on, cancelled ones among them; or the one of this key."""
    which = Appointment.at >= midnight(today()) if key is None else Appointment.key == key
    rows = session.execute(lines().where(Appointment.case_id == case.id, which))
    return [Line(*row) for row in rows]


def of_week(session: ViewerSession, monday: date, *, mine: bool) -> list[Line]:
    """The appointments of a week at one's centre, or one's own of them."""
    query = lines().where(
        Appointment.centre_id == session.viewer.centre, Case.centre_id == session.viewer.centre,
        Appointment.cancelled_at.is_(None), Appointment.at >= midnight(monday),
        Appointment.at < midnight(monday + WEEK),
    )
    if mine:
        query = query.where(Appointment.person_id == session.viewer.person)
    return [Line(*row) for row in session.execute(query)]

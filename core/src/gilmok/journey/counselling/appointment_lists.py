"""Appointments as lists show them: of a case, of a centre's week, of one's own calendar."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import aliased

from gilmok.ground.access.models import Person
from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.case.queries import midnight
from gilmok.journey.counselling.appointment_models import Appointment

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True)
class Line:
    """An appointment in a list, with where it was before; of the person it shows the number of their case only."""

    number: str
    case_id: int
    key: UUID
    version: int
    replaced: bool
    at: datetime
    until: datetime
    person_id: int
    who: str
    channel: str
    room: str
    note: bytes | None
    centre_id: str
    cancelled: bool
    written_at: datetime
    writer: str
    before: tuple["Line", ...] = ()

    @property
    def place(self) -> tuple[Any, ...]:
        """When, where and with whom it is, and its note, which is sealed anew with each move."""
        return self.at, self.until, self.person_id, self.channel, self.room, self.centre_id, self.note


_writer = aliased(Person)


def lines() -> Select[*tuple[Any, ...]]:
    """What a list shows of appointments, by time; and of what they were before."""
    return (
        select(
            Case.number, Appointment.case_id, Appointment.key, Appointment.version,
            Appointment.replaced_at.is_not(None), Appointment.at, Appointment.until, Appointment.person_id,
            Person.name, Appointment.channel, Appointment.room, Appointment.note, Appointment.centre_id,
            Appointment.cancelled_at.is_not(None), Appointment.made_at, _writer.name,
        )
        .join(Case, Case.id == Appointment.case_id)
        .join(Person, Person.id == Appointment.person_id)
        .join(_writer, _writer.id == Appointment.made_by_id)
        .order_by(Appointment.at, Person.name)
    )


def of_case(session: ViewerSession, case: Case, *, key: UUID | None = None) -> list[Line]:
    """The appointments of a case from today on, cancelled ones among them; or the one of this key."""
    rows = [Line(*row) for row in session.execute(lines().where(Appointment.case_id == case.id))]
    shown = (each.key == key if key else each.at >= midnight(today()) for each in rows)
    return [
        replace(each, before=former(each.key, rows))
        for each, is_shown in zip(rows, shown, strict=True) if is_shown and not each.replaced
    ]


def former(key: UUID, rows: list[Line]) -> tuple[Line, ...]:
    """Where the appointment of this key was before, the latest first."""
    versions = sorted((each for each in rows if each.key == key), key=lambda each: -each.version)
    return tuple(was for later, was in pairwise(versions) if was.place != later.place)


def of_days(session: ViewerSession, first: date, days: timedelta, *, person: int | None = None) -> list[Line]:
    """The appointments at one's centre from a day on for so many days, or those with this person."""
    query = here(session).where(Appointment.cancelled_at.is_(None), begins(Appointment, first, days))
    if person is not None:
        query = query.where(Appointment.person_id == person)
    return [Line(*row) for row in session.execute(query)]


def here(session: ViewerSession) -> Select[*tuple[Any, ...]]:
    """The appointments of one's centre as they stand."""
    centre = session.viewer.centre
    return lines().where(Appointment.centre_id == centre, Case.centre_id == centre, Appointment.replaced_at.is_(None))


def begins(row: Any, first: date, days: timedelta) -> ColumnElement[bool]:
    """Whether an appointment begins on one of so many days."""
    found: ColumnElement[bool] = (row.at >= midnight(first)) & (row.at < midnight(first + days))
    return found


def for_calendar(session: ViewerSession, monday: date) -> list[Line]:
    """One's own week for a calendar that has read an earlier one: also what was in it and is elsewhere, with someone
    else or cancelled by now, each as it stands. What somebody else has now is cancelled in one's own calendar."""
    me, was = session.viewer.person, aliased(Appointment)
    mine = exists().where(
        was.case_id == Appointment.case_id, was.key == Appointment.key, was.person_id == me, begins(was, monday, WEEK),
    )
    rows = [Line(*row) for row in session.execute(here(session).where(mine))]
    return [replace(each, cancelled=each.cancelled or each.person_id != me) for each in rows]

"""Appointments: nobody and no room can be booked twice at a time, which PostgreSQL itself sees to."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base
from gilmok.journey.counselling.revisions import Revised

# Whole numbers and texts have no index of this kind without an extension; ranges of a single number have one.
PERSON = text("int8range(person_id, person_id, '[]')")
_room = "hashtextextended(centre_id || '/' || room, 0)"
ROOM = text(f"numrange({_room}, {_room}, '[]')")
TIME = text("tstzrange(at, until)")
STANDS = "cancelled_at IS NULL AND replaced_at IS NULL"
NOT_TWICE_A_PERSON, NOT_TWICE_A_ROOM = "ex_appointment_person", "ex_appointment_room"


class Appointment(Revised, Base):
    """That someone of a centre meets the person of a case: from when until when, by which way, in which room (empty
    where it takes none), with a sealed note.

    One that was cancelled takes no time, nor does what was before it was moved: each change is a row of its own, and
    its `made_at` says when.
    """

    __tablename__ = "appointment"
    __table_args__ = (
        ExcludeConstraint(
            (PERSON, "&&"), (TIME, "&&"), name=NOT_TWICE_A_PERSON, where=text(STANDS),
        ),
        ExcludeConstraint(
            (ROOM, "&&"), (TIME, "&&"), name=NOT_TWICE_A_ROOM, where=text(f"{STANDS} AND room <> ''"),
        ),
        Index(None, "centre_id", "at"),
        {"info": {"web": "SELECT, INSERT, UPDATE (replaced_at)", "rows": "case"}},
    )

    case_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"), primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    until: Mapped[datetime]
    channel: Mapped[str]
    room: Mapped[str]
    note: Mapped[bytes | None]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    cancelled_at: Mapped[datetime | None]
    cancelled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

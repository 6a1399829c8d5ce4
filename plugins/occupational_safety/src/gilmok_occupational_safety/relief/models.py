"""Relief measures of a case, and their counts, which name no case."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base, OfCase


class Measure(OfCase, Base):
    """What was arranged for the person of a case: of which kind, with whom, with what consent, and when it is asked
    what came of it (`due_on`). The note and what came of it are sealed. Without a `result` it is still open."""

    __tablename__ = "occupational_safety_measure"
    __table_args__ = (
        Index(None, "case_id"),
        {"info": {"web": "SELECT, INSERT, UPDATE (result, ended_on, wrapped, fields, version)", "rows": "case"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"))
    case_number: Mapped[str]
    kind: Mapped[str]
    sent_to: Mapped[str]
    consent: Mapped[str]
    begun_on: Mapped[date]
    due_on: Mapped[date]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    result: Mapped[str | None]
    ended_on: Mapped[date | None]
    wrapped: Mapped[bytes]
    fields: Mapped[bytes]
    version: Mapped[int]


class MeasureCount(Base):
    """That somewhere in a region a measure was arranged (`result` None) or came to its end, on the first day of a
    quarter: for counting, without the case."""

    __tablename__ = "occupational_safety_measure_count"
    __table_args__ = (
        Index(None, "quarter"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    region: Mapped[str]
    quarter: Mapped[date]
    kind: Mapped[str]
    result: Mapped[str | None]

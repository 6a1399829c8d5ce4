"""The days from which a case's time limits run, and which limits are met or dropped."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase


class CaseDay(OfCase, Base):
    """One day that counts for a case: what happened (`event`, a code of `starts.EVENTS`), on which day, and for a
    payday how much was not paid. A wrong one is taken back, never changed."""

    __tablename__ = "case_day"
    __table_args__ = (
        Index(None, "case_id"),
        {"info": {"web": "SELECT, INSERT, UPDATE (withdrawn_at)", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"))
    event: Mapped[str]
    day: Mapped[date]
    won: Mapped[int | None] = mapped_column(BigInteger)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class ClockEnd(OfCase, Base):
    """That a time limit of a case is met (what it asks for was done, on `ended_on`) or does not matter any more; the
    newest row of a limit and day counts."""

    __tablename__ = "clock_end"
    __table_args__ = (
        Index(None, "case_id"),
        {"info": {"web": "SELECT, INSERT", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"))
    limit: Mapped[str]
    event_day: Mapped[date]
    how: Mapped[str]
    ended_on: Mapped[date]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

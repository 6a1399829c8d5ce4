"""Openings that a centre knows, the guidance of people who look for work, and where they were placed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base
from gilmok.programmes.people.models import OF_NAME, OF_PERSON

# What is told of an opening, and so may be told otherwise later.
TOLD = (
    "employer", "through", "work", "district", "place", "hours", "pay", "pay_unit", "hours_day", "hours_week",
    "conditions", "source", "valid_until", "public",
)


def _by() -> Mapped[int]:
    return mapped_column(ForeignKey("person.id"))


def _owned(*columns: str, of: str) -> Any:
    return ForeignKeyConstraint([*columns], [f"{of}.id", f"{of}.centre_id"], ondelete="CASCADE")


class JobOpening(Base):
    """A job that a centre knows of. `through`: whether the centre knows it from the employer or through the employment
    centre. Everybody may read one that is public, not closed and still valid, else its own centre only."""

    __tablename__ = "job_opening"
    __table_args__ = (
        UniqueConstraint("id", "centre_id"),
        Index(None, "centre_id", "valid_until"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(TOLD)}, version, closed_at)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    employer: Mapped[str]
    through: Mapped[str]
    work: Mapped[str]
    district: Mapped[str]
    place: Mapped[str]
    hours: Mapped[str]
    pay: Mapped[int | None] = mapped_column(BigInteger)
    pay_unit: Mapped[str]
    hours_day: Mapped[Decimal | None] = mapped_column(Numeric(4, 2))
    hours_week: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    conditions: Mapped[str]
    source: Mapped[str]
    valid_until: Mapped[date]
    public: Mapped[bool]
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = _by()
    closed_at: Mapped[datetime | None] = mapped_column(default=None)


class Guidance(Base):
    """A session of job guidance, by its day; what was said is in `GuidanceText`. `next_on`: when the next step is to be
    done, `done_at`: that it was. `linked`: what was pointed out, a course of a centre (`gathering_id`) among it."""

    __tablename__ = "guidance"
    __table_args__ = (
        UniqueConstraint("id", "centre_id"),
        ForeignKeyConstraint(*OF_PERSON, ondelete="CASCADE"),
        Index(None, "served_id", "id"),
        Index(None, "centre_id", "next_on", postgresql_where="done_at IS NULL"),
        {"info": {"web": "SELECT, INSERT, UPDATE (done_at)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    served_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    on: Mapped[date]
    next_on: Mapped[date | None]
    linked: Mapped[list[str]]
    gathering_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("gathering.id"))
    at: Mapped[datetime]
    by_id: Mapped[int] = _by()
    done_at: Mapped[datetime | None] = mapped_column(default=None)


class GuidanceText(Base):
    """What was discussed in a session and what was agreed, sealed with the person's key."""

    __tablename__ = "guidance_text"
    __table_args__ = (
        ForeignKeyConstraint(*OF_NAME, ondelete="CASCADE"),
        _owned("guidance_id", "centre_id", of="guidance"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    guidance_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    served_id: Mapped[int] = mapped_column(BigInteger, index=True)
    centre_id: Mapped[str]
    said: Mapped[bytes]
    agreed: Mapped[bytes | None]


class Placement(Base):
    """That an opening was proposed to somebody, and how that stands. `hired_on`: the first day of work."""

    __tablename__ = "placement"
    __table_args__ = (
        UniqueConstraint("id", "centre_id"),
        ForeignKeyConstraint(*OF_PERSON, ondelete="CASCADE"),
        _owned("opening_id", "centre_id", of="job_opening"),
        Index(None, "served_id", "id"),
        Index(None, "centre_id", "hired_on"),
        {"info": {"web": "SELECT, INSERT, UPDATE (state, hired_on, version)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    served_id: Mapped[int] = mapped_column(BigInteger)
    opening_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    state: Mapped[str]
    hired_on: Mapped[date | None] = mapped_column(default=None)
    version: Mapped[int] = mapped_column(default=1)
    at: Mapped[datetime]
    by_id: Mapped[int] = _by()


class PlacementMove(Base):
    """That a placement moved to a state on a day, and why; never changed."""

    __tablename__ = "placement_move"
    __table_args__ = (
        _owned("placement_id", "centre_id", of="placement"),
        Index(None, "placement_id", "id"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    placement_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    state: Mapped[str]
    on: Mapped[date]
    reason: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int] = _by()


class PlacementCheck(Base):
    """Whether somebody who was hired was still there so many months after; that it is not known is an answer."""

    __tablename__ = "placement_check"
    __table_args__ = (
        _owned("placement_id", "centre_id", of="placement"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    placement_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    months: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    centre_id: Mapped[str]
    answer: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int] = _by()

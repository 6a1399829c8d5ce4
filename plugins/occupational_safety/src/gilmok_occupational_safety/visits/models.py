"""Visits to workplaces, each move of one, and the recommendations that were made there.

The workplace's name, whom to call, what was seen and what was recommended are sealed, and gone once their time is over
(`erasing.py`). A visit names no case.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base


def of_visit() -> ForeignKey:
    """A column that names a visit."""
    return ForeignKey("occupational_safety_visit.id", ondelete="CASCADE")


class Visit(Base):
    """A visit: `centre_id` is the centre of the region's hub, which makes it; `from_centre_id` asked for it. `visit_on`
    is the day that is proposed, agreed, or on which it took place."""

    __tablename__ = "occupational_safety_visit"
    __table_args__ = (
        Index(None, "centre_id", "state"), Index(None, "from_centre_id"),
        {"info": {"web": "SELECT, INSERT, UPDATE (state, visit_on, consent, reason, version)", "rows": "centre"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    from_centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    region: Mapped[str]
    district: Mapped[str]
    industry: Mapped[str]
    purpose: Mapped[str]
    asked_by: Mapped[str]
    agency: Mapped[str | None]
    asked_on: Mapped[date]
    state: Mapped[str]
    visit_on: Mapped[date | None]
    consent: Mapped[str]
    reason: Mapped[str | None]
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("occupational_safety_near_miss.id"))
    wrapped: Mapped[bytes | None]
    fields: Mapped[bytes | None]
    version: Mapped[int]


class VisitMove(Base):
    """One move of a visit to a state, by whom and when; its note, and what was found, sealed. Never changed."""

    __tablename__ = "occupational_safety_visit_move"
    __table_args__ = (Index(None, "visit_id"), {"info": {"web": "SELECT, INSERT", "rows": "visit"}})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(of_visit())
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    state: Mapped[str]
    visit_on: Mapped[date | None]
    reason: Mapped[str | None]
    wrapped: Mapped[bytes]
    fields: Mapped[bytes]


class Advice(Base):
    """A recommendation: what is to be done at the workplace by `due_on`, and what came of it by then."""

    __tablename__ = "occupational_safety_advice"
    __table_args__ = (
        Index(None, "visit_id"), Index(None, "centre_id", "due_on"),
        {"info": {
            "web": "SELECT, INSERT, UPDATE (result, answered_on, wrapped, fields, version)", "rows": "centre",
        }},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(of_visit())
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    region: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    due_on: Mapped[date]
    result: Mapped[str | None]
    answered_on: Mapped[date | None]
    wrapped: Mapped[bytes | None]
    fields: Mapped[bytes | None]
    version: Mapped[int]

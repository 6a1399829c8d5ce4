"""Reports of harm and near misses: what was chosen, what was written, how each was checked. Nothing says who reported.

Days, and no times of day, and no case: so that what somebody did elsewhere at a minute is not found here again.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base, OfCase

CHECKED = "verdict, passed_to, same_as, checked_on, checked_by_id, version"


class NearMiss(Base):
    """What was reported, by codes; `centre_id` is the centre of the region's hub, `way` web, desk or case. The text,
    the place and the company's name are sealed in `fields`, and gone once their time is over (`erasing.py`). `same_as`:
    the report that told of the same event."""

    __tablename__ = "occupational_safety_near_miss"
    __table_args__ = (
        Index(None, "centre_id", "received_on"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({CHECKED})", "rows": "centre"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    region: Mapped[str]
    district: Mapped[str]
    received_on: Mapped[date]
    way: Mapped[str]
    kind: Mapped[str]
    hazard: Mapped[str]
    industry: Mapped[str]
    happened: Mapped[str]
    told_before: Mapped[str]
    danger_now: Mapped[bool]
    verdict: Mapped[str | None]
    passed_to: Mapped[str | None]
    same_as: Mapped[UUID | None] = mapped_column(ForeignKey("occupational_safety_near_miss.id"))
    checked_on: Mapped[date | None]
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    wrapped: Mapped[bytes | None]
    fields: Mapped[bytes | None]
    version: Mapped[int]


class NearMissCheck(Base):
    """One check of a report: what was decided, by whom, when, and a sealed note. Never changed."""

    __tablename__ = "occupational_safety_near_miss_check"
    __table_args__ = (Index(None, "report_id"), {"info": {"web": "SELECT, INSERT", "rows": "report"}})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("occupational_safety_near_miss.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    verdict: Mapped[str]
    passed_to: Mapped[str | None]
    wrapped: Mapped[bytes]
    fields: Mapped[bytes]


class MadeOfCase(OfCase, Base):
    """That something was made out of a case (`near_miss`, `visit`), and its number there. The report or visit itself
    does not name the case."""

    __tablename__ = "occupational_safety_made_of_case"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    on: Mapped[date]

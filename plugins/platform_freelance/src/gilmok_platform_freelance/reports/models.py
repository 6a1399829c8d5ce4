"""Reports of unfair treatment: what was chosen, what was written, how each was checked. Nothing says who reported.

Days, and no times of day: so that what somebody did elsewhere at a minute is not found here again. See
docs/decisions/0019-monitoring-without-names.md.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base

CHECKED = "company_id, verdict, authority, same_as, checked_on, checked_by_id, version"


def of_report() -> ForeignKey:
    """A column that names a report."""
    return ForeignKey("platform_freelance_report.id", ondelete="CASCADE")


class Report(Base):
    """What was reported, by codes: its hub's centre, region and district of the work, month, kind; `name_mark` and
    `number_mark` are keyed digests of the company as it was typed, `company_id` the company that a check found. `way`:
    web, desk or case. `same_as`: the report of the same event, or of the same person. `erased_on`: since when only what
    is counted is left of it (`erasing.py`)."""

    __tablename__ = "platform_freelance_report"
    __table_args__ = (
        Index(None, "centre_id", "received_on"), Index(None, "company_id"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({CHECKED})", "rows": "centre"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    region: Mapped[str]
    district: Mapped[str]
    received_on: Mapped[date]
    way: Mapped[str]
    language: Mapped[str]
    kind: Mapped[str]
    work: Mapped[str]
    month: Mapped[date | None]
    name_mark: Mapped[bytes]
    number_mark: Mapped[bytes | None]
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("platform_freelance_company.id"))
    verdict: Mapped[str | None]
    authority: Mapped[str | None]
    same_as: Mapped[UUID | None] = mapped_column(ForeignKey("platform_freelance_report.id"))
    checked_on: Mapped[date | None]
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int]
    erased_on: Mapped[date | None]


class ReportState(Base):
    """All that the reporter may look up, found by `proof`, a keyed digest of number and secret together. `done`: the
    latest step that was taken about the company."""

    __tablename__ = "platform_freelance_report_state"
    __table_args__ = (
        Index(None, "report_id", unique=True),
        {"info": {"web": "SELECT, INSERT, UPDATE (state, authority, done)", "rows": "centre"}},
    )

    proof: Mapped[bytes] = mapped_column(primary_key=True)
    report_id: Mapped[UUID] = mapped_column(of_report())
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    state: Mapped[str]
    authority: Mapped[str | None]
    done: Mapped[str | None]


class ReportWords(Base):
    """What was written, sealed under a key of its own: with the report (its id is the report's), or added later."""

    __tablename__ = "platform_freelance_report_words"
    __table_args__ = (
        Index(None, "report_id"),
        {"info": {"web": "SELECT, INSERT, UPDATE (read_on)", "rows": "report"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    report_id: Mapped[UUID] = mapped_column(of_report())
    on: Mapped[date]
    wrapped: Mapped[bytes]
    fields: Mapped[bytes]
    read_on: Mapped[date | None]


class ReportCheck(Base):
    """One check of a report: what was decided, by whom, when, and a sealed note. Never changed."""

    __tablename__ = "platform_freelance_report_check"
    __table_args__ = (Index(None, "report_id"), {"info": {"web": "SELECT, INSERT", "rows": "report"}})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    report_id: Mapped[UUID] = mapped_column(of_report())
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    verdict: Mapped[str]
    authority: Mapped[str | None]
    wrapped: Mapped[bytes]
    fields: Mapped[bytes]


class ReportedCase(Base):
    """A keyed digest of a case that was reported once, and the year. It names neither the case nor the report, and no
    day by which one would be found."""

    __tablename__ = "platform_freelance_reported"
    __table_args__ = ({"info": {"web": "SELECT, INSERT"}},)

    mark: Mapped[bytes] = mapped_column(primary_key=True)
    year: Mapped[int]

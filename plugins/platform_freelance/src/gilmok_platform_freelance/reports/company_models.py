"""Client companies, as a hub's centre keeps them: names sealed, for that of a sole trader is a person's."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base


def of_company() -> ForeignKey:
    """A column that names a company."""
    return ForeignKey("platform_freelance_company.id", ondelete="CASCADE")


class Company(Base):
    """A company that was reported: its sealed name and business number, gone once nothing that is kept names it
    (`erasing.py`). `merged_into`: the company that it turned out to be; taking that back empties it."""

    __tablename__ = "platform_freelance_company"
    __table_args__ = (
        Index(None, "centre_id"),
        {"info": {"web": "SELECT, INSERT, UPDATE (merged_into, version)", "rows": "centre"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    made_on: Mapped[date]
    wrapped: Mapped[bytes | None]
    fields: Mapped[bytes | None]
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("platform_freelance_company.id"))
    version: Mapped[int]


class CompanyMark(Base):
    """A keyed digest by which a company is found again: of a spelling of its name, or of its business number."""

    __tablename__ = "platform_freelance_company_mark"
    __table_args__ = (
        PrimaryKeyConstraint("centre_id", "mark"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    mark: Mapped[bytes]
    company_id: Mapped[UUID] = mapped_column(of_company())


class AlertRule(Base):
    """When an alert is raised, from version 1 on as the city set it; the newest holds."""

    __tablename__ = "platform_freelance_alert_rule"
    __table_args__ = ({"info": {"web": "SELECT, INSERT"}},)

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    least: Mapped[int]
    days: Mapped[int]
    times: Mapped[int]
    rise_least: Mapped[int]
    set_on: Mapped[date]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    note: Mapped[str]


class Alert(Base):
    """That a company was reported so often that somebody has to act: why, on how many reports, under which version of
    the rule; and how far it is worked on."""

    __tablename__ = "platform_freelance_alert"
    __table_args__ = (
        Index(None, "centre_id", "raised_on"), Index(None, "company_id"),
        {"info": {"web": "SELECT, INSERT, UPDATE (state, last_step, closed_on, version)", "rows": "centre"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    company_id: Mapped[UUID] = mapped_column(of_company())
    why: Mapped[str]
    count: Mapped[int]
    reporters: Mapped[int]
    rule_version: Mapped[int]
    raised_on: Mapped[date]
    state: Mapped[str]
    last_step: Mapped[str | None]
    closed_on: Mapped[date | None]
    version: Mapped[int]


class AlertStep(Base):
    """What was done about an alert: by whom, when, with a sealed note. Never changed."""

    __tablename__ = "platform_freelance_alert_step"
    __table_args__ = (Index(None, "alert_id"), {"info": {"web": "SELECT, INSERT", "rows": "alert"}})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    alert_id: Mapped[UUID] = mapped_column(ForeignKey("platform_freelance_alert.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    step: Mapped[str]
    authority: Mapped[str | None]
    wrapped: Mapped[bytes]
    fields: Mapped[bytes]

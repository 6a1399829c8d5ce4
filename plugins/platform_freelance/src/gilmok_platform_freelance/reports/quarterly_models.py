"""The quarterly report: what a centre writes, what an official lets be named, and what was published."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base

WRITTEN = "summary, proposals, change, state, written_by_id, named, named_by_id, version"


class Quarterly(Base):
    """A quarter's report of a centre on some regions. `written_by_id`: who wrote it last, who is not the one to publish
    it. `named`: the companies that an official lets be named, by their ids."""

    __tablename__ = "platform_freelance_quarterly"
    __table_args__ = ({"info": {"web": f"SELECT, INSERT, UPDATE ({WRITTEN})", "rows": "centre"}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    year: Mapped[int]
    quarter: Mapped[int]
    regions: Mapped[list[str]]
    summary: Mapped[str]
    proposals: Mapped[str]
    change: Mapped[str]
    state: Mapped[str]
    written_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    named: Mapped[list[str]]
    named_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int]


class PublishedQuarterly(Base):
    """A published report: what anybody may read, as it was on that day. A change is a new version."""

    __tablename__ = "platform_freelance_published"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "published"}},)

    code: Mapped[str] = mapped_column(ForeignKey("platform_freelance_quarterly.code"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    published_on: Mapped[date]
    written_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    published_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    change: Mapped[str]
    body: Mapped[dict[str, Any]]

"""Policy notes, and each version of one: what stood there, and which of them anybody may read."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base

WRITTEN = (
    "title", "programme", "region", "issue", "evidence", "reports", "proposal", "to_whom", "state", "answer",
)


class PolicyNote(Base):
    """What a centre, or the city where `centre_id` is None, proposes to whom, and what was answered, as it stands now.

    `evidence`: figures with their source, `reports`: the codes of published survey reports.
    """

    __tablename__ = "policy_note"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'adopted', 'published', 'answered')", name="state"),
        Index(None, "centre_id"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(WRITTEN)}, version)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    centre_id: Mapped[str | None] = mapped_column(ForeignKey("centre.code"))
    title: Mapped[str]
    programme: Mapped[str]
    region: Mapped[str]
    issue: Mapped[str]
    evidence: Mapped[list[dict[str, Any]]]
    reports: Mapped[list[str]]
    proposal: Mapped[str]
    to_whom: Mapped[str]
    state: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class PolicyNoteVersion(Base):
    """A policy note as it was kept at this version; with a day it is published, and everybody's from then on."""

    __tablename__ = "policy_note_version"
    __table_args__ = (
        Index(None, "key"),
        Index(None, "published_on", postgresql_where="published_on IS NOT NULL"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    note_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("policy_note.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[UUID]
    centre_id: Mapped[str | None] = mapped_column(ForeignKey("centre.code"))
    programme: Mapped[str]
    region: Mapped[str]
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    published_on: Mapped[date | None]
    change: Mapped[str]
    body: Mapped[dict[str, Any]]

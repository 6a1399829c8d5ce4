"""Talks with the person of a case, the drafts of what is being written of them, and what is to be done."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase
from gilmok.journey.counselling.revisions import Revised


def _case() -> ForeignKey:
    return ForeignKey("case_file.id", ondelete="CASCADE")


def _person() -> ForeignKey:
    return ForeignKey("person.id")


class Consultation(OfCase, Base):
    """One talk as it was written down: `version` 1 when it was new, one more with each correction.

    Nothing of it is ever changed: a correction is a row of its own, and the newest row of a `key` is what counts.
    Talks, people and `topics` are three counts.
    """

    __tablename__ = "consultation"
    __table_args__ = (
        Index(None, "case_id", "at"),
        {"info": {"web": "SELECT, INSERT", "rows": "case"}},
    )

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    key: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())
    channel: Mapped[str]
    minutes: Mapped[int | None]
    topics: Mapped[list[str]]
    advised: Mapped[bytes | None]
    they_do: Mapped[bytes | None]
    we_do: Mapped[bytes | None]
    written_at: Mapped[datetime]
    written_by_id: Mapped[int] = mapped_column(_person())


class ConsultationDraft(OfCase, Base):
    """What someone has typed so far of a talk, sealed with the case's key; `fields` is empty once it is kept."""

    __tablename__ = "consultation_draft"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (saved_at, fields)", "rows": "case"}},)

    person_id: Mapped[int] = mapped_column(_person(), primary_key=True, autoincrement=False)
    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    key: Mapped[UUID] = mapped_column(primary_key=True)
    saved_at: Mapped[datetime]
    fields: Mapped[bytes | None]


class Task(Revised, Base):
    """Something that a colleague has to do for a case, by a day or without one; its title is sealed. What it said
    before it was changed are rows of their own. `made_at` is when this version was written."""

    __tablename__ = "task"
    __table_args__ = (
        Index(None, "owner_id", "due_on", postgresql_where="done_at IS NULL AND replaced_at IS NULL"),
        {"info": {"web": "SELECT, INSERT, UPDATE (done_at, done_by_id, replaced_at)", "rows": "case"}},
    )

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    title: Mapped[bytes]
    owner_id: Mapped[int] = mapped_column(_person())
    due_on: Mapped[date | None]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(_person())
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[int | None] = mapped_column(_person())


class FollowUp(OfCase, Base):
    """What the person said some `days` after the case was closed: whether the money came, whether it is settled."""

    __tablename__ = "follow_up"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    closed_at: Mapped[datetime] = mapped_column(primary_key=True)
    days: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    money: Mapped[str]
    settled: Mapped[str]
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())


class StatusCheck(OfCase, Base):
    """What was answered to the questions of the status decision, codes only; the newest row is what counts."""

    __tablename__ = "status_check"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    key: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())
    answers: Mapped[dict[str, Any]]

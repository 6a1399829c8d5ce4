"""Foundings: how each stands, which an official may count; what is told of it and whom to call, the centre's own."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base
from gilmok.programmes.gatherings.models import of_gathering

CHANGING = (
    "kind", "joining", "handler_id", "gathering_id", "stage", "stage_on", "supplement_by", "due_on", "due_limit",
    "told_version", "version",
)
CONTACT = (
    "wrapped", "name", "phone", "consent_version", "consent_hash", "sensitive_version", "sensitive_hash", "at", "by_id",
)
OWN_LINES = {"info": {"web": "SELECT, INSERT", "rows": "centre"}}


def _person() -> ForeignKey:
    return ForeignKey("person.id")


def _of_founding() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["founding_id", "centre_id"], ["founding.id", "founding.centre_id"], ondelete="CASCADE",
    )


class Founding(Base):
    """How a founding stands. It names nobody and no workplace, for officials count it.

    `joining`: how many want to join, never who. `stage_on`: the day of the newest move, as it was put right last.
    `supplement_by`: by when the office wants the supplement, where its letter says so. `due_on`, `due_limit`: the
    nearest open time limit. `told_version`: which row of `FoundingTold` is told now. `version` counts changes.
    """

    __tablename__ = "founding"
    __table_args__ = (
        UniqueConstraint("id", "centre_id"),
        ForeignKeyConstraint(*of_gathering()),
        Index(None, "centre_id", "due_on"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(CHANGING)})", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    opened_on: Mapped[date]
    kind: Mapped[str]
    joining: Mapped[int]
    handler_id: Mapped[int | None] = mapped_column(_person())
    gathering_id: Mapped[int | None] = mapped_column(BigInteger)
    stage: Mapped[str]
    stage_on: Mapped[date]
    supplement_by: Mapped[date | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    due_limit: Mapped[str] = mapped_column(default="")
    told_version: Mapped[int] = mapped_column(default=1)
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(_person())


class FoundingTold(Base):
    """What was told of a founding from this version on; never changed. The working name is sealed: that a union is
    being prepared at a workplace must not get out."""

    __tablename__ = "founding_told"
    __table_args__ = (_of_founding(), OWN_LINES)

    founding_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    centre_id: Mapped[str]
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())
    wrapped: Mapped[bytes]
    name: Mapped[bytes]
    told: Mapped[dict[str, Any]]


class FoundingContact(Base):
    """Who is called: sealed with a key of its own, with the texts of both consents; empty once it was erased."""

    __tablename__ = "founding_contact"
    __table_args__ = (
        _of_founding(),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(CONTACT)})", "rows": "centre"}},
    )

    founding_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    centre_id: Mapped[str]
    wrapped: Mapped[bytes | None]
    name: Mapped[bytes | None]
    phone: Mapped[bytes | None]
    consent_version: Mapped[str]
    consent_hash: Mapped[str]
    sensitive_version: Mapped[str]
    sensitive_hash: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(_person())


class FoundingMove(Base):
    """A move from one stage to another, or a day put right (both stages alike); never changed."""

    __tablename__ = "founding_move"
    __table_args__ = (_of_founding(), Index(None, "founding_id"), OWN_LINES)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    founding_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    from_stage: Mapped[str | None]
    to_stage: Mapped[str]
    on: Mapped[date]
    until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())


class FoundingTick(Base):
    """That somebody ticked a line of a checklist, or took the tick away; the newest word counts."""

    __tablename__ = "founding_tick"
    __table_args__ = (_of_founding(), Index(None, "founding_id"), OWN_LINES)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    founding_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    item: Mapped[str]
    done: Mapped[bool]
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())


class FoundingPractice(Base):
    """An unfair labour practice that was told of: its day starts the time for relief, `ending` says what came of it."""

    __tablename__ = "founding_practice"
    __table_args__ = (
        _of_founding(), Index(None, "founding_id"),
        {"info": {"web": "SELECT, INSERT, UPDATE (ending, ended_at, ended_by_id)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    founding_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    on: Mapped[date]
    kind: Mapped[str]
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())
    ending: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_by_id: Mapped[int | None] = mapped_column(_person(), default=None)


class FoundingTalk(Base):
    """What was talked about and advised, sealed with a key of its own; never changed."""

    __tablename__ = "founding_talk"
    __table_args__ = (_of_founding(), Index(None, "founding_id"), OWN_LINES)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    founding_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    on: Mapped[date]
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())
    wrapped: Mapped[bytes]
    text: Mapped[bytes]

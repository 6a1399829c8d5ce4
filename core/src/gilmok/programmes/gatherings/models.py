"""Gatherings: courses and events of a centre, and how each was announced before."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base

# What is told of a gathering, and so may be told otherwise later.
TOLD = (
    "title", "kind", "programme", "about", "for_whom", "places", "sessions", "starts_at", "ends_at", "open_until",
    "public",
)
CHANGING = (*TOLD, "version", "published_at", "cancelled_at", "cancel_reason")


def _person() -> ForeignKey:
    return ForeignKey("person.id")


def of_gathering() -> tuple[list[str], list[str]]:
    """The columns by which a row belongs to a gathering, and to that gathering's centre."""
    return ["gathering_id", "centre_id"], ["gathering.id", "gathering.centre_id"]


class Gathering(Base):
    """A course or an event: what is told of it now, and how it stands. It names nobody.

    `sessions` are `rules.Session` as JSON; `starts_at` and `ends_at` repeat the first beginning and the last end, for
    lists. `places`: None where there is room for everybody. `version` counts changes, so that two who save at once do
    not overwrite each other. Everybody may read one that is public and published, else its own centre only.
    """

    __tablename__ = "gathering"
    __table_args__ = (
        UniqueConstraint("id", "centre_id"),
        Index(None, "centre_id", "starts_at"),
        Index(None, "ends_at"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(CHANGING)})", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    title: Mapped[str]
    kind: Mapped[str]
    programme: Mapped[str]
    about: Mapped[str]
    for_whom: Mapped[str]
    places: Mapped[int | None]
    sessions: Mapped[list[dict[str, Any]]]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    open_until: Mapped[date | None]
    public: Mapped[bool]
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(_person())
    published_at: Mapped[datetime | None] = mapped_column(default=None)
    cancelled_at: Mapped[datetime | None] = mapped_column(default=None)
    cancel_reason: Mapped[str] = mapped_column(default="")


class GatheringRevision(Base):
    """What was told of a gathering from this version on, by whom; never changed."""

    __tablename__ = "gathering_revision"
    __table_args__ = (
        ForeignKeyConstraint(*of_gathering(), ondelete="CASCADE"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    gathering_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    centre_id: Mapped[str]
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())
    told: Mapped[dict[str, Any]]

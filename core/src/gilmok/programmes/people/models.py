"""People served beside or without a case: a line that names nobody, who they are, sealed, and what they agreed to."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base

OF_PERSON = (["served_id", "centre_id"], ["served_person.id", "served_person.centre_id"])
# What is sealed with a person's key goes when their name goes.
OF_NAME = (["served_id", "centre_id"], ["served_name.served_id", "served_name.centre_id"])


class ServedPerson(Base):
    """That a centre serves somebody. `who` is the keyed digest by which people are counted once, the same as in the
    ledger of registrations; a random number when nothing else is kept of them (`erased`). `last_on`: the last day on
    which something was written about them, from which the time of erasing is counted."""

    __tablename__ = "served_person"
    __table_args__ = (
        UniqueConstraint("id", "centre_id"),
        Index(None, "who"),
        Index(None, "centre_id", "last_on"),
        {"info": {"web": "SELECT, INSERT, UPDATE (last_on)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    who: Mapped[bytes]
    erased: Mapped[bool] = mapped_column(default=False, server_default="false")
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    last_on: Mapped[date]


class ServedName(Base):
    """Who it is, sealed with a key of their own; `*_index` find an equal value without telling it."""

    __tablename__ = "served_name"
    __table_args__ = (
        ForeignKeyConstraint(*OF_PERSON, ondelete="CASCADE"),
        UniqueConstraint("served_id", "centre_id"),
        Index(None, "centre_id", "phone_index"),
        Index(None, "centre_id", "name_index"),
        {"info": {"web": "SELECT, INSERT, DELETE", "rows": "centre"}},
    )

    served_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    centre_id: Mapped[str]
    wrapped: Mapped[bytes]
    name: Mapped[bytes]
    name_index: Mapped[bytes]
    phone: Mapped[bytes | None]
    phone_index: Mapped[bytes | None]
    email: Mapped[bytes | None]


class ServedConsent(Base):
    """What somebody was asked to agree to, by kind, and what they said; the newest counts, none is changed."""

    __tablename__ = "served_consent"
    __table_args__ = (
        ForeignKeyConstraint(*OF_PERSON, ondelete="CASCADE"),
        Index(None, "served_id", "id"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    served_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    kind: Mapped[str]
    given: Mapped[bool]
    text_version: Mapped[str]
    text_hash: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

"""What somebody sent online, what they may look up of it, and what they added; see docs/public-pages.md for who may
read which of these."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase

HANDLED = "opened_at, opened_by_id, ended_at, ended_by_id, ending, wrapped, fields"


class OnlineRequest(Base):
    """A request that waits for a counsellor of one centre. What was typed is sealed under a key of its own, and both
    are gone once it is a case. `ending`: `taken_in`, or why it became no case."""

    __tablename__ = "online_request"
    __table_args__ = (
        Index(None, "centre_id", "sent_at", postgresql_where="ended_at IS NULL"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({HANDLED})"}},
    )

    key: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    sent_at: Mapped[datetime]
    language: Mapped[str]
    topic: Mapped[str]
    urgency: Mapped[str]
    wrapped: Mapped[bytes | None]
    fields: Mapped[bytes | None]
    opened_at: Mapped[datetime | None]
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ending: Mapped[str | None]


class RequestState(Base):
    """All that the person may look up: how their request stands, and with which centre. Found by `proof`, a keyed
    digest of number and secret together; the database shows nobody a row whose proof they do not bring."""

    __tablename__ = "request_state"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (state)"}},)

    proof: Mapped[bytes] = mapped_column(primary_key=True)
    request_key: Mapped[UUID] = mapped_column(ForeignKey("online_request.key", ondelete="CASCADE"), unique=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    state: Mapped[str]


class RequestMessage(Base):
    """What the person added later: sealed text and phone number. `read_at`: when somebody of the centre took note."""

    __tablename__ = "request_message"
    __table_args__ = (
        Index(None, "request_key"),
        {"info": {"web": "SELECT, INSERT, UPDATE (read_at, read_by_id)"}},
    )

    key: Mapped[UUID] = mapped_column(primary_key=True)
    request_key: Mapped[UUID] = mapped_column(ForeignKey("online_request.key", ondelete="CASCADE"))
    at: Mapped[datetime]
    wrapped: Mapped[bytes]
    fields: Mapped[bytes]
    read_at: Mapped[datetime | None]
    read_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class RequestCase(OfCase, Base):
    """That a case came of a request, whose number and day it repeats for the centre that has the case."""

    __tablename__ = "request_case"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    case_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"), primary_key=True)
    request_key: Mapped[UUID] = mapped_column(ForeignKey("online_request.key"), unique=True)
    number: Mapped[str]
    sent_at: Mapped[datetime]

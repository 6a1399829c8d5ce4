"""Who comes to a gathering: the ledger of places, which names nobody; who they are, sealed; and who was there."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base
from gilmok.programmes.gatherings.models import of_gathering

OF_REGISTRATION = ("registration_id", "gathering_id", "centre_id")
REGISTRATION = ("registration.id", "registration.gathering_id", "registration.centre_id")


class Registration(Base):
    """A line of the ledger: that somebody has a place, waits for one, or cancelled; in the order of its `id`.

    `who` is a keyed digest of the person (`people.who`), by which people are counted once; when nothing else is kept
    of them any more it is a random number (`erased`). `number` is that of the slip. `consent_*` is the text that was
    agreed to. `by_id`: who wrote it at the desk, None where the person did. `intake_key`: the intake begun from it.
    """

    __tablename__ = "registration"
    __table_args__ = (
        UniqueConstraint("id", "gathering_id", "centre_id"),
        ForeignKeyConstraint(*of_gathering(), ondelete="CASCADE"),
        Index(None, "gathering_id", "id"),
        Index(None, "who"),
        Index(None, "intake_key", postgresql_where="intake_key IS NOT NULL"),
        {"info": {"web": "SELECT, INSERT, UPDATE (state, moved_up_at, cancelled_at, intake_key)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    gathering_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str]
    who: Mapped[bytes]
    erased: Mapped[bool] = mapped_column(default=False, server_default="false")
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    consent_version: Mapped[str]
    consent_hash: Mapped[str]
    moved_up_at: Mapped[datetime | None] = mapped_column(default=None)
    cancelled_at: Mapped[datetime | None] = mapped_column(default=None)
    intake_key: Mapped[UUID | None] = mapped_column(default=None)


class Registrant(Base):
    """Whom a registration is of, sealed with a key of its own; `*_index` find an equal value without telling it."""

    __tablename__ = "registrant"
    __table_args__ = (
        ForeignKeyConstraint(OF_REGISTRATION, REGISTRATION, ondelete="CASCADE"),
        Index(None, "centre_id", "phone_index"),
        Index(None, "centre_id", "name_index"),
        {"info": {"web": "SELECT, INSERT, DELETE", "rows": "centre"}},
    )

    registration_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    gathering_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    wrapped: Mapped[bytes]
    name: Mapped[bytes]
    name_index: Mapped[bytes]
    phone: Mapped[bytes | None]
    phone_index: Mapped[bytes | None]
    email: Mapped[bytes | None]


class Attendance(Base):
    """Whether somebody was at a session, by the session's number; the newest word counts."""

    __tablename__ = "attendance"
    __table_args__ = (
        ForeignKeyConstraint(OF_REGISTRATION, REGISTRATION, ondelete="CASCADE"),
        {"info": {"web": "SELECT, INSERT, UPDATE (present, at, by_id)", "rows": "centre"}},
    )

    registration_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    session: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    gathering_id: Mapped[int] = mapped_column(BigInteger, index=True)
    centre_id: Mapped[str]
    present: Mapped[bool]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

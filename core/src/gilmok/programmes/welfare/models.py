"""The agencies that a centre knows, the links to them, and what was heard back."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base
from gilmok.programmes.people.models import OF_NAME, OF_PERSON

# What is told of an agency, and so may be told otherwise later.
TOLD = ("name", "needs", "about", "district", "phone", "since", "until", "checked_on")
OF_LINK = (["link_id", "centre_id"], ["welfare_link.id", "welfare_link.centre_id"])


def _by() -> Mapped[int]:
    return mapped_column(ForeignKey("person.id"))


class WelfareAgency(Base):
    """An agency in the centre's own directory: what it helps with (`needs`), from when until when, and when somebody
    last checked that this is so."""

    __tablename__ = "welfare_agency"
    __table_args__ = (
        UniqueConstraint("id", "centre_id"),
        Index(None, "centre_id"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(TOLD)}, version)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    name: Mapped[str]
    needs: Mapped[list[str]]
    about: Mapped[str]
    district: Mapped[str]
    phone: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    checked_on: Mapped[date]
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = _by()


class WelfareLink(Base):
    """That somebody was pointed or handed to an agency for a need; it names nobody.

    The agency is one of the centre's directory (`agency_id`) or one of the network's (`network_agency`). `consent_*`:
    the text by which handing over was agreed to, with the agency's name in it; empty where nothing was handed over.
    `due_on`: when to ask back, None once there is nothing more to ask. `result`: what is known of it now.
    """

    __tablename__ = "welfare_link"
    __table_args__ = (
        UniqueConstraint("id", "centre_id"),
        ForeignKeyConstraint(*OF_PERSON, ondelete="CASCADE"),
        ForeignKeyConstraint(["agency_id", "centre_id"], ["welfare_agency.id", "welfare_agency.centre_id"]),
        Index(None, "served_id", "id"),
        Index(None, "centre_id", "due_on"),
        {"info": {"web": "SELECT, INSERT, UPDATE (due_on, result, version)", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    served_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    need: Mapped[str]
    agency_id: Mapped[int | None] = mapped_column(BigInteger)
    network_agency: Mapped[str | None] = mapped_column(ForeignKey("agency.code"))
    how: Mapped[str]
    on: Mapped[date]
    by_id: Mapped[int] = _by()
    consent_version: Mapped[str]
    consent_hash: Mapped[str]
    sensitive_agreed: Mapped[bool | None]
    due_on: Mapped[date | None]
    result: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    at: Mapped[datetime]


class WelfareAnswer(Base):
    """What was heard when it was asked back: whether the person reached the agency, and what came of it."""

    __tablename__ = "welfare_answer"
    __table_args__ = (
        ForeignKeyConstraint(*OF_LINK, ondelete="CASCADE"),
        Index(None, "link_id", "id"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    link_id: Mapped[int] = mapped_column(BigInteger)
    centre_id: Mapped[str]
    on: Mapped[date]
    reached: Mapped[str]
    result: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int] = _by()


class WelfareNote(Base):
    """What was handed over to the agency, sealed with the person's key; gone with their name."""

    __tablename__ = "welfare_note"
    __table_args__ = (
        ForeignKeyConstraint(*OF_NAME, ondelete="CASCADE"),
        ForeignKeyConstraint(*OF_LINK, ondelete="CASCADE"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    link_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    served_id: Mapped[int] = mapped_column(BigInteger, index=True)
    centre_id: Mapped[str]
    handed: Mapped[bytes]

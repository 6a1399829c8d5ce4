"""Drafts of intakes, kept sealed on the server for the one who writes; and from where a case came."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase


class Draft(Base):
    """What was typed so far into one intake: the form's key, its wrapped data key, and the sealed fields as JSON."""

    __tablename__ = "intake_draft"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (saved_at, wrapped, fields), DELETE"}},)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, autoincrement=False)
    key: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    saved_at: Mapped[datetime]
    wrapped: Mapped[bytes]
    fields: Mapped[bytes]


class CaseOrigin(OfCase, Base):
    """That a case began at a gathering: its person had registered for it, and the intake was begun from there."""

    __tablename__ = "case_origin"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    case_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"), primary_key=True)
    gathering_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("gathering.id"), index=True)

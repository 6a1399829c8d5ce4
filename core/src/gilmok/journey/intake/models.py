"""Drafts of intakes: kept on the server while one writes, sealed, for the one who writes."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base


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

"""Official forms that a centre fills its documents into: what was uploaded, and since when which of them is used."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base


class CentreForm(Base):
    """An official form that was uploaded for a kind of document; its content lies sealed in the file store under
    `digest`, by a key of its own. Uploading alone changes no document."""

    __tablename__ = "centre_form"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "centre"}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"), index=True)
    document: Mapped[str]
    name: Mapped[str]
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(index=True)
    key: Mapped[bytes]
    added_at: Mapped[datetime]
    added_by: Mapped[int] = mapped_column(ForeignKey("person.id"))


class CentreFormUse(Base):
    """Since when a centre fills a kind of document into a form; without a form: that none is used any more.

    The newest row counts, and none is ever changed.

    `places`: which cell each blank goes to (`cells`), and which blank each word of the text means (`words`).
    """

    __tablename__ = "centre_form_use"
    __table_args__ = (
        Index(None, "centre_id", "document", "id"),
        {"info": {"web": "SELECT, INSERT", "rows": "centre"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    document: Mapped[str]
    form_id: Mapped[UUID | None] = mapped_column(ForeignKey("centre_form.id"), index=True)
    places: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

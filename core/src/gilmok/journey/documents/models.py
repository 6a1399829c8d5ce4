"""What documents of a case need beside the case itself, and what is attached to it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase


def _case() -> ForeignKey:
    return ForeignKey("case_file.id", ondelete="CASCADE")


def _person() -> ForeignKey:
    return ForeignKey("person.id")


class CasePaper(OfCase, Base):
    """What was typed for the documents of a case, blank by blank as sealed JSON, so that nothing is typed twice.

    `version` counts changes: of two people who save at once, one is told.
    """

    __tablename__ = "case_paper"
    __table_args__ = (
        {"info": {"web": "SELECT, INSERT, UPDATE (typed, version, changed_at, changed_by)", "rows": "case"}},
    )

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    typed: Mapped[bytes]
    version: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[int] = mapped_column(_person())


class Attachment(OfCase, Base):
    """A file that was attached to a case as evidence; its content lies sealed in the file store under `digest`.

    `name` is sealed, `kind` what the content was found to be. It is never deleted here: who removes it marks it so.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        {"info": {"web": "SELECT, INSERT, UPDATE (removed_at, removed_by, removed_why)", "rows": "case"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, _case(), index=True)
    name: Mapped[bytes]
    kind: Mapped[str]
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(index=True)
    added_at: Mapped[datetime]
    added_by: Mapped[int] = mapped_column(_person())
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[int | None] = mapped_column(_person())
    removed_why: Mapped[str | None]


class AttachmentRead(OfCase, Base):
    """That someone read an attachment."""

    __tablename__ = "attachment_read"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, _case(), index=True)
    attachment_id: Mapped[UUID] = mapped_column(ForeignKey("attachment.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(_person())
    at: Mapped[datetime]

"""What documents of a case need beside the case itself."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase


class CasePaper(OfCase, Base):
    """What was typed for the documents of a case, blank by blank as sealed JSON, so that nothing is typed twice.

    `version` counts changes: of two people who save at once, one is told.
    """

    __tablename__ = "case_paper"
    __table_args__ = (
        {"info": {"web": "SELECT, INSERT, UPDATE (typed, version, changed_at, changed_by)", "rows": "case"}},
    )

    case_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"), primary_key=True)
    typed: Mapped[bytes]
    version: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))

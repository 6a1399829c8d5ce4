"""What was computed for a case."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase


class CaseSum(OfCase, Base):
    """One calculation that was kept: which calculator, the inputs as they were typed, and what it told, in both
    languages, as it was on that day: a figure of the law that changes later changes nothing here."""

    __tablename__ = "case_sum"
    __table_args__ = (
        Index(None, "case_id"),
        {"info": {"web": "SELECT, INSERT", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"))
    calculator: Mapped[str]
    inputs: Mapped[dict[str, Any]]
    told: Mapped[dict[str, Any]]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

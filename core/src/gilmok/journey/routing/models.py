"""What was decided about a case, as it was decided, and the city's standing decisions between rules."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase

PROPOSED, OVERRIDDEN, SORTED = "proposed", "overridden", "sorted"


class DecisionReceipt(OfCase, Base):
    """One decision: `receipt` holds the facts, the versions of rulebook and activation, outcome and reasons, so that it
    can be replayed; `replayed_at` is when a job did so. `target` and `centre_id` say where the case went; where a
    person decided otherwise, `reason` is the code of why and `note` their sealed words."""

    __tablename__ = "decision"
    __table_args__ = (
        Index(None, "case_id", "id"),
        Index(None, "id", postgresql_where=f"kind = '{PROPOSED}' AND replayed_at IS NULL"),
        {"info": {"web": "SELECT, INSERT", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("case_file.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    status: Mapped[str]
    target: Mapped[str | None]
    centre_id: Mapped[str | None] = mapped_column(ForeignKey("centre.code"))
    receipt: Mapped[dict[str, Any]]
    reason: Mapped[str | None]
    note: Mapped[bytes | None]
    replayed_at: Mapped[datetime | None]


class PrecedenceRow(Base):
    """The city's standing decision that one target goes before another where rules of one band disagree; the newest row
    of a pair counts, and `withdrawn` takes it back."""

    __tablename__ = "routing_precedence"
    __table_args__ = ({"info": {"web": "SELECT, INSERT"}},)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    winner: Mapped[str]
    loser: Mapped[str]
    note: Mapped[str]
    withdrawn: Mapped[bool]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]

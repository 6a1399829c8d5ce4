"""Kinds of work, observed prices, versions of the unit prices, and comparisons kept with cases.

An observation names neither the worker nor the client. `giver` is a keyed digest of whatever tells one contract or one
sheet from another, or chance where nothing does: nobody reads a case number or a code of paper out of it.
"""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, LargeBinary, Numeric, text
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base, OfCase

KIND_CHANGES = "field_ko, field_en, name_ko, name_en, unit_ko, unit_en, active, version"
RELEASE_CHANGES = (
    "state, version, reviewed_by_id, reviewed_on, review, number, published_by_id, published_on, change, ended_on,"
    " reason"
)


class PriceKind(Base):
    """A kind of work with the unit that it is paid by, in a field; its `code` stays, its words may change."""

    __tablename__ = "platform_freelance_price_kind"
    __table_args__ = ({"info": {"web": f"SELECT, INSERT, UPDATE ({KIND_CHANGES})", "rows": "city"}},)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    field_ko: Mapped[str]
    field_en: Mapped[str]
    name_ko: Mapped[str]
    name_en: Mapped[str]
    unit_ko: Mapped[str]
    unit_en: Mapped[str]
    active: Mapped[bool]
    version: Mapped[int]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class PriceObservation(Base):
    """What one contract paid for one kind of work: of a centre, or of the city where `centre_id` is None."""

    __tablename__ = "platform_freelance_price_observation"
    __table_args__ = (
        CheckConstraint("won > 0 AND quantity > 0 AND unit_price > 0", name="positive"),
        Index(
            "uq_platform_freelance_price_observation_giver", "giver", "kind_id", "month", unique=True,
            postgresql_where=text("withdrawn_on IS NULL"),
        ),
        {"info": {"web": "SELECT, INSERT, UPDATE (withdrawn_on, withdrawn_why)", "rows": "centre"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str | None] = mapped_column(ForeignKey("centre.code"), index=True)
    kind_id: Mapped[int] = mapped_column(ForeignKey("platform_freelance_price_kind.id"), index=True)
    won: Mapped[Decimal] = mapped_column(Numeric(14, 0))
    quantity: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    unit_price: Mapped[Decimal] = mapped_column(Numeric(16, 2))
    month: Mapped[date]
    experience: Mapped[str]
    region: Mapped[str]
    source: Mapped[str]
    evidence: Mapped[bool]
    giver: Mapped[bytes] = mapped_column(LargeBinary)
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    withdrawn_why: Mapped[str | None]


class PriceRelease(Base):
    """Unit prices as they were worked out on a day: a draft, then reviewed, then a published version with a `number`.

    `method` and `body` never change: PostgreSQL lets the web write them once. Who reviewed is never who worked it out.
    """

    __tablename__ = "platform_freelance_price_release"
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft', 'returned', 'reviewed', 'published', 'replaced', 'withdrawn')", name="state",
        ),
        CheckConstraint("reviewed_by_id <> computed_by_id", name="four_eyes"),
        CheckConstraint("state = 'draft' OR reviewed_by_id IS NOT NULL", name="reviewed"),
        CheckConstraint(
            "(number IS NOT NULL) = (state IN ('published', 'replaced', 'withdrawn'))", name="numbered",
        ),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({RELEASE_CHANGES})", "rows": "city"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    state: Mapped[str]
    version: Mapped[int]
    method: Mapped[dict[str, Any]]
    body: Mapped[dict[str, Any]]
    computed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    computed_on: Mapped[date]
    reviewed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reviewed_on: Mapped[date | None]
    review: Mapped[str | None]
    number: Mapped[int | None] = mapped_column(unique=True)
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    published_on: Mapped[date | None]
    change: Mapped[str | None]
    ended_on: Mapped[date | None]
    reason: Mapped[str | None]


class PriceComparison(OfCase, Base):
    """What a case was paid beside a published unit price, with the figures as they stood on that day."""

    __tablename__ = "platform_freelance_price_comparison"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    at_version: Mapped[int]
    paid: Mapped[Decimal] = mapped_column(Numeric(16, 2))
    percent: Mapped[int] = mapped_column(BigInteger)
    basis: Mapped[dict[str, Any]]
    compared_on: Mapped[date]
    compared_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

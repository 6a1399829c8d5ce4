"""The panel of experts, how much of their month is given away, and what is counted of consultations without names."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base

EXPERT_CHANGES = (
    "profession, fields, regions, languages, ways, days, since, until, hours, wrapped, sealed, version"
)


class Expert(Base):
    """A tax accountant, lawyer or labour attorney of a centre's panel, or of the city's where `centre_id` is None. Who
    they are and how they are reached is sealed under a key of their own."""

    __tablename__ = "platform_freelance_expert"
    __table_args__ = (
        CheckConstraint("hours > 0", name="hours"),
        CheckConstraint("until IS NULL OR until >= since", name="period"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({EXPERT_CHANGES})", "rows": "panel"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str | None] = mapped_column(ForeignKey("centre.code"), index=True)
    profession: Mapped[str]
    fields: Mapped[list[str]]
    regions: Mapped[list[str]]
    languages: Mapped[list[str]]
    ways: Mapped[list[str]]
    days: Mapped[list[str]]
    since: Mapped[date]
    until: Mapped[date | None]
    hours: Mapped[int]
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[int]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class ExpertUse(Base):
    """How many minutes of an expert's month a consultation takes: for every centre that asks them, without the case.
    Its `id` is the consultation's."""

    __tablename__ = "platform_freelance_expert_use"
    __table_args__ = (
        Index(None, "expert_id", "month"),
        {"info": {"web": "SELECT, INSERT, UPDATE (month, minutes)", "rows": "panel"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    expert_id: Mapped[UUID] = mapped_column(ForeignKey("platform_freelance_expert.id", ondelete="CASCADE"))
    asked_on: Mapped[date]
    month: Mapped[date]
    minutes: Mapped[int]


class ExpertCount(Base):
    """What is counted of a consultation; it names nobody, and stays when the case is erased. Its `id` is the
    consultation's."""

    __tablename__ = "platform_freelance_expert_count"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (state, outcome, answered_on)", "rows": "panel"}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code"), index=True)
    profession: Mapped[str]
    fields: Mapped[list[str]]
    asked_on: Mapped[date]
    state: Mapped[str]
    outcome: Mapped[str | None]
    answered_on: Mapped[date | None]

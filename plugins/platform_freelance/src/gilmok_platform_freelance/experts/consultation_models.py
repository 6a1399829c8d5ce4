"""Consultations of experts in cases: the question, what happened when, written answers, letters to the client."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.modules.site import Base, OfCase
from gilmok_platform_freelance.experts.codes import STATES

CONSULTATION = "platform_freelance_consultation"
CHANGES = "state, answer_by, at, way, outcome, consent_ended_on, version"


class Consultation(OfCase, Base):
    """A question of a case to an expert. Sealed: the question, and what the person consented to hand over, to whom, for
    what and for how long; `consented_on` is None where nothing that tells who they are was handed over."""

    __tablename__ = CONSULTATION
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(repr(each) for each in STATES)})", name="state"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({CHANGES})", "rows": "case"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    case_number: Mapped[str]
    expert_id: Mapped[UUID] = mapped_column(ForeignKey("platform_freelance_expert.id"))
    fields: Mapped[list[str]]
    minutes: Mapped[int]
    state: Mapped[str]
    asked_on: Mapped[date]
    answer_by: Mapped[date]
    at: Mapped[datetime | None]
    way: Mapped[str | None]
    outcome: Mapped[str | None]
    consented_on: Mapped[date | None]
    consent_ended_on: Mapped[date | None]
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[int]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class ConsultationStep(OfCase, Base):
    """That a consultation came to a state on a day, and who noted it. Never changed."""

    __tablename__ = "platform_freelance_consultation_step"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    consultation_id: Mapped[UUID] = mapped_column(ForeignKey(f"{CONSULTATION}.id", ondelete="CASCADE"), index=True)
    state: Mapped[str]
    on: Mapped[date]
    noted_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class ExpertAnswer(OfCase, Base):
    """What an expert wrote, sealed; a correction is another version."""

    __tablename__ = "platform_freelance_expert_answer"
    __table_args__ = (
        UniqueConstraint("consultation_id", "number"), {"info": {"web": "SELECT, INSERT", "rows": "case"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    consultation_id: Mapped[UUID] = mapped_column(ForeignKey(f"{CONSULTATION}.id", ondelete="CASCADE"))
    number: Mapped[int]
    on: Mapped[date]
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class ClientLetter(OfCase, Base):
    """A draft of a demand or reply to the case's client, sealed; each time it is kept is another version."""

    __tablename__ = "platform_freelance_client_letter"
    __table_args__ = (UniqueConstraint("case_id", "number"), {"info": {"web": "SELECT, INSERT", "rows": "case"}})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"))
    number: Mapped[int]
    kind: Mapped[str]
    on: Mapped[date]
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

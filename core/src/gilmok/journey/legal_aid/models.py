"""Legal actions of a case, and what has happened in each; its events are only added, also where a day is put right."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base, OfCase


def _case() -> ForeignKey:
    return ForeignKey("case_file.id", ondelete="CASCADE")


# What may change of an action; its case and kind are what it was opened for.
CHANGING = (
    "state", "agency", "agency_reason", "handler_id", "filed_on", "receipt_number", "claimed", "recovered", "outcome",
    "version",
)


class LegalAction(OfCase, Base):
    """A petition, complaint, remedy application, accident claim or lawsuit of a case, and how it stands.

    `agency`: the code of the office; `agency_reason`: why it is another one than the district's. Amounts are in won.
    `version` counts changes, so that two people who save at once do not overwrite each other.
    """

    __tablename__ = "legal_action"
    __table_args__ = (
        Index(None, "case_id", "id"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(CHANGING)})", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, _case())
    kind: Mapped[str]
    subkind: Mapped[str]
    state: Mapped[str]
    agency: Mapped[str | None]
    agency_reason: Mapped[str | None]
    handler_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime]
    filed_on: Mapped[date | None]
    receipt_number: Mapped[str | None]
    claimed: Mapped[int | None] = mapped_column(BigInteger)
    recovered: Mapped[int | None] = mapped_column(BigInteger)
    outcome: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)


class LegalEvent(OfCase, Base):
    """One thing that happened in an action: `kind` is `advanced` (from one state to another), `corrected` (another
    event's day, see `corrects_id`) or `filled_in`. `event_day`: the day it is about, None where it is not known.
    `answers` holds codes, days and amounts only; the note is sealed."""

    __tablename__ = "legal_event"
    __table_args__ = (
        Index(None, "action_id", "id"),
        Index(None, "case_id"),
        {"info": {"web": "SELECT, INSERT", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, _case())
    action_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("legal_action.id", ondelete="CASCADE"))
    corrects_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("legal_event.id"))
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    from_state: Mapped[str | None]
    to_state: Mapped[str | None]
    event_day: Mapped[date | None]
    note: Mapped[bytes | None]
    answers: Mapped[dict[str, Any]]


USE_CHANGING = ("stage", "decided_on", "ended_on", "reason", "attorney", "version")


class AttorneyUse(OfCase, Base):
    """An application for the city's free attorney, and what became of it. `nature`: what makes it a first or a further
    use; `told_uses`: how often elsewhere, as the person says; `entitled`: what the conditions said on its day (None:
    something was not known). The attorney's name is sealed."""

    __tablename__ = "attorney_use"
    __table_args__ = (
        Index(None, "case_id", "id"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(USE_CHANGING)})", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, _case())
    kind: Mapped[str]
    nature: Mapped[str]
    stage: Mapped[str]
    applied_on: Mapped[date]
    decided_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    reason: Mapped[str | None]
    wage: Mapped[int | None] = mapped_column(BigInteger)
    in_need: Mapped[bool | None]
    told_uses: Mapped[int | None]
    told_end: Mapped[date | None]
    entitled: Mapped[bool | None]
    attorney: Mapped[bytes | None]
    version: Mapped[int] = mapped_column(default=1)

"""A case, who may see it, whom it is about, and what has happened to it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column, synonym

from gilmok.ground.db import Base, OfCase
from gilmok.journey.case.lists import NEVER


def _case() -> ForeignKey:
    return ForeignKey("case_file.id", ondelete="CASCADE")


def _person() -> ForeignKey:
    return ForeignKey("person.id")


def _centre() -> ForeignKey:
    return ForeignKey("centre.code")


# What may change of a case; the rest is as it was when the case was taken in.
CHANGING = (
    "centre_id", "handler_id", "stage", "topic", "region", "target", "urgency", "anonymous", "facts", "close_reason",
    "closed_at", "outcome", "recovered_won", "version", "due_on", "due_limit",
)
TOLD = ("name", "name_index", "phone", "phone_index", "email", "email_index", "address", "birth_year")


class Case(OfCase, Base):
    """A matter that someone brought to a desk of the network.

    `facts` holds codes, days and amounts only (fact code → value); whatever a person typed freely is sealed elsewhere.
    `outcome` and `recovered_won` are asked for at closing: 0 won is an answer, None with an outcome is 'not known'.
    `centre_id` has the case; `intake_centre_id` took it in. `version` counts changes, so that two people who
    save at once do not overwrite each other. `due_on` is the safe day of its nearest time limit, `due_limit` that
    limit's code: worked out from other rows whenever these change, and so no change of their own.
    """

    __tablename__ = "case_file"
    __table_args__ = (
        Index(None, "handler_id", postgresql_where="handler_id IS NOT NULL"),
        Index(None, "centre_id", "closed_at", postgresql_where="closed_at IS NOT NULL"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(CHANGING)})", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id = synonym("id")
    number: Mapped[str] = mapped_column(unique=True)
    centre_id: Mapped[str] = mapped_column(_centre())
    intake_centre_id: Mapped[str] = mapped_column(_centre())
    taken_in_by_id: Mapped[int] = mapped_column(_person())
    handler_id: Mapped[int | None] = mapped_column(_person())
    received_at: Mapped[datetime]
    received_on: Mapped[date]
    stage: Mapped[str]
    topic: Mapped[str]
    region: Mapped[str | None]
    target: Mapped[str | None]
    urgency: Mapped[str]
    anonymous: Mapped[bool]
    facts: Mapped[dict[str, Any]]
    close_reason: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    due_on: Mapped[date | None] = mapped_column(default=None)
    due_limit: Mapped[str | None] = mapped_column(default=None)
    outcome: Mapped[str | None]
    recovered_won: Mapped[int | None] = mapped_column(BigInteger)
    version: Mapped[int] = mapped_column(default=1)


class CaseGrant(OfCase, Base):
    """That a centre may see a case. Lists drive from it: `status` repeats the case's stage for the centre that has the
    case and is `sent` for the centre that took it in for another; `created` is when the case was received; `due_on`
    repeats the nearest time limit, or says `NEVER`, so that an index gives the order; `topic` repeats the case's, for
    who sent it as it was then."""

    __tablename__ = "case_grant"
    __table_args__ = (
        Index(None, "centre_id", "created", "case_id"),
        Index(None, "centre_id", "status", "created", "case_id"),
        Index(None, "centre_id", "status", "topic", "created", "case_id"),
        Index(None, "centre_id", "handler_id", "status", "created", "case_id"),
        Index(None, "centre_id", "status", "due_on", "case_id"),
        Index(None, "case_id"),
        # Never which case it is of, or whose it is: that would be a grant that nobody gave.
        {"info": {"web": "SELECT, INSERT, UPDATE (status, handler_id, due_on, topic)", "rows": "case"}},
    )

    centre_id: Mapped[str] = mapped_column(_centre(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    status: Mapped[str]
    handler_id: Mapped[int | None] = mapped_column(_person())
    created: Mapped[datetime]
    due_on: Mapped[date] = mapped_column(default=NEVER, server_default=NEVER.isoformat())
    topic: Mapped[str] = mapped_column(default="unknown", server_default="unknown")


class CaseKey(OfCase, Base):
    """The wrapped data key of a case. Without this row none of the case's sealed fields can be read, here or in a
    backup."""

    __tablename__ = "case_key"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    wrapped: Mapped[bytes]


class Client(OfCase, Base):
    """Whom the case is about, sealed; `*_index` find an equal value without telling it."""

    __tablename__ = "client"
    __table_args__ = (
        Index(None, "phone_index"),
        Index(None, "name_index", "birth_year"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({', '.join(TOLD)})", "rows": "case"}},
    )

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    name: Mapped[bytes | None]
    name_index: Mapped[bytes | None]
    phone: Mapped[bytes | None]
    phone_index: Mapped[bytes | None]
    email: Mapped[bytes | None]
    email_index: Mapped[bytes | None]
    address: Mapped[bytes | None]
    birth_year: Mapped[int | None]


class CaseText(OfCase, Base):
    """What was told freely, sealed: the narrative, and the free-text answers of modules' questions as JSON."""

    __tablename__ = "case_text"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (narrative, answers)", "rows": "case"}},)

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    narrative: Mapped[bytes | None]
    answers: Mapped[bytes | None]


class DeskAnswers(OfCase, Base):
    """What was answered at a module's desk after the intake, by question: codes, days and amounts in `known`, free text
    and what is sensitive sealed as JSON. `version` counts changes: of two people who save at once, one is told."""

    __tablename__ = "desk_answers"
    __table_args__ = (
        {"info": {"web": "SELECT, INSERT, UPDATE (known, sealed, version, changed_at, changed_by)", "rows": "case"}},
    )

    case_id: Mapped[int] = mapped_column(BigInteger, _case(), primary_key=True)
    id = synonym("case_id")
    known: Mapped[dict[str, Any]]
    sealed: Mapped[bytes | None]
    version: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[int] = mapped_column(_person())


class Consent(OfCase, Base):
    """One consent asked for: which, given or not, and exactly which text was shown (Personal Information Protection
    Act, articles 15, 17, 22, 23)."""

    __tablename__ = "consent"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "case"}},)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, _case(), index=True)
    kind: Mapped[str]
    given: Mapped[bool]
    text_version: Mapped[str]
    text_hash: Mapped[str]
    channel: Mapped[str]
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())


class CaseEvent(OfCase, Base):
    """One thing that happened to a case: `kind` (`moved`, `assigned`, `decided`, `overridden`, …), the stages before
    and after where it moved, `why` as a code, a sealed note, and codes worth knowing."""

    __tablename__ = "case_event"
    __table_args__ = (
        Index(None, "case_id", "id"),
        {"info": {"web": "SELECT, INSERT", "rows": "case"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    case_id: Mapped[int] = mapped_column(BigInteger, _case())
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(_person())
    kind: Mapped[str]
    from_stage: Mapped[str | None]
    to_stage: Mapped[str | None]
    why: Mapped[str | None]
    note: Mapped[bytes | None]
    about: Mapped[dict[str, Any]]


class KnownContact(Base):
    """That a centre knows someone with this phone, or this name and birth year: a keyed digest and the centre, no case.

    It lets a desk of one centre learn that another serves the same person, and nothing more.
    """

    __tablename__ = "known_contact"
    __table_args__ = ({"info": {"web": "SELECT, INSERT"}},)

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(_centre(), primary_key=True)

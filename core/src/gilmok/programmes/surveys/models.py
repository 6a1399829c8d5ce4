"""Surveys, the answers to them, and the reports that were published.

An answer holds no account, no address and no time but the day. What somebody wrote freely lies apart from what they
chose, and nothing ties the two, nor a one-time code to either: a code that was used is gone.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base

CHANGING = (
    "programme, title, aim, asked, sampling, target, invited, opens_on, closes_on, coded, codes_made, state, report"
)


def _survey() -> ForeignKey:
    return ForeignKey("survey.id", ondelete="CASCADE")


class Survey(Base):
    """A survey of a centre, or of the city where `centre_id` is None; `link` is what the address for answers ends in,
    `code` that of its reports. `report` holds what was typed for the next one, `wrapped` the key of its free texts."""

    __tablename__ = "survey"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'open', 'closed')", name="state"),
        CheckConstraint("opens_on <= closes_on", name="period"),
        {"info": {"web": f"SELECT, INSERT, UPDATE ({CHANGING})", "rows": "survey"}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[str | None] = mapped_column(ForeignKey("centre.code"), index=True)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_on: Mapped[date]
    copied_from: Mapped[UUID | None]
    programme: Mapped[str]
    title: Mapped[str]
    aim: Mapped[str]
    asked: Mapped[str]
    sampling: Mapped[str]
    target: Mapped[int]
    invited: Mapped[int | None]
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    coded: Mapped[bool]
    codes_made: Mapped[int]
    state: Mapped[str]
    code: Mapped[str] = mapped_column(unique=True)
    link: Mapped[str] = mapped_column(unique=True)
    wrapped: Mapped[bytes]
    report: Mapped[dict[str, Any]]


class SurveyForm(Base):
    """The questions of a survey in their order; PostgreSQL lets nobody change them once the survey is open."""

    __tablename__ = "survey_form"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (questions)", "rows": "survey"}},)

    survey_id: Mapped[UUID] = mapped_column(_survey(), primary_key=True)
    questions: Mapped[list[dict[str, Any]]]


class SurveyCode(Base):
    """The keyed digest of a one-time code that nobody has used yet."""

    __tablename__ = "survey_code"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, DELETE", "rows": "survey"}},)

    survey_id: Mapped[UUID] = mapped_column(_survey(), primary_key=True)
    digest: Mapped[bytes] = mapped_column(primary_key=True)


class SurveyAnswer(Base):
    """One sheet: codes and numbers by question, the day, and whether it came by link or on paper."""

    __tablename__ = "survey_answer"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "survey"}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    survey_id: Mapped[UUID] = mapped_column(_survey(), index=True)
    on: Mapped[date]
    way: Mapped[str]
    answers: Mapped[dict[str, Any]]


class SurveyText(Base):
    """What somebody wrote freely to a question, sealed with the survey's key."""

    __tablename__ = "survey_text"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "survey"}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    survey_id: Mapped[UUID] = mapped_column(_survey(), index=True)
    question: Mapped[str]
    sealed: Mapped[bytes]


class SurveyReport(Base):
    """A published report: what anybody may read, as it was on that day. A change is a new version."""

    __tablename__ = "survey_report"
    __table_args__ = ({"info": {"web": "SELECT, INSERT", "rows": "survey"}},)

    code: Mapped[str] = mapped_column(ForeignKey("survey.code", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    centre_id: Mapped[str | None] = mapped_column(ForeignKey("centre.code"))
    published_on: Mapped[date]
    change: Mapped[str]
    body: Mapped[dict[str, Any]]

"""What is read of surveys: one's own, by link, and what is published."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on

from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.programmes.surveys.models import Survey, SurveyAnswer, SurveyCode, SurveyForm, SurveyReport
from gilmok.programmes.surveys.questions import Question, read_questions

LINK = "gilmok.survey_link"


def own_surveys(session: ViewerSession, centre: str | None) -> Sequence[tuple[Survey, int]]:
    """The surveys of a centre, or of the city, the newest first, each with how many sheets it has."""
    sheets = select(func.count()).where(SurveyAnswer.survey_id == Survey.id).scalar_subquery()
    query = select(Survey, sheets).where(Survey.centre_id.is_not_distinct_from(centre))
    return [(survey, count) for survey, count in session.execute(query.order_by(Survey.made_on.desc(), Survey.title))]


def own_survey(session: ViewerSession, key: UUID, centre: str | None) -> Survey:
    """One's own survey; raises NotFound for another's."""
    query = select(Survey).where(Survey.id == key, Survey.centre_id.is_not_distinct_from(centre))
    found = session.scalars(query).one_or_none()
    if found is None:
        raise NotFound
    return found


def survey_by_link(session: ViewerSession, link: str) -> Survey:
    """The survey of a link, for whoever has it; raises NotFound. PostgreSQL shows it in this transaction alone."""
    session.execute(select(func.set_config(LINK, link, True)))
    found = session.scalars(select(Survey).where(Survey.link == link, Survey.state != "draft")).one_or_none()
    if found is None:
        raise NotFound
    return found


def answer_while_open(session: ViewerSession, link: str) -> None:
    """Wait while the survey of this link is being closed, and let its closing wait for this transaction."""
    session.execute(select(func.pg_advisory_xact_lock_shared(func.hashtextextended(link, 0))))


def wait_for_answers(session: ViewerSession, link: str) -> None:
    """Wait for every answer that is being kept, and let the next ones wait for this transaction."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(link, 0))))


def questions_of(session: ViewerSession, key: UUID) -> tuple[Question, ...]:
    """The questions of a survey in their order."""
    return read_questions(session.scalars(select(SurveyForm.questions).where(SurveyForm.survey_id == key)).one())


def answers_of(session: ViewerSession, key: UUID) -> list[dict[str, Any]]:
    """The answers of every sheet."""
    return list(session.scalars(select(SurveyAnswer.answers).where(SurveyAnswer.survey_id == key)))


def sheets_by_way(session: ViewerSession, key: UUID) -> dict[str, int]:
    """How many sheets came by link, how many on paper."""
    query = select(SurveyAnswer.way, func.count()).where(SurveyAnswer.survey_id == key).group_by(SurveyAnswer.way)
    return {way: count for way, count in session.execute(query)}


def unused_codes(session: ViewerSession, key: UUID) -> int:
    """How many one-time codes nobody has used yet."""
    return session.scalars(select(func.count()).where(SurveyCode.survey_id == key)).one()


def versions_of(session: ViewerSession, code: str) -> Sequence[SurveyReport]:
    """The published versions of a report, the newest first."""
    query = select(SurveyReport).where(SurveyReport.code == code).order_by(SurveyReport.version.desc())
    return session.scalars(query).all()


def newest_reports(session: ViewerSession) -> Sequence[SurveyReport]:
    """The newest version of every published report, the latest first."""
    newest = select(SurveyReport).ext(distinct_on(SurveyReport.code))
    rows = session.scalars(newest.order_by(SurveyReport.code, SurveyReport.version.desc())).all()
    return sorted(rows, key=lambda row: (row.published_on, row.code), reverse=True)

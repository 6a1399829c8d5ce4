"""What is done with a survey: made, changed, copied, opened, closed. None of it commits."""

import secrets
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select, update

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import GilmokError, IllegalMove
from gilmok.programmes.surveys.models import Survey, SurveyForm
from gilmok.programmes.surveys.queries import wait_for_answers
from gilmok.programmes.surveys.questions import Question, stored
from gilmok.programmes.surveys.rules import State, in_the_way

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without those that are mistaken for one another


COPIED = ("programme", "title", "aim", "asked", "sampling", "target", "invited", "opens_on", "closes_on", "coded")
# What stays open to correction once a survey asks: nothing that an answer depends on.
ALWAYS = ("invited", "closes_on", "target")


class NoDraft(IllegalMove):
    """This survey is open or closed: its questions are fixed. Copy it to change them."""


class NotReadyToOpen(GilmokError):
    """This survey cannot be opened yet: %(why)s"""


def owner(key: UUID) -> str:
    """The name under which a survey's key seals."""
    return f"survey:{key}"


def letters(count: int) -> str:
    """So many random letters and digits."""
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def make(
    session: ViewerSession, values: dict[str, Any], *, by: Person, vault: Vault, questions: tuple[Question, ...] = (),
    copied_from: UUID | None = None,
) -> Survey:
    """A new survey of the person's centre, or of the city, being written."""
    key = uuid4()
    _opened, wrapped = vault.make_key(owner(key))
    survey = Survey(
        id=key, centre_id=by.centre_id, made_by_id=by.id, made_on=today(), copied_from=copied_from, codes_made=0,
        state=State.DRAFT, code=letters(8), link=secrets.token_urlsafe(16), wrapped=wrapped, report={}, **values,
    )
    session.add(survey)
    session.flush()
    session.add(SurveyForm(survey_id=key, questions=stored(questions)))
    session.flush()
    log(session, "survey_made", survey=str(key))
    return survey


def change(session: ViewerSession, survey: Survey, values: dict[str, Any]) -> None:
    """Change what a survey is; of one that is open or closed, only what no answer depends on."""
    for name, value in values.items():
        if survey.state == State.DRAFT or name in ALWAYS:
            setattr(survey, name, value)
    log(session, "survey_changed", survey=str(survey.id))


def copy(
    session: ViewerSession, survey: Survey, *, by: Person, vault: Vault, questions: tuple[Question, ...]
) -> Survey:
    """A new draft with the same questions."""
    values = {name: getattr(survey, name) for name in COPIED}
    return make(session, values, by=by, vault=vault, questions=questions, copied_from=survey.id)


def keep_questions(session: ViewerSession, survey: Survey, questions: tuple[Question, ...]) -> None:
    """Store the questions of a draft, numbered in their order; raises NoDraft."""
    # The row is locked, so that nobody opens the survey meanwhile.
    state = session.scalars(select(Survey.state).where(Survey.id == survey.id).with_for_update()).one()
    if state != State.DRAFT:
        raise NoDraft
    numbered = [replace(each, key=f"q{number}") for number, each in enumerate(questions, 1)]
    session.execute(update(SurveyForm).where(SurveyForm.survey_id == survey.id).values(questions=stored(numbered)))


def open_survey(session: ViewerSession, survey: Survey, questions: tuple[Question, ...]) -> None:
    """Let it take answers; from now on its questions are fixed. Raises NotReadyToOpen, NoDraft."""
    if survey.state != State.DRAFT:
        raise NoDraft
    if reasons := in_the_way(questions, survey.closes_on, today()):
        raise NotReadyToOpen(why=" ".join(reasons))
    survey.state = State.OPEN
    log(session, "survey_opened", survey=str(survey.id))


def close_survey(session: ViewerSession, survey: Survey) -> None:
    """Take no more answers, for good, not even one that is being kept at this moment; raises IllegalMove."""
    wait_for_answers(session, survey.link)
    if survey.state != State.OPEN:
        raise IllegalMove
    survey.state = State.CLOSED
    log(session, "survey_closed", survey=str(survey.id))

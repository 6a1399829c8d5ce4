"""What a survey may become, and what has to be there before. Pure."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from gilmok.ground.i18n import _marked as _
from gilmok.programmes.surveys.questions import Question


class State(StrEnum):
    """Where a survey is: being written, taking answers, or counted. There is no way back."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


STATE_TITLES = {State.DRAFT: _("Being written"), State.OPEN: _("Taking answers"), State.CLOSED: _("Closed")}
NO_QUESTIONS = _("There is no question yet.")
PERIOD_OVER = _("The period has passed already.")


def in_the_way(questions: Sequence[Question], closes_on: date, today: date) -> list[str]:
    """What keeps a draft from being opened, in sentences."""
    reasons = []
    if not questions:
        reasons.append(NO_QUESTIONS)
    if closes_on < today:
        reasons.append(PERIOD_OVER)
    return reasons


def takes_answers(state: str, opens_on: date, closes_on: date, today: date) -> bool:
    """Whether the link takes answers on this day; sheets on paper are typed until the survey is closed."""
    return state == State.OPEN and opens_on <= today <= closes_on


def response_rate(answered: int, asked: int | None) -> float | None:
    """How many of those who were asked answered, in percent; None where it is not known, or cannot be so."""
    return round(100 * answered / asked, 1) if asked and answered <= asked else None

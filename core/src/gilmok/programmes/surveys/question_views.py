"""The questions of a draft: written, changed, moved, taken out."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import NotFound
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _, titled
from gilmok.ground.web.request import db, needs, once
from gilmok.programmes.surveys import queries, service
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.question_form import QUESTION, as_typed, read_question
from gilmok.programmes.surveys.questions import KIND_TITLES, Question
from gilmok.programmes.surveys.showing import OfSurvey, address_of, part_of, survey_of

blueprint = Blueprint("questions", __name__, template_folder="templates")


@blueprint.route("/<uuid:key>/questions/new", methods=["GET", "POST"])
@once
@needs(Permission.KEEP_SURVEY, of=survey_of)
def new(found: Survey) -> ResponseReturnValue:
    """Write a further question."""
    return written(found, queries.questions_of(db(), found.id), None)


@blueprint.route("/<uuid:key>/questions/<name>", methods=["GET", "POST"])
@once
@needs(Permission.KEEP_SURVEY, of=part_of)
def edit(at: OfSurvey) -> ResponseReturnValue:
    """Change a question."""
    questions = queries.questions_of(db(), at.survey.id)
    return written(at.survey, questions, place_of(questions, at.name))


def place_of(questions: tuple[Question, ...], name: str) -> int:
    """Where a question stands; raises NotFound."""
    for place, each in enumerate(questions):
        if each.key == name:
            return place
    raise NotFound


def written(survey: Survey, questions: tuple[Question, ...], place: int | None) -> ResponseReturnValue:
    """The form of a question, or what it leads to once it was sent."""
    if request.method == "GET":
        return form(survey, as_typed(questions[place]) if place is not None else {"kind": "one"}, {}, place)
    question, errors = read_question(request.form)
    if question is None:
        return form(survey, request.form, errors, place)
    changed = [*questions, question] if place is None else [*questions[:place], question, *questions[place + 1:]]
    service.keep_questions(db(), survey, tuple(changed))
    flash(_("The question is saved."), "success")
    return redirect(address_of(survey), 303)


def form(survey: Survey, typed: Any, errors: Errors, place: int | None) -> ResponseReturnValue:
    """The form of a question."""
    kinds = titled(KIND_TITLES)
    filled = dict.fromkeys(QUESTION.fields, "") | dict(typed.items())
    shown = render_template(
        "surveys/question.html", survey=survey, typed=filled, errors=errors, kinds=kinds, is_new=place is None,
    )
    return shown, 422 if errors else 200


@blueprint.post("/<uuid:key>/questions/<name>/move")
@once
@needs(Permission.KEEP_SURVEY, of=part_of)
def move(at: OfSurvey) -> ResponseReturnValue:
    """Move a question one place up or down, or take it out."""
    questions = list(queries.questions_of(db(), at.survey.id))
    place = place_of(tuple(questions), at.name)
    question = questions.pop(place)
    step = {"up": -1, "down": 1}.get(request.form.get("to", ""))
    if step:
        questions.insert(max(0, place + step), question)
    elif request.form.get("to") != "out":
        raise NotFound
    service.keep_questions(db(), at.survey, tuple(questions))
    return redirect(address_of(at.survey), 303)

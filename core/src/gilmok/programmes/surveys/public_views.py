"""The page on which anybody with the link answers: without login, without script, in four languages."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.clock import today
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.i18n import VISITORS_LANGUAGES, current_language
from gilmok.ground.web.request import db, vault
from gilmok.ground.web.visitors import visitors
from gilmok.programmes.surveys import queries
from gilmok.programmes.surveys.answering import LINK, keep_sheet
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.questions import LANGUAGES, Question, languages_of
from gilmok.programmes.surveys.reading import Fault, read_sheet
from gilmok.programmes.surveys.rules import takes_answers
from gilmok.programmes.surveys.showing import asker
from gilmok.programmes.surveys.words import said

blueprint = Blueprint("answering", __name__, url_prefix="/s", template_folder="templates")
Questions = tuple[Question, ...]
Shown = tuple[str, int]
ANSWERING = visitors(*VISITORS_LANGUAGES, leaves_a_count=False)


@blueprint.get("/<code>")
@ANSWERING
def sheet(code: str) -> ResponseReturnValue:
    """The questions, or that this is not the time."""
    survey = queries.survey_by_link(db(), code)
    return show(survey, queries.questions_of(db(), survey.id), {}, {})


@blueprint.post("/<code>")
@ANSWERING
def answer(code: str) -> ResponseReturnValue:
    """Keep the answers; what is refused comes back with everything that was typed but numbers of identity."""
    queries.answer_while_open(db(), code)
    survey = queries.survey_by_link(db(), code)
    questions = queries.questions_of(db(), survey.id)
    if not is_open(survey):
        return show(survey, questions, {}, {})
    typed = request.form.to_dict(flat=False)
    read, faults = read_sheet(questions, typed)
    given = request.form.get("code", "")
    if not faults and not keep_sheet(db(), survey, read, id=sheet_id(), way=LINK, vault=vault(), code=given[:60]):
        faults = {"code": Fault.CODE}
    if faults:
        return show(survey, questions, typed, faults)
    return redirect(url_for("answering.thanks", code=code, lang=language_of(questions)), 303)


@blueprint.get("/<code>/thanks")
@ANSWERING
def thanks(code: str) -> ResponseReturnValue:
    """That the answers are kept."""
    survey = queries.survey_by_link(db(), code)
    language = language_of(queries.questions_of(db(), survey.id))
    return render_template("surveys/thanks.html", survey=survey, w=said(language), language=language)


def is_open(survey: Survey) -> bool:
    """Whether the link takes answers today."""
    return takes_answers(survey.state, survey.opens_on, survey.closes_on, today())


def language_of(questions: Questions) -> str:
    """The language that was asked for, where the questions have it."""
    asked = request.values.get("lang") or current_language()
    return asked if asked in languages_of(questions) else "ko"


def sheet_id() -> UUID:
    """The sheet's own id, which the form carries, so that sending it twice keeps it once."""
    try:
        return UUID(request.form.get("sheet", ""))
    except ValueError:
        return uuid4()


def show(survey: Survey, questions: Questions, typed: Mapping[str, Any], faults: Mapping[str, Fault]) -> Shown:
    """The page of answers with what was typed and what is wrong with it."""
    language = language_of(questions)
    words, own_id = said(language), request.form.get("sheet") or uuid4()
    shown = render_template(
        "surveys/sheet.html", survey=survey, asker=asker(survey.centre_id), questions=questions, language=language,
        languages=[(each, LANGUAGES[each]) for each in languages_of(questions)], w=words, is_open=is_open(survey),
        typed={name: [scrub(each).text for each in values] for name, values in typed.items()},
        faults={name: words[f"fault.{fault}"] for name, fault in faults.items()}, sheet=own_id,
    )
    return shown, 422 if faults else 200

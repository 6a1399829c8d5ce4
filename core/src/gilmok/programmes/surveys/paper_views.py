"""On paper: the empty questionnaire to print, and typing the sheets in, one after the other, by keyboard."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import IllegalMove
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.i18n import current_language, ngettext
from gilmok.ground.web.request import db, needs, vault
from gilmok.programmes.surveys import queries
from gilmok.programmes.surveys.answering import PAPER, keep_sheet
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.public_views import sheet_id
from gilmok.programmes.surveys.questions import LANGUAGES, languages_of
from gilmok.programmes.surveys.reading import Fault, read_sheet
from gilmok.programmes.surveys.rules import State
from gilmok.programmes.surveys.showing import page, survey_of
from gilmok.programmes.surveys.words import said

blueprint = Blueprint("paper", __name__, template_folder="templates")


@blueprint.get("/<uuid:key>/print")
@needs(Permission.KEEP_SURVEY, of=survey_of)
def empty(survey: Survey) -> ResponseReturnValue:
    """The questionnaire as it is printed, in one of its languages."""
    questions = queries.questions_of(db(), survey.id)
    offered = languages_of(questions)
    language = request.args.get("lang") if request.args.get("lang") in offered else "ko"
    return page(
        "surveys/print.html", survey, questions=questions, language=language, w=said(language or "ko"),
        languages=[(each, LANGUAGES[each]) for each in offered],
    )


@blueprint.get("/<uuid:key>/paper")
@needs(Permission.KEEP_SURVEY, of=survey_of)
def typing(survey: Survey) -> ResponseReturnValue:
    """An empty sheet to type in."""
    return show(survey, {}, {})


@blueprint.post("/<uuid:key>/paper")
@needs(Permission.KEEP_SURVEY, of=survey_of)
def typed_in(survey: Survey) -> ResponseReturnValue:
    """Keep a sheet, and go on to the next one."""
    queries.answer_while_open(db(), survey.link)
    db().refresh(survey)
    if survey.state != State.OPEN:
        raise IllegalMove
    typed = request.form.to_dict(flat=False)
    sheet, faults = read_sheet(queries.questions_of(db(), survey.id), typed)
    if faults:
        return show(survey, typed, faults)
    keep_sheet(db(), survey, sheet, id=sheet_id(), way=PAPER, vault=vault())
    count = queries.sheets_by_way(db(), survey.id)[PAPER]
    flash(ngettext("%(num)s sheet on paper is kept. Next one.", "%(num)s sheets on paper are kept. Next one.", count))
    return redirect(url_for("surveys.paper.typing", key=survey.id), 303)


def show(survey: Survey, typed: Mapping[str, Any], faults: Mapping[str, Fault]) -> ResponseReturnValue:
    """The page on which a sheet is typed in."""
    words = said(current_language())
    return page(
        "surveys/paper.html", survey, status=422 if faults else 200, questions=queries.questions_of(db(), survey.id),
        typed={name: scrub(" ".join(values)).text for name, values in typed.items()},
        errors={name: [words[f"fault.{fault}"]] for name, fault in faults.items()}, w=words, sheet=uuid4(),
    )

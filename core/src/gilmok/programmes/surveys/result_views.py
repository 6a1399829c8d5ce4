"""The results of a closed survey, with small cells hidden; and what was written freely, whose reading is logged."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import GilmokError
from gilmok.ground.web.request import db, needs, vault
from gilmok.programmes.surveys import queries
from gilmok.programmes.surveys.answering import texts_of
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.publishing import facts_of, tables_in
from gilmok.programmes.surveys.questions import Kind
from gilmok.programmes.surveys.rules import State
from gilmok.programmes.surveys.showing import page, survey_of

blueprint = Blueprint("results", __name__, template_folder="templates")


class NotClosed(GilmokError):
    """Results can be read once the survey is closed: before, each new answer would show in the difference."""


def closed_survey(survey: Survey) -> Survey:
    """The survey, if it is closed; raises NotClosed."""
    if survey.state != State.CLOSED:
        raise NotClosed
    return survey


@blueprint.get("/<uuid:key>/results")
@needs(Permission.KEEP_SURVEY, of=survey_of)
def results(survey: Survey) -> ResponseReturnValue:
    """Every question counted, or by the dimension that the address names."""
    tables = tables_in(db(), closed_survey(survey))
    dimensions = [each for each in queries.questions_of(db(), survey.id) if each.dimension]
    by = request.args.get("by", "")
    return page(
        "surveys/results.html", survey, tables=[each for each in tables if each.by == by], by=by,
        dimensions=dimensions, facts=facts_of(db(), survey),
    )


@blueprint.get("/<uuid:key>/texts")
@needs(Permission.KEEP_SURVEY, of=survey_of)
def texts(survey: Survey) -> ResponseReturnValue:
    """What was written freely, question by question, in no order."""
    asked = [each for each in queries.questions_of(db(), survey.id) if each.kind is Kind.TEXT]
    log(db(), "survey_texts_read", survey=str(closed_survey(survey).id))
    read = [(each, texts_of(db(), survey, each.key, vault=vault())) for each in asked]
    return page("surveys/texts.html", survey, read=read)


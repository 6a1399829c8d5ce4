"""The pages of surveys for those who make them: the list, one survey, and what it is."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.programmes.surveys import queries, service
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.rules import State, in_the_way
from gilmok.programmes.surveys.schemas import read_survey
from gilmok.programmes.surveys.showing import address_of, page, page_words, rate_of, survey_of

blueprint = Blueprint("surveys", __name__, url_prefix="/surveys", template_folder="templates")
FIELDS = ("title", "aim", "programme", "asked", "sampling", "target", "invited", "opens_on", "closes_on")


@blueprint.get("/")
@needs(Permission.MAKE_SURVEYS)
def index() -> ResponseReturnValue:
    """The surveys of one's centre or of the city, and what all have published."""
    own = queries.own_surveys(db(), me().centre_id)
    return render_template("surveys/index.html", surveys=own, reports=queries.newest_reports(db()), **page_words())


@blueprint.get("/<uuid:key>/")
@needs(Permission.KEEP_SURVEY, of=survey_of)
def survey(found: Survey) -> ResponseReturnValue:
    """One survey: what it is, its questions, how far it is, and what comes next."""
    questions = queries.questions_of(db(), found.id)
    reasons = in_the_way(questions, found.closes_on, today()) if found.state == State.DRAFT else []
    return page(
        "surveys/survey.html", found, questions=questions, reasons=[_(each) for each in reasons],
        ways=queries.sheets_by_way(db(), found.id), unused=queries.unused_codes(db(), found.id),
        rate=rate_of(found), reports=queries.versions_of(db(), found.code),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@needs(Permission.MAKE_SURVEYS)
@once
def new() -> ResponseReturnValue:
    """Make a survey."""
    if request.method == "GET":
        return form({"programme": "C4"}, {}, None)
    values, errors = read_survey(request.form)
    if errors:
        return form(request.form, errors, None)
    made = service.make(db(), values, by=me(), vault=vault())
    flash(_("The survey is made. Now write its questions."), "success")
    return redirect(address_of(made), 303)


@blueprint.route("/<uuid:key>/edit", methods=["GET", "POST"])
@once
@needs(Permission.KEEP_SURVEY, of=survey_of)
def edit(found: Survey) -> ResponseReturnValue:
    """Change what a survey is."""
    if request.method == "GET":
        return form({name: said(getattr(found, name)) for name in FIELDS} | {"coded": "yes" * found.coded}, {}, found)
    values, errors = read_survey(request.form)
    if errors:
        return form(request.form, errors, found)
    service.change(db(), found, values)
    flash(_("Saved."), "success")
    return redirect(address_of(found), 303)


def said(value: Any) -> str:
    """A value as a form holds it."""
    return "" if value is None else str(value)


def form(typed: Any, errors: Errors, found: Survey | None) -> ResponseReturnValue:
    """The form of what a survey is."""
    filled = dict.fromkeys((*FIELDS, "coded"), "") | dict(typed.items())
    shown = render_template("surveys/edit.html", typed=filled, errors=errors, survey=found, **page_words())
    return shown, 422 if errors else 200

"""Writing a report: what it says, which tables it shows; saved as often as one likes, then published."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, needs, once
from gilmok.programmes.surveys import queries
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.publishing import publish, tables_in
from gilmok.programmes.surveys.result_views import closed_survey
from gilmok.programmes.surveys.schemas import REPORT
from gilmok.programmes.surveys.showing import page, said, survey_of
from gilmok.programmes.surveys.tables import NOTHING, Table

blueprint = Blueprint("report", __name__, template_folder="templates")
EMPTY = {"summary": "", "findings": "", "change": "", "chosen": []}


@blueprint.get("/<uuid:key>/report")
@needs(Permission.KEEP_SURVEY, of=survey_of)
def write(survey: Survey) -> ResponseReturnValue:
    """The report as it was left."""
    return show(survey, EMPTY | survey.report, {})


@blueprint.post("/<uuid:key>/report")
@once
@needs(Permission.KEEP_SURVEY, of=survey_of)
def send(survey: Survey) -> ResponseReturnValue:
    """Save the report, or publish it."""
    values, errors = REPORT.read(request.form)
    typed = EMPTY | request.form.to_dict() | {"chosen": request.form.getlist("chosen")}
    versions = queries.versions_of(db(), survey.code)
    publishes = request.form.get("action") == "publish"
    if publishes and not errors:
        errors = lacking(typed, again=bool(versions))
    if errors:
        return show(survey, typed, errors)
    known = {each.name for each in tables_in(db(), closed_survey(survey))}
    saved = EMPTY | values | {"chosen": [each for each in typed["chosen"] if each in known]}
    if not publishes:
        survey.report = saved
        flash(_("Saved. It is not published yet."), "success")
        return redirect(url_for("surveys.report.write", key=survey.id), 303)
    survey.report = saved | {"change": ""}
    publish(db(), survey, saved)
    flash(_("The report is published."), "success")
    return redirect(url_for("published.report", code=survey.code), 303)


def lacking(typed: dict[str, Any], *, again: bool) -> Errors:
    """What a report lacks to be published: a table, and from the second time on what has changed."""
    errors: Errors = {}
    if not typed["chosen"]:
        errors["chosen"] = [_("Please choose one table at least.")]
    if again and not typed["change"].strip():
        errors["change"] = [_("Please say what is different from the version before.")]
    return errors


def show(survey: Survey, typed: dict[str, Any], errors: Errors) -> ResponseReturnValue:
    """The form of a report."""
    tables = [(each.name, name_of(each)) for each in tables_in(db(), closed_survey(survey)) if each.kind != NOTHING]
    return page(
        "surveys/report_form.html", survey, status=422 if errors else 200, typed=typed, errors=errors, tables=tables,
        versions=queries.versions_of(db(), survey.code),
    )


def name_of(table: Table) -> str:
    """What a table is called."""
    if not table.by:
        return said(table.title)
    return _("%(question)s, by %(dimension)s", question=said(table.title), dimension=said(table.by_title))

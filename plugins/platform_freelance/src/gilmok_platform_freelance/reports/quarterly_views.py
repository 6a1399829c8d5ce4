"""Quarterly reports: the list, writing one, deciding who is named, publishing what somebody else wrote."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    ChangedMeanwhile,
    Errors,
    IllegalMove,
    _,
    db,
    goes_on,
    log,
    may,
    me,
    needs,
    once,
    today,
    vault,
)
from gilmok_platform_freelance.permissions import (
    ENTER_REPORT,
    NAME_COMPANIES,
    PUBLISH_QUARTERLY,
    SEE_MONITORING,
    WRITE_QUARTERLY,
)
from gilmok_platform_freelance.reports import quarterly, queries
from gilmok_platform_freelance.reports.codes import PROPOSED
from gilmok_platform_freelance.reports.form_views import TEMPLATES
from gilmok_platform_freelance.reports.months import quarter_in
from gilmok_platform_freelance.reports.naming import names_of
from gilmok_platform_freelance.reports.quarterly_models import Quarterly
from gilmok_platform_freelance.reports.rules import patterns
from gilmok_platform_freelance.reports.schemas import NEW_QUARTERLY, QUARTERLY, again
from gilmok_platform_freelance.reports.words import quarter_choices, region_choices, titles

blueprint = Blueprint("platform_freelance_quarterly", __name__, url_prefix="/reports/quarterly")


@blueprint.get("/")
@needs(SEE_MONITORING)
def index() -> ResponseReturnValue:
    """The reports, and the form of a new one."""
    return show_list({}, {})


@blueprint.post("/", endpoint="new")
@goes_on
@once
@needs(ENTER_REPORT)
def begin() -> ResponseReturnValue:
    """Begin a report on a quarter and some regions, or go on with the one that there is."""
    typed = {"quarter": request.form.get("quarter", ""), "regions": request.form.getlist("regions")}
    values, wrong = NEW_QUARTERLY.read(typed)
    if wrong:
        return show_list(typed, wrong), 422
    key = quarterly.begin(db(), quarter_in(values["quarter"], today()), values["regions"], by=me())
    return redirect(url_for("platform_freelance_quarterly.report", key=key), 303)


def show_list(typed: dict[str, Any], wrong: Errors) -> str:
    """The list of reports."""
    return render_template(
        f"{TEMPLATES}/quarterlies.html", reports=quarterly.quarterlies(db()), typed=typed, errors=wrong,
        quarters=quarter_choices(), regions=region_choices(), quarter_of=quarterly.quarter_of,
        may_begin=may(me(), ENTER_REPORT), **titles(),
    )


def report_of(key: UUID) -> Quarterly:
    """The report that an address names; raises NotFound."""
    return quarterly.quarterly(db(), key)


@blueprint.get("/<uuid:key>")
@needs(PUBLISH_QUARTERLY, of=report_of)
def report(found: Quarterly) -> ResponseReturnValue:
    """A report for the inside: its figures with the companies' names, its text, what is left to do."""
    log(db(), "platform_freelance_quarterly_seen", report=str(found.id))
    return page(found)


@blueprint.post("/<uuid:key>", endpoint="write")
@goes_on
@once
@needs(WRITE_QUARTERLY, of=report_of)
def save(found: Quarterly) -> ResponseReturnValue:
    """Save what it says; a second person may publish it then."""
    values, wrong = QUARTERLY.read(request.form)
    if quarterly.published_versions(db(), found.code) and not values.get("change"):
        wrong["change"] = [_("Please say what is different from the version before.")]
    typed = request.form.to_dict()
    if wrong:
        return page(found, typed=typed, wrong=wrong), 422
    try:
        quarterly.write(db(), found, values, version=version(), by=me())
    except ChangedMeanwhile:
        return changed_meanwhile(found, typed)
    flash(_("Saved. Somebody else can publish it now."), "success")
    return there(found)


@blueprint.post("/<uuid:key>/names", endpoint="names")
@goes_on
@once
@needs(NAME_COMPANIES, of=report_of)
def decide_names(found: Quarterly) -> ResponseReturnValue:
    """Decide which companies are named."""
    try:
        quarterly.name(db(), found, request.form.getlist("named"), version=version(), by=me())
    except ChangedMeanwhile:
        return changed_meanwhile(found, {})
    flash(_("The decision on names is saved."), "success")
    return there(found)


@blueprint.post("/<uuid:key>/publish", endpoint="publish")
@goes_on
@once
@needs(PUBLISH_QUARTERLY, of=report_of)
def publish(found: Quarterly) -> ResponseReturnValue:
    """Publish what somebody else wrote."""
    try:
        quarterly.publish(db(), found, version=version(), by=me(), vault=vault())
    except quarterly.SecondPersonNeeded as error:
        return page(found, wrong={"publish": [error.sentence()]}), 422
    except (ChangedMeanwhile, IllegalMove):
        return changed_meanwhile(found, {})
    flash(_("The report is published."), "success")
    return there(found)


def version() -> int:
    """The version that the form was made of."""
    return request.form.get("version", 0, int)


def there(found: Quarterly) -> ResponseReturnValue:
    """Back to the report."""
    return redirect(url_for("platform_freelance_quarterly.report", key=found.id), 303)


def changed_meanwhile(found: Quarterly, typed: dict[str, str]) -> ResponseReturnValue:
    """The page with what stands now, and what was typed."""
    db().refresh(found)
    return page(found, typed=typed, meanwhile=True), 409


def page(
    found: Quarterly, *, typed: dict[str, str] | None = None, wrong: Errors | None = None, meanwhile: bool = False
) -> str:
    """The page of a report."""
    stored = {name: getattr(found, name) for name in ("summary", "proposals", "change")}
    about, names = quarterly.figures(db(), found), names_of(queries.companies(db()).values())
    return render_template(
        f"{TEMPLATES}/quarterly.html", report=found, quarter=quarterly.quarter_of(found), names=names,
        patterns=patterns(about, quarterly.quarter_of(found)), body=quarterly.body_of(db(), found, vault()),
        versions=quarterly.published_versions(db(), found.code), typed=stored | again(typed or {}), stored=stored,
        errors=wrong or {}, meanwhile=meanwhile, may_write=may(me(), WRITE_QUARTERLY, found),
        may_name=may(me(), NAME_COMPANIES, found),
        may_publish=found.state == PROPOSED and found.written_by_id != me().id,
        nameable=[(str(company), f"{names[company]} · {count}") for company, count in quarterly.nameable(db(), found)],
        **titles(),
    )

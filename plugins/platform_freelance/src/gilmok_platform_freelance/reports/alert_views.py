"""Alerts: one alert and what was done about it; the numbers at which one is raised."""

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
    opened,
    vault,
)
from gilmok_platform_freelance.permissions import KEEP_COMPANIES, SEE_MONITORING, SET_THRESHOLD
from gilmok_platform_freelance.reports import alerting, queries
from gilmok_platform_freelance.reports.companies import one_of
from gilmok_platform_freelance.reports.company_models import Alert
from gilmok_platform_freelance.reports.form_views import TEMPLATES
from gilmok_platform_freelance.reports.naming import names_of, staff
from gilmok_platform_freelance.reports.of_company import reports_about
from gilmok_platform_freelance.reports.schemas import STEP, THRESHOLD, again
from gilmok_platform_freelance.reports.words import titles

blueprint = Blueprint("platform_freelance_alerts", __name__, url_prefix="/reports/alerts")
NUMBERS = ("least", "days", "times", "rise_least")


def alert_of(key: UUID) -> Alert:
    """The alert that an address names; raises NotFound."""
    return queries.alert(db(), key)


@blueprint.get("/<uuid:key>")
@needs(KEEP_COMPANIES, of=alert_of)
def alert(found: Alert) -> ResponseReturnValue:
    """One alert: why it was raised, what was done."""
    log(db(), "platform_freelance_alert_seen", alert=str(found.id))
    return page(found)


@blueprint.post("/<uuid:key>")
@goes_on
@once
@needs(KEEP_COMPANIES, of=alert_of)
def step(found: Alert) -> ResponseReturnValue:
    """Note what was done."""
    typed = request.form.to_dict()
    values, wrong = STEP.read(typed)
    if values.get("step") == alerting.REFERRAL and not values.get("authority"):
        wrong["authority"] = [_("Please choose the authority.")]
    if wrong:
        return page(found, typed=typed, wrong=wrong), 422
    try:
        version = request.form.get("version", 0, int)
        alerting.take_step(db(), found, values, version=version, by=me(), vault=vault())
    except (ChangedMeanwhile, IllegalMove):
        db().refresh(found)
        return page(found, typed=typed, meanwhile=True), 409
    flash(_("It is noted."), "success")
    return redirect(url_for("platform_freelance_alerts.alert", key=found.id), 303)


def page(
    found: Alert, *, typed: dict[str, str] | None = None, wrong: Errors | None = None, meanwhile: bool = False
) -> str:
    """The page of an alert."""
    steps = [(each, opened(alerting.owner(each.id), each.wrapped, each.fields, vault()).get("note", ""))
             for each in queries.steps(db(), found.id)]
    companies = queries.companies(db())
    root = queries.roots(companies.values())[found.company_id]
    return render_template(
        f"{TEMPLATES}/alert.html", alert=found, done=steps, company=root, name=names_of([companies[root]])[root],
        reports=reports_about(db(), list(one_of(db(), root))), typed=again(typed or {}), errors=wrong or {},
        meanwhile=meanwhile, staff=staff(), **titles(),
    )


@blueprint.get("/threshold")
@needs(SEE_MONITORING)
def threshold() -> ResponseReturnValue:
    """The numbers that hold, and each version before."""
    return show_threshold({}, {})


@blueprint.post("/threshold", endpoint="set")
@goes_on
@once
@needs(SET_THRESHOLD)
def set_threshold() -> ResponseReturnValue:
    """Set the numbers anew."""
    values, wrong = THRESHOLD.read(request.form)
    if wrong:
        return show_threshold(request.form.to_dict(), wrong), 422
    try:
        alerting.set_threshold(db(), values, version=request.form.get("version", 0, int), by=me())
    except ChangedMeanwhile:
        return show_threshold(request.form.to_dict(), {}, meanwhile=True), 409
    flash(_("The new numbers hold from now on."), "success")
    return redirect(url_for("platform_freelance_alerts.threshold"), 303)


def show_threshold(typed: dict[str, str], wrong: Errors, *, meanwhile: bool = False) -> str:
    """The page of the numbers."""
    rule = alerting.threshold(db())
    shown: dict[str, Any] = {"note": "", **{name: getattr(rule, name) for name in NUMBERS}, **again(typed)}
    return render_template(
        f"{TEMPLATES}/threshold.html", rule=rule, versions=alerting.thresholds(db()), typed=shown, errors=wrong,
        may_set=may(me(), SET_THRESHOLD), meanwhile=meanwhile,
    )

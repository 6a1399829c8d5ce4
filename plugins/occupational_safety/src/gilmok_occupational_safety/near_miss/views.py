"""The hub's desk of reports: what waits, one report and its check."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import ChangedMeanwhile, Errors, Gate, _, db, gate, goes_on, log, me, needs, once
from gilmok_occupational_safety.keeping import again, staff, unseal
from gilmok_occupational_safety.near_miss import checking, codes, queries
from gilmok_occupational_safety.near_miss.form_views import TEMPLATES
from gilmok_occupational_safety.near_miss.models import NearMiss
from gilmok_occupational_safety.near_miss.schemas import read_check
from gilmok_occupational_safety.permissions import CHECK_REPORT, SEE_REPORTS
from gilmok_occupational_safety.scopes import MODULE, NEAR_MISS, SITE_VISITS
from gilmok_occupational_safety.words import names, said

blueprint = Blueprint("occupational_safety_near_miss", __name__, url_prefix="/near-miss")


@blueprint.get("/")
@needs(SEE_REPORTS)
def index() -> ResponseReturnValue:
    """What waits, and what was checked last."""
    waiting, checked = queries.waiting(db()), queries.checked(db())
    log(db(), "occupational_safety_near_misses_seen", reports=[str(each.id) for each in (*waiting, *checked)])
    return render_template(
        f"{TEMPLATES}/index.html", waiting=waiting, checked=checked,
        may_enter=gate(MODULE, NEAR_MISS) is Gate.OPEN, **titles(),
    )


def report_of(key: UUID) -> NearMiss:
    """The report that an address names; raises NotFound."""
    return queries.report(db(), key)


@blueprint.get("/<uuid:key>")
@needs(CHECK_REPORT, of=report_of)
def report(found: NearMiss) -> ResponseReturnValue:
    """One report; that it was opened is noted."""
    log(db(), "occupational_safety_near_miss_opened", report=str(found.id))
    return page(found)


@blueprint.post("/<uuid:key>")
@goes_on
@once
@needs(CHECK_REPORT, of=report_of)
def check(found: NearMiss) -> ResponseReturnValue:
    """Keep what a check found; of two who check at once, the second sees both."""
    typed = request.form.to_dict()
    values, wrong = read_check(typed)
    same_as = other_report(found, values.get("same_as", ""), wrong)
    if values.get("verdict") == codes.VISIT and not unseal(found).get("employer"):
        wrong["verdict"] = [_("The report names no company: nobody knows where to go. Please choose another answer.")]
    if wrong:
        return page(found, typed=typed, wrong=wrong), 422
    try:
        visit = checking.check(
            db(), found, values, version=request.form.get("version", 0, int), same_as=same_as, by=me(),
            visits=gate(MODULE, SITE_VISITS) is Gate.OPEN,
        )
    except ChangedMeanwhile:
        db().refresh(found)
        return page(found, typed=typed, meanwhile=True), 409
    if visit:
        flash(_("The check is kept. Here is the request for the visit."), "success")
        return redirect(url_for("occupational_safety_visits.visit", key=visit), 303)
    flash(_("The check is saved."), "success")
    return redirect(url_for("occupational_safety_near_miss.index"), 303)


def other_report(found: NearMiss, number: str, wrong: Errors) -> UUID | None:
    """The report of the same event; where the number names none, that is said beside the field."""
    if not number or "same_as" in wrong:
        return None
    other = queries.numbered(db(), number)
    if other is None or other.id == found.id or other.verdict == codes.DUPLICATE:
        wrong["same_as"] = [_("There is no other report of this number at your centre.")]
        return None
    return other.id


def page(
    found: NearMiss, *, typed: dict[str, str] | None = None, wrong: Errors | None = None, meanwhile: bool = False
) -> str:
    """The page of a report: what was told, its checks, and the form of one."""
    return render_template(
        f"{TEMPLATES}/report.html", report=found, words=unseal(found),
        notes=[(each, unseal(each).get("note", "")) for each in queries.checks(db(), found.id)],
        typed=again(typed) if typed else as_checked(found), errors=wrong or {}, meanwhile=meanwhile, staff=staff(),
        **titles(),
    )


def as_checked(found: NearMiss) -> dict[str, str]:
    """The form as the last check left it."""
    other = queries.number_of(db(), found.same_as)
    return {"verdict": found.verdict or "", "passed_to": found.passed_to or "", "same_as": other}


def titles() -> dict[str, Any]:
    """What the pages of reports call their codes."""
    return {
        "kinds": said(codes.KINDS), "hazards": said(codes.HAZARDS), "whens": said(codes.WHENS),
        "ways": said(codes.WAYS), "told": said(codes.TOLD), "verdicts": said(codes.VERDICTS),
        "bodies": said(codes.PASSED_TO), **names(),
    }

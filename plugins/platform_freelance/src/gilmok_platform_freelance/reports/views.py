"""The desk of the monitoring: what waits, one report and its check."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    ChangedMeanwhile,
    Errors,
    Gate,
    _,
    db,
    gate,
    goes_on,
    log,
    may,
    me,
    needs,
    once,
    opened,
    today,
    vault,
)
from gilmok_platform_freelance.permissions import CHECK_REPORT, ENTER_REPORT, SEE_MONITORING
from gilmok_platform_freelance.reports import checking, queries, sending
from gilmok_platform_freelance.reports.alerting import threshold
from gilmok_platform_freelance.reports.codes import DUPLICATE, MODULE, SCOPE
from gilmok_platform_freelance.reports.companies import found_again, said_of
from gilmok_platform_freelance.reports.form_views import TEMPLATES
from gilmok_platform_freelance.reports.models import Report
from gilmok_platform_freelance.reports.naming import name_of, names_of, staff
from gilmok_platform_freelance.reports.rules import quarter_of, within
from gilmok_platform_freelance.reports.schemas import again, read_check
from gilmok_platform_freelance.reports.words import titles

blueprint = Blueprint("platform_freelance_reports", __name__, url_prefix="/reports")


@blueprint.get("/")
@needs(SEE_MONITORING)
def index() -> ResponseReturnValue:
    """What waits, the alerts, and the figures of the quarter; for an official the figures alone."""
    waiting, alerts, counted = queries.waiting(db()), queries.alerts(db()), queries.counted(db())
    companies = queries.companies(db())
    log(db(), "platform_freelance_reports_seen", reports=[str(each.id) for each in waiting])
    of_centre = bool(me().centre_id)
    return render_template(
        f"{TEMPLATES}/index.html", waiting=waiting, checked=queries.checked(db()) if of_centre else [],
        unread=queries.unread(db()) if of_centre else set(), alerts=alerts,
        names=names_of(companies.values()), this_quarter=len(within(counted, quarter_of(today()))),
        quarter=quarter_of(today()), rule=threshold(db()), of_centre=of_centre,
        may_enter=may(me(), ENTER_REPORT) and gate(MODULE, SCOPE) is Gate.OPEN, **titles(),
    )


def report_of(key: UUID) -> Report:
    """The report that an address names; raises NotFound."""
    return queries.report(db(), key)


@blueprint.get("/<uuid:key>")
@needs(CHECK_REPORT, of=report_of)
def report(found: Report) -> ResponseReturnValue:
    """One report; that it was opened is noted."""
    checking.note_opened(db(), found)
    return page(found)


@blueprint.post("/<uuid:key>")
@goes_on
@once
@needs(CHECK_REPORT, of=report_of)
def check(found: Report) -> ResponseReturnValue:
    """Keep what a check found; of two who check at once, the second sees both."""
    typed = request.form.to_dict()
    values, wrong = read_check(typed)
    same_as = other_report(found, values.get("same_as", ""), wrong)
    if wrong:
        return page(found, typed=typed, wrong=wrong), 422
    try:
        checking.check(
            db(), found, values, version=request.form.get("version", 0, int), same_as=same_as, by=me(), vault=vault(),
        )
    except ChangedMeanwhile:
        db().refresh(found)
        return page(found, typed=typed, meanwhile=True), 409
    flash(_("The check is saved."), "success")
    return redirect(url_for("platform_freelance_reports.index"), 303)


def other_report(found: Report, number: str, wrong: Errors) -> UUID | None:
    """The report of the same event or person; where the number names none, that is said beside the field."""
    if not number or "same_as" in wrong:
        return None
    other = queries.numbered(db(), number.strip().upper())
    if other is None or other.id == found.id or other.verdict == DUPLICATE:
        wrong["same_as"] = [_("There is no other counted report of this number at your centre.")]
        return None
    return other.id


def page(
    found: Report, *, typed: dict[str, str] | None = None, wrong: Errors | None = None, meanwhile: bool = False
) -> str:
    """The page of a report: what was told, its company as far as it is known, its checks, and the form of one."""
    told = [(each, opened(sending.owner(each.id), each.wrapped, each.fields, vault()))
            for each in queries.words(db(), found.id)]
    notes = [(each, opened(checking.owner(each.id), each.wrapped, each.fields, vault()).get("note", ""))
             for each in queries.checks(db(), found.id)]
    return render_template(
        f"{TEMPLATES}/report.html", report=found, told=told, notes=notes, company=company_of(found),
        typed=again(typed) if typed else as_checked(found), errors=wrong or {}, meanwhile=meanwhile, staff=staff(),
        **titles(),
    )


def as_checked(found: Report) -> dict[str, Any]:
    """The form as the last check left it."""
    other = queries.number_of(db(), found.same_as)
    return {"verdict": found.verdict or "", "authority": found.authority or "", "same_as": other}


def company_of(found: Report) -> tuple[UUID, str, int] | None:
    """The company of a report as it is known: its id, name, and how many valid reports there are about it."""
    companies = queries.companies(db())
    known = found.company_id or found_again(db(), found)
    if known is None or known not in companies:
        return None
    root = queries.roots(companies.values())[known]
    many = sum(each.company == root for each in queries.counted(db()))
    return root, name_of(said_of(companies[root], vault())), many

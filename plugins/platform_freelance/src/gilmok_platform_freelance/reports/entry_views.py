"""A counsellor's way: entering what somebody tells at the desk, and making a report of a case with consent."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from gilmok.modules.site import (
    CaseInView,
    Errors,
    FormatError,
    Gate,
    _,
    case_of,
    db,
    gate,
    log,
    needs,
    read_business_number,
    today,
    vault,
)
from gilmok_platform_freelance.permissions import ENTER_REPORT, REPORT_CASE
from gilmok_platform_freelance.reports.codes import MODULE, SCOPE
from gilmok_platform_freelance.reports.form_views import TEMPLATES, read_here, receipt_here, sent
from gilmok_platform_freelance.reports.from_case import prefilled
from gilmok_platform_freelance.reports.months import months
from gilmok_platform_freelance.reports.schemas import again
from gilmok_platform_freelance.reports.sending import look_up, mark_case, was_reported
from gilmok_platform_freelance.reports.words import centre_of, choices

blueprint = Blueprint("platform_freelance_report_entry", __name__, url_prefix="/reports/enter")


@blueprint.get("")
@needs(ENTER_REPORT)
def entry() -> ResponseReturnValue:
    """The empty form."""
    return show({}, {})


@blueprint.post("")
@needs(ENTER_REPORT)
def enter() -> ResponseReturnValue:
    """Keep what was told, and show the receipt for the person; the same form sent twice shows the same one."""
    typed = request.form.to_dict()
    values, wrong = read_here(typed)
    if wrong:
        return show(typed, wrong), 422
    log(db(), "platform_freelance_report_entered")
    return receipt_for(values, typed, "desk")


@blueprint.get("/of-case/<number>")
@needs(REPORT_CASE, of=case_of)
def from_case(case: CaseInView) -> ResponseReturnValue:
    """The form with what the case tells, to be looked over with the person."""
    return show(facts_of(case), {}, case)


@blueprint.post("/of-case/<number>", endpoint="of_case")
@needs(REPORT_CASE, of=case_of)
def report_case(case: CaseInView) -> ResponseReturnValue:
    """Report it, for the person agrees. That the case was reported is remembered by a digest that names neither."""
    typed = request.form.to_dict()
    values, wrong = read_here(typed)
    if wrong:
        return show(typed, wrong, case), 422
    if not mark_case(db(), case.id, vault=vault()) and not sent_before(typed):
        return show(typed, {"send": [_("This case was reported already.")]}, case), 422
    log(db(), "platform_freelance_case_reported", cases=[case.id])
    return receipt_for(values, typed, "case")


def sent_before(typed: dict[str, str]) -> bool:
    """Whether this very form was sent already."""
    receipt = receipt_here(typed)
    return look_up(db(), receipt.number, receipt.secret, vault=vault()) is not None


def receipt_for(values: dict[str, Any], typed: dict[str, str], way: str) -> str:
    """The receipt that is handed to the person."""
    receipt, sender = sent(values, typed, way=way)
    return render_template(f"{TEMPLATES}/handed_out.html", receipt=receipt, centre=centre_of(sender.centre))


def show(typed: dict[str, str], wrong: Errors, case: CaseInView | None = None) -> str:
    """The form of a counsellor."""
    reported = case is not None and was_reported(db(), case.id, vault=vault())
    return render_template(
        f"{TEMPLATES}/enter.html", typed=again(typed), errors=wrong, case=case, reported=reported, **choices(),
    )


def facts_of(case: CaseInView) -> dict[str, str]:
    """What a case tells for the form; the business number stands by itself where the client was told with one."""
    client = case.answer("platform_freelance.client")
    found = prefilled(case.facts, client, months(today()))
    try:
        number = read_business_number(found.pop("business_number"))
    except FormatError:
        return found
    return {**found, "business_number": number}


def shown_in_case(case: CaseInView) -> Markup | None:
    """On a case of the pilot's desks: the way to a report, or that there was one."""
    if gate(MODULE, SCOPE) is not Gate.OPEN:
        return None
    reported = was_reported(db(), case.id, vault=vault())
    address = url_for("platform_freelance_report_entry.from_case", number=case.number)
    return Markup(render_template(f"{TEMPLATES}/_in_case.html", reported=reported, address=address))

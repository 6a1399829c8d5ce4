"""A counsellor's way: noting what somebody tells by phone or at the desk, and the near miss of a case."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import CaseInView, Errors, _, case_of, db, needs
from gilmok_occupational_safety.keeping import again
from gilmok_occupational_safety.near_miss.codes import DESK
from gilmok_occupational_safety.near_miss.form_views import TEMPLATES, choices
from gilmok_occupational_safety.near_miss.schemas import read_report
from gilmok_occupational_safety.near_miss.sending import prefilled, receipt_here, send, send_of_case
from gilmok_occupational_safety.permissions import ENTER_REPORT, REPORT_CASE
from gilmok_occupational_safety.words import centre_name

blueprint = Blueprint("occupational_safety_near_miss_entry", __name__, url_prefix="/near-miss/note")


@blueprint.get("")
@needs(ENTER_REPORT)
def entry() -> ResponseReturnValue:
    """The empty form."""
    return show({}, {})


@blueprint.post("")
@needs(ENTER_REPORT)
def note() -> ResponseReturnValue:
    """Keep what was told; the same form sent twice is one report."""
    typed = request.form.to_dict()
    values, wrong = read_report(typed)
    if wrong:
        return show(typed, wrong), 422
    receipt = receipt_here(typed)
    tell_where(receipt.number, send(db(), values, receipt, way=DESK))
    return redirect(url_for("occupational_safety_near_miss.index"), 303)


@blueprint.get("/of-case/<number>")
@needs(REPORT_CASE, of=case_of)
def from_case(case: CaseInView) -> ResponseReturnValue:
    """The form with what the case tells."""
    return show(prefilled(case.facts), {}, case)


@blueprint.post("/of-case/<number>", endpoint="of_case")
@needs(REPORT_CASE, of=case_of)
def note_case(case: CaseInView) -> ResponseReturnValue:
    """Keep the report of a case, without the person's name."""
    typed = request.form.to_dict()
    values, wrong = read_report(typed)
    if wrong:
        return show(typed, wrong, case), 422
    receipt = receipt_here(typed)
    tell_where(receipt.number, send_of_case(db(), case, values, receipt))
    return redirect(url_for("cases.overview", number=case.number), 303)


def tell_where(number: str, centre: str) -> None:
    """Say under which number it is kept, and who looks at it."""
    flash(_("Report %(number)s is kept. %(centre)s looks at it.", number=number, centre=centre_name(centre)), "success")


def show(typed: dict[str, str], wrong: Errors, case: CaseInView | None = None) -> str:
    """The form of a counsellor."""
    return render_template(f"{TEMPLATES}/note.html", typed=again(typed), errors=wrong, case=case, **choices())

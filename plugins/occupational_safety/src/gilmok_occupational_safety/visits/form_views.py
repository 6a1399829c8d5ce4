"""The forms by which a visit is asked for: by phone or at the desk, and out of a case."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import CaseInView, Errors, _, case_of, db, me, needs, once
from gilmok_occupational_safety.keeping import again
from gilmok_occupational_safety.permissions import ASK_VISIT, VISIT_OF_CASE
from gilmok_occupational_safety.visits import asking, codes
from gilmok_occupational_safety.visits.schemas import read_asked
from gilmok_occupational_safety.words import centre_name, district_choices, industries, pairs

blueprint = Blueprint("occupational_safety_visit_form", __name__, url_prefix="/visits/ask")


@blueprint.get("")
@needs(ASK_VISIT)
def form() -> ResponseReturnValue:
    """The empty form."""
    return show({}, {})


@blueprint.post("", endpoint="ask")
@once
@needs(ASK_VISIT)
def ask_visit() -> ResponseReturnValue:
    """Keep the request."""
    return keep(None)


@blueprint.get("/of-case/<number>")
@needs(VISIT_OF_CASE, of=case_of)
def from_case(case: CaseInView) -> ResponseReturnValue:
    """The form with what the case tells."""
    return show(asking.prefilled(case.facts), {}, case)


@blueprint.post("/of-case/<number>", endpoint="of_case")
@once
@needs(VISIT_OF_CASE, of=case_of)
def ask_for_case(case: CaseInView) -> ResponseReturnValue:
    """Keep the request; the visit does not name the case, the case names the visit."""
    return keep(case)


def keep(case: CaseInView | None) -> ResponseReturnValue:
    """Keep a request, or show what is wrong with it."""
    typed = request.form.to_dict()
    values, wrong = read_asked(typed)
    if wrong:
        return show(typed, wrong, case), 422
    visit = asking.ask(db(), values, by=me(), case=case)
    flash(_("The visit is asked for. %(centre)s makes it.", centre=centre_name(visit.centre_id)), "success")
    return redirect(url_for("occupational_safety_visits.visit", key=visit.id), 303)


def show(typed: dict[str, str], wrong: Errors, case: CaseInView | None = None) -> str:
    """The form of a request."""
    given: dict[str, Any] = {"consent": codes.NOT_ASKED, **again(typed)}
    return render_template(
        "occupational_safety/visits/ask.html", typed=given, errors=wrong, case=case, purposes=pairs(codes.PURPOSES),
        askers=pairs(codes.ASKERS), consents=pairs(codes.CONSENTS), bodies=pairs(codes.WITH),
        district_choices=district_choices(), industry_choices=[*industries().items()],
    )

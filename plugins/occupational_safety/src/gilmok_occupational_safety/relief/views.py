"""The page of a case's relief: what was arranged, what came of it, and the way where the employer does not help."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    CaseInView,
    ChangedMeanwhile,
    Errors,
    NotFound,
    _,
    case_of,
    db,
    goes_on,
    log,
    me,
    needs,
    once,
)
from gilmok_occupational_safety.keeping import again, staff, unseal
from gilmok_occupational_safety.permissions import KEEP_RELIEF, SEE_RELIEF
from gilmok_occupational_safety.relief import arranging, codes
from gilmok_occupational_safety.relief.schemas import END, read_measure
from gilmok_occupational_safety.scopes import MODULE
from gilmok_occupational_safety.words import pairs, said

blueprint = Blueprint("occupational_safety_relief", __name__, url_prefix="/relief")
TEMPLATES = "occupational_safety/relief"


def own_case(number: str) -> CaseInView:
    """The case that an address names, if it lies with the module's desk; raises NotFound."""
    case = case_of(number)
    if not (case.target or "").startswith(f"{MODULE}."):
        raise NotFound
    return case


class Ending:
    """A measure with its case: what the form of its end is about."""

    def __init__(self, number: str, key: UUID) -> None:
        self.case = own_case(number)
        self.measure = arranging.measure(db(), self.case.id, key)
        self.centre_id = self.case.centre_id


@blueprint.get("/", endpoint="waiting")
@needs(SEE_RELIEF)
def to_ask_back() -> ResponseReturnValue:
    """The open measures of every case, the nearest day first."""
    found = arranging.to_ask_back(db())
    log(db(), "occupational_safety_relief_list_seen", cases=[each.case_id for each in found])
    return render_template(f"{TEMPLATES}/waiting.html", measures=found, **titles())


@blueprint.get("/<number>/")
@needs(KEEP_RELIEF, of=own_case)
def index(case: CaseInView) -> ResponseReturnValue:
    """What was arranged in a case."""
    log(db(), "occupational_safety_relief_seen", cases=[case.id])
    return page(case)


# A case that came while the module was active is carried to its end, whatever is active by then.
@blueprint.post("/<number>/")
@goes_on
@once
@needs(KEEP_RELIEF, of=own_case)
def arrange(case: CaseInView) -> ResponseReturnValue:
    """Arrange something."""
    typed = request.form.to_dict()
    values, wrong = read_measure(typed)
    if wrong:
        return page(case, typed=typed, wrong=wrong), 422
    arranging.arrange(db(), case, values, by=me())
    flash(_("It is kept. We ask at its day what came of it."), "success")
    return redirect(url_for("occupational_safety_relief.index", number=case.number), 303)


@blueprint.get("/<number>/<uuid:key>")
@needs(KEEP_RELIEF, of=Ending)
def ending(found: Ending) -> ResponseReturnValue:
    """One measure, with the form of what came of it."""
    log(db(), "occupational_safety_measure_seen", cases=[found.case.id])
    return ending_page(found)


@blueprint.post("/<number>/<uuid:key>")
@goes_on
@once
@needs(KEEP_RELIEF, of=Ending)
def end(found: Ending) -> ResponseReturnValue:
    """Keep what came of it; of two who do at once, the second sees both."""
    typed = request.form.to_dict()
    values, wrong = END.read(typed)
    if wrong:
        return ending_page(found, typed=typed, wrong=wrong), 422
    try:
        arranging.end(db(), found.case, found.measure, values, version=request.form.get("version", 0, int))
    except ChangedMeanwhile:
        db().refresh(found.measure)
        return ending_page(found, typed=typed, meanwhile=True), 409
    flash(_("The result is saved."), "success")
    return redirect(url_for("occupational_safety_relief.index", number=found.case.number), 303)


def page(case: CaseInView, *, typed: dict[str, str] | None = None, wrong: Errors | None = None) -> str:
    """The page of a case's relief."""
    measures = arranging.measures(db(), case.id)
    return render_template(
        f"{TEMPLATES}/index.html", case=case, measures=[(each, unseal(each)) for each in measures],
        alone=case.facts.get("occupational_safety.employer_helps") is False, typed=again(typed or {}),
        errors=wrong or {}, staff=staff(), **titles(),
    )


def ending_page(
    found: Ending, *, typed: dict[str, str] | None = None, wrong: Errors | None = None, meanwhile: bool = False
) -> str:
    """The page of one measure."""
    words = unseal(found.measure)
    return render_template(
        f"{TEMPLATES}/measure.html", case=found.case, measure=found.measure, words=words, meanwhile=meanwhile,
        typed=again(typed) if typed else {
            "result": found.measure.result or "", "outcome": words.get("outcome", ""),
        },
        errors=wrong or {}, **titles(),
    )


def titles() -> dict[str, Any]:
    """What the pages of relief call their codes."""
    return {
        "kinds": said(codes.KINDS), "bodies": said(codes.SENT_TO), "consents": said(codes.CONSENTS),
        "results": said(codes.RESULTS), "kind_choices": pairs(codes.KINDS), "body_choices": pairs(codes.SENT_TO),
        "consent_choices": pairs(codes.CONSENTS), "result_choices": pairs(codes.RESULTS),
    }

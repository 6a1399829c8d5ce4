"""Recommendations: made after a visit, and asked back at their day."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import ChangedMeanwhile, Errors, IllegalMove, _, db, goes_on, log, me, needs, once
from gilmok_occupational_safety.keeping import again, unseal
from gilmok_occupational_safety.permissions import KEEP_VISIT
from gilmok_occupational_safety.visits import moving, queries
from gilmok_occupational_safety.visits.models import Advice, Visit
from gilmok_occupational_safety.visits.schemas import ADVICE, ANSWER
from gilmok_occupational_safety.visits.views import TEMPLATES, page, titles, visit_of, workplace

blueprint = Blueprint("occupational_safety_advice", __name__, url_prefix="/visits/advice")


@blueprint.post("/of/<uuid:key>")
@goes_on
@once
@needs(KEEP_VISIT, of=visit_of)
def advise(found: Visit) -> ResponseReturnValue:
    """Keep a recommendation."""
    typed = request.form.to_dict()
    values, wrong = ADVICE.read(typed)
    if wrong:
        return page(found, typed=typed, wrong=wrong), 422
    try:
        moving.advise(db(), found, values, by=me())
    except IllegalMove:
        return page(found, typed=typed, meanwhile=True), 409
    flash(_("The recommendation is kept. It is asked back at its day."), "success")
    return redirect(url_for("occupational_safety_visits.visit", key=found.id), 303)


def advice_of(key: UUID) -> Advice:
    """The recommendation that an address names; raises NotFound."""
    return queries.advice(db(), key)


@blueprint.get("/<uuid:key>")
@needs(KEEP_VISIT, of=advice_of)
def advice(found: Advice) -> ResponseReturnValue:
    """One recommendation, with the form of what came of it."""
    log(db(), "occupational_safety_advice_opened", advice=str(found.id))
    return one_page(found)


@blueprint.post("/<uuid:key>")
@goes_on
@once
@needs(KEEP_VISIT, of=advice_of)
def answer(found: Advice) -> ResponseReturnValue:
    """Keep what came of it; of two who do at once, the second sees both."""
    typed = request.form.to_dict()
    values, wrong = ANSWER.read(typed)
    if wrong:
        return one_page(found, typed=typed, wrong=wrong), 422
    try:
        moving.answer(db(), found, values, version=request.form.get("version", 0, int))
    except ChangedMeanwhile:
        db().refresh(found)
        return one_page(found, typed=typed, meanwhile=True), 409
    flash(_("The result is saved."), "success")
    return redirect(url_for("occupational_safety_visits.index"), 303)


def one_page(
    found: Advice, *, typed: dict[str, str] | None = None, wrong: Errors | None = None, meanwhile: bool = False
) -> str:
    """The page of a recommendation."""
    visit, words = queries.visit(db(), found.visit_id), unseal(found)
    return render_template(
        f"{TEMPLATES}/advice.html", advice=found, words=words, visit=visit, name=workplace(visit),
        visit_words=unseal(visit),
        typed=again(typed) if typed else {"result": found.result or "", "outcome": words.get("outcome", "")},
        errors=wrong or {}, meanwhile=meanwhile, **titles(),
    )

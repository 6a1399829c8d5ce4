"""The list of visits and recommendations, one visit with its next step, and the sheet that is taken along."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    ChangedMeanwhile,
    Errors,
    Gate,
    IllegalMove,
    _,
    db,
    gate,
    goes_on,
    log,
    may,
    me,
    needs,
    once,
)
from gilmok_occupational_safety.keeping import again, staff, unseal
from gilmok_occupational_safety.permissions import ASK_VISIT, KEEP_VISIT
from gilmok_occupational_safety.scopes import MODULE, SITE_VISITS
from gilmok_occupational_safety.visits import codes, moving, queries
from gilmok_occupational_safety.visits.models import Visit
from gilmok_occupational_safety.visits.schemas import read_move
from gilmok_occupational_safety.words import names, pairs, said

blueprint = Blueprint("occupational_safety_visits", __name__, url_prefix="/visits")
TEMPLATES = "occupational_safety/visits"


@blueprint.get("/")
@needs(ASK_VISIT)
def index() -> ResponseReturnValue:
    """What is to be asked back, the visits to be made, and those that ended."""
    advice, to_make, ended = queries.to_ask_back(db()), queries.open_visits(db()), queries.ended(db())
    visits = queries.visits(db(), [each.visit_id for each in advice])
    log(db(), "occupational_safety_visits_seen", visits=[str(each.id) for each in (*to_make, *ended)])
    return render_template(
        f"{TEMPLATES}/index.html", advice=[(each, workplace(visits[each.visit_id]), unseal(each).get("text", ""))
                                           for each in advice],
        to_make=with_words(to_make), ended=with_words(ended), may_ask=gate(MODULE, SITE_VISITS) is Gate.OPEN,
        **titles(),
    )


def with_words(visits: list[Visit]) -> list[tuple[Visit, str]]:
    """Visits with the name of the workplace."""
    return [(each, workplace(each)) for each in visits]


def workplace(visit: Visit) -> str:
    """Which workplace a visit is to."""
    return unseal(visit).get("workplace") or _("a workplace without a name")


def visit_of(key: UUID) -> Visit:
    """The visit that an address names; raises NotFound."""
    return queries.visit(db(), key)


@blueprint.get("/<uuid:key>")
@needs(ASK_VISIT, of=visit_of)
def visit(found: Visit) -> ResponseReturnValue:
    """One visit; that it was opened is noted."""
    log(db(), "occupational_safety_visit_opened", visit=str(found.id))
    return page(found)


@blueprint.get("/<uuid:key>/sheet")
@needs(ASK_VISIT, of=visit_of)
def sheet(found: Visit) -> ResponseReturnValue:
    """The sheet that is printed and taken along."""
    log(db(), "occupational_safety_visit_printed", visit=str(found.id))
    return render_template(
        f"{TEMPLATES}/sheet.html", visit=found, words=unseal(found), name=workplace(found), **titles(),
    )


@blueprint.post("/<uuid:key>")
@goes_on
@once
@needs(KEEP_VISIT, of=visit_of)
def move(found: Visit) -> ResponseReturnValue:
    """Carry a visit on; of two who do at once, the second sees both."""
    typed = request.form.to_dict()
    values, wrong = read_move(typed)
    if wrong:
        return page(found, typed=typed, wrong=wrong), 422
    try:
        moving.move(db(), found, values, version=request.form.get("version", 0, int), by=me())
    except (ChangedMeanwhile, IllegalMove):
        db().refresh(found)
        return page(found, typed=typed, meanwhile=True), 409
    flash(_("It is noted."), "success")
    return redirect(url_for("occupational_safety_visits.visit", key=found.id), 303)


def page(
    found: Visit, *, typed: dict[str, str] | None = None, wrong: Errors | None = None, meanwhile: bool = False
) -> str:
    """The page of a visit: where, what for, its next step, its recommendations and its history."""
    steps = [(to, title) for to, title in pairs(codes.STEPS) if to in codes.TABLE.get(found.state, ())]
    return render_template(
        f"{TEMPLATES}/visit.html", visit=found, words=unseal(found), name=workplace(found), steps=steps,
        typed=again(typed) if typed else {"consent": found.consent}, errors=wrong or {}, meanwhile=meanwhile,
        moves=[(each, unseal(each).get("note", "")) for each in queries.moves(db(), found.id)],
        advice=[(each, unseal(each)) for each in queries.advice_of(db(), found.id)], staff=staff(),
        may_keep=may(me(), KEEP_VISIT, found), **titles(),
    )


def titles() -> dict[str, Any]:
    """What the pages of visits call their codes."""
    return {
        "purposes": said(codes.PURPOSES), "askers": said(codes.ASKERS), "consents": said(codes.CONSENTS),
        "states": said(codes.STATES), "reasons": said(codes.REASONS), "results": said(codes.RESULTS),
        "bodies": said(codes.WITH), "consent_choices": pairs(codes.CONSENTS), "reason_choices": pairs(codes.REASONS),
        "result_choices": pairs(codes.RESULTS), **names(),
    }

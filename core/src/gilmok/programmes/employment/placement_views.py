"""Placement: an opening is proposed, goes on, and whether the person stayed is asked."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.clock import today
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.fields import Day, Errors, Form
from gilmok.ground.i18n import _
from gilmok.ground.i18n import _marked as marked
from gilmok.ground.web.request import db, form_key, me, once
from gilmok.programmes.employment import openings, placing
from gilmok.programmes.employment.forms import CHECK, MOVE, read_move
from gilmok.programmes.employment.models import Placement
from gilmok.programmes.employment.showing import (
    Answer,
    of_person,
    of_placement,
    opening_line,
    person_in,
    show,
    version_sent,
)
from gilmok.programmes.employment.words import FOLLOWS, REASONS, STATES, State, options
from gilmok.programmes.people.forms import typed_again
from gilmok.programmes.people.models import ServedPerson

blueprint = Blueprint("placements", __name__)


class ProposalForm(Form):
    """On which day an opening was proposed; which one is looked up beside it."""

    needed = {"on": marked("Please write the day.")}
    on = Day(past=True, required=True)


PROPOSAL = ProposalForm()


@blueprint.get("/people/<uuid:key>/placements")
@of_person
def choose(served: ServedPerson) -> ResponseReturnValue:
    """The form in which an opening is proposed."""
    return proposing(served, {})


@blueprint.post("/people/<uuid:key>/placements")
@of_person
@once
def propose(served: ServedPerson) -> ResponseReturnValue:
    """Propose an opening."""
    values, errors = PROPOSAL.read(request.form)
    chosen = request.form.get("opening", "")
    opening = next((each for each in openings.open_now(db()) if str(each.key) == chosen), None)
    if opening is None:
        errors = {"opening": [_("Please choose an opening.")], **errors}
    if opening is None or errors:
        return proposing(served, errors)
    made = placing.propose(db(), served, opening, values["on"], key=form_key(), by=me())
    flash(_("Proposed. Note here how it goes on."), "success")
    return to_page(made.key)


def proposing(served: ServedPerson, errors: Errors) -> Answer:
    """The form of a proposal with what was typed."""
    typed = typed_again(request.form or {"on": today().isoformat()}, ("opening", "on"))
    return show(
        "propose.html", served=served, typed=typed, errors=errors, status=422 if errors else 200,
        openings=[(str(each.key), opening_line(each)) for each in openings.open_now(db())],
    )


@blueprint.get("/placements/<uuid:key>")
@of_placement
def page(placement: Placement) -> ResponseReturnValue:
    """A placement, and the form in which it goes on."""
    return shown(placement, {})


@blueprint.post("/placements/<uuid:key>")
@of_placement
@once
def move(placement: Placement) -> ResponseReturnValue:
    """Let it go on; where somebody else did so meanwhile, both are shown."""
    told, errors = read_move(request.form, FOLLOWS.get(placement.state, ()), placing.way(db(), placement).moves[-1].on)
    if version_sent() != placement.version:
        return shown(placement, {}, status=409)
    if errors:
        return shown(placement, errors, status=422)
    try:
        placing.move(db(), person_in(placement), placement, told, version=version_sent(), by=me())
    except ChangedMeanwhile:
        db().refresh(placement)
        return shown(placement, {}, status=409)
    flash(_("Saved."), "success")
    return to_page(placement.key)


@blueprint.post("/placements/<uuid:key>/check")
@of_placement
@once
def check(placement: Placement) -> ResponseReturnValue:
    """Keep whether the person is still there."""
    told, errors = CHECK.read(request.form)
    if errors:
        return shown(placement, errors, status=422)
    placing.answer(db(), person_in(placement), placement, told["months"], told["answer"], by=me())
    flash(_("Saved."), "success")
    return to_page(placement.key)


def shown(placement: Placement, errors: Errors, *, status: int = 200) -> Answer:
    """The page of a placement with what was typed; with 409 what somebody else has kept meanwhile is told."""
    following = [pair for pair in options(STATES) if pair[0] in FOLLOWS.get(State(placement.state), ())]
    return show(
        "placement.html", way=placing.way(db(), placement), served=person_in(placement), following=following,
        reasons=options(REASONS), errors=errors, status=status, changed=status == 409,
        typed=typed_again(request.form or {"on": today().isoformat()}, {**MOVE.fields, **CHECK.fields}),
    )


def to_page(key: UUID) -> ResponseReturnValue:
    """To the page of a placement."""
    return redirect(url_for("employment.placements.page", key=key), 303)

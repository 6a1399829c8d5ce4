"""What happens along a founding: moves, ticks, unfair labour practices, talks."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import ChangedMeanwhile, NotFound
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, once, vault
from gilmok.programmes.organising import noting, queries, service
from gilmok.programmes.organising.models import Founding
from gilmok.programmes.organising.schemas import ENDING, PRACTICE, TALK
from gilmok.programmes.organising.schemas import move_form as form_of
from gilmok.programmes.organising.showing import Answer, of_founding, page_of, part, show, version_sent
from gilmok.programmes.organising.stages import Stage, Way, way
from gilmok.programmes.organising.steps import step
from gilmok.programmes.organising.views import of_page

blueprint = Blueprint("union_steps", __name__, template_folder="templates", url_prefix="/unions/<uuid:key>")
KEEP = of_founding(Permission.KEEP_FOUNDING)


@blueprint.get("/move/<to>")
@KEEP
def moving(founding: Founding) -> ResponseReturnValue:
    """The form of a move: its day."""
    along = way_of(founding)
    return move_form(founding, along, as_noted(founding) if along.to == founding.stage else {})


def as_noted(founding: Founding) -> dict[str, str]:
    """What the newest move says, as somebody would type it: what is put right keeps the rest."""
    newest = queries.moves(db(), founding)[0]
    until = newest.until.isoformat() if newest.until else ""
    return {"on": newest.on.isoformat(), "until": until, "reason": newest.reason}


@blueprint.post("/move/<to>")
@KEEP
@once
def move(founding: Founding) -> ResponseReturnValue:
    """Bring the founding to another stage, or put the day of its stage right."""
    along = way_of(founding)
    values, errors = form_of(along).read(request.form)
    if errors:
        return move_form(founding, along, request.form, errors)
    try:
        service.move(db(), founding, along.to, version=version_sent(), by=me(), **values)
    except service.BeforeTheStage as before:
        return move_form(founding, along, request.form, {"on": [before.sentence()]})
    except ChangedMeanwhile:
        db().refresh(founding)
        return move_form(founding, along, request.form, status=409)
    flash(_("Noted. The time limits are worked out anew."), "success")
    return redirect(page_of(founding), 303)


def way_of(founding: Founding) -> Way:
    """The way that the address names; raises NotFound for no stage, IllegalStage where there is no such way."""
    try:
        to = Stage(part("to"))
    except ValueError:
        raise NotFound from None
    return way(Stage(founding.stage), to)


def move_form(
    founding: Founding, along: Way, typed: Mapping[str, str], errors: Errors | None = None, *, status: int = 0,
) -> Answer:
    """The form of a move with what was typed."""
    return show(
        "move.html", founding=founding, along=along, typed=typed, errors=errors or {}, changed=status == 409,
        told=queries.line(db(), founding.key, vault=vault()).told, status=status or (422 if errors else 200),
    )


@blueprint.post("/ticks/<code>")
@KEEP
def tick(founding: Founding) -> ResponseReturnValue:
    """Tick lines of a step's checklist, or take ticks away; what a colleague ticked meanwhile stays."""
    of = step(part("code"))
    if of is None:
        raise NotFound
    noting.tick(
        db(), founding, of, ticked=request.form.getlist("item"), shown=request.form.getlist("shown"), by=me(),
    )
    flash(_("The checklist is saved."), "success")
    return redirect(page_of(founding, f"step-{of.code}"), 303)


@blueprint.post("/practices")
@KEEP
@once
def note_practice(founding: Founding) -> ResponseReturnValue:
    """Note an unfair labour practice, so that the time for relief is watched."""
    values, errors = PRACTICE.read(request.form)
    if errors:
        return of_page(founding, errors)
    noting.note_practice(db(), founding, on=values["practice_on"], kind=values["practice"], by=me())
    flash(_("Noted. The time for relief is watched now."), "success")
    return redirect(page_of(founding), 303)


@blueprint.post("/practices/<int(max=9223372036854775807):event>")
@KEEP
def end_practice(founding: Founding) -> ResponseReturnValue:
    """Say what came of a practice; a second press changes nothing."""
    practice = queries.practice(db(), founding, int(part("event")))
    values, errors = ENDING.read(request.form)
    if errors:
        return of_page(founding, errors)
    noting.end_practice(db(), founding, practice, values["ending"], by=me())
    return redirect(page_of(founding, "practices"), 303)


@blueprint.post("/talks")
@KEEP
@once
def note_talk(founding: Founding) -> ResponseReturnValue:
    """Write down what was talked about."""
    values, errors = TALK.read(request.form)
    if errors:
        return of_page(founding, errors)
    noting.note_talk(db(), founding, on=values["talked_on"], text=values["text"], by=me(), vault=vault())
    flash(_("Saved."), "success")
    return redirect(page_of(founding, "talks"), 303)

"""The intake page: one page, filled while on the phone, that says as one types where the case goes and what to ask."""

from uuid import UUID, uuid4

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.journey.intake import drafts
from gilmok.journey.intake.desk import look
from gilmok.journey.intake.reading import Typed, holds_identifier, scrubbed
from gilmok.journey.intake.service import take_in
from gilmok.journey.intake.showing import page, parts
from gilmok.journey.routing.queries import engine

PAGES_OWN = {"csrf_token", "form_key", "shown", "action"}
blueprint = Blueprint("intake", __name__, template_folder="templates", url_prefix="/intake")


@blueprint.get("/")
@needs(Permission.TAKE_IN)
def begin() -> ResponseReturnValue:
    """An empty intake, with one's unfinished ones beside it."""
    return page(look(uuid4(), {}), unfinished=drafts.mine(db()))


@blueprint.get("/<uuid:key>")
@needs(Permission.TAKE_IN)
def go_on(key: UUID) -> ResponseReturnValue:
    """An unfinished intake as it was left; one that is gone begins anew."""
    typed = drafts.find(db(), key, vault=vault())
    return redirect(url_for("intake.begin"), 303) if typed is None else page(look(key, typed))


@blueprint.post("/<uuid:key>/live")
@needs(Permission.TAKE_IN)
def live(key: UUID) -> ResponseReturnValue:
    """Keep the draft, and say what it comes to so far: for the page's script, the parts that change."""
    typed = from_form()
    desk = look(key, typed)
    saved_at = drafts.save(db(), key, scrubbed(typed), vault=vault())
    about = {"saved_at": saved_at, "changed": desk.shown != request.form.get("shown", "")}
    return render_template("intake/live.html", **parts(desk), refused=holds_identifier(typed), **about)


@blueprint.post("/<uuid:key>")
@needs(Permission.TAKE_IN)
@once
def send(key: UUID) -> ResponseReturnValue:
    """Take the case in; or, with `action=look`, show the same page with proposal and questions brought up to date."""
    typed = from_form()
    desk = look(key, typed)
    if request.form.get("action") == "look":
        drafts.save(db(), key, scrubbed(typed), vault=vault())
        return page(desk)
    errors = desk.reading.errors | desk.reading.missing()
    if errors:
        return page(desk, errors=errors), 422
    running = engine(db(), current_app.extensions["registry"])
    case = take_in(db(), desk.reading.intake(), by=me(), engine=running, vault=vault())
    drafts.drop(db(), key)
    return redirect(url_for("cases.overview", number=case.number), 303)


@blueprint.post("/<uuid:key>/drop")
@needs(Permission.TAKE_IN)
def drop(key: UUID) -> ResponseReturnValue:
    """Throw an unfinished intake away."""
    drafts.drop(db(), key)
    return redirect(url_for("intake.begin"), 303)


def from_form() -> Typed:
    """What the form carries, without what only the page itself needs."""
    carried = request.form.to_dict(flat=False)
    return {name: values for name, values in carried.items() if name not in PAGES_OWN}

"""Making a gathering, telling it otherwise, calling it off."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.programmes.gatherings import service
from gilmok.programmes.gatherings.filling import as_typed
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.schemas import SESSIONS, read_gathering, read_reason
from gilmok.programmes.gatherings.showing import Answer, of_gathering, show

blueprint = Blueprint("gathering_forms", __name__, template_folder="templates", url_prefix="/gatherings")
KEEP = of_gathering(Permission.KEEP_GATHERING)


@blueprint.get("/new")
@needs(Permission.SEE_GATHERINGS)
def begin() -> ResponseReturnValue:
    """The empty form."""
    return form({"public": "yes"})


@blueprint.post("/new")
@needs(Permission.SEE_GATHERINGS)
@once
def make() -> ResponseReturnValue:
    """Make a gathering of one's centre."""
    told, errors = read_gathering(request.form)
    if told is None:
        return form(request.form, errors=errors)
    made = service.make(db(), told, by=me())
    flash(_("Saved. Nobody else sees it until you publish it."), "success")
    return redirect(page_of(made.key), 303)


@blueprint.get("/<uuid:key>/edit")
@KEEP
def edit(gathering: Gathering) -> ResponseReturnValue:
    """The form with what is told now."""
    return form(as_typed(gathering), gathering)


@blueprint.post("/<uuid:key>/edit")
@KEEP
@once
def tell(gathering: Gathering) -> ResponseReturnValue:
    """Tell it otherwise; where somebody else did so meanwhile, both are shown and nothing is lost."""
    told, errors = read_gathering(request.form)
    if told is None:
        return form(request.form, gathering, errors=errors)
    try:
        service.tell(db(), gathering, told, version=version_sent(), by=me())
    except ChangedMeanwhile:
        db().refresh(gathering)
        return form(request.form, gathering, status=409)
    except service.Attended as attended:
        return form(request.form, gathering, errors={"on-1": [attended.sentence()]})
    flash(_("Saved. What stood there before can still be read below."), "success")
    return redirect(page_of(gathering.key), 303)


@blueprint.get("/<uuid:key>/cancel")
@KEEP
def cancelling(gathering: Gathering) -> ResponseReturnValue:
    """The form in which a gathering is called off."""
    return show("cancel.html", gathering, typed={}, changed=False)


@blueprint.post("/<uuid:key>/cancel")
@KEEP
@once
def cancel(gathering: Gathering) -> ResponseReturnValue:
    """Call it off, with the reason that everybody who may see it reads."""
    reason, errors = read_reason(request.form)
    if errors:
        return show("cancel.html", gathering, typed=request.form, changed=False, errors=errors, status=422)
    try:
        service.cancel(db(), gathering, reason, version=version_sent())
    except ChangedMeanwhile:
        db().refresh(gathering)
        return show("cancel.html", gathering, typed=request.form, changed=True, status=409)
    flash(_("Called off. Please tell those who registered."), "success")
    return redirect(page_of(gathering.key), 303)


def form(
    typed: Mapping[str, str], gathering: Gathering | None = None, *, errors: Errors | None = None, status: int = 0
) -> Answer:
    """The form with what was typed; with 409 beside it what somebody else has kept meanwhile."""
    return show(
        "form.html", gathering, status=status or (422 if errors else 200), typed=typed, errors=errors or {},
        numbers=SESSIONS.shown(typed), changed=status == 409,
    )


def version_sent() -> int:
    """The version on which the form was written."""
    return request.form.get("version", 0, type=int)


def page_of(key: UUID) -> str:
    """The address of a gathering's page."""
    return url_for("gatherings.page", key=key)

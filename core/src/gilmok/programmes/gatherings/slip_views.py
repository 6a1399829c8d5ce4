"""The slip of a registration: looked up and cancelled without a login, by number and secret."""

from collections.abc import Mapping

from flask import Blueprint, flash, request
from flask.typing import ResponseReturnValue

from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, vault
from gilmok.ground.web.visitors import visitors
from gilmok.programmes.gatherings import ledger, seats, slips
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registration
from gilmok.programmes.gatherings.rules import Standing
from gilmok.programmes.gatherings.showing import Answer, announced_of, show
from gilmok.programmes.gatherings.words import standing_now

blueprint = Blueprint("slips", __name__, template_folder="templates", url_prefix="/programmes/<uuid:key>")
SEEN = visitors(of=announced_of)


@blueprint.get("/slip")
@SEEN
def begin(gathering: Gathering) -> ResponseReturnValue:
    """The form that asks for number and secret."""
    return form(gathering, {})


@blueprint.post("/slip")
@SEEN
def look(gathering: Gathering) -> ResponseReturnValue:
    """How a registration stands, and the press that cancels it."""
    found = found_by(gathering, request.form)
    return slip(gathering, found) if found else form(gathering, request.form, unknown())


@blueprint.post("/slip/cancel")
@SEEN
def cancel(gathering: Gathering) -> ResponseReturnValue:
    """Cancel it; the first who waits gets the place. A second press changes nothing."""
    found = found_by(gathering, request.form)
    if found is None:
        return form(gathering, request.form, unknown())
    if standing_now(gathering) is not Standing.OVER and seats.give_back(db(), gathering, found):
        flash(_("Your registration is cancelled."), "success")
    return slip(gathering, found)


def found_by(gathering: Gathering, typed: Mapping[str, str]) -> Registration | None:
    """The registration that number and secret name."""
    return slips.found(db(), gathering, typed.get("number", ""), typed.get("secret", ""), vault=vault())


def unknown() -> Errors:
    """The one sentence for a wrong number and a wrong secret."""
    return {"number": [_("There is no registration with this number and secret. Please check both.")]}


def form(gathering: Gathering, typed: Mapping[str, str], errors: Errors | None = None) -> Answer:
    """The form with what was typed, but for the secret."""
    return show("slip_form.html", gathering, typed=typed, errors=errors or {}, status=422 if errors else 200)


def slip(gathering: Gathering, found: Registration, *, fresh: bool = False) -> Answer:
    """The slip; `fresh`: right after registering, when number and secret are to be written down."""
    return show(
        "slip.html", gathering, row=found, secret=slips.secret_of(found.key, vault=vault()), fresh=fresh,
        waits=ledger.waits(db(), found), over=standing_now(gathering) is Standing.OVER,
    )

"""What everybody sees without a login: the calendar of what is announced, each of it, and the form to register."""

from uuid import uuid5

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from gilmok.ground.errors import NotFound
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.ics import as_download
from gilmok.ground.web.request import db, form_key, vault
from gilmok.ground.web.visitors import visitors
from gilmok.network.queries import atlas
from gilmok.programmes import calendar
from gilmok.programmes.gatherings import places, seats
from gilmok.programmes.gatherings.calendar import happenings
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import CONSENT
from gilmok.programmes.gatherings.people_forms import read_registration, shown_again
from gilmok.programmes.gatherings.rules import Standing
from gilmok.programmes.gatherings.showing import Answer, announced_of, show
from gilmok.programmes.gatherings.slip_views import slip
from gilmok.programmes.gatherings.words import standing_now

blueprint = Blueprint("programmes", __name__, template_folder="templates", url_prefix="/programmes")
SEEN = visitors(of=announced_of)


@blueprint.get("/")
@visitors()
def index() -> ResponseReturnValue:
    """What is announced and not over yet, by district, centre and kind."""
    network, asked = atlas(db()), {name: request.args.get(name, "") for name in ("district", "centre", "kind")}
    centres = places.centres_asked(network, asked["district"], asked["centre"])
    found = calendar.announced(db(), centres, asked["kind"])
    return show("public_index.html", occasions=found, asked=asked, options=places.options(network))


@blueprint.get("/centres/<code>.ics")
@visitors()
def feed(code: str) -> ResponseReturnValue:
    """Everything that a centre announces, as a calendar to subscribe to."""
    if code not in atlas(db()).centres:
        raise NotFound
    return as_download(calendar.files(calendar.announced(db(), [code])), f"{code}.ics")


@blueprint.get("/<uuid:key>.ics")
@SEEN
def file(gathering: Gathering) -> ResponseReturnValue:
    """One of them as a calendar file."""
    return as_download(happenings([gathering]), f"gilmok-{gathering.starts_at:%Y%m%d}.ics")


@blueprint.get("/<uuid:key>")
@SEEN
def page(gathering: Gathering) -> ResponseReturnValue:
    """One of them, with the form to register."""
    return form(gathering)


@blueprint.post("/<uuid:key>")
@SEEN
def register(gathering: Gathering) -> ResponseReturnValue:
    """Register, or wait for a place; the answer is the slip, and for a form that is sent twice the same slip.

    It is no redirect, for the secret on it belongs neither into an address nor into a cookie.
    """
    someone, errors = read_registration(request.form, at_desk=False)
    if someone is None:
        return form(gathering, errors)
    if standing_now(gathering) is not Standing.OPEN:
        return form(gathering, {"name": [_("Registration is closed.")]})
    # With what was typed: who goes back and registers somebody else by the same form registers another.
    key = uuid5(gathering.key, f"{form_key()}/{vault().index('registration/said', repr(someone)).hex()}")
    return slip(gathering, seats.register(db(), gathering, someone, key=key, vault=vault()), fresh=True)


def form(gathering: Gathering, errors: Errors | None = None) -> Answer:
    """The page with what was typed."""
    return show(
        "public.html", gathering, status=422 if errors else 200, errors=errors or {}, typed=shown_again(request.form),
        consent_text=CONSENT, counts=seats.counts(db(), gathering), open=standing_now(gathering) is Standing.OPEN,
    )

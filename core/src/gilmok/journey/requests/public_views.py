"""The pages on which anybody asks for help: the form, the receipt, how it stands, and adding to it."""

from uuid import uuid5

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.clock import today
from gilmok.ground.i18n import VISITORS_LANGUAGES, _, current_language
from gilmok.ground.receipts import receipt_of
from gilmok.ground.web.request import db, form_key, vault
from gilmok.ground.web.visitors import count_try, visitors
from gilmok.journey.finding.where import facts_of, helping
from gilmok.journey.intake.consents import CONSENTS
from gilmok.journey.intake.reading import Errors, Typed, scrubbed, told_as_shown
from gilmok.journey.requests.adding import Added, read_added
from gilmok.journey.requests.form import Asked, read_request
from gilmok.journey.requests.options import choices
from gilmok.journey.requests.sending import WHAT, Standing, add, is_staffed, look_up, send
from gilmok.journey.requests.words import STATES
from gilmok.journey.routing.queries import engine
from gilmok.network.places import Centre

blueprint = Blueprint("asking", __name__, url_prefix="/help-me", template_folder="templates")


@blueprint.get("")
@visitors(*VISITORS_LANGUAGES)
def form() -> ResponseReturnValue:
    """The empty form."""
    return show_form({})


def show_form(typed: Typed, errors: Errors | None = None) -> str:
    """The form with what was typed, but for numbers that must not be kept."""
    shown = scrubbed(typed)
    return render_template(
        "asking/form.html", given=lambda name: next(iter(shown.get(name, ())), ""), consents=CONSENTS,
        errors=told_as_shown(errors or {}, typed), **choices(),
    )


@blueprint.post("")
@visitors(*VISITORS_LANGUAGES)
def ask() -> ResponseReturnValue:
    """Keep the request and show its receipt; the same form sent twice shows the same one."""
    asked = read_request(request.form.to_dict(flat=False))
    if asked.errors:
        return show_form(asked.typed, asked.errors), 422
    receipt = receipt_of(WHAT, form_key(), asked.typed, vault=vault())
    centre, city = centres_for(asked)
    answering = centre if is_staffed(db(), centre.code) else city
    send(db(), asked, receipt, centre=answering.code, language=current_language(), vault=vault())
    about = {"centre": answering, "city": city, "instead": answering != centre, "danger": asked.urgency == "danger"}
    return render_template("asking/receipt.html", receipt=receipt, **about)


def centres_for(asked: Asked) -> tuple[Centre, Centre]:
    """The centre that the rules name for a request, and the city's, which answers where nobody of that one works with
    this."""
    running, given = engine(db(), current_app.extensions["registry"]), asked.values
    places = {place: given.get(f"{place}_district") or "" for place in ("workplace", "home")}
    facts = facts_of(given["topic"], urgency=asked.urgency, **places)
    _routed, placed = helping(running, facts | {"language": given["language"]}, today())
    return placed.centre, running.atlas.labour_rights_centre(today())


@blueprint.get("/state")
@visitors(*VISITORS_LANGUAGES)
def state() -> ResponseReturnValue:
    """Where one types number and secret."""
    return render_template("asking/state.html", number="", errors={})


@blueprint.post("/state")
@visitors(*VISITORS_LANGUAGES)
def look() -> ResponseReturnValue:
    """How the request stands, and the form to add to it."""
    found = brought()
    return wrong_secret() if found is None else standing(found)


@blueprint.post("/state/add", endpoint="add")
@visitors(*VISITORS_LANGUAGES)
def add_to_it() -> ResponseReturnValue:
    """Add a message or a new number."""
    found = brought()
    if found is None:
        return wrong_secret()
    added = read_added(request.form)
    if added.errors:
        return standing(found, added=added), 422
    add(db(), found.request_key, uuid5(form_key(), json_of(added)), added.values, vault=vault())
    return standing(found, done=True)


def json_of(added: Added) -> str:
    """What was added, so that another message under the same key of the form is another one."""
    return repr(sorted(added.values.items()))


def brought() -> Standing | None:
    """The state of the request whose number and secret the form carries. Raises TooManyTries after ten tries of a
    number within ten minutes, whether there is one like it or not."""
    number = request.form.get("number", "")
    count_try("secret", number)
    return look_up(db(), number, request.form.get("secret", ""), vault=vault())


def wrong_secret() -> ResponseReturnValue:
    """One message, whichever of the two was wrong."""
    errors = {"number": [_("This number and secret do not belong together. Please check both.")]}
    return render_template("asking/state.html", number=request.form.get("number", "")[:40], errors=errors), 422


def standing(found: Standing, *, added: Added | None = None, done: bool = False) -> str:
    """How a request stands: the state and whom to call, never what was written."""
    atlas = engine(db(), current_app.extensions["registry"]).atlas
    centres = {"centre": atlas.centres[found.centre_id], "city": atlas.labour_rights_centre(today())}
    given = {name: request.form.get(name, "") for name in ("number", "secret")}
    return render_template(
        "asking/standing.html", state=_(STATES[found.state]), given=given, done=done, **centres,
        typed=added.typed if added else {}, errors=added.errors if added else {},
    )

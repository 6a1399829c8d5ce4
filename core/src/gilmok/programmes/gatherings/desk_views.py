"""Registrations at the desk: somebody is registered, cancelled, shown in full."""

from uuid import UUID, uuid5

from flask import Blueprint, current_app, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, form_key, me, once, vault
from gilmok.programmes.gatherings import finding, ledger, rules, seats, slips
from gilmok.programmes.gatherings.ledger import Line
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import CONSENT
from gilmok.programmes.gatherings.people_forms import read_registration, shown_again
from gilmok.programmes.gatherings.rules import State
from gilmok.programmes.gatherings.showing import Answer, of_gathering, show
from gilmok.programmes.gatherings.words import standing_now

blueprint = Blueprint("registrations", __name__, template_folder="templates", url_prefix="/gatherings/<uuid:key>")
# Of the journey, which lies above and says how it goes on from here.
INTAKE = "outreach.begin"
KEEP = of_gathering(Permission.KEEP_REGISTRATIONS)


@blueprint.get("/register")
@KEEP
def begin(gathering: Gathering) -> ResponseReturnValue:
    """The form in which somebody is registered at the desk."""
    return form(gathering)


@blueprint.post("/register")
@KEEP
@once
def register(gathering: Gathering) -> ResponseReturnValue:
    """Register somebody, also after the public registration was closed; or put them on the waiting list."""
    someone, errors = read_registration(request.form, at_desk=True)
    if someone is None:
        return form(gathering, errors)
    if standing_now(gathering) in {rules.Standing.DRAFT, rules.Standing.CANCELLED}:
        return form(gathering, {"name": [_("Nobody can be registered for this now.")]})
    key = uuid5(gathering.key, str(form_key()))
    made = seats.register(db(), gathering, someone, key=key, vault=vault(), by=me())
    has = made.state == State.REGISTERED
    flash(_("Registered.") if has else _("All places are taken: on the waiting list."), "success" if has else "warning")
    return redirect(url_for("registrations.page", key=gathering.key, registration=made.key), 303)


def form(gathering: Gathering, errors: Errors | None = None) -> Answer:
    """The form with what was typed."""
    return show(
        "register.html", gathering, status=422 if errors else 200, errors=errors or {}, typed=shown_again(request.form),
        consent_text=CONSENT, counts=seats.counts(db(), gathering),
    )


def line_of_address(gathering: Gathering) -> Line:
    """The registration that the address names; raises NotFound."""
    key: UUID = (request.view_args or {})["registration"]
    return ledger.line(db(), gathering, key, vault=vault())


@blueprint.get("/registrations/<uuid:registration>")
@KEEP
def page(gathering: Gathering) -> ResponseReturnValue:
    """One registration, masked, with its slip and what else the person came to."""
    found = line_of_address(gathering)
    log(db(), "registration_seen", gathering=gathering.id, registration=found.row.id)
    return show_line(gathering, found, revealed=False)


@blueprint.post("/registrations/<uuid:registration>/reveal")
@KEEP
def reveal(gathering: Gathering) -> ResponseReturnValue:
    """The same in full; that it was looked at is noted."""
    found = line_of_address(gathering)
    log(db(), "registrant_revealed", gathering=gathering.id, registration=found.row.id)
    return show_line(gathering, found, revealed=True)


def show_line(gathering: Gathering, found: Line, *, revealed: bool) -> Answer:
    """The page of a registration."""
    return show(
        "registration.html", gathering, line=found, revealed=revealed, others=finding.others(db(), found.row),
        secret=slips.secret_of(found.row.key, vault=vault()), begins_intakes=INTAKE in current_app.view_functions,
        may_erase=may(me(), Permission.ERASE_PERSON, found.row),
    )


@blueprint.post("/registrations/<uuid:registration>/cancel")
@KEEP
def cancel(gathering: Gathering) -> ResponseReturnValue:
    """Cancel it; the first who waits gets the place. A second press changes nothing."""
    found = line_of_address(gathering)
    if seats.give_back(db(), gathering, found.row):
        flash(_("The registration is cancelled."), "success")
    return redirect(url_for("gatherings.page", key=gathering.key), 303)

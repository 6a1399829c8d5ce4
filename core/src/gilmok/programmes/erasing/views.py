"""The page on which a person is erased, reached from their page in job support and from a registration."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.fields import Code, Errors, Form
from gilmok.ground.i18n import _, titled
from gilmok.ground.i18n import _marked as later
from gilmok.ground.web.request import db, needs, once, vault
from gilmok.programmes.erasing.held import held
from gilmok.programmes.erasing.service import REASONS, erase_person
from gilmok.programmes.gatherings import ledger, queries
from gilmok.programmes.gatherings.people_models import Registration
from gilmok.programmes.people import queries as people
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.people.someone import Someone

blueprint = Blueprint("erasing", __name__, template_folder="templates")
SERVED = "/employment/people/<uuid:key>/erase"
REGISTERED = "/gatherings/<uuid:key>/registrations/<uuid:registration>/erase"


class WhyForm(Form):
    """Why somebody is erased."""

    needed = {"why": later("Please choose why.")}
    why = Code(REASONS, required=True)


WHY = WhyForm()


@dataclass(frozen=True)
class Asked:
    """Who is to be erased: the line from which it was asked, its centre, who that is, and the address of its page."""

    row: ServedPerson | Registration
    centre_id: str
    someone: Someone | None
    back: str


def served_of(key: UUID) -> Asked:
    """The person served by one's own centre whom an address names; raises NotFound."""
    known = people.known(db(), people.own(db(), key), vault=vault())
    return Asked(known.row, known.row.centre_id, known.someone, url_for("employment.person", key=key))


def registered_of(key: UUID, registration: UUID) -> Asked:
    """The person of a registration at one's own centre that an address names; raises NotFound."""
    line = ledger.line(db(), queries.own(db(), key), registration, vault=vault())
    back = url_for("registrations.page", key=key, registration=registration)
    return Asked(line.row, line.row.centre_id, line.someone, back)


of_served = needs(Permission.ERASE_PERSON, of=served_of)
of_registered = needs(Permission.ERASE_PERSON, of=registered_of)


@blueprint.get(SERVED, endpoint="served")
@of_served
def confirm_served(asked: Asked) -> ResponseReturnValue:
    """What goes and what stays, and why it is to go."""
    return page(asked)


@blueprint.post(SERVED, endpoint="erase_served")
@of_served
@once
def carry_out_served(asked: Asked) -> ResponseReturnValue:
    """Erase the person; once nothing is left of them a second press changes nothing."""
    return carry_out(asked)


@blueprint.get(REGISTERED, endpoint="registered")
@of_registered
def confirm_registered(asked: Asked) -> ResponseReturnValue:
    """The same, from a registration."""
    return page(asked)


@blueprint.post(REGISTERED, endpoint="erase_registered")
@of_registered
@once
def carry_out_registered(asked: Asked) -> ResponseReturnValue:
    """The same, from a registration."""
    return carry_out(asked)


def page(asked: Asked, errors: Errors | None = None) -> ResponseReturnValue:
    """The page that asks; where nothing is left to erase, the person's page says so."""
    found = held(db(), asked.row)
    if not found.left:
        return redirect(asked.back, 303)
    log(
        db(), "erasing_seen", served=[row.id for row in found.served],
        registrations=[row.id for row, _gathering in found.registered],
    )
    reasons = titled(REASONS)
    values = {"asked": asked, "held": found, "reasons": reasons, "errors": errors or {}}
    return render_template("erasing/erase.html", **values), 422 if errors else 200


def carry_out(asked: Asked) -> ResponseReturnValue:
    """Erase, if it says why."""
    found = held(db(), asked.row)
    told, errors = WHY.read(request.form)
    if errors and found.left:
        return page(asked, errors)
    if found.left:
        erase_person(db(), found, why=told["why"])
        flash(_("Erased. Please tell the person that it is done."), "success")
    return redirect(asked.back, 303)

"""The directory of agencies: looked through, added to, told otherwise."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, form_key, me, needs, once
from gilmok.programmes import districts
from gilmok.programmes.people.forms import typed_again
from gilmok.programmes.welfare import directory
from gilmok.programmes.welfare.forms import AGENCY, read_agency
from gilmok.programmes.welfare.models import WelfareAgency
from gilmok.programmes.welfare.showing import Answer, of_agency, served_asked, show

blueprint = Blueprint("agencies", __name__, url_prefix="/agencies")


@blueprint.get("/")
@needs(Permission.SEE_SERVED)
def index() -> ResponseReturnValue:
    """The agencies that can be linked to, by need and district, the centre's own district where none is asked for; and
    those of one's own that are over."""
    here = districts.of_centre(me().centre_id)
    asked = {"need": request.args.get("need", ""), "district": request.args.get("district", here)}
    return show(
        "agencies.html", places=directory.places(db(), **asked), asked=asked, districts=districts.options(),
        over=[each for each in directory.own_places(db()) if each.over], served=served_asked(),
    )


@blueprint.get("/new")
@needs(Permission.SEE_SERVED)
def begin() -> ResponseReturnValue:
    """The empty form."""
    return form({"checked_on": today().isoformat()}, ())


@blueprint.post("/new")
@needs(Permission.SEE_SERVED)
@once
def add() -> ResponseReturnValue:
    """Add an agency to the centre's directory."""
    told, errors = read_agency(sent())
    if errors:
        return form(request.form, request.form.getlist("needs"), errors=errors)
    directory.add(db(), told, key=form_key(), by=me())
    flash(_("Saved."), "success")
    return redirect(url_for("welfare.agencies.index"), 303)


@blueprint.get("/<uuid:key>")
@of_agency
def edit(agency: WelfareAgency) -> ResponseReturnValue:
    """The form with what is told now."""
    return form(as_typed(agency), agency.needs, agency)


@blueprint.post("/<uuid:key>")
@of_agency
@once
def tell(agency: WelfareAgency) -> ResponseReturnValue:
    """Tell it otherwise; where somebody else did so meanwhile, both are shown and nothing is lost."""
    told, errors = read_agency(sent())
    chosen = request.form.getlist("needs")
    if errors:
        return form(request.form, chosen, agency, errors=errors)
    try:
        directory.tell(db(), agency, told, version=request.form.get("version", 0, type=int))
    except ChangedMeanwhile:
        db().refresh(agency)
        return form(request.form, chosen, agency, changed=True)
    flash(_("Saved."), "success")
    return redirect(url_for("welfare.agencies.index"), 303)


def sent() -> dict[str, object]:
    """What the form sends, with every need that is chosen."""
    return {**request.form, "needs": request.form.getlist("needs")}


def as_typed(agency: WelfareAgency) -> dict[str, str]:
    """What is stored, as somebody would type it."""
    names = ("name", "about", "district", "phone", "since", "until", "checked_on")
    return {name: str(getattr(agency, name) or "") for name in names}


def form(
    typed: Mapping[str, str], chosen: object, agency: WelfareAgency | None = None, *, errors: Errors | None = None,
    changed: bool = False,
) -> Answer:
    """The form with what was typed."""
    return show(
        "agency_form.html", agency=agency, typed=typed_again(typed, AGENCY.fields), chosen=chosen,
        errors=errors or {}, changed=changed, status=409 if changed else 422 if errors else 200,
        districts=districts.options(),
    )

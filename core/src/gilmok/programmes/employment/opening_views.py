"""Openings for staff: the list, the form, closing; and for everybody what is published."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, form_key, me, needs, once
from gilmok.ground.web.visitors import visitors
from gilmok.network.queries import atlas
from gilmok.programmes import districts
from gilmok.programmes.employment import openings
from gilmok.programmes.employment.forms import OPENING, read_opening
from gilmok.programmes.employment.models import TOLD, JobOpening
from gilmok.programmes.employment.showing import Answer, compared, of_opening, show, version_sent
from gilmok.programmes.people.forms import typed_again

blueprint = Blueprint("openings", __name__, url_prefix="/jobs")
public = Blueprint("published_openings", __name__, template_folder="templates")


@public.get("/employment/openings")
@visitors()
def listed() -> ResponseReturnValue:
    """What is published and still holds, for anybody, in a district or in all; nothing below the minimum wage."""
    asked = request.args.get("district", "")
    found = [each for each in openings.published(db(), asked) if not compared(each).below]
    phones = {code: centre.phone for code, centre in atlas(db()).centres.items()}
    return show("openings.html", found=found, asked=asked, districts=districts.options(), phones=phones)


@blueprint.get("/")
@needs(Permission.SEE_SERVED)
def index() -> ResponseReturnValue:
    """The openings that the centre knows."""
    return show("jobs.html", found=openings.open_now(db()), past=openings.past(db()))


@blueprint.get("/new")
@needs(Permission.SEE_SERVED)
def begin() -> ResponseReturnValue:
    """The empty form."""
    return form({"through": "employer", "pay_unit": "hour"})


@blueprint.post("/new")
@needs(Permission.SEE_SERVED)
@once
def make() -> ResponseReturnValue:
    """Keep an opening; one that pays less than the minimum wage is kept too, with a warning."""
    told, errors = read_opening(request.form)
    if errors:
        return form(request.form, errors=errors)
    made = openings.make(db(), told, key=form_key(), by=me())
    flash(_("Saved."), "success")
    return to_page(made)


@blueprint.get("/<uuid:key>")
@of_opening
def edit(opening: JobOpening) -> ResponseReturnValue:
    """An opening and the form with what is told now."""
    return form(as_typed(opening), opening)


@blueprint.post("/<uuid:key>")
@of_opening
@once
def tell(opening: JobOpening) -> ResponseReturnValue:
    """Tell it otherwise; where somebody else did so meanwhile, both are shown and nothing is lost."""
    told, errors = read_opening(request.form)
    if errors:
        return form(request.form, opening, errors=errors)
    try:
        openings.tell(db(), opening, told, version=version_sent())
    except ChangedMeanwhile:
        db().refresh(opening)
        return form(request.form, opening, changed=True)
    flash(_("Saved."), "success")
    return to_page(opening)


@blueprint.post("/<uuid:key>/close")
@of_opening
def close(opening: JobOpening) -> ResponseReturnValue:
    """Close it; a second press changes nothing."""
    if opening.closed_at is None:
        openings.close(db(), opening, version=version_sent())
        flash(_("Closed. It is no longer on the public page."), "success")
    return redirect(url_for("employment.openings.index"), 303)


def as_typed(opening: JobOpening) -> dict[str, str]:
    """What is stored, as somebody would type it."""
    typed = {name: "" if (value := getattr(opening, name)) is None else str(value) for name in TOLD}
    hours = {name: typed[name].rstrip("0").rstrip(".") for name in ("hours_day", "hours_week") if typed[name]}
    return {**typed, **hours, "public": "yes" if opening.public else "no"}


def form(
    typed: Mapping[str, str], opening: JobOpening | None = None, *, errors: Errors | None = None, changed: bool = False
) -> Answer:
    """The form with what was typed."""
    return show(
        "opening_form.html", opening=opening, typed=typed_again(typed, OPENING.fields), errors=errors or {},
        changed=changed, status=409 if changed else 422 if errors else 200, districts=districts.options(),
    )


def to_page(opening: JobOpening) -> ResponseReturnValue:
    """To the page of an opening."""
    return redirect(url_for("employment.openings.edit", key=opening.key), 303)

"""The list of links, what is to be asked first; a link, and what was heard back of it."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.errors import ChangedMeanwhile, NotFound
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, form_key, me, needs, once, vault
from gilmok.programmes.people import queries, service
from gilmok.programmes.people.forms import typed_again
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.welfare import directory, links
from gilmok.programmes.welfare.directory import Place
from gilmok.programmes.welfare.forms import ANSWER, read_answer
from gilmok.programmes.welfare.models import WelfareLink
from gilmok.programmes.welfare.showing import (
    Answer,
    as_begun,
    form_values,
    of_link,
    read_form,
    served_asked,
    show,
    staff_name,
)

blueprint = Blueprint("welfare", __name__, template_folder="templates", url_prefix="/welfare")


@blueprint.get("/")
@needs(Permission.SEE_SERVED_NUMBERS)
def index() -> ResponseReturnValue:
    """The links of the centre, overdue ones on top; who may see numbers only is led to them."""
    if not may(me(), Permission.SEE_SERVED):
        return redirect(url_for("welfare.numbers.index"))
    asked, ended = links.to_ask(db(), vault=vault()), links.ended(db(), vault=vault())
    log(db(), "links_seen", links=[each.row.id for each in (*asked, *ended)])
    return show("index.html", asked=asked, ended=ended, agencies=directory.names(db()))


@blueprint.get("/to/<agency>")
@needs(Permission.SEE_SERVED)
def begin(agency: str) -> ResponseReturnValue:
    """The form of a link to this agency."""
    place, served = standing(agency), served_asked()
    return form(place, served)


@blueprint.post("/to/<agency>")
@needs(Permission.SEE_SERVED)
@once
def make(agency: str) -> ResponseReturnValue:
    """Link somebody to this agency."""
    place, served = standing(agency), served_asked()
    someone, sensitive, told, errors = read_form(request.form, served)
    if told is None or errors:
        return form(place, served, errors)
    if someone is not None:
        served = service.serve(db(), someone, key=form_key(), sensitive=sensitive, vault=vault(), by=me())
    if served is None:
        raise NotFound
    made = links.link(db(), served, place, told, key=form_key(), vault=vault(), by=me())
    flash(_("The link is saved."), "success")
    return redirect(url_for("welfare.page", key=made.key), 303)


def standing(agency: str) -> Place:
    """The agency that an address names, if it can be linked to today; raises NotFound."""
    place = directory.find(db(), agency)
    if place.over:
        raise NotFound
    return place


def form(place: Place, served: ServedPerson | None, errors: Errors | None = None) -> Answer:
    """The form of a link with what was typed."""
    values = form_values(place, request.form or as_begun(), served, errors)
    return show("link_form.html", status=422 if errors else 200, **values)


@blueprint.get("/<uuid:key>")
@of_link
def page(row: WelfareLink) -> ResponseReturnValue:
    """A link, masked, with what was heard back."""
    log(db(), "link_seen", link=row.id)
    return shown(row, {})


@blueprint.post("/<uuid:key>")
@of_link
@once
def hear(row: WelfareLink) -> ResponseReturnValue:
    """Keep what was heard back; where somebody else did so meanwhile, both are shown."""
    told, errors = read_answer(request.form)
    if errors:
        return shown(row, errors, status=422)
    try:
        links.hear(db(), row, told, version=request.form.get("version", 0, type=int), by=me())
    except ChangedMeanwhile:
        db().refresh(row)
        return shown(row, {}, status=409)
    flash(_("Saved."), "success")
    return redirect(url_for("welfare.page", key=row.key), 303)


def shown(row: WelfareLink, errors: Errors, *, status: int = 200) -> Answer:
    """The page of a link with what was typed."""
    served = links.whom(db(), row)
    return show(
        "link.html", row=row, served=served, known=queries.known(db(), served, vault=vault()),
        handed=links.handed(db(), row, vault=vault()), answers=links.answers(db(), row), by=staff_name(row.by_id),
        agencies=directory.names(db()), errors=errors, status=status, changed=status == 409,
        typed=typed_again(request.form or {"on": today().isoformat()}, ANSWER.fields),
    )

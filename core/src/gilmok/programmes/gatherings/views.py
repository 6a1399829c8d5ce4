"""The calendar of one's centre, and the page of one gathering."""

from datetime import timedelta

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.i18n import _
from gilmok.ground.ics import as_download
from gilmok.ground.web.asked import asked_day
from gilmok.ground.web.request import db, me, needs, vault
from gilmok.programmes import calendar
from gilmok.programmes.gatherings import finding, queries, seats, service
from gilmok.programmes.gatherings.calendar import happenings
from gilmok.programmes.gatherings.ledger import lines
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.showing import of_gathering, show

FEED_BACK = timedelta(days=90)
blueprint = Blueprint("gatherings", __name__, template_folder="templates", url_prefix="/gatherings")


@blueprint.get("/")
@needs(Permission.SEE_GATHERING_NUMBERS)
def index() -> ResponseReturnValue:
    """The centre's month, or a week of it, day by day; who may see numbers only is led to them."""
    if not may(me(), Permission.SEE_GATHERINGS):
        return redirect(url_for("gathering_numbers.index"))
    on, errors = asked_day()
    weekly = request.args.get("by") == "week"
    span = calendar.week(on) if weekly else calendar.month(on)
    days = calendar.by_day(calendar.staffs(db(), me(), *span.bounds), span)
    return show(
        "calendar.html", days=days, span=span, weekly=weekly, errors=errors, typed=request.args.get("on", ""),
        today=today(), status=422 if errors else 200,
    )


@blueprint.get("/calendar.ics")
@needs(Permission.SEE_GATHERINGS)
def feed() -> ResponseReturnValue:
    """Everything of the centre, for its staff, as a calendar file."""
    return as_download(calendar.files(calendar.staffs(db(), me(), now() - FEED_BACK)), "gilmok.ics")


@blueprint.post("/people")
@needs(Permission.SEE_GATHERINGS)
def people() -> ResponseReturnValue:
    """The registrations of who has this name or phone number, masked. A POST, for names stay out of addresses."""
    said = request.form.get("who", "").strip()
    results = finding.found(db(), said, vault=vault()) if said else []
    log(db(), "registrations_searched", registrations=[each.row.id for each in results])
    return show("people.html", results=results, said=scrub(said).text)


@blueprint.get("/<uuid:key>")
@of_gathering(Permission.KEEP_REGISTRATIONS)
def page(gathering: Gathering) -> ResponseReturnValue:
    """A gathering with everybody who registered, masked."""
    people = lines(db(), gathering, vault=vault())
    log(db(), "registrations_seen", gathering=gathering.id, registrations=[each.row.id for each in people])
    revisions = queries.revisions(db(), gathering)
    return show("gathering.html", gathering, people=people, counts=seats.counts(db(), gathering), revisions=revisions)


@blueprint.get("/<uuid:key>.ics")
@of_gathering(Permission.KEEP_REGISTRATIONS)
def file(gathering: Gathering) -> ResponseReturnValue:
    """A gathering as a calendar file."""
    return as_download(happenings([gathering]), f"gilmok-{gathering.starts_at:%Y%m%d}.ics")


@blueprint.post("/<uuid:key>/publish")
@of_gathering(Permission.KEEP_GATHERING)
def publish(gathering: Gathering) -> ResponseReturnValue:
    """Let it be seen and registered for; a second press changes nothing."""
    if gathering.published_at is None:
        service.publish(db(), gathering, version=request.form.get("version", 0, type=int))
        flash(_("Published. People can register now."), "success")
    return redirect(url_for("gatherings.page", key=gathering.key), 303)

"""The numbers of courses and events over a time, by programme; for the city's officials by centre too."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.web.request import db, me, needs
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.numbers import counted
from gilmok.programmes.gatherings.showing import show
from gilmok.programmes.spans import asked_span

blueprint = Blueprint("gathering_numbers", __name__, template_folder="templates", url_prefix="/gatherings/numbers")


@blueprint.get("/")
@needs(Permission.SEE_GATHERING_NUMBERS)
def index() -> ResponseReturnValue:
    """The numbers of this year, or of the time that the address asks for."""
    span = asked_span()
    (total,) = counted(db(), *span.bounds)
    centres = [] if me().centre_id else counted(db(), *span.bounds, by=Gathering.centre_id)
    log(db(), "gathering_numbers_seen")
    return show(
        "numbers.html", total=total, programmes=counted(db(), *span.bounds, by=Gathering.programme), centres=centres,
        first=span.first, last=span.last, errors=span.errors, status=422 if span.errors else 200, typed=span.typed,
    )

"""The numbers of foundings of a year; for the city's officials by centre."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.web.request import db, needs
from gilmok.programmes.organising.numbers import Numbers, counted, first_year
from gilmok.programmes.organising.showing import show

blueprint = Blueprint("union_numbers", __name__, template_folder="templates", url_prefix="/unions/numbers")
COUNTS = ("begun", "joining", "filed", "certified", "joined", "organised")


@blueprint.get("/")
@needs(Permission.SEE_FOUNDING_NUMBERS)
def index() -> ResponseReturnValue:
    """The numbers of this year, or of the one that the address asks for."""
    this = today().year
    years = range(this, first_year(db(), this) - 1, -1)
    asked = request.args.get("year", this, type=int)
    year = asked if asked in years else this
    rows = counted(db(), year)
    total = Numbers("", *(sum(getattr(each, name) for each in rows) for name in COUNTS))
    log(db(), "founding_numbers_seen")
    return show("numbers.html", rows=rows, total=total, year=year, years=[(str(each), each) for each in years])

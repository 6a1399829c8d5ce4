"""The numbers of courses and events over a time, by programme; for the city's officials by centre too."""

from datetime import date, datetime, timedelta

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.fields import Day, Errors, Form
from gilmok.ground.fields.times import moment_of
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.numbers import counted
from gilmok.programmes.gatherings.showing import show

blueprint = Blueprint("gathering_numbers", __name__, template_folder="templates", url_prefix="/gatherings/numbers")


class SpanForm(Form):
    """From which day through which."""

    first = Day(data_key="from")
    last = Day(data_key="to")


SPAN = SpanForm()


@blueprint.get("/")
@needs(Permission.SEE_GATHERING_NUMBERS)
def index() -> ResponseReturnValue:
    """The numbers of this year, or of the time that the address asks for."""
    first, last, errors = asked_span()
    bounds = [moment_of(day, datetime.min.time()) for day in (first, last + timedelta(days=1))]
    (total,) = counted(db(), *bounds)
    centres = [] if me().centre_id else counted(db(), *bounds, by=Gathering.centre_id)
    log(db(), "gathering_numbers_seen")
    return show(
        "numbers.html", total=total, programmes=counted(db(), *bounds, by=Gathering.programme), centres=centres,
        first=first, last=last, errors=errors, status=422 if errors else 200,
        typed={"from": request.args.get("from", first.isoformat()), "to": request.args.get("to", last.isoformat())},
    )


def asked_span() -> tuple[date, date, Errors]:
    """The first and the last day that the address asks for, this year's where it asks for none; and what is wrong."""
    values, errors = SPAN.read(request.args)
    first, last = values.get("first", today().replace(month=1, day=1)), values.get("last", today())
    if not errors and last < first:
        return last, first, {"to": [_("Please write a day that is not before the first one.")]}
    return first, last, errors

"""The numbers of welfare links over a time; for the city's officials of all centres."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.web.request import db, me, needs
from gilmok.programmes.spans import asked_span
from gilmok.programmes.together import people_in_all
from gilmok.programmes.welfare.numbers import counted
from gilmok.programmes.welfare.showing import show

blueprint = Blueprint("numbers", __name__, url_prefix="/numbers")


@blueprint.get("/")
@needs(Permission.SEE_SERVED_NUMBERS)
def index() -> ResponseReturnValue:
    """The numbers of this year, or of the time that the address asks for."""
    span = asked_span()
    log(db(), "welfare_numbers_seen")
    return show(
        "numbers.html", span=span, numbers=counted(db(), span, me().centre_id), errors=span.errors,
        in_all=people_in_all(db(), span, me().centre_id), status=422 if span.errors else 200,
    )

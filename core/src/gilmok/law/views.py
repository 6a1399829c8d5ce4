"""The pages of the law: time limits, rules by size, figures and changes; each row with its source."""

from datetime import date

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.formats.dates import read_date
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.i18n import _, in_language
from gilmok.ground.web.request import db, needs
from gilmok.law import queries
from gilmok.law.calculators.views import blueprint as calculating
from gilmok.law.calculators.views import calculators
from gilmok.law.dated import TimeLimit
from gilmok.law.days import blueprint as days
from gilmok.law.limits import Running, run
from gilmok.law.shipped import NoSuchRule, NotInForce, shipped
from gilmok.law.showing import page, teller

blueprint = Blueprint("law", __name__, url_prefix="/law", template_folder="templates")
blueprint.register_blueprint(calculating)
blueprint.register_blueprint(days)


@blueprint.get("/")
@needs(Permission.SEE_LAW)
def index() -> ResponseReturnValue:
    """Every time limit and calculator; with `code` and `event` in the address, when that limit ends and why."""
    running, errors = asked_limit()
    limits = [limit_of_today(code) for code in shipped().limit_codes]
    return page(
        "law/index.html", status=422 if errors else 200, errors=errors, running=running, typed=request.args,
        told=teller().limit(running) if running else None, calculators=calculators().values(), limits=limits,
        options=[(each.code, in_language(each, "name")) for each in limits],
    )


def limit_of_today(code: str) -> TimeLimit:
    """The row of a code that holds today, else the newest one."""
    try:
        return shipped().limit(code, today())
    except NotInForce:
        return next(each for each in reversed(shipped().limits) if each.code == code)


def asked_limit() -> tuple[Running | None, dict[str, list[str]]]:
    """The limit that the address asks for; with what is wrong with the question."""
    code, typed = request.args.get("code", ""), request.args.get("event", "").strip()
    if not code and not typed:
        return None, {}
    try:
        event = read_date(typed, today=today())
        row = shipped().limit(code, event)
    except FormatError as error:
        return None, {"event": [_(error.text)]}
    except (NoSuchRule, NotInForce) as error:
        return None, {"code": [error.sentence()]}
    return run(row, event, queries.calendar(db())), {}


@blueprint.get("/sizes")
@needs(Permission.SEE_LAW)
def sizes() -> ResponseReturnValue:
    """Which rules hold from which size of a workplace on."""
    return page("law/sizes.html", rows=shipped().sizes)


@blueprint.get("/figures")
@needs(Permission.SEE_LAW)
def figures() -> ResponseReturnValue:
    """The figures of the law with their days, and what changes."""
    changes = sorted(shipped().changes, key=lambda each: each.on or date.max)
    return page("law/figures.html", rates=shipped().rates, changes=changes)

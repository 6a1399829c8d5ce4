"""The pages of the law: time limits, rules by size, figures and changes, the calendar; each row with its source."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.clock import today
from gilmok.ground.formats.dates import read_date
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.i18n import _, current_language, in_language
from gilmok.ground.web.request import db, me, needs, once, who
from gilmok.law import queries, service
from gilmok.law.calculators.catalogue import CALCULATORS
from gilmok.law.calculators.views import blueprint as calculators
from gilmok.law.calendar import holidays_of
from gilmok.law.dated import TimeLimit
from gilmok.law.limits import Running, run
from gilmok.law.saying import Words
from gilmok.law.schemas import HOLIDAY, NEITHER, WHAT, WORKING, read_holiday
from gilmok.law.shipped import NoSuchRule, NotInForce, shipped
from gilmok.law.told import Teller
from gilmok.law.words import KINDS, STATES, UNITS

blueprint = Blueprint("law", __name__, url_prefix="/law", template_folder="templates")
blueprint.register_blueprint(calculators)


def teller() -> Teller:
    """Tells what the law computes in the language of the request."""
    return Teller(shipped(), Words(_, current_language()))


def page(template: str, *, status: int = 200, **values: Any) -> ResponseReturnValue:
    """A page of the law with what all of them use."""
    about = {"law": shipped(), "KINDS": KINDS, "STATES": STATES, "UNITS": UNITS, "words": teller().words}
    return render_template(template, today=today(), **{**about, "errors": {}, **values}), status


@blueprint.get("/")
@needs(Permission.SEE_LAW)
def index() -> ResponseReturnValue:
    """Every time limit and calculator; with `code` and `event` in the address, when that limit ends and why."""
    running, errors = asked_limit()
    limits = [limit_of_today(code) for code in shipped().limit_codes]
    return page(
        "law/index.html", status=422 if errors else 200, errors=errors, running=running, typed=request.args,
        told=teller().limit(running) if running else None, calculators=CALCULATORS.values(), limits=limits,
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


@blueprint.get("/holidays")
@needs(Permission.SEE_LAW)
def holidays() -> ResponseReturnValue:
    """The public holidays of this year and the next, and what the city says of single days."""
    return show_holidays()


def show_holidays(typed: Any = None, errors: dict[str, list[str]] | None = None) -> ResponseReturnValue:
    """The page of holidays, with what was typed into a refused form."""
    this_year = today().year
    return page(
        "law/holidays.html", status=422 if errors else 200, errors=errors or {}, typed=typed or {},
        years=[(year, holidays_of(year)) for year in (this_year, this_year + 1)], own=queries.own_days(db()),
        may_change=may(who(), Permission.SET_HOLIDAYS), what=[(code, _(title)) for code, title in WHAT.items()],
    )


@blueprint.post("/holidays")
@needs(Permission.SET_HOLIDAYS)
@once
def say_of_day() -> ResponseReturnValue:
    """Add the city's word on a day."""
    values, errors = read_holiday(request.form)
    if errors:
        return show_holidays(request.form, errors)
    what, name_ko, name_en = values["what"], values["name_ko"], values["name_en"]
    names = {"name_ko": name_ko, "name_en": name_en or name_ko} if what == HOLIDAY else {}
    service.say_of_day(
        db(), values["day"], **names, working=what == WORKING, withdrawn=what == NEITHER, basis=values["basis"],
        by=me(),
    )
    flash(_("Saved. Time limits follow it from now on."), "success")
    return redirect(url_for("law.holidays"), 303)

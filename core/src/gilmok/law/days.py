"""The page of holidays, and what the city says of single days on it."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.clock import today
from gilmok.ground.i18n import _, titled
from gilmok.ground.web.request import db, me, needs, once, who
from gilmok.law import queries, service
from gilmok.law.calendar import holidays_of
from gilmok.law.schemas import HOLIDAY, NEITHER, WHAT, WORKING, read_holiday
from gilmok.law.showing import page

blueprint = Blueprint("days", __name__, template_folder="templates")


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
        may_change=may(who(), Permission.SET_HOLIDAYS), what=titled(WHAT),
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
    return redirect(url_for("law.days.holidays"), 303)

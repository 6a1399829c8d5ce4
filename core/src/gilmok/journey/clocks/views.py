"""The sub-page of a case with its time limits: what runs, from which day, and what is to be asked."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs
from gilmok.journey.case.actions import carry_out, on_case
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import case_of
from gilmok.journey.clocks import service
from gilmok.journey.clocks.rules import State
from gilmok.journey.clocks.schemas import DayForm, MarkForm, TakeBackForm
from gilmok.journey.clocks.showing import show_clocks
from gilmok.journey.clocks.starts import Event
from gilmok.law.shipped import shipped
from gilmok.modules.current import registry

blueprint = Blueprint("clocks", __name__, template_folder="templates", url_prefix="/cases")


@blueprint.get("/<number>/clocks")
@needs(Permission.SEE_CLOCKS, of=case_of)
def index(case: Case) -> ResponseReturnValue:
    """The time limits of a case."""
    return show_clocks(case)


@blueprint.post("/<number>/clocks/days")
@on_case(Permission.KEEP_CLOCKS)
def enter(case: Case) -> ResponseReturnValue:
    """Keep a day from which limits count."""
    values, errors = DayForm().read(request.form)
    if errors:
        return show_clocks(case, errors=errors)

    def keep() -> None:
        service.enter_day(db(), case, Event(values["event"]), values["day"], won=values["won"], by=me())

    return carry_out(case, keep, done="clock_day_entered", said=_("The day is kept."), to="clocks.index")


@blueprint.post("/<number>/clocks/take-back")
@on_case(Permission.KEEP_CLOCKS)
def take_back(case: Case) -> ResponseReturnValue:
    """Let a day count no longer."""
    values, errors = TakeBackForm().read(request.form)
    if errors:
        raise NotFound
    return carry_out(
        case, lambda: service.take_back(db(), case, values["day_id"], by=me()), done="clock_day_withdrawn",
        said=_("The day no longer counts."), to="clocks.index",
    )


@blueprint.post("/<number>/clocks/mark")
@on_case(Permission.KEEP_CLOCKS)
def mark(case: Case) -> ResponseReturnValue:
    """Say that a limit is met, dropped, or runs after all."""
    values, errors = MarkForm().read(request.form)
    if errors:
        return show_clocks(case, errors=errors)
    if values["limit"] not in {*shipped().limit_codes, *registry().limits}:
        raise NotFound
    ended_on = values.pop("ended_on") or today()

    def keep() -> None:
        service.mark(
            db(), case, values["limit"], values["event_day"], State(values["how"]), ended_on=ended_on, by=me(),
        )

    return carry_out(case, keep, done="clock_marked", said=_("Saved."), to="clocks.index")

"""What the forms of job support take."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from gilmok.ground.clock import today
from gilmok.ground.fields import Code, Codes, Day, Errors, Form, FreeText, Line, Number, WholeNumber, Won, YesNo
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes import districts
from gilmok.programmes.employment.words import CHECKS, LINKED, NEEDS_REASON, REASONS, STATES, THROUGH, UNITS

PAST = _("Please write a day that is not past.")
HOW_PAID = _("Please choose for what the pay is.")


class OpeningForm(Form):
    """What is told of an opening."""

    needed = {
        "work": _("Please write what the work is."), "through": _("Please choose from whom the centre knows it."),
        "source": _("Please write from where the centre knows it."), "district": _("Please choose the district."),
        "valid_until": _("Please write until when it holds."), "public": _("Please choose who may see it."),
    }
    employer = Line(longest=100, load_default="")
    through = Code(list(THROUGH), required=True)
    work = Line(required=True, longest=100)
    district = Code(districts.codes, required=True)
    place = Line(longest=100, load_default="")
    hours = Line(longest=200, load_default="")
    pay = Won(least=1, load_default=None)
    pay_unit = Code(list(UNITS), load_default="")
    hours_day = Number(least=1, most=24, load_default=None)
    hours_week = Number(least=1, most=100, load_default=None)
    conditions = FreeText(longest=2000, load_default="")
    source = Line(required=True)
    valid_until = Day(ahead=True, required=True)
    public = YesNo(unsure=False, required=True)


def read_opening(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """The columns of an opening; and by field what is wrong."""
    values, errors = OPENING.read(typed)
    if values.get("valid_until") and values["valid_until"] < today():
        errors["valid_until"] = [translated(PAST)]
    if values.get("pay") and not values.get("pay_unit") and "pay_unit" not in errors:
        errors["pay_unit"] = [translated(HOW_PAID)]
    return values, errors


class GuidanceForm(Form):
    """A session of guidance."""

    needed = {"on": _("Please write the day."), "said": _("Please write what was discussed.")}
    on = Day(past=True, required=True)
    said = FreeText(required=True, longest=8000)
    agreed = Line(longest=300, load_default="")
    next_on = Day(ahead=True, load_default=None)
    linked = Codes(list(LINKED), load_default=())


def read_guidance(typed: Mapping[str, Any]) -> tuple[dict[str, Any], Errors]:
    """A session; and by field what is wrong."""
    values, errors = GUIDANCE.read(typed)
    if values.get("on") and values.get("next_on") and values["next_on"] < values["on"]:
        errors["next_on"] = [translated(BEFORE_SESSION)]
    return values, errors


class MoveForm(Form):
    """How a placement goes on."""

    needed = {"state": _("Please choose how it went on."), "on": _("Please write the day.")}
    state = Code(list(STATES), required=True)
    on = Day(required=True)
    reason = Code(list(REASONS), load_default="")


class CheckForm(Form):
    """Whether somebody is still there."""

    needed = {"answer": _("Please choose an answer.")}
    answer = Code(list(CHECKS), required=True)
    months = WholeNumber(least=1, most=6, required=True)


OPENING, GUIDANCE, MOVE, CHECK = OpeningForm(), GuidanceForm(), MoveForm(), CheckForm()
NO_REASON = _("Please choose why.")
NOT_NOW = _("This cannot follow now.")
BEFORE_SESSION = _("Please write a day that is not before the session.")
BEFORE_LAST = _("Please write a day that is not before the last step.")


def read_move(typed: Mapping[str, str], following: Collection[str], last: date) -> tuple[dict[str, Any], Errors]:
    """How a placement goes on, to one of the states that may follow and not before its last step; and by field what is
    wrong."""
    values, errors = MOVE.read(typed)
    if errors:
        return values, errors
    if values["state"] not in following:
        errors["state"] = [translated(NOT_NOW)]
    elif values["state"] in NEEDS_REASON and not values["reason"]:
        errors["reason"] = [translated(NO_REASON)]
    if values["on"] < last:
        errors["on"] = [translated(BEFORE_LAST)]
    return values, errors

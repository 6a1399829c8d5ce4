"""What the forms of welfare links take."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gilmok.ground.clock import today
from gilmok.ground.fields import Code, Codes, Day, Errors, Form, FreeText, Line, PhoneNumber, YesNo
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes import districts
from gilmok.programmes.welfare.words import (
    ASK_AFTER_DAYS,
    HOWS,
    NEEDS,
    OPEN,
    REACHED,
    RESULTS,
    SENSITIVE,
    TOLD,
    UNKNOWN,
)

ONLY_TOLD = _("Without consent nothing can be handed over. Please choose that the person was told where to turn.")
ASK = _("Please choose whether the person agrees to this.")
NOT_KEPT = _("This need tells of somebody's health, and they did not agree to that being kept. Choose “Other help”.")
AHEAD = _("Please write a day after today.")


class AgencyForm(Form):
    """An agency of the centre's own directory."""

    needed = {
        "name": _("Please write the name."), "needs": _("Please choose at least one need."),
        "checked_on": _("Please write when this was checked."),
    }
    name = Line(required=True, longest=100)
    needs = Codes(list(NEEDS), required=True)
    about = Line(longest=300, load_default="")
    district = Code(districts.codes, load_default="")
    phone = PhoneNumber(load_default=None)
    since = Day(load_default=None)
    until = Day(load_default=None)
    checked_on = Day(past=True, required=True)


class LinkForm(Form):
    """A link, but for whom it is about."""

    needed = {
        "need": _("Please choose the need."), "how": _("Please choose how the person was linked."),
        "on": _("Please write the day."),
    }
    need = Code(list(NEEDS), required=True)
    how = Code(list(HOWS), required=True)
    on = Day(past=True, required=True)
    due_on = Day(ahead=True, load_default=None)
    handing = YesNo(unsure=False, load_default=None)
    facts = YesNo(unsure=False, load_default=None)
    handed = FreeText(longest=4000, load_default="")


class AnswerForm(Form):
    """What was heard back."""

    needed = {
        "reached": _("Please choose whether the person got there."), "result": _("Please choose what came of it."),
        "on": _("Please write the day."),
    }
    on = Day(past=True, required=True)
    reached = Code(list(REACHED), required=True)
    result = Code(list(RESULTS), required=True)
    due_on = Day(ahead=True, load_default=None)


AGENCY, LINK, ANSWER = AgencyForm(), LinkForm(), AnswerForm()


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of a link: `facts` says whether sensitive facts may be handed over, None where nothing is."""

    need: str
    how: str
    on: date
    due_on: date
    facts: bool | None
    handed: str


def read_agency(typed: Mapping[str, Any]) -> tuple[dict[str, Any], Errors]:
    """The columns of an agency; and by field what is wrong."""
    values, errors = AGENCY.read(typed)
    if errors:
        return values, errors
    return {**values, "needs": list(values["needs"]), "phone": values["phone"].digits if values["phone"] else ""}, {}


def read_link(typed: Mapping[str, str], *, may_keep: bool) -> tuple[Told | None, Errors]:
    """What is told of a link, None where something is wrong; `may_keep`: whether sensitive facts may be kept."""
    values, errors = LINK.read(typed)
    if not errors and values["need"] in SENSITIVE and not may_keep:
        errors["need"] = [translated(NOT_KEPT)]
    if values.get("how") not in {None, TOLD}:
        errors |= consent_missing(values)
    errors |= not_ahead(values)
    if errors:
        return None, errors
    return told_of(values, handed_over=values["how"] != TOLD), {}


def told_of(values: Mapping[str, Any], *, handed_over: bool) -> Told:
    """A link from the values of its form; where nothing is handed over, nothing of that is kept."""
    return Told(
        need=values["need"], how=values["how"], on=values["on"], due_on=values["due_on"] or asked_back(),
        facts=values["facts"] if handed_over else None, handed=values["handed"] if handed_over else "",
    )


def not_ahead(values: Mapping[str, Any]) -> Errors:
    """What is wrong with the day on which it is to be asked back: one that is over, or today."""
    due_on = values.get("due_on")
    return {"due_on": [translated(AHEAD)]} if due_on and due_on <= today() else {}


def consent_missing(values: Mapping[str, Any]) -> Errors:
    """What is wrong with the consents of a link by which something is handed over."""
    found: Errors = {}
    if values.get("handing") is None:
        found["handing"] = [translated(ASK)]
    elif not values["handing"]:
        found["how"] = [translated(ONLY_TOLD)]
    if values.get("facts") is None:
        found["facts"] = [translated(ASK)]
    return found


def read_answer(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """What was heard back; where it is not known yet, and no day was written, it is asked again after the usual time,
    so that nobody is lost."""
    values, errors = ANSWER.read(typed)
    errors |= not_ahead(values)
    if errors:
        return values, errors
    if values["result"] not in OPEN:
        values["due_on"] = None
    elif values["result"] == UNKNOWN and values["due_on"] is None:
        values["due_on"] = asked_back()
    return values, {}


def asked_back() -> date:
    """The day on which it is usually asked back."""
    return today() + timedelta(days=ASK_AFTER_DAYS)

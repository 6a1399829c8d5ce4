"""What the forms of visits take; errors are sentences beside their fields."""

from collections.abc import Mapping
from typing import Any

from gilmok.modules.api import _
from gilmok.modules.site import Code, Day, Errors, Form, FreeText, Line, regions_with, today
from gilmok.modules.site import _ as translated
from gilmok_occupational_safety.scopes import MODULE, SITE_VISITS
from gilmok_occupational_safety.visits import codes, rules
from gilmok_occupational_safety.words import districts, industries, region_of_district

ELSEWHERE = _("No visits are made in this district now.")


class AskForm(Form):
    """A request for a visit."""

    needed = {
        "purpose": _("Please choose what the visit is for."), "asked_by": _("Please choose who asks for it."),
        "district": _("Please choose the district of the workplace."),
        "industry": _("Please choose the kind of workplace."),
        "workplace": _("Please write which workplace it is."),
    }
    purpose = Code(codes.PURPOSES, required=True)
    asked_by = Code(codes.ASKERS, required=True)
    workplace = Line(longest=200, required=True)
    contact = Line(longest=200, load_default="")
    district = Code(districts, required=True)
    industry = Code(industries, required=True)
    consent = Code(codes.CONSENTS, load_default=codes.NOT_ASKED)
    agency = Code(codes.WITH, load_default=None)
    about = FreeText(longest=2000, load_default="")


class MoveForm(Form):
    """The next step of a visit."""

    needed = {"to": _("Please choose the next step.")}
    to = Code(codes.STEPS, required=True)
    visit_on = Day(load_default=None)
    consent = Code(codes.CONSENTS, load_default=codes.NOT_ASKED)
    reason = Code(codes.REASONS, load_default=None)
    note = FreeText(longest=4000, load_default="")


class AdviceForm(Form):
    """A recommendation."""

    needed = {"text": _("Please write what is recommended."), "due_on": _("Please write by when.")}
    text = FreeText(longest=2000, required=True)
    due_on = Day(ahead=True, required=True)


class AnswerForm(Form):
    """What came of a recommendation."""

    needed = {"result": _("Please choose what came of it.")}
    result = Code(codes.RESULTS, required=True)
    outcome = FreeText(longest=2000, load_default="")


_ask, _move, ADVICE, ANSWER = AskForm(), MoveForm(), AdviceForm(), AnswerForm()


def read_asked(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """What is asked for, and by field what is wrong with it; where no visits are made, that."""
    values, wrong = _ask.read(typed)
    if "district" in values and region_of_district(values["district"], today()) not in regions_with(
        MODULE, SITE_VISITS,
    ):
        wrong["district"] = [translated(ELSEWHERE)]
    return values, {name: wrong[name] for name in _ask.fields if name in wrong}


def read_move(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """The next step, and by field what is wrong with it or wanting."""
    values, wrong = _move.read(typed)
    if not wrong:
        wrong = {name: [translated(text)] for name, text in rules.wanting(values, today()).items()}
    return values, {name: wrong[name] for name in _move.fields if name in wrong}

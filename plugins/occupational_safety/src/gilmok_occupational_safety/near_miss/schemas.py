"""What the forms of reports take; errors are sentences beside their fields."""

from collections.abc import Mapping
from typing import Any

from gilmok.modules.api import _
from gilmok.modules.site import Code, Errors, Form, FreeText, Line, regions_with, scrub, today
from gilmok.modules.site import _ as translated
from gilmok_occupational_safety.near_miss.codes import (
    DANGER,
    DUPLICATE,
    HAZARDS,
    KINDS,
    PASSED_ON,
    PASSED_TO,
    TOLD,
    VERDICTS,
    WHENS,
)
from gilmok_occupational_safety.scopes import MODULE, NEAR_MISS
from gilmok_occupational_safety.words import districts, industries, region_of_district

# Hidden from people; what fills every field fills this one.
TRAP = "website"
TAKEN_OUT = _("A number that must not be kept was taken out. Please look at the text once more, and send it.")
MACHINE = _("This looked as if a machine had filled it in. If you are a person, please press the button once more.")
ELSEWHERE = _(
    "Reports from this district are not collected now. The Labour Rights Centre helps in all of Seoul: see below.",
)
WHICH_REPORT = _("Please write the number of the other report.")
TO_WHOM = _("Please choose to whom it was passed on.")


class NearMissForm(Form):
    """A report, as anybody or a counsellor fills it in."""

    needed = {
        "danger_now": _("Please say whether somebody is in danger now."), "kind": _("Please choose what happened."),
        "hazard": _("Please choose the danger."), "district": _("Please choose the district of the workplace."),
        "industry": _("Please choose the kind of workplace."), "happened": _("Please choose when it was."),
    }
    danger_now = Code(DANGER, required=True)
    kind = Code(KINDS, required=True)
    hazard = Code(HAZARDS, required=True)
    happened = Code(WHENS, required=True)
    district = Code(districts, required=True)
    industry = Code(industries, required=True)
    told_before = Code(TOLD, load_default="unknown")
    text = FreeText(longest=4000, load_default="")
    employer = Line(longest=100, load_default="")


class CheckForm(Form):
    """What the hub found about a report."""

    needed = {"verdict": _("Please choose what the check found.")}
    verdict = Code(VERDICTS, required=True)
    passed_to = Code(PASSED_TO, load_default=None)
    same_as = Line(longest=20, load_default="")
    note = FreeText(longest=2000, load_default="")


_report, _check = NearMissForm(), CheckForm()
FIELDS = tuple(_report.fields)


def read_report(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """What was reported, and by field what is wrong with it, in the order of the form; in a district where nobody
    collects reports, that."""
    values, wrong = _report.read(typed)
    if "district" in values and region_of_district(values["district"], today()) not in regions_with(MODULE, NEAR_MISS):
        wrong["district"] = [translated(ELSEWHERE)]
    if typed.get(TRAP):
        wrong["send"] = [translated(MACHINE)]
    return values, {name: told(wrong[name], typed.get(name, "")) for name in (*FIELDS, "send") if name in wrong}


def told(messages: list[str], typed: str) -> list[str]:
    """What is said of a field: that a number was taken out, where the page shows it without one."""
    return [translated(TAKEN_OUT)] if scrub(typed).kinds else messages


def read_check(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """What a check found; the same event needs the report that told of it, what was passed on to whom."""
    values, wrong = _check.read(typed)
    if values.get("verdict") == DUPLICATE and not values.get("same_as"):
        wrong.setdefault("same_as", [translated(WHICH_REPORT)])
    if values.get("verdict") == PASSED_ON and not values.get("passed_to"):
        wrong.setdefault("passed_to", [translated(TO_WHOM)])
    return values, wrong

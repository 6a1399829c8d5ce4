"""What the forms of the monitoring take; errors are sentences beside their fields."""

from collections.abc import Mapping
from typing import Any

from gilmok.modules.api import _
from gilmok.modules.site import (
    BusinessNumber,
    Code,
    Codes,
    Errors,
    Form,
    FreeText,
    Line,
    WholeNumber,
    atlas,
    db,
    scrub,
    today,
)
from gilmok.modules.site import _ as translated
from gilmok_platform_freelance.reports.codes import AUTHORITIES, DUPLICATE, KINDS, PASSED_ON, STEPS, VERDICTS, WORKS
from gilmok_platform_freelance.reports.months import EARLIER, months

# Hidden from people; what fills every field fills this one.
TRAP = "website"
CHOOSE_KIND = _("Please choose what happened.")
CHOOSE_DISTRICT = _("Please choose the district of the work.")
CHOOSE_WORK = _("Please choose the kind of work.")
CHOOSE_MONTH = _("Please choose the month.")
WRITE_COMPANY = _("Please write the name of the company, as you know it.")
CHOOSE_VERDICT = _("Please choose what the check found.")
WHICH_REPORT = _("Please write the number of the other report.")
WHICH_AUTHORITY = _("Please choose the authority.")
TAKEN_OUT = _("A number that must not be kept was taken out. Please look at the text once more, and send it.")
MACHINE = _("This looked as if a machine had filled it in. If you are a person, please press the button once more.")


def districts() -> list[str]:
    """The codes of the districts of the city."""
    return list(atlas(db()).districts)


class ReportForm(Form):
    """A report, as anybody or a counsellor fills it in."""

    needed = {
        "kind": CHOOSE_KIND, "district": CHOOSE_DISTRICT, "work": CHOOSE_WORK, "month": CHOOSE_MONTH,
        "company": WRITE_COMPANY,
    }
    kind = Code(KINDS, required=True)
    company = Line(longest=100, required=True)
    business_number = BusinessNumber(load_default=None)
    district = Code(districts, required=True)
    month = Code(lambda: [*months(today()), EARLIER], required=True)
    work = Code(WORKS, required=True)
    text = FreeText(longest=4000, load_default="")


class AddedForm(Form):
    """What a reporter adds later."""

    needed = {"text": _("Please write what you want to add.")}
    text = FreeText(longest=2000, required=True)


class CheckForm(Form):
    """What a check of a report found."""

    needed = {"verdict": CHOOSE_VERDICT}
    verdict = Code(VERDICTS, required=True)
    authority = Code(AUTHORITIES, load_default=None)
    same_as = Line(longest=20, load_default="")
    note = FreeText(longest=2000, load_default="")


class StepForm(Form):
    """What was done about an alert."""

    needed = {"step": _("Please choose which step was taken.")}
    step = Code(STEPS, required=True)
    authority = Code(AUTHORITIES, load_default=None)
    note = FreeText(longest=2000, load_default="")


class ThresholdForm(Form):
    """When an alert is raised."""

    needed = {
        "least": _("Please write how many valid reports about one company raise an alert."),
        "days": _("Please write within how many days."),
        "times": _("Please write how many percent of the quarter before."),
        "rise_least": _("Please write how many reports there are at least."),
        "note": _("Please write why the numbers change."),
    }
    least = WholeNumber(required=True, least=2, most=1000)
    days = WholeNumber(required=True, least=7, most=730)
    times = WholeNumber(required=True, least=101, most=10_000)
    rise_least = WholeNumber(required=True, least=2, most=1000)
    note = Line(required=True)


class NewQuarterlyForm(Form):
    """Which quarter a report is about, and which regions."""

    needed = {"quarter": _("Please choose the quarter."), "regions": _("Please choose one region at least.")}
    quarter = Line(longest=7, required=True)
    regions = Codes(lambda: list(atlas(db()).regions), required=True)


class QuarterlyForm(Form):
    """What a quarterly report says beside its figures."""

    needed = {"summary": _("Please write a summary."), "proposals": _("Please write what is proposed.")}
    summary = FreeText(required=True, longest=10_000)
    proposals = FreeText(required=True, longest=10_000)
    change = Line(load_default="")


ADDED, STEP, THRESHOLD, QUARTERLY = AddedForm(), StepForm(), ThresholdForm(), QuarterlyForm()
NEW_QUARTERLY, _report, _check = NewQuarterlyForm(), ReportForm(), CheckForm()
FIELDS = tuple(_report.fields)


def read_report(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """What was reported, and by field what is wrong with it, in the order of the form."""
    own = {name: typed[name] for name in FIELDS if typed.get(name)}
    values, wrong = _report.read(own)
    if typed.get(TRAP):
        wrong["send"] = [translated(MACHINE)]
    return values, {name: told(wrong[name], typed.get(name, "")) for name in (*FIELDS, "send") if name in wrong}


def told(messages: list[str], typed: str) -> list[str]:
    """What is said of a field: that a number was taken out, where the page shows it without one."""
    return [translated(TAKEN_OUT)] if scrub(typed).kinds else messages


def again(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed as a page may show it again: without numbers that must not be kept."""
    return {name: scrub(value).text for name, value in typed.items()}


def read_check(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """What a check found; the same event needs the report that told of it, what was passed on its authority."""
    values, wrong = _check.read(typed)
    if values.get("verdict") == DUPLICATE and not values.get("same_as"):
        wrong.setdefault("same_as", [translated(WHICH_REPORT)])
    if values.get("verdict") == PASSED_ON and not values.get("authority"):
        wrong.setdefault("authority", [translated(WHICH_AUTHORITY)])
    return values, wrong

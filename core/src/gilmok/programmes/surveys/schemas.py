"""What the forms of surveys take; errors are sentences beside their fields."""

from typing import Any

from gilmok.ground.fields import Code, Day, Errors, Form, FreeText, Line, WholeNumber
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.offered import allowed
from gilmok.programmes.surveys.words import own_programmes

ENDS_BEFORE = _("The last day is before the first.")
MOST_CODES = 2000


class SurveyForm(Form):
    """What a survey is, whom it asks and how they were chosen."""

    needed = {
        "title": _("Please write a title."), "aim": _("Please write what it is for."),
        "programme": _("Please choose the programme."), "asked": _("Please write who is asked."),
        "sampling": _("Please write how they were chosen."), "target": _("Please write how many answers are aimed at."),
        "opens_on": _("Please write the first day."), "closes_on": _("Please write the last day."),
    }
    title = Line(required=True)
    aim = FreeText(required=True, longest=2000)
    programme = Code(lambda: allowed(own_programmes()), required=True)
    asked = Line(required=True)
    sampling = FreeText(required=True, longest=2000)
    target = WholeNumber(required=True, least=1, most=1_000_000)
    invited = WholeNumber(least=1, most=10_000_000, load_default=None)
    opens_on = Day(required=True)
    closes_on = Day(required=True)
    coded = Code(["yes"], load_default="")


class CodesForm(Form):
    """How many one-time codes are printed."""

    needed = {"count": _("Please write how many codes are needed.")}
    count = WholeNumber(required=True, least=1, most=MOST_CODES)


class ReportForm(Form):
    """What a report says beside its tables."""

    needed = {"summary": _("Please write the summary."), "findings": _("Please write the findings.")}
    summary = FreeText(required=True, longest=10_000)
    findings = FreeText(required=True, longest=20_000)
    change = Line()


SURVEY, CODES, REPORT = SurveyForm(), CodesForm(), ReportForm()


def read_survey(typed: Any) -> tuple[dict[str, Any], Errors]:
    """What a survey is, from its form."""
    values, errors = SURVEY.read(typed)
    if not errors and values["closes_on"] < values["opens_on"]:
        errors = {"closes_on": [translated(ENDS_BEFORE)]}
    return {**values, "coded": bool(values.get("coded"))}, errors

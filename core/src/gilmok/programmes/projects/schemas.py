"""What the forms of projects, actions and agenda items take; errors are sentences beside their fields."""

from collections.abc import Mapping
from typing import Any

from gilmok.ground.fields import Code, Day, Errors, Form, FreeText, Line, Lines, WholeNumber, YesNo
from gilmok.ground.fields.times import TimeOfDay
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.projects.kinds import ACTIONS, KINDS, programmes
from gilmok.programmes.projects.partners import OTHER, codes, regions

ENDS_BEFORE = _("The last day is before the first.")
ENDS_EARLIER = _("Please write a time after the beginning.")
NO_BEGINNING = _("Please write when it begins, too, or leave both empty.")
NAME_THEM = _("Please write who that is.")
MOST_REACHED = 10_000_000
Read = tuple[dict[str, Any], Errors]


class AboutForm(Form):
    """What a project is, but for its kind and roles."""

    needed = {
        "title": _("Please write a title."), "programme": _("Please choose the programme."),
        "aim": _("Please write what it is to achieve."), "starts_on": _("Please write the first day."),
    }
    title = Line(required=True, longest=100)
    programme = Code(programmes, required=True)
    region = Code(lambda: dict(regions()), load_default="")
    aim = FreeText(required=True, longest=2000)
    for_whom = Line(longest=200, load_default="")
    starts_on = Day(required=True)
    ends_on = Day(load_default=None)


class NewForm(AboutForm):
    """The same with its kind, which stays."""

    needed = {**AboutForm.needed, "kind": _("Please choose the kind.")}
    kind = Code(list(KINDS), required=True)


class RoleForm(Form):
    """Who does what in a project."""

    needed = {"who": _("Please choose who takes part."), "role": _("Please write what they do.")}
    who = Code(codes, required=True)
    name = Line(longest=100, load_default="")
    role = Line(required=True, longest=200)


class MeasureForm(Form):
    """By what the aim is measured, and what was reached."""

    needed = {"indicator": _("Please write what is measured.")}
    indicator = Line(required=True, longest=200)
    target = Line(longest=100, load_default="")
    result = Line(longest=100, load_default="")
    source = Line(longest=200, load_default="")


class OutcomeForm(Form):
    """What came of a project."""

    came_of_it = FreeText(longest=4000, load_default="")
    ended_on = Day(past=True, load_default=None)


class ActionForm(Form):
    """Something that is done on a day."""

    needed = {
        "kind": _("Please choose the kind."), "title": _("Please write what is done."),
        "day": _("Please write on which day it is."), "public": _("Please choose who may see it."),
    }
    kind = Code(list(ACTIONS), required=True)
    title = Line(required=True, longest=100)
    day = Day(required=True)
    starts = TimeOfDay(load_default=None, data_key="from")
    ends = TimeOfDay(load_default=None, data_key="to")
    place = Line(longest=100, load_default="")
    public = YesNo(unsure=False, required=True)
    told = FreeText(longest=2000, load_default="")
    people_reached = WholeNumber(most=MOST_REACHED, load_default=None)
    leaflets_given = WholeNumber(most=MOST_REACHED, load_default=None)
    media_mentions = WholeNumber(most=MOST_REACHED, load_default=None)
    called_off = YesNo(unsure=False, load_default=False)


class AgendaForm(Form):
    """A question that all centres answer."""

    needed = {
        "title": _("Please write a title."), "aim": _("Please write the question."),
        "due_on": _("Please write until when centres answer."),
    }
    title = Line(required=True, longest=100)
    aim = FreeText(required=True, longest=2000)
    due_on = Day(required=True, ahead=True)


class PositionForm(Form):
    """What a centre says."""

    needed = {"text": _("Please write your centre's position.")}
    text = FreeText(required=True, longest=4000)


class AnswerForm(Form):
    """What the council says together."""

    needed = {"answer": _("Please write the joint answer.")}
    answer = FreeText(required=True, longest=4000)


ABOUT, NEW, OUTCOME, ACTION = AboutForm(), NewForm(), OutcomeForm(), ActionForm()
AGENDA, POSITION, ANSWER = AgendaForm(), PositionForm(), AnswerForm()
ROLES = Lines(form=RoleForm(), most=25)
MEASURES = Lines(form=MeasureForm(), most=10, at_first=2)


def read_project(typed: Mapping[str, str], *, new: bool) -> Read:
    """What a project is, with its roles; and by field what is wrong."""
    values, errors = (NEW if new else ABOUT).read(typed)
    roles, wrong = ROLES.read(typed)
    lines = zip(ROLES.numbers(typed), roles, strict=True)
    nameless = {
        f"name-{number}": [translated(NAME_THEM)]
        for number, role in lines if role.get("who") == OTHER and not role.get("name")
    }
    late = not errors and values["ends_on"] and values["ends_on"] < values["starts_on"]
    errors |= wrong | nameless | ({"ends_on": [translated(ENDS_BEFORE)]} if late else {})
    return {**values, "roles": roles}, errors


def read_outcome(typed: Mapping[str, str]) -> Read:
    """What came of a project, and by what it is measured."""
    values, errors = OUTCOME.read(typed)
    measures, wrong = MEASURES.read(typed)
    return {**values, "measures": measures}, errors | wrong


def read_action(typed: Mapping[str, str]) -> Read:
    """What is done on a day."""
    values, errors = ACTION.read(typed)
    starts, ends = values.get("starts"), values.get("ends")
    if not errors and ends and not starts:
        errors = {"from": [translated(NO_BEGINNING)]}
    if not errors and ends and ends <= starts:
        errors = {"to": [translated(ENDS_EARLIER)]}
    return values, errors

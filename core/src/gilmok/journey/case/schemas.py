"""What lists and forms of casework take, each checked in one place; errors are sentences beside their fields."""

from typing import Any

from flask import Request
from marshmallow import ValidationError, fields, validate

from gilmok.ground.clock import today
from gilmok.ground.fields import Errors, Form, Won
from gilmok.ground.formats.dates import read_date
from gilmok.ground.formats.identifiers import refused
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.journey.case.endings import CLOSE_TITLES, Outcome
from gilmok.journey.case.lists import FIRST_DIRECTION, USUAL_SORT, Asked, Filters, Key, Sort, View
from gilmok.journey.case.stages import Stage
from gilmok.journey.case.titles import TOPIC_TITLES

LONGEST_NOTE = 4000
LARGEST_ID = 2**31 - 1
CHOOSE = _("Please choose one.")
CHOOSE_REASON = _("Please choose a reason.")
CHOOSE_COLLEAGUE = _("Please choose who is to have it.")
TOO_LONG = _("Please write no more than %(most)s characters.")
NO_IDENTIFIERS = _(
    "A resident registration, passport, licence or card number is never kept. Please take it out of the text."
)


class Day(fields.Field[Any]):
    """A day, typed in any usual form."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        try:
            return read_date(str(value), today=today())
        except FormatError as error:
            raise ValidationError(translated(error.text)) from error


class Note(fields.String):
    """Free text without numbers that must never be kept."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = str(value).replace("\x00", "").strip()
        if len(text) > LONGEST_NOTE:
            raise ValidationError(translated(TOO_LONG, most=LONGEST_NOTE))
        if refused(text):
            raise ValidationError(translated(NO_IDENTIFIERS))
        return text


def chosen(codes: Any) -> fields.String:
    """One of a few codes that has to be chosen."""
    one_of = validate.OneOf(list(codes), error=CHOOSE)
    return fields.String(required=True, validate=one_of, error_messages={"required": CHOOSE})


class FilterForm(Form):
    """The filters of the case list."""

    stage = fields.String(validate=validate.OneOf([str(each) for each in Stage], error=CHOOSE))
    topic = fields.String(validate=validate.OneOf(list(TOPIC_TITLES), error=CHOOSE))
    handler = fields.Integer(validate=validate.Range(0, LARGEST_ID, error=CHOOSE), error_messages={"invalid": CHOOSE})
    received_from = Day()
    received_to = Day()


class AssignForm(Form):
    """To whom cases are given."""

    to = fields.Integer(
        required=True, validate=validate.Range(1, LARGEST_ID, error=CHOOSE_COLLEAGUE),
        error_messages={"required": CHOOSE_COLLEAGUE, "invalid": CHOOSE_COLLEAGUE},
    )


class CloseForm(Form):
    """Why a case ends, and what is worth keeping of it."""

    needed = {"reason": CHOOSE_REASON}
    reason = chosen(CLOSE_TITLES)
    outcome = fields.String(
        load_default=Outcome.UNKNOWN, validate=validate.OneOf([str(each) for each in Outcome], error=CHOOSE),
    )
    recovered_won = Won(load_default=None)
    note = Note(load_default="")


FILTERS, ASSIGN, CLOSE = FilterForm(), AssignForm(), CloseForm()


def asked_of(request: Request, usual: View) -> tuple[Asked, Errors]:
    """What the address of a list asks for, and what is wrong with its filters; a wrong one narrows nothing."""
    values = request.args
    filters, errors = FILTERS.read(values) if values.keys() & FILTERS.fields.keys() else ({}, {})
    view = one_of(View, values.get("view"), usual)
    sort = one_of(Sort, values.get("sort"), USUAL_SORT.get(view, Sort.RECEIVED))
    direction = values.get("direction")
    return Asked(
        view=view, filters=Filters(**filters), sort=sort,
        direction=direction if direction in ("asc", "desc") else FIRST_DIRECTION[sort],
        **{side: Key.read(values[side]) for side in ("after", "before") if side in values},
    ), errors


def one_of(codes: Any, value: str | None, usual: Any) -> Any:
    """The code that was asked for, or the usual one."""
    return codes(value) if value in set(codes) else usual

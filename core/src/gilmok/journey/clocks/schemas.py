"""What the forms of clocks take."""

from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError

from gilmok.ground.fields import Code, Day, Won
from gilmok.journey.clocks.rules import State
from gilmok.journey.clocks.starts import Event
from gilmok.law.shipped import shipped

MARKS = (State.MET, State.DROPPED, State.RUNNING)
Errors = dict[str, list[str]]


class DayForm(Schema):
    """A day from which limits count."""

    class Meta:
        """What else the form carries is read elsewhere."""

        unknown = EXCLUDE

    event = Code([str(each) for each in Event], required=True)
    day = Day(required=True)
    won = Won(load_default=None)


class MarkForm(Schema):
    """That a limit is met, dropped or runs after all."""

    class Meta:
        """What else the form carries is read elsewhere."""

        unknown = EXCLUDE

    limit = Code(shipped().limit_codes, required=True)
    event_day = Day(required=True)
    how = Code([str(each) for each in MARKS], required=True)
    ended_on = Day(load_default=None)


def read(form: Schema, typed: Any) -> tuple[dict[str, Any], Errors]:
    """The values, and by field what is wrong."""
    try:
        values: dict[str, Any] = form.load(typed)
    except ValidationError as error:
        return {}, error.messages if isinstance(error.messages, dict) else {}
    return values, {}

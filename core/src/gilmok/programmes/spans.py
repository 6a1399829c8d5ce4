"""The time over which a page of numbers counts: from which day through which."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import request

from gilmok.ground.clock import today
from gilmok.ground.fields import Day, Errors, Form
from gilmok.ground.fields.times import moment_of
from gilmok.ground.i18n import _


class SpanForm(Form):
    """From which day through which."""

    first = Day(data_key="from")
    last = Day(data_key="to")


SPAN = SpanForm()


@dataclass(frozen=True)
class Span:
    """The first and the last day, what was typed, and what is wrong with it."""

    first: date
    last: date
    typed: Mapping[str, str]
    errors: Errors

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The moments at which it begins and is over."""
        midnight = datetime.min.time()
        return moment_of(self.first, midnight), moment_of(self.last + timedelta(days=1), midnight)


def asked_span() -> Span:
    """The time that the address asks for; this year's days until today where it asks for none."""
    values, errors = SPAN.read(request.args)
    first, last = values.get("first", today().replace(month=1, day=1)), values.get("last", today())
    typed = {"from": request.args.get("from", first.isoformat()), "to": request.args.get("to", last.isoformat())}
    if not errors and last < first:
        first, last, errors = last, first, {"to": [_("Please write a day that is not before the first one.")]}
    return Span(first, last, typed, errors)

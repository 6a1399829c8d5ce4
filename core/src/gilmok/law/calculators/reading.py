"""What is typed into a calculator, read by its declaration: the same for a page, a case and the command line."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError

from gilmok.ground.fields import Answer, Code, Day, Number, Won, YesNo
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input

Errors = dict[str, list[str]]
HOW_MANY = _("Please write %(count)s numbers, separated by spaces or commas.")
ONE_OF = _("Please fill in this, or: %(other)s.")
IN_ORDER = _("This day lies before the other one: %(first)s.")
SOME = _("Please write numbers, separated by spaces or commas.")
LONGEST_LIST = 366
PARTING = re.compile(r"[\s,;/·]+")


class Exact(Number):
    """A number as a Decimal."""

    def read(self, value: Any) -> Any:
        """The number, exact to the two decimals that can be typed."""
        return Decimal(str(super().read(value)))


class Exacts(Exact):
    """Some numbers: a list, or text with spaces or commas between them; `count` of them, or one to 366."""

    longest = 4000

    def __init__(self, *, count: int, **about: Any) -> None:
        super().__init__(**about)
        self.count = count

    def read(self, value: Any) -> Any:
        """The numbers as a tuple of Decimals."""
        parts = value if isinstance(value, (list, tuple)) else list(filter(None, PARTING.split(str(value))))
        if self.count and len(parts) != self.count:
            raise ValidationError(translated(HOW_MANY, count=self.count))
        if not 1 <= len(parts) <= LONGEST_LIST:
            raise ValidationError(translated(SOME))
        return tuple(super(Exacts, self).read(each) for each in parts)


class ExactCode(Code):
    """One of some codes; a number that is one of them will do."""

    def read(self, value: Any) -> Any:
        """The code, as a number where every code is one."""
        code = super().read(str(value))
        return Decimal(code) if code.isdecimal() else code


FIELDS: Mapping[Holds, Callable[[Input, dict[str, Any]], Answer]] = {
    Holds.WON: lambda each, about: Won(**about),
    Holds.NUMBER: lambda each, about: Exact(least=each.least, most=each.most, **about),
    Holds.NUMBERS: lambda each, about: Exacts(count=each.count, least=each.least, most=each.most, **about),
    Holds.DAY: lambda each, about: Day(**about),
    Holds.YES_NO: lambda each, about: YesNo(unsure=False, **about),
    Holds.CODE: lambda each, about: ExactCode([code for code, _title in each.options], **about),
}


def field_of(each: Input) -> Answer:
    """The marshmallow field of an input."""
    return FIELDS[each.holds](each, {"required": each.needed})


@cache
def schema_of(calculator: Calculator, strict: bool) -> Schema:
    """The schema of a calculator's inputs; a `strict` one refuses names that are none."""
    made = Schema.from_dict({each.name: field_of(each) for each in calculator.inputs})
    return made(unknown=RAISE if strict else EXCLUDE)


def read(calculator: Calculator, typed: Mapping[str, Any], *, strict: bool = False) -> tuple[dict[str, Any], Errors]:
    """The inputs by name, and by name what is wrong with them; what is left out has its default."""
    try:
        values: dict[str, Any] = schema_of(calculator, strict).load(typed)
    except ValidationError as error:
        found = error.messages if isinstance(error.messages, dict) else {"": error.messages}
        return {}, {name: [translated(str(each)) for each in texts] for name, texts in found.items()}
    return {each.name: values.get(each.name, exact(each.default)) for each in calculator.inputs}, together(
        calculator, values)


def together(calculator: Calculator, values: Mapping[str, Any]) -> Errors:
    """What is wrong with inputs that depend on each other, beside one of them."""
    labels = {each.name: translated(each.label) for each in calculator.inputs}
    missing = {
        name: [translated(ONE_OF, other=labels[other])]
        for name, other in calculator.one_of if not {name, other} & values.keys()
    }
    turned = {
        second: [translated(IN_ORDER, first=labels[first])]
        for first, second in both_given(calculator.in_order, values) if values[second] < values[first]
    }
    uneven = {
        second: [translated(HOW_MANY, count=len(values[first]))]
        for first, second in both_given(calculator.same_length, values) if len(values[second]) != len(values[first])
    }
    return missing | turned | uneven


def both_given(pairs: Iterable[tuple[str, str]], values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The pairs of inputs of which both were given."""
    return [pair for pair in pairs if values.keys() >= set(pair)]


def exact(default: Any) -> Any:
    """A default as the calculators take it."""
    return Decimal(default) if isinstance(default, str) and default.isdecimal() else default

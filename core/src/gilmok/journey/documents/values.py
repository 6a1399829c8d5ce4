"""A blank's value: as it is kept, as it stands in a field, and as it is said in a letter."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from flask import current_app
from marshmallow import fields

from gilmok.ground import fields as ours
from gilmok.ground.formats.business import say_business_number
from gilmok.ground.formats.dates import say_date
from gilmok.ground.formats.phones import Phone, say_phone
from gilmok.ground.formats.won import say_won
from gilmok.ground.i18n import say
from gilmok.journey.documents.declared import Blank, Document, Holds

Value: TypeAlias = str | int
LONGEST_TEXT = 4000
FIELDS: Mapping[Holds, Callable[[Blank], fields.Field[Any]]] = {
    Holds.LINE: lambda blank: ours.Line(),
    Holds.TEXT: lambda blank: ours.FreeText(longest=LONGEST_TEXT),
    Holds.DAY: lambda blank: ours.Day(),
    Holds.WON: lambda blank: ours.Won(least=1),
    Holds.COUNT: lambda blank: ours.WholeNumber(),
    Holds.PHONE: lambda blank: ours.PhoneNumber(),
    Holds.EMAIL: lambda blank: ours.EmailAddress(),
    Holds.BUSINESS_NUMBER: lambda blank: ours.BusinessNumber(),
    Holds.CHOICE: lambda blank: ours.Code([code for code, _title in blank.options]),
}


@cache
def form_of(document: Document) -> ours.Form:
    """The form that reads a document's blanks; an identification number is refused in each of them."""
    return ours.Form.from_dict({attribute(blank): field_of(blank) for blank in document.blanks})()  # type: ignore[return-value]  # a class below it


def field_of(blank: Blank) -> fields.Field[Any]:
    """What reads a blank, from the field of its code."""
    field = FIELDS[blank.holds](blank)
    field.data_key = blank.code
    return field


def attribute(blank: Blank) -> str:
    """A blank's code as marshmallow can store it, which takes a dot for a nested value."""
    return blank.code.replace(".", "__")


def read(document: Document, typed: Any) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """What was typed into a document's blanks, by code, and what is wrong with it."""
    values, errors = form_of(document).read(typed)
    return {blank.code: values[attribute(blank)] for blank in document.blanks if attribute(blank) in values}, errors


def kept(value: Any) -> Value:
    """A value that a form has read, as it is kept."""
    match value:
        case date():
            return value.isoformat()
        case Phone():
            return value.digits
        case int():
            return value
    return str(value)


def in_letter(blank: Blank, value: Value, language: str) -> str:
    """A kept value in the words of a letter in this language."""
    match blank.holds:
        case Holds.DAY:
            return say_date(date.fromisoformat(str(value)), language)
        case Holds.WON:
            return say_won(int(value), language)
        case Holds.PHONE:
            return say_phone(str(value))
        case Holds.BUSINESS_NUMBER:
            return say_business_number(str(value))
        case Holds.CHOICE:
            return in_language(dict(blank.options).get(str(value), str(value)), language)
    return str(value)


def in_field(blank: Blank, value: Value) -> str:
    """A kept value as it would be typed."""
    return str(value) if blank.holds in {Holds.CHOICE, Holds.DAY} else in_letter(blank, value, "ko")


def in_language(text: str, language: str) -> str:
    """An English text of the code in the language of a letter, whichever the page is in."""
    return say(current_app.extensions["catalogue"], text, language)

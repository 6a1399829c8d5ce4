"""The intake as marshmallow schemas: one definition for the page, the API and imports, made from the declared facts."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from marshmallow import EXCLUDE, Schema

from gilmok.ground.fields import (
    UNSURE,
    Code,
    Codes,
    Day,
    EmailAddress,
    FreeText,
    Line,
    Number,
    PhoneNumber,
    WholeNumber,
    Won,
    YesNo,
)
from gilmok.journey.intake.consents import CONSENTS
from gilmok.journey.vocabulary import FACTS, options_of
from gilmok.modules.things import IntakeField, Kind


def codes_of(field: IntakeField) -> frozenset[str]:
    """The codes that answer a question, without unknown and refused."""
    return frozenset(option.code for option in options_of(field)) - set(UNSURE)


FIELD_OF: Mapping[Kind, Callable[[IntakeField], Any]] = {
    Kind.CODE: lambda field: Code(codes_of(field), unsure=True),
    Kind.DISTRICT: lambda field: Code(codes_of(field), unsure=True),
    Kind.CODES: lambda field: Codes(codes_of(field), unsure=True),
    Kind.DATE: lambda field: Day(unsure=True),
    Kind.BOOL: lambda field: YesNo(),
    Kind.NUMBER: lambda field: Number(unsure=True),
    Kind.WON: lambda field: Won(unsure=True),
    Kind.TEXT: lambda field: FreeText(longest=2000),
}


class PersonSchema(Schema):
    """Whom a case is about. Every field may be left empty: a person may be counselled without a name."""

    class Meta:
        """What else the form carries is read elsewhere."""

        unknown = EXCLUDE

    name = Line(longest=100)
    phone = PhoneNumber()
    email = EmailAddress()
    address = Line(longest=300)
    birth_year = WholeNumber(least=1900, most=2100)
    narrative = FreeText()


def consent_schema() -> Schema:
    """A schema with a yes or no for each consent, under its kind."""
    answers: dict[str, Any] = {each.kind: YesNo(unsure=False, data_key=f"consent.{each.kind}") for each in CONSENTS}
    return Schema.from_dict(answers)(unknown=EXCLUDE)


@lru_cache(maxsize=256)
def facts_schema(fields: tuple[IntakeField, ...]) -> Schema:
    """A schema of the core's facts and of these fields of modules; `facts_of` gives what it loaded by fact code."""
    asked: dict[str, Any] = {}
    for field in (*FACTS.values(), *fields):
        made = FIELD_OF[field.kind](field)
        made.data_key = field.id
        asked[attribute(field.id)] = made
    return Schema.from_dict(asked)(unknown=EXCLUDE)


def attribute(fact: str) -> str:
    """The fact's code as marshmallow can store it, which takes a dot for a nested value."""
    return fact.replace(".", "__")


def facts_of(loaded: Mapping[str, Any]) -> dict[str, Any]:
    """What `facts_schema` loaded, by fact code."""
    return {name.replace("__", "."): value for name, value in loaded.items()}

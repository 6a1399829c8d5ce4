"""The intake as marshmallow schemas: one definition for the page, the API and imports, made from the declared facts."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError

from gilmok.ground.clock import today
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
from gilmok.ground.formats.characters import plain
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.journey.intake.consents import CONSENTS
from gilmok.journey.vocabulary import FACTS, options_of
from gilmok.modules.things import IntakeField, Kind

YEAR = re.compile("([0-9]{4}|[0-9]{2}) ?년?생?")
# A day of birth, and then more digits than a day has.
BEGUN_NUMBER = re.compile("[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[- ]+[0-9]|[0-9]{3})")
BIRTH_YEAR = "birth_year"
WHOLE_NUMBER_GONE = _(
    "This looked like a resident registration number, which must not be stored. It was taken out: please write the "
    "year alone, like 1985."
)
TAKEN_OUT = _(
    "A number that must not be stored was taken out; %(placeholder)s stands in its place. Please check the rest and "
    "send it again."
)
YEAR_OF_BIRTH = _("Please write the year of birth with four digits, like 1985.")


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


def is_begun_number(text: str) -> bool:
    """Whether a day of birth goes on as a resident number does, however short it was cut (`900101-123`)."""
    return BEGUN_NUMBER.match(plain(text)) is not None


class BirthYear(WholeNumber):
    """A year of birth with four digits, or with the two that people say (`85년생`): then the person is ten or older."""

    def read(self, value: Any) -> int:
        """The year."""
        if is_begun_number(str(value)):
            raise ValidationError(translated(WHOLE_NUMBER_GONE))
        found = YEAR.fullmatch(plain(str(value)))
        year, this_year = int(found[1]) if found else 0, today().year
        if found and len(found[1]) == 2:
            year += 2000 if 2000 + year <= this_year - 10 else 1900
        if not 1900 <= year <= this_year:
            raise ValidationError(translated(YEAR_OF_BIRTH))
        return year


class PersonSchema(Schema):
    """Whom a case is about. Every field may be left empty: a person may be counselled without a name."""

    class Meta:
        """What else the form carries is read elsewhere."""

        unknown = EXCLUDE

    name = Line(longest=100)
    phone = PhoneNumber()
    email = EmailAddress()
    address = Line(longest=300)
    birth_year = BirthYear()
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

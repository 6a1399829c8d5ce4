"""Facts as they come from outside, as JSON or typed: each answer read by its field, or what is wrong with it in words.

No sentence repeats what was typed, so that none can carry a name or a number into a log.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gilmok.ground.formats.dates import read_date
from gilmok.ground.formats.identifiers import resident_numbers
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.formats.won import read_won
from gilmok.journey.routing.truth import UNANSWERABLE, never_asked
from gilmok.journey.vocabulary import options_of
from gilmok.modules.things import IntakeField, Kind, _
from gilmok.network.atlas import Atlas
from gilmok.network.naming import read_district

NO_SUCH_FACT = _("There is no fact of this name.")
NOT_OFFERED = _("This is none of the codes of this fact.")
NOT_CODES = _("This must be a code, or a list of codes with the main one first.")
NOT_A_CODE = _("This must be a code.")
NOT_A_DAY = _("This must be a date, like 2026-01-31.")
NOT_YES_OR_NO = _("This must be true or false.")
NOT_A_NUMBER = _("This must be a number.")
NOT_TEXT = _("This must be text.")
NO_DISTRICT = _("This is no district of Seoul; people outside have outside_seoul.")
RESIDENT_NUMBER = _("This looks like a resident registration number, which is never taken in. Please remove it.")

YES_OR_NO = {
    True: True, False: False, "true": True, "false": False, "yes": True, "no": False, "예": True, "아니오": False,
}
WHOLE_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
SHORTEST = 13
ANSWERS_KEPT = 20_000


class Wrong(ValueError):
    """An answer cannot be read; the text is an English sentence with a Korean one in the catalogue."""


def has_resident_number(text: str) -> bool:
    """Whether a resident or foreigner registration number stands in the text, however it is spelled."""
    return len(text) >= SHORTEST and bool(resident_numbers(text))


@dataclass(frozen=True)
class Reader:
    """Reads answers by the fields of an installation, in the words of `today`. Keeps what it has read: codes and days
    come again and again."""

    fields: Mapping[str, IntakeField]
    atlas: Atlas
    _read: dict[tuple[str, Any], Any] = field(default_factory=dict, init=False, repr=False)

    def read(self, raw: Mapping[str, Any], *, today: date) -> tuple[dict[str, Any], dict[str, str]]:
        """The facts, and by their name the ones that could not be read, each with what is wrong."""
        facts: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        known = self._read
        for name, value in raw.items():
            try:
                facts[name] = known[name, value if value.__class__ is str else as_key(value)]
            except (KeyError, TypeError):
                self._one(name, value, today, facts, wrong)
        return facts, wrong

    def _one(self, name: str, value: Any, today: date, facts: dict[str, Any], wrong: dict[str, str]) -> None:
        if never_asked(value):
            return
        try:
            facts[name] = self.answer(name, value, today=today)
        except (Wrong, FormatError) as error:
            wrong["" if has_resident_number(name) else name] = str(error)
            return
        if len(self._read) < ANSWERS_KEPT and _always_the_same(self.fields[name].kind, value):
            self._read[name, value if isinstance(value, str) else as_key(value)] = facts[name]

    def answer(self, name: str, value: Any, *, today: date) -> Any:
        """One answer as the value of its fact; raises Wrong or FormatError."""
        asked = self.fields.get(name)
        if asked is None:
            raise Wrong(RESIDENT_NUMBER if has_resident_number(name) else NO_SUCH_FACT)
        if isinstance(value, str) and value in UNANSWERABLE:
            return value
        if not isinstance(value, bool) and has_resident_number(words_in(value)):
            raise Wrong(RESIDENT_NUMBER)
        return READERS[asked.kind](self, asked, value, today)

    def codes_of(self, asked: IntakeField) -> frozenset[str]:
        """The codes that may answer a field."""
        return frozenset(option.code for option in options_of(asked))


KEPT = frozenset({Kind.CODE, Kind.CODES, Kind.DISTRICT, Kind.BOOL})


def as_key(value: Any) -> Any:
    """A value that is no text, to be found again by; with its type, because 1 and true are equal."""
    return tuple(value) if value.__class__ is list else (value.__class__, value)


def _always_the_same(kind: Kind, value: Any) -> bool:
    """Whether an answer means the same on every day; 'yesterday' and a date without its century do not."""
    if kind is Kind.DATE:
        return isinstance(value, str) and WHOLE_DAY.fullmatch(value) is not None
    return kind in KEPT and isinstance(value, str | list | bool)


def words_in(value: Any) -> str:
    """All texts and numbers inside a value however deep, to be searched."""
    words, waiting = [], [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Mapping):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, list | tuple):
            waiting += each
        else:
            words.append(str(each))
    return " ".join(words)


def _code(reader: Reader, asked: IntakeField, value: Any, today: date) -> Any:
    if not isinstance(value, str):
        raise Wrong(NOT_A_CODE)
    if value not in reader.codes_of(asked):
        raise Wrong(NOT_OFFERED)
    return value


def _codes(reader: Reader, asked: IntakeField, value: Any, today: date) -> Any:
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        raise Wrong(NOT_CODES)
    if not reader.codes_of(asked).issuperset(parts):
        raise Wrong(NOT_OFFERED)
    return tuple(dict.fromkeys(parts))


def _date(reader: Reader, asked: IntakeField, value: Any, today: date) -> Any:
    return read_day(value, today=today)


def read_day(value: Any, *, today: date) -> date:
    """The day that JSON or a person means; raises Wrong or FormatError."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise Wrong(NOT_A_DAY)
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return read_date(str(value), today=today)


def _bool(reader: Reader, asked: IntakeField, value: Any, today: date) -> Any:
    if isinstance(value, bool | str) and value in YES_OR_NO:
        return YES_OR_NO[value]
    raise Wrong(NOT_YES_OR_NO)


def _number(reader: Reader, asked: IntakeField, value: Any, today: date) -> Any:
    if isinstance(value, str):
        value = _from_text(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) == float("inf"):
        raise Wrong(NOT_A_NUMBER)
    return value


def _from_text(text: str) -> int | float | None:
    digits = text.strip().replace(",", "")
    if re.fullmatch(r"-?[0-9]{1,15}", digits):
        return int(digits)
    return float(digits) if re.fullmatch(r"-?[0-9]{1,15}\.[0-9]{1,6}", digits) else None


def _won(reader: Reader, asked: IntakeField, value: Any, today: date) -> Any:
    if isinstance(value, str):
        return read_won(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Wrong(NOT_A_NUMBER)
    return value


def _district(reader: Reader, asked: IntakeField, value: Any, today: date) -> Any:
    if not isinstance(value, str):
        raise Wrong(NOT_A_CODE)
    if value in reader.codes_of(asked):
        return value
    found = read_district(value, reader.atlas)
    if found is None:
        raise Wrong(NO_DISTRICT)
    return found


def _text(reader: Reader, asked: IntakeField, value: Any, today: date) -> Any:
    if not isinstance(value, str):
        raise Wrong(NOT_TEXT)
    return value


READERS: Mapping[Kind, Callable[[Reader, IntakeField, Any, date], Any]] = {
    Kind.CODE: _code, Kind.CODES: _codes, Kind.DATE: _date, Kind.BOOL: _bool, Kind.NUMBER: _number, Kind.WON: _won,
    Kind.DISTRICT: _district, Kind.TEXT: _text,
}

"""Activations as the city writes them: a TOML file with one `[[activation]]` for each row, in the order of writing.

    [[activation]]
    module = "platform_freelance"
    region = "northeast"
    starts_on = 2026-01-01
    ends_on = 2026-12-31                    # the last day; left out: until further notice
    scope = ["unfair_harm", "monitoring"]   # left out: all of it; empty: none of it, so the module is off
    centre = "northeast_hub"                # left out: every centre of the region
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gilmok.modules.things import Activation


class WrongActivations(Exception):
    """The activations cannot be used."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join([self.__doc__ or "", *(f"  {problem}" for problem in problems)]))
        self.problems = problems


def code(value: Any) -> str:
    """A code: text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"must be text, not {value!r}")
    return value


def day(value: Any) -> date:
    """A day, written 2026-01-31 without quotes or in them."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"must be a day such as 2026-01-31, not {value!r}") from None


def codes(value: Any) -> tuple[str, ...]:
    """A list of codes, each once, in their order."""
    if not isinstance(value, list | tuple):
        raise ValueError(f"must be a list of text, not {value!r}")
    return tuple(dict.fromkeys(code(each) for each in value))


@dataclass(frozen=True)
class Column:
    """How one field of a row is read, and whether it must be there."""

    read: Callable[[Any], Any]
    needed: bool = False


COLUMNS: Mapping[str, Column] = {
    "module": Column(code, needed=True),
    "region": Column(code, needed=True),
    "centre": Column(code),
    "starts_on": Column(day, needed=True),
    "ends_on": Column(day),
    "scope": Column(codes),
}


def parse(text: str) -> tuple[Activation, ...]:
    """The rows of the file, in its order, so that a later one is the newer one.

    Raises WrongActivations that names every wrong entry by its number and field, or the line where it is no TOML.
    """
    entries, problems = entries_of(text)
    read = [read_row(entry) for entry in entries]
    for number, (_row, wrong) in enumerate(read, start=1):
        problems += [f"entry {number}, {problem}" for problem in wrong]
    if problems:
        raise WrongActivations(problems)
    return tuple(row for row, _wrong in read if row is not None)


def entries_of(text: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The entries as they are written, and what else is in the file; raises WrongActivations where there is no list."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongActivations([str(error)]) from error
    entries = document.pop("activation", [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise WrongActivations(["entries begin with [[activation]], in two pairs of brackets"])
    return entries, [f"there is nothing called {name!r}; entries begin with [[activation]]" for name in document]


def read_row(entry: Mapping[str, Any]) -> tuple[Activation | None, list[str]]:
    """One row from raw values by field, or None; and what is wrong, each with its field."""
    problems = [f"{name}: there is no such field" for name in entry if name not in COLUMNS]
    values: dict[str, Any] = {}
    for name, column in COLUMNS.items():
        try:
            values[name] = read_value(column, entry.get(name))
        except ValueError as error:
            problems.append(f"{name}: {error}")
    problems = problems or wrong_span(values)
    return (None, problems) if problems else (Activation(**values), [])


def wrong_span(values: Mapping[str, Any]) -> list[str]:
    """Whether a row would end before it starts."""
    return ["ends_on: is before starts_on"] if (values["ends_on"] or date.max) < values["starts_on"] else []


def read_value(column: Column, value: Any) -> Any:
    """The value of one field; None where it is left out. Raises ValueError."""
    if value is None and column.needed:
        raise ValueError("is missing")
    return None if value is None else column.read(value)


def write(rows: Iterable[Activation]) -> str:
    """The file that says these rows; `parse` reads the same rows from it."""
    return "\n".join("[[activation]]\n" + "".join(f"{line}\n" for line in _lines(row)) for row in rows)


def _lines(row: Activation) -> Iterator[str]:
    for name in COLUMNS:
        value = getattr(row, name)
        if value is not None:
            yield f"{name} = {_written(value)}"


def _written(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return '"' + "".join(_escaped(sign) for sign in value) + '"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x20 or ord(sign) == 0x7F else sign

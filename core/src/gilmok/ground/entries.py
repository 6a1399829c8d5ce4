"""Data files: the tables of a TOML file as values of dataclasses, every wrong field named with its file and entry.

What a field may hold is what its annotation says: text, numbers, dates, booleans, an enumeration (by its value),
another dataclass (an inner table), a tuple of any of these (an array), or one of them or nothing.
"""

import tomllib
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import EnumType
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
SCALARS = (str, int, float, date)


class EntryError(ValueError):
    """An entry of a data file is not as it should be; the message names the file, the entry and the field."""


def read_entries(path: Path, name: str, kind: type[T]) -> tuple[T, ...]:
    """The `[[name]]` tables of a file as values of `kind`, in the file's order; raises EntryError."""
    entries = tomllib.loads(path.read_text("utf-8")).get(name, [])
    return tuple(value_of(kind, entry, f"{path.name}: {name} {number}") for number, entry in enumerate(entries, 1))


def value_of(kind: type[T], entry: Mapping[str, Any], where: str) -> T:
    """One table as a value of the dataclass `kind`; `where` begins the message of what is wrong with it."""
    known, needed = fields_of(cast(Hashable, kind))
    if unknown := entry.keys() - known.keys():
        raise EntryError(f"{where}: unknown field {', '.join(sorted(unknown))}")
    if missing := needed - entry.keys():
        raise EntryError(f"{where}: missing field {', '.join(sorted(missing))}")
    return kind(**{name: part_of(known[name], value, f"{where}: {name}") for name, value in entry.items()})


@cache
def fields_of(kind: Any) -> tuple[Mapping[str, Any], frozenset[str]]:
    """What each field of a dataclass holds, without the `None` of those that may be empty; and which must be given."""
    hints = get_type_hints(kind)
    own = {field.name: kept(hints[field.name]) for field in fields(kind)}
    return own, frozenset(field.name for field in fields(kind) if field.default is MISSING)


def kept(hint: Any) -> Any:
    """The annotation of what a field holds when it holds something."""
    others = [each for each in get_args(hint) if each is not type(None)]
    return others[0] if type(None) in get_args(hint) and len(others) == 1 else hint


def part_of(hint: Any, value: Any, where: str) -> Any:
    """One field's value: a code as its enumeration, tables as their dataclass, arrays as tuples."""
    if isinstance(value, list):
        inner = get_args(hint)[0] if get_origin(hint) is tuple else Any
        return tuple(part_of(inner, each, where) for each in value)
    if isinstance(value, dict) and is_dataclass(hint):
        return value_of(cast(type[Any], hint), value, where)
    if not isinstance(value, SCALARS):
        raise EntryError(f"{where}: {value!r} is not text, a number or a date")
    return code_of(hint, value, where) if isinstance(hint, EnumType) else value


def code_of(codes: EnumType, value: Any, where: str) -> Any:
    """The member of an enumeration whose value this is."""
    try:
        return codes(value)
    except ValueError as error:
        raise EntryError(f"{where}: {error}") from error

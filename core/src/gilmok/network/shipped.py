"""The network of Seoul as it is shipped: the TOML files in `data/`, read into the values of `places`."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from gilmok.network.places import (
    Agency,
    Centre,
    CentreKind,
    Confidence,
    District,
    DistrictRule,
    Evidence,
    Jurisdiction,
    Membership,
    Network,
    Note,
    PageStatus,
    Region,
    Service,
    Source,
)

DATA = Path(__file__).parent / "data"
T = TypeVar("T")

# What a field's TOML value becomes, beside text, numbers, dates and booleans, which stay; arrays become tuples.
CODES = {"confidence": Confidence, "kind": CentreKind, "page_status": PageStatus, "gu_rule": DistrictRule}
INNER = {"evidence": Evidence, "notes": Note}
SCALARS = (str, int, float, date)


class NetworkFileError(ValueError):
    """A file of the network is not as it should be; the message names the file, the entry and the field."""


def read_shipped(folder: Path = DATA) -> Network:
    """The shipped network. Raises `NetworkFileError` where a file has an unknown, missing or wrong field."""
    return Network(
        sources=read_entries(folder / "sources.toml", "source", Source),
        regions=read_entries(folder / "regions.toml", "region", Region),
        districts=read_entries(folder / "districts.toml", "district", District),
        memberships=read_entries(folder / "districts.toml", "membership", Membership),
        centres=read_entries(folder / "centres.toml", "centre", Centre),
        services=read_entries(folder / "agencies.toml", "service", Service),
        agencies=read_entries(folder / "agencies.toml", "agency", Agency),
        jurisdictions=read_entries(folder / "agencies.toml", "jurisdiction", Jurisdiction),
    )


def read_entries(path: Path, name: str, kind: type[T]) -> tuple[T, ...]:
    """The `[[name]]` tables of a file as values of `kind`, in the file's order."""
    entries = tomllib.loads(path.read_text("utf-8")).get(name, [])
    return tuple(value_of(kind, entry, f"{path.name}: {name} {number}") for number, entry in enumerate(entries, 1))


def value_of(kind: type[T], entry: Mapping[str, Any], where: str) -> T:
    """One TOML table as a value of `kind`; `where` begins the message of what is wrong with it."""
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]  # every kind is a dataclass
    needed = {name for name, field in known.items() if field.default is MISSING}
    if unknown := entry.keys() - known.keys():
        raise NetworkFileError(f"{where}: unknown field {', '.join(sorted(unknown))}")
    if missing := needed - entry.keys():
        raise NetworkFileError(f"{where}: missing field {', '.join(sorted(missing))}")
    return kind(**{name: part_of(name, value, where) for name, value in entry.items()})


def part_of(name: str, value: Any, where: str) -> Any:
    """One field's value: a code as its enum, tables as their dataclass, arrays as tuples."""
    try:
        if name in CODES:
            return CODES[name](value)
    except ValueError as error:
        raise NetworkFileError(f"{where}: {name}: {error}") from error
    if name in INNER:
        return tuple(value_of(INNER[name], item, f"{where}: {name}") for item in value)
    if isinstance(value, list):
        return tuple(value)
    if not isinstance(value, SCALARS):
        raise NetworkFileError(f"{where}: {name}: {value!r} is not text, a number or a date")
    return value

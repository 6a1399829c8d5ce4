"""The law as it is shipped: the TOML files in `data/`, and the row that holds on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from gilmok.ground.entries import read_entries
from gilmok.ground.errors import GilmokError
from gilmok.ground.sources import Confidence, Source
from gilmok.law.dated import Change, Rate, Row, SizeRule, Stops, TimeLimit

DATA = Path(__file__).parent / "data"
R = TypeVar("R", TimeLimit, Rate)


class NoSuchRule(GilmokError):
    """There is no rule of this code."""


class NotInForce(GilmokError):
    """This rule does not hold for that day."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Law:
    """Every dated row of law that is known, asked by code and day."""

    sources: Mapping[str, Source]
    stops: Mapping[str, Stops]
    limits: tuple[TimeLimit, ...]
    rates: tuple[Rate, ...]
    sizes: tuple[SizeRule, ...]
    changes: tuple[Change, ...]

    @cached_property
    def limit_codes(self) -> tuple[str, ...]:
        """The code of each time limit, in the order of the file."""
        return tuple(self.limits_of)

    @cached_property
    def limits_of(self) -> Mapping[str, tuple[TimeLimit, ...]]:
        """The rows of each time limit by its code."""
        return by_code(self.limits)

    @cached_property
    def rates_of(self) -> Mapping[str, tuple[Rate, ...]]:
        """The rows of each figure by its code."""
        return by_code(self.rates)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of every kind."""
        return (*self.limits, *self.rates, *self.sizes)

    def limit(self, code: str, on: date) -> TimeLimit:
        """The time limit of this code for an event on that day; raises NoSuchRule, NotInForce (`instead`: the code
        that holds then, if one does)."""
        return of_day(self.limits_of, code, on)

    def newest(self, code: str) -> TimeLimit | None:
        """The newest row of this code, for its name; None if there is none."""
        return next((each for each in reversed(self.limits) if each.code == code), None)

    def rate(self, code: str, on: date) -> Rate:
        """The figure of this code on that day; raises NoSuchRule, NotInForce."""
        return of_day(self.rates_of, code, on)

    def confidence(self, row: Row) -> Confidence:
        """How sure a row is: its own word, else its source's."""
        return row.confidence or self.sources[row.source].confidence


def by_code(rows: Iterable[R]) -> dict[str, tuple[R, ...]]:
    """The rows of each code, in their order."""
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(row.code, []).append(row)
    return {code: tuple(of_code) for code, of_code in found.items()}


def of_day(rows: Mapping[str, tuple[R, ...]], code: str, on: date) -> R:
    """The row of this code that holds on that day."""
    of_code = rows.get(code)
    if not of_code:
        raise NoSuchRule(code=code)
    for row in of_code:
        if row.holds_on(on):
            return row
    raise NotInForce(code=code, on=on, instead=getattr(of_code[0], "instead", ""))


def read_law(folder: Path = DATA) -> Law:
    """The law in a folder. Raises `EntryError` where a file has an unknown, missing or wrong field."""
    return Law(
        sources={each.code: each for each in read_entries(folder / "sources.toml", "source", Source)},
        stops={each.code: each for each in read_entries(folder / "stops.toml", "stops", Stops)},
        limits=read_entries(folder / "limits.toml", "limit", TimeLimit),
        rates=read_entries(folder / "rates.toml", "rate", Rate),
        sizes=read_entries(folder / "sizes.toml", "rule", SizeRule),
        changes=read_entries(folder / "changes.toml", "change", Change),
    )


@cache
def shipped() -> Law:
    """The law of this package, read once a process."""
    return read_law()

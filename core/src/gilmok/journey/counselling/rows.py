"""The room's own rows: job groups of two insurances, reasons of the status decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from gilmok.ground.entries import read_entries
from gilmok.law.dated import Row

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, kw_only=True)
class Group(Row):
    """A job group that an insurance covers though its people may be no employees."""

    code: str
    name_ko: str
    name_en: str


@dataclass(frozen=True, kw_only=True)
class Reason(Row):
    """Why a route is open or not."""

    code: str
    text_ko: str
    text_en: str


@cache
def all_groups(insurance: str) -> tuple[Group, ...]:
    """Every row of the groups of an insurance, `accident` or `employment`."""
    return read_entries(DATA / "groups.toml", insurance, Group)


@cache
def all_reasons() -> tuple[Reason, ...]:
    """Every row of the reasons."""
    return read_entries(DATA / "reasons.toml", "reason", Reason)


def groups(insurance: str, on: date) -> tuple[Group, ...]:
    """The groups of an insurance on a day."""
    return tuple(each for each in all_groups(insurance) if each.holds_on(on))


def reason(code: str, on: date, rows: Iterable[Reason] | None = None) -> Reason:
    """The reason of this code as it is on a day; raises StopIteration where there is none, which a test rules out."""
    return next(each for each in rows or all_reasons() if each.code == code and each.holds_on(on))

"""What is told of consultations in a quarter: counts without names, pure over what is counted of each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from statistics import median
from typing import Protocol

from gilmok_platform_freelance.experts.codes import FREED, RUNNING


class Counted(Protocol):
    """What is counted of one consultation."""

    @property
    def centre_id(self) -> str:
        """Whose it was when it was asked."""

    @property
    def profession(self) -> str:
        """What the expert is."""

    @property
    def fields(self) -> list[str]:
        """What the question was about, one field or more."""

    @property
    def state(self) -> str:
        """Where it stands."""

    @property
    def outcome(self) -> str | None:
        """What came of it."""

    @property
    def asked_on(self) -> date:
        """When it was asked."""

    @property
    def answered_on(self) -> date | None:
        """When it was answered first."""


@dataclass(frozen=True)
class Figures:
    """A centre's consultations that were asked for in a quarter. A consultation of two fields counts for both; `days`
    is the median of the days to the first answer, of the `answered`."""

    centre: str
    asked: int
    running: int
    freed: int
    answered: int
    days: float | None
    fields: Counter[str]
    professions: Counter[str]
    outcomes: Counter[str]


def figures(found: Iterable[Counted]) -> list[Figures]:
    """The figures of each centre, by its code."""
    by_centre: dict[str, list[Counted]] = {}
    for each in found:
        by_centre.setdefault(each.centre_id, []).append(each)
    return [of_centre(centre, by_centre[centre]) for centre in sorted(by_centre)]


def of_centre(centre: str, found: list[Counted]) -> Figures:
    """The figures of one centre."""
    days = days_to_answer(found)
    states, professions, outcomes = (
        Counter(filter(None, map(attrgetter(name), found))) for name in ("state", "profession", "outcome")
    )
    return Figures(
        centre, len(found), sum(map(states.__getitem__, RUNNING)), sum(map(states.__getitem__, FREED)), len(days),
        median(days) if days else None, Counter(field for each in found for field in each.fields),
        professions, outcomes,
    )


def days_to_answer(found: list[Counted]) -> list[int]:
    """How many days each first answer took, of those that there are."""
    return [(each.answered_on - each.asked_on).days for each in found if each.answered_on]


def quarter_of(day: date) -> tuple[date, date]:
    """The first and the last day of a day's quarter."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    after = date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)


def quarters(day: date, how_many: int = 8) -> list[date]:
    """The first days of the latest quarters, the newest first."""
    found = [quarter_of(day)[0]]
    while len(found) < how_many:
        found.append(quarter_of(date.fromordinal(found[-1].toordinal() - 1))[0])
    return found

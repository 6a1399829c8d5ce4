"""Quarters of a year, by which reports, visits and relief are counted. Pure."""

from datetime import date
from typing import NamedTuple


class Quarter(NamedTuple):
    """A quarter of a year, the first is 1."""

    year: int
    number: int

    @property
    def code(self) -> str:
        """`2026-4`, as addresses name it."""
        return f"{self.year}-{self.number}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def following(self) -> "Quarter":
        """The one after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def before(self) -> "Quarter":
        """The one before it."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)


def quarter_of(day: date) -> Quarter:
    """The quarter of a day."""
    return Quarter(day.year, (day.month + 2) // 3)


def latest(today: date, many: int = 8) -> list[Quarter]:
    """The quarter of today and those before it, the newest first."""
    found = [quarter_of(today)]
    while len(found) < many:
        found.append(found[-1].before)
    return found

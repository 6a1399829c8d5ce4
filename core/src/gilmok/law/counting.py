"""How a period of law is counted: Civil Act, articles 155 to 161; Criminal Procedure Act, article 66."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
FORM = re.compile(r"(\d+) (day|month|year|working day)s?")
MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True)
class Period:
    """A length of time: a number of days, months, years or working days."""

    number: int
    unit: str

    @classmethod
    @lru_cache(maxsize=256)
    def read(cls, text: str) -> "Period":
        """From text like `3 months`; raises ValueError."""
        found = FORM.fullmatch(text)
        if found is None:
            raise ValueError(f"no period: {text!r}")
        return cls(int(found[1]), found[2])


def end_of(start: date, period: Period) -> date:
    """The last day of a period that begins with the day `start` at midnight.

    Months and years go by the calendar and end on the day before the corresponding one, or on the last day of a month
    that has no such day (Civil Act, art. 160).
    """
    if period.unit not in MONTHS:
        return start + (period.number - 1) * DAY
    year, month = month_after(start, period.number * MONTHS[period.unit])
    last = monthrange(year, month)[1]
    return date(year, month, start.day) - DAY if start.day <= last else date(year, month, last)


def is_clamped(start: date, period: Period) -> bool:
    """Whether the last month of the period has no day like the first, so that it ends with that month."""
    if period.unit not in MONTHS:
        return False
    return start.day > monthrange(*month_after(start, period.number * MONTHS[period.unit]))[1]


def month_after(day: date, months: int) -> tuple[int, int]:
    """Year and month of so many months after a day's."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1

"""Months as forms offer them, `2026-11`, and quarters as addresses carry them, `2026-4`."""

import re
from datetime import date

from gilmok_platform_freelance.reports.rules import Quarter, quarter_of

OFFERED = 24
EARLIER = "earlier"
QUARTER = re.compile(r"(20[0-9]{2})-([1-4])")


def months(today: date) -> list[str]:
    """The latest months, this one first."""
    last = today.year * 12 + today.month - 1
    return [f"{each // 12}-{each % 12 + 1:02}" for each in range(last, last - OFFERED, -1)]


def month_of(code: str) -> date | None:
    """The first day of a month; None for an earlier one."""
    return None if code == EARLIER else date.fromisoformat(f"{code}-01")


def code_of(quarter: Quarter) -> str:
    """`2026-4`."""
    return f"{quarter.year}-{quarter.number}"


def quarter_in(code: str, today: date) -> Quarter:
    """The quarter of a code that is not in the future; else the one of today."""
    found = QUARTER.fullmatch(code)
    asked = Quarter(int(found[1]), int(found[2])) if found else None
    return asked if asked and asked.first <= today else quarter_of(today)


def quarters(today: date, many: int = 12) -> list[Quarter]:
    """The latest quarters, this one first."""
    found = [quarter_of(today)]
    while len(found) < many:
        found.append(found[-1].before)
    return found

"""Dates, phone numbers and sums of won as people type them, and as they are read back.

One reading for every form, so that what a page echoes while one types is what will be stored.
"""

import re
from collections.abc import Callable
from datetime import date

import phonenumbers

from gilmok.ground.web.words import date_long, phone, won

# 2025-03-02, 2025.3.2, 25/3/2, 2025년 3월 2일, each with or without blanks and a last dot or weekday.
PARTED = re.compile(r"(\d{4}|\d{2})\s*[.\-/년]\s*(\d{1,2})\s*[.\-/월]\s*(\d{1,2})\s*[.일]?\s*(?:\([월화수목금토일]\))?")
SOLID = re.compile(r"(\d{4}|\d{2})(\d{2})(\d{2})")
# Nobody who works was born, hired or dismissed after this many years from now.
YEARS_AHEAD = 10
SUM = re.compile(r"(?:(\d+(?:\.\d+)?)\s*억)?\s*(?:(\d+(?:\.\d+)?)\s*만)?\s*(\d+)?\s*원?")


def read_date(typed: str, today: date) -> date:
    """The day that was typed: `20250302`, `2025.3.2`, `25-3-2`, `2025년 3월 2일`. Raises ValueError.

    A year of two digits is the latest that lies at most ten years after `today`.
    """
    found = PARTED.fullmatch(typed.strip()) or SOLID.fullmatch(typed.strip())
    if found is None:
        raise ValueError("not a date")
    year, month, day = (int(part) for part in found.groups())
    if len(found[1]) == 2:
        year += today.year // 100 * 100
        year -= 100 if year > today.year + YEARS_AHEAD else 0
    return date(year, month, day)


def read_phone(typed: str) -> str:
    """The number in its international form, `+821012345678`; a Korean one if it does not say. Raises ValueError."""
    try:
        number = phonenumbers.parse(typed, "KR")
    except phonenumbers.NumberParseException as error:
        raise ValueError("not a phone number") from error
    if not phonenumbers.is_possible_number(number):
        raise ValueError("not a phone number")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def read_won(typed: str) -> int:
    """Whole won: `1,234,000`, `123만`, `1억 2000만 원`, `1.5만`. Raises ValueError."""
    plain = typed.strip().replace(",", "").removeprefix("₩").strip()
    found = SUM.fullmatch(plain)
    if found is None or not any(found.groups()):
        raise ValueError("not a sum of won")
    billions, thousands, rest = found.groups()
    return round(float(billions or 0) * 100_000_000) + round(float(thousands or 0) * 10_000) + int(rest or 0)


def echo(kind: str, typed: str, today: date) -> str:
    """How what was typed into a field of this kind (`date`, `phone`, `won`) was understood; empty if it was not."""
    readers: dict[str, Callable[[], str]] = {
        "date": lambda: date_long(read_date(typed, today)),
        "phone": lambda: phone(read_phone(typed)),
        "won": lambda: won(read_won(typed)),
    }
    try:
        return readers[kind]()
    except (KeyError, ValueError, OverflowError):
        return ""

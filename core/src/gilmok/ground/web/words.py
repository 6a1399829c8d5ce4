"""How days, sums and phone numbers are written, in the language of the request; templates have each as a filter."""

from dataclasses import dataclass
from datetime import date, datetime

import phonenumbers
from flask import Flask

from gilmok.ground.clock import SEOUL, today
from gilmok.ground.i18n import _, current_language

WEEKDAYS = "월화수목금토일"
SOON_DAYS = 3


@dataclass(frozen=True)
class Due:
    """A time limit in words, and how near it is: `late`, `soon` or `later`."""

    words: str
    nearness: str


def date_long(day: date) -> str:
    """`2025년 3월 2일(일)`, `2 March 2025 (Sun)`."""
    if current_language() == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일({WEEKDAYS[day.weekday()]})"
    return f"{day.day} {day:%B} {day.year} ({day:%a})"


def date_short(day: date) -> str:
    """`2025.03.02`, `2 Mar 2025`: for columns."""
    return f"{day:%Y.%m.%d}" if current_language() == "ko" else f"{day.day} {day:%b} {day.year}"


def moment(at: datetime) -> str:
    """`2025.03.02 14:05` in Seoul."""
    there = at.astimezone(SEOUL)
    return f"{date_short(there.date())} {there:%H:%M}"


def won(amount: int) -> str:
    """`1,234,000원`, `KRW 1,234,000`."""
    return f"{amount:,}원" if current_language() == "ko" else f"KRW {amount:,}"


def phone(number: str) -> str:
    """`010-1234-5678` for Korean numbers, `+81 3-1234-5678` for others; what is no number stays as it is."""
    try:
        parsed = phonenumbers.parse(number, "KR")
    except phonenumbers.NumberParseException:
        return number
    national = parsed.country_code == phonenumbers.country_code_for_region("KR")
    form = phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(parsed, form))


def due(day: date, on: date | None = None) -> Due:
    """`D-3`, `오늘`, `3일 지남`: how far the day is from `on`, or from today."""
    left = (day - (on or today())).days
    if left < 0:
        return Due(_("%(days)s days late", days=-left) if left < -1 else _("1 day late"), "late")
    if left == 0:
        return Due(_("today"), "soon")
    return Due(f"D-{left}", "soon" if left <= SOON_DAYS else "later")


def init_words(app: Flask) -> None:
    """Give templates these as filters."""
    for function in (date_long, date_short, moment, won, phone, due):
        app.jinja_env.filters[function.__name__] = function

"""How days, sums and phone numbers are written, in the language of the request; templates have each as a filter."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Flask

from gilmok.ground.clock import SEOUL, today
from gilmok.ground.formats.dates import read_date, say_date, say_due, say_short
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.formats.phones import read_phone, say_phone
from gilmok.ground.formats.won import read_won, say_won
from gilmok.ground.i18n import _, current_language, in_language
from gilmok.ground.sources import CONFIDENCES, Confidence

SOON_DAYS = 3


@dataclass(frozen=True)
class Due:
    """A time limit in words, and how near it is: `late`, `soon` or `later`."""

    words: str
    nearness: str


def date_long(day: date) -> str:
    """`2025년 3월 2일(일)`, `2 March 2025 (Sun)`."""
    return say_date(day, current_language())


def date_short(day: date) -> str:
    """`2025. 3. 2.`, `2 Mar 2025`: for columns."""
    return say_short(day, current_language())


def date_typed(text: Any) -> Any:
    """A day, also as it is stored, `2025-03-02`, as people type it in any language, `2025.3.2`; what else stands in a
    field stays as it is."""
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        return text
    return f"{day.year}.{day.month}.{day.day}"


def moment(at: datetime) -> str:
    """`2025. 3. 2. 14:05`, in Seoul."""
    there = at.astimezone(SEOUL)
    return f"{date_short(there.date())} {there:%H:%M}"


def won(amount: int) -> str:
    """`1,234,000원`, `1,234,000 won`."""
    return say_won(amount, current_language())


def phone(digits: str) -> str:
    """`010-1234-5678`."""
    return say_phone(digits)


def due(day: date) -> Due:
    """`D-3`, `오늘`, `3일 지남`: how far the day is from today."""
    left = (day - today()).days
    nearness = "late" if left < 0 else "soon" if left <= SOON_DAYS else "later"
    return Due(say_due(day, today=today(), language=current_language()), nearness)


def how_sure(confidence: Confidence) -> str:
    """How sure a source is, in words."""
    return _(CONFIDENCES[confidence])


def echo(kind: str, typed: str) -> str:
    """How what was typed into a field of this kind (`date`, `phone`, `won`) was understood; empty if it was not."""
    try:
        if kind == "date":
            return date_long(read_date(typed, today=today()))
        if kind == "phone":
            return say_phone(read_phone(typed).digits)
        return won(read_won(typed)) if kind == "won" else ""
    except FormatError:
        return ""


def understood(typed: Any, kind: str) -> str:
    """How what stands in a field was understood; empty where it stands there in the form in which we write it."""
    said = echo(kind, str(typed or ""))
    if kind != "date" or not said:
        return "" if said == typed else said
    day = read_date(str(typed), today=today())
    return "" if typed in (date_typed(day), date_short(day)) else said


def init_words(app: Flask) -> None:
    """Give templates these as filters."""
    for function in (date_long, date_short, date_typed, moment, won, phone, due, how_sure, in_language, understood):
        app.jinja_env.filters[function.__name__] = function

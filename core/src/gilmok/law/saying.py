"""Days, periods and steps of a computation in words, Korean or English: for pages and for the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gilmok.ground.formats.dates import say_date
from gilmok.ground.formats.won import say_won
from gilmok.ground.marking import Said, say
from gilmok.law.calendar import DayOff
from gilmok.law.counting import Period
from gilmok.law.limits import Step

UNITS = {
    "ko": {"day": "일", "month": "개월", "year": "년", "working day": "일(토요일·공휴일 제외)"},
    "en": {"day": "day", "month": "month", "year": "year", "working day": "working day"},
}


@dataclass(frozen=True)
class Won:
    """An amount within a step, in won; exact, shown to the last fraction that it has."""

    amount: Decimal


@dataclass(frozen=True)
class Words:
    """Says what the law's computations consist of in a language (`ko`, `en`)."""

    translate: Callable[[str], str]
    language: str

    @classmethod
    def of(cls, catalogue: Said, language: str) -> "Words":
        """Words from a catalogue, where there is no request."""
        return cls(lambda text: say(catalogue, text, language), language)

    def step(self, step: Step) -> str:
        """A step as a sentence."""
        return self.sentence(step.text, step.values)

    def sentence(self, text: str, values: Mapping[str, Any]) -> str:
        """An English sentence in this language, with its values in words."""
        said = self.translate(text)
        return said % {name: self.value(each) for name, each in values.items()} if values else said

    def value(self, value: Any) -> str:
        """One value in words."""
        if isinstance(value, tuple):
            return ", ".join(self.value(each) for each in value)
        sayer = SAYERS.get(type(value))
        return sayer(self, value) if sayer else self.translate(str(value))

    def number(self, number: float) -> str:
        """A number with its thousands set apart."""
        return say_number(Decimal(str(number)))

    def period(self, text: str) -> str:
        """A period as the rows have it, `3 months`."""
        return say_period(self, Period.read(text))

    def field(self, entry: Any, name: str) -> str:
        """The field of an entry that has it in both languages."""
        text: str = getattr(entry, f"{name}_{self.language}")
        return text


def say_period(words: Words, period: Period) -> str:
    """`3개월`, `3 months`."""
    unit = UNITS[words.language][period.unit]
    if words.language == "ko":
        return f"{period.number}{unit}"
    return f"{period.number} {unit}" + ("" if period.number == 1 else "s")


def say_day_off(words: Words, off: DayOff) -> str:
    """A day off with its reason: `2026년 3월 1일(일) 삼일절`."""
    day = say_date(off.day, words.language)
    return f"{day} {words.field(off.holiday, 'name')}" if off.holiday else day


def say_number(number: Decimal) -> str:
    """A number with its thousands set apart, without zeros at the end of its fraction."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def say_amount(words: Words, won: Won) -> str:
    """`1,240,000원`; fractions of a won are kept."""
    if won.amount == won.amount.to_integral_value():
        return say_won(int(won.amount), words.language)
    return say_number(won.amount) + ("원" if words.language == "ko" else " won")


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None


def number(value: Decimal) -> int | float:
    """A figure as JSON has it: whole, or with its decimals."""
    return int(value) if value == value.to_integral_value() else float(value)


SAYERS: Mapping[type[Any], Callable[[Words, Any], str]] = {
    date: lambda words, day: say_date(day, words.language),
    Period: say_period,
    DayOff: say_day_off,
    Won: say_amount,
    Decimal: lambda words, number: say_number(number),
    int: lambda words, number: f"{number:,}",
}

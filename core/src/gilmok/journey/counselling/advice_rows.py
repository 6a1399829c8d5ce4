"""What to say and what to ask further on a topic, as rows."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from gilmok.ground.entries import read_entries
from gilmok.journey.counselling.rows import DATA
from gilmok.law.dated import Row


@dataclass(frozen=True, kw_only=True)
class Advice(Row):
    """A text that a counsellor puts into what they write down of a talk."""

    code: str
    topic: str
    text_ko: str
    text_en: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """What to ask further on a topic, why, and which time limit (by its code) or fact it serves."""

    topic: str
    text_ko: str
    text_en: str
    why_ko: str
    why_en: str
    serves: str


@cache
def all_advice() -> tuple[Advice, ...]:
    """Every row of advice."""
    return read_entries(DATA / "advice.toml", "advice", Advice)


@cache
def questions() -> tuple[Question, ...]:
    """What to ask further, on every topic."""
    return read_entries(DATA / "advice.toml", "question", Question)


def advice(on: date) -> tuple[Advice, ...]:
    """The advice of a day, on every topic."""
    return tuple(each for each in all_advice() if each.holds_on(on))

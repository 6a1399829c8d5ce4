"""The questions of a survey as values: what is asked, how it may be answered, in which languages."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from gilmok.ground.entries import value_of
from gilmok.ground.i18n import _marked as _

LANGUAGES = {"ko": "한국어", "en": "English", "zh": "中文", "vi": "Tiếng Việt"}


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    SCALE = "scale"
    TEXT = "text"


KIND_TITLES = {
    Kind.ONE: _("one of several answers"),
    Kind.SEVERAL: _("several of the answers"),
    Kind.NUMBER: _("a number"),
    Kind.SCALE: _("a scale from 1 to 5"),
    Kind.TEXT: _("free text"),
}


@dataclass(frozen=True)
class Words:
    """A text in Korean and, where somebody wrote it, in other languages."""

    ko: str
    en: str = ""
    zh: str = ""
    vi: str = ""

    def say(self, language: str) -> str:
        """The text in this language, else in Korean."""
        return getattr(self, language, "") or self.ko


# What the five points say where a question has no words of its own for them.
AGREEMENT = (
    Words("전혀 그렇지 않다", "Not at all", "完全不同意", "Hoàn toàn không đồng ý"),
    Words("그렇지 않다", "Rather not", "不同意", "Không đồng ý"),
    Words("보통이다", "Neither", "一般", "Bình thường"),
    Words("그렇다", "Rather", "同意", "Đồng ý"),
    Words("매우 그렇다", "Very much", "非常同意", "Hoàn toàn đồng ý"),
)


@dataclass(frozen=True)
class Question:
    """One question. `options`: the answers to choose from; `unit`, `least` and `most`: of a number; `dimension`:
    whether other questions may be counted by its answers."""

    key: str
    kind: Kind
    words: Words
    options: tuple[Words, ...] = ()
    unit: Words = Words("")
    least: int = 0
    most: int = 0
    dimension: bool = False

    @property
    def choices(self) -> tuple[Words, ...]:
        """The answers to choose from; their codes are `1`, `2`, … in this order."""
        return self.options or AGREEMENT if self.kind is Kind.SCALE else self.options

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the answers to choose from."""
        return tuple(str(number) for number in range(1, len(self.choices) + 1))


def stored(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """The questions as they are kept."""
    return [asdict(each) for each in questions]


def read_questions(kept: Sequence[dict[str, Any]]) -> tuple[Question, ...]:
    """The questions from what is kept."""
    return tuple(value_of(Question, each, "question") for each in kept)


def languages_of(questions: Iterable[Question]) -> list[str]:
    """The languages in which every question and each of its answers can be read; Korean always."""
    asked = [text for each in questions for text in (each.words, *each.choices)]
    return ["ko", *(each.name for each in fields(Words)[1:] if asked and all(getattr(one, each.name) for one in asked))]

"""One sheet of answers, from what was typed, by link or from paper: pure, and its faults are codes, for the page of the
answers speaks more languages than the rest."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.identifiers import refused
from gilmok.programmes.surveys.questions import Kind, Question

LONGEST = 2000
NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{1,12}(?:\.[0-9]{1,2})?")
Typed = Mapping[str, Sequence[str]]


class Fault(StrEnum):
    """What is wrong with an answer, or with the whole sheet."""

    NOT_LISTED = "not_listed"
    ONE_ONLY = "one_only"
    NO_NUMBER = "no_number"
    RANGE = "range"
    LONG = "long"
    IDENTIFIER = "identifier"
    EMPTY = "empty"
    CODE = "code"


@dataclass(frozen=True)
class Sheet:
    """What one person answered: codes and numbers by question, and apart from them what they wrote freely."""

    answers: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


class Refused(Exception):
    """An answer that cannot be kept."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def read_sheet(questions: Iterable[Question], typed: Typed) -> tuple[Sheet, dict[str, Fault]]:
    """The answers, and by question what is wrong with one; a question may stay open, a whole sheet may not."""
    sheet, faults = Sheet(), dict[str, Fault]()
    for question in questions:
        given = (each.replace("\x00", "").strip() for each in typed.get(question.key, ()))
        try:
            read_answer(question, list(filter(None, given)), sheet)
        except Refused as error:
            faults[question.key] = error.fault
    if not (faults or sheet.answers or sheet.texts):
        faults["sheet"] = Fault.EMPTY
    return sheet, faults


def read_answer(question: Question, given: list[str], sheet: Sheet) -> None:
    """Put one answer into the sheet, if there is one; raises Refused."""
    if not given:
        return
    if question.kind is Kind.TEXT:
        sheet.texts[question.key] = free_text(given[0])
    elif question.kind is Kind.NUMBER:
        sheet.answers[question.key] = number(question, given[0])
    else:
        sheet.answers[question.key] = chosen(question, given)


def free_text(text: str) -> str:
    """A text that may be kept."""
    if len(text) > LONGEST:
        raise Refused(Fault.LONG)
    if refused(text):
        raise Refused(Fault.IDENTIFIER)
    return text


def number(question: Question, text: str) -> float:
    """A number within what is sensible for the question; its unit may stand behind it."""
    found = NUMBER.fullmatch(plain(text).removesuffix(question.unit.ko).strip())
    if not found:
        raise Refused(Fault.NO_NUMBER)
    value = float(found[0].replace(",", ""))
    if not question.least <= value <= question.most:
        raise Refused(Fault.RANGE)
    return value


def chosen(question: Question, given: list[str]) -> str | list[str]:
    """The codes of what was chosen; from paper they are typed, as in `1 3`."""
    codes: dict[str, None] = dict.fromkeys(code for each in given for code in re.split(r"[\s,]+", plain(each)) if code)
    if not codes or not set(codes) <= set(question.codes):
        raise Refused(Fault.NOT_LISTED)
    if question.kind is Kind.SEVERAL:
        return sorted(codes, key=int)
    if len(codes) > 1:
        raise Refused(Fault.ONE_ONLY)
    return next(iter(codes))

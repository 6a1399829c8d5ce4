"""The form of a question: a text in up to four languages, its answers one a line, the languages apart by a stroke."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from gilmok.ground.fields import Code, Errors, Form, FreeText, Line, WholeNumber
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.surveys.questions import LANGUAGES, Kind, Question, Words

MOST_OPTIONS = 20
TWO_OPTIONS = _("Please write two answers at least, one a line.")
TOO_MANY_OPTIONS = _("Please write at most %(most)s answers.")
KOREAN_FIRST = _("Please write each answer in Korean first.")
FIVE_POINTS = _("A scale has five points: write five lines, or none.")
RANGE = _("Please say from which number to which an answer is sensible.")
NO_DIMENSION = _("Only questions with one answer, and scales, can be counted by.")
MOST = 10_000_000_000


class QuestionForm(Form):
    """One question."""

    needed = {"kind": _("Please choose the kind of answer."), "ko": _("Please write the question in Korean.")}
    kind = Code([str(each) for each in Kind], required=True)
    ko = Line(required=True)
    en, zh, vi = Line(), Line(), Line()
    options = FreeText(longest=8000, load_default="")
    unit = Line(longest=80, load_default="")
    least = WholeNumber(most=MOST, load_default=None)
    most = WholeNumber(most=MOST, load_default=None)
    dimension = Code(["yes"], load_default="")


QUESTION = QuestionForm()


def read_question(typed: Any) -> tuple[Question | None, Errors]:
    """The question that a form tells, None where something is wrong; and by field what is."""
    values, errors = QUESTION.read(typed)
    if errors:
        return None, errors
    kind = Kind(values["kind"])
    question = Question(
        key="", kind=kind, words=Words(**{code: values.get(code, "") for code in LANGUAGES}),
        options=options_of(values["options"]) if kind not in (Kind.NUMBER, Kind.TEXT) else (),
        unit=words_of(values["unit"]) if kind is Kind.NUMBER else Words(""), least=values["least"] or 0,
        most=values["most"] or 0, dimension=bool(values["dimension"]),
    )
    errors = faults(question)
    return (None if errors else question), errors


def faults(question: Question) -> Errors:
    """What is wrong with a question as a whole, by field."""
    if question.kind is Kind.NUMBER and question.most <= question.least:
        return {"most": [translated(RANGE)]}
    if question.dimension and question.kind not in (Kind.ONE, Kind.SCALE):
        return {"dimension": [translated(NO_DIMENSION)]}
    wrong = fault_of_options(question.kind, len(question.options))
    if not all(each.ko for each in question.options):
        wrong = KOREAN_FIRST
    return {"options": [translated(wrong, most=MOST_OPTIONS)]} if wrong else {}


def fault_of_options(kind: Kind, count: int) -> str | None:
    """What is wrong with so many answers to choose from."""
    if count > MOST_OPTIONS:
        return TOO_MANY_OPTIONS
    if kind is Kind.SCALE and count not in (0, 5):
        return FIVE_POINTS
    return TWO_OPTIONS if kind in (Kind.ONE, Kind.SEVERAL) and count < 2 else None


def options_of(text: str) -> tuple[Words, ...]:
    """The answers to choose from, one a line that is not empty."""
    return tuple(words_of(line) for line in text.splitlines() if line.strip())


def words_of(line: str) -> Words:
    """A text from a line: Korean, and after strokes English, Chinese, Vietnamese as far as they go."""
    parts = [part.strip() for part in line.split("|")]
    return Words(*(*parts, "", "", "", "")[: len(fields(Words))])


def as_typed(question: Question) -> Mapping[str, str]:
    """A question as its form holds it."""
    return {
        "kind": question.kind, **{code: getattr(question.words, code) for code in LANGUAGES},
        "options": "\n".join(map(line_of, question.options)), "unit": line_of(question.unit),
        "least": str(question.least) if question.kind is Kind.NUMBER else "",
        "most": str(question.most) if question.kind is Kind.NUMBER else "", "dimension": "yes" * question.dimension,
    }


def line_of(words: Words) -> str:
    """A text as a line, without strokes at its end."""
    return " | ".join(getattr(words, code) for code in LANGUAGES).rstrip(" |")

"""Advice and further questions beside the form of a talk: the topics that it is about first."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from gilmok.ground.i18n import _, in_language
from gilmok.ground.sources import Confidence
from gilmok.journey.case.words import label_of, topic_title
from gilmok.journey.counselling.advice_rows import Advice, Question, questions
from gilmok.journey.counselling.advice_rows import advice as advice_of
from gilmok.journey.vocabulary import FACTS
from gilmok.law.shipped import shipped


class Section(NamedTuple):
    """One topic: what to say and what to ask; `here`: the talk is about it."""

    title: str
    here: bool
    advice: tuple[Advice, ...]
    questions: tuple[tuple[Question, str], ...]


def sections(topics: Collection[str], on: date) -> list[Section]:
    """The topics that there is something to say on, those of the talk first."""
    texts = advice_of(on)
    known = dict.fromkeys([*(each.topic for each in texts), *(each.topic for each in questions())])
    found = [
        Section(
            topic_title(topic), topic in topics, tuple(each for each in texts if each.topic == topic),
            tuple((each, serves(each)) for each in questions() if each.topic == topic),
        )
        for topic in known
    ]
    return sorted(found, key=lambda section: not section.here)


def serves(question: Question) -> str:
    """What an answer is good for: the name of the time limit, or of the fact."""
    limit = next((each for each in shipped().limits if each.code == question.serves), None)
    return in_language(limit, "name") if limit else label_of(question.serves, FACTS)


def inserted(before: str, code: str, on: date) -> str:
    """What was written with the advice of this code below it, its article, and that it is unverified if it is."""
    found = next((each for each in advice_of(on) if each.code == code), None)
    if found is None:
        return before
    unverified = shipped().confidence(found) is Confidence.UNVERIFIED
    basis = [in_language(found, "basis"), *([_("not verified")] if unverified else [])]
    text = f"{in_language(found, 'text')} ({' · '.join(basis)})"
    return f"{before.rstrip()}\n\n{text}".strip()

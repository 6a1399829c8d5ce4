"""What is to be done next for the person of a case. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Protocol


class Arranged(Protocol):
    """A measure, as far as it matters here."""

    @property
    def kind(self) -> str:
        """Of which kind it is."""

    @property
    def due_on(self) -> date:
        """When it is asked what came of it."""

    @property
    def result(self) -> str | None:
        """What came of it; None while it is open."""


class Next(StrEnum):
    """What comes next."""

    ASK_BACK = "ask_back"
    WITHOUT_EMPLOYER = "without_employer"
    CLAIM = "claim"
    OVERWORK = "overwork"
    FIRST = "first"
    WAIT = "wait"
    ALL_ENDED = "all_ended"


def first_open(measures: Sequence[Arranged]) -> Arranged | None:
    """The open measure that is asked back first."""
    return min((each for each in measures if each.result is None), key=lambda each: each.due_on, default=None)


def next_thing(facts: Mapping[str, Any], measures: Sequence[Arranged], today: date) -> Next:
    """The one thing to do next: what is due before what is missing, the claim before all that can wait."""
    waiting = first_open(measures)
    if waiting and waiting.due_on <= today:
        return Next.ASK_BACK
    return missing(facts, {each.kind for each in measures}) or (
        Next.WAIT if waiting else Next.ALL_ENDED if measures else Next.FIRST
    )


def missing(facts: Mapping[str, Any], kinds: set[str]) -> Next | None:
    """What the case lacks: a claim that nobody has filed or supports yet, hours that nobody has counted."""
    if "claim" in kinds:
        return None
    if hurt(facts) and facts.get("occupational_safety.claim_filed") is not True:
        helps = facts.get("occupational_safety.employer_helps")
        return Next.WITHOUT_EMPLOYER if helps is False else Next.CLAIM
    return Next.OVERWORK if overworked(facts) and not kinds else None


def hurt(facts: Mapping[str, Any]) -> bool:
    """Whether it is a case of an accident at work, or of an illness from it."""
    return "industrial_accident" in (facts.get("topics") or ())


def overworked(facts: Mapping[str, Any]) -> bool:
    """Whether the hours of the last twelve weeks matter: an illness of brain or heart, or long hours."""
    hazards = facts.get("occupational_safety.hazards")
    return facts.get("occupational_safety.illness") == "brain_heart" or (
        isinstance(hazards, (list, tuple)) and "overwork" in hazards
    )

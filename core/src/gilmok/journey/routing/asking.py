"""Which facts to ask for next: those that would settle rules which could still change the decision.

A fact that was answered `unknown` or `refused` is never asked for again, nor is one whose question does not come up at
intake here: a rule that needs it is not waited for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from gilmok.journey.routing.bitmaps import bits_of
from gilmok.journey.routing.rulebook import Rulebook, module_of
from gilmok.journey.routing.truth import Facts, Truth, evaluate, never_asked
from gilmok.journey.vocabulary import ASKED_FOR
from gilmok.modules.conditions import All, AnyOf, Condition, Not, facts_of
from gilmok.modules.things import IntakeField

DISTRICTS = ("workplace_district", "home_district")


@dataclass(frozen=True, slots=True)
class Question:
    """One alternative (its bit `number`) that could still hold, the weight of its band, and the facts to ask for."""

    number: int
    weight: int
    facts: frozenset[str]


def settling(
    rulebook: Rulebook, facts: Facts, hopeful: int, elsewhere: int,
    active: frozenset[str] | None, reachable: frozenset[str] | None,
) -> list[Question]:
    """A question for each hopeful alternative that answers could make hold; `elsewhere` are those of modules that are
    not active here but in some region, so that they ask for the district as well."""
    here = None if active is None else active | (reachable or frozenset())
    found = []
    for number in bits_of(hopeful):
        needed = rulebook.index.facts[number]
        if elsewhere >> number & 1:
            needed = needed | {"region"}
        asked = askable(rulebook, needed, facts, here)
        rest = rulebook.index.alternative[number].rest
        if asked is not None and rest is not None:
            asked |= of_rest(rulebook, rest, facts, here)
        if asked:
            rule = rulebook.rules[rulebook.index.place[number]]
            found.append(Question(number, int(rule.band), asked))
    return found


def askable(
    rulebook: Rulebook, needed: frozenset[str], facts: Facts, active: frozenset[str] | None,
) -> frozenset[str] | None:
    """The facts to ask for before all of `needed` can be known; None if one of them cannot be asked for."""
    questions: list[str] = []
    for fact in needed:
        answer = facts.get(fact)
        if not answer and never_asked(answer):
            asked = _asked_for(rulebook, fact, facts, active)
            if not asked:
                return None
            questions += asked
    return frozenset(questions)


def of_rest(
    rulebook: Rulebook, rest: Condition, facts: Facts, active: frozenset[str] | None,
) -> frozenset[str]:
    """What to ask for to settle a part that was too large to multiply out: whatever is open in its open parts."""
    return frozenset[str]().union(*(_asked_for(rulebook, fact, facts, active) for fact in open_facts(rest, facts)))


def open_facts(condition: Any, facts: Facts) -> frozenset[str]:
    """The facts on which it depends whether a condition holds that is not settled; none if it is."""
    if evaluate(condition, facts) is not Truth.UNKNOWN:
        return frozenset()
    match condition:
        case Not(condition=inner):
            return open_facts(inner, facts)
        case All(conditions=parts) | AnyOf(conditions=parts):
            return frozenset[str]().union(*(open_facts(part, facts) for part in parts))
    return frozenset({condition.fact})


def _asked_for(rulebook: Rulebook, fact: str, facts: Facts, active: frozenset[str] | None) -> frozenset[str]:
    """The questions that lead to this fact: itself, what it is derived from, or what decides whether it is asked."""
    sources = [each for each in ASKED_FOR.get(fact, (fact,)) if never_asked(facts.get(each))]
    if not sources:
        return frozenset()
    field = rulebook.fields.get(sources[0])
    if field is None:
        return frozenset(sources[:1])
    return _coming_up(field, facts) if is_on(field, active) else frozenset()


def _coming_up(field: IntakeField, facts: Facts) -> frozenset[str]:
    """The field itself if its question comes up; while that is open, what decides it; else nothing."""
    condition = field.ask_when or All()
    truth = evaluate(condition, facts)
    if truth is not Truth.UNKNOWN:
        return frozenset({field.id} if truth is Truth.YES else ())
    waiting = [each for each in facts_of(condition) - {field.id} if never_asked(facts.get(each))]
    return frozenset(name for each in waiting for name in ASKED_FOR.get(each, (each,))[:1])


def is_on(field: IntakeField, active: frozenset[str] | None) -> bool:
    """Whether the module (and scope) that asks this is active; the core's facts have no module in their name."""
    if active is None or "." not in field.id:
        return True
    module = module_of(field.id)
    return (module if field.scope is None else f"{module}/{field.scope}") in active


def district_to_ask(facts: Facts) -> str | None:
    """The district to ask for where the region is not known; None if both were asked for."""
    return next((name for name in DISTRICTS if name not in facts), None)


def order_of(questions: Iterable[Question]) -> tuple[str, ...]:
    """The facts to ask for: districts first, then those that settle most, weighed by the band of what they settle."""
    weights: dict[str, int] = {}
    for question in questions:
        for fact in question.facts:
            weights[fact] = weights.get(fact, 0) + question.weight
    return tuple(sorted(weights, key=lambda fact: (_rank(fact), -weights[fact], fact)))


def _rank(fact: str) -> int:
    return DISTRICTS.index(fact) if fact in DISTRICTS else len(DISTRICTS)

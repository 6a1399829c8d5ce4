"""'Why not X?': the smallest change of a case's facts, or of what is active, that would have led to another target.

Each candidate is tried by deciding again, so that what is told is true: not 'this condition failed' but 'with this
answer it goes there'. Rules that would still stand in the way are looked at once more with one further change. Of what
leads there, whatever can be left out is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations, islice, product
from typing import Any

from gilmok.journey.routing.normal import Alternative, Literal
from gilmok.journey.routing.regions import WHERE
from gilmok.journey.routing.rulebook import Rulebook, key_of
from gilmok.journey.routing.rules import Decision, Status, decide
from gilmok.journey.routing.truth import Facts, all_values, evaluate, not_answered
from gilmok.journey.routing.truth import Truth as T
from gilmok.journey.vocabulary import KNOWN_FACTS, options_of
from gilmok.modules.conditions import AtLeast, AtMost, Between, Has, In, Is, Not
from gilmok.modules.things import IntakeField, Kind

# Enough to find the smallest change; rules have few conditions.
TRIED = 400
Again = Callable[[Mapping[str, Any], frozenset[str]], Decision]


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that would have to be another: the fact, what was answered, and what it would have to be."""

    fact: str
    was: Any
    would_be: Any


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The smallest change that leads to the target: other answers, and the activation key of what would have to be
    active here. `possible` is False where nothing that was tried leads there; `blocked_by` are the rules in the way."""

    target: str
    possible: bool
    changes: tuple[Change, ...] = ()
    activate: str | None = None
    blocked_by: tuple[str, ...] = ()

    @property
    def module(self) -> str | None:
        """The module that would have to be active here."""
        return self.activate.partition("/")[0] if self.activate else None

    @property
    def size(self) -> int:
        """How many things would have to be different."""
        return len(self.changes) + (self.activate is not None)


def why_not(decision: Decision, target: str, *, again: Again | None = None) -> WhyNot:
    """The smallest change that would have led to `target`.

    `again(changed facts, extra active keys)` decides anew; without it, the same rulebook does under what was active.
    A change of a derived fact (`workplace_region`) stands for one of its district; `again` has to follow it.
    """
    decide_again = again or _same_place(decision)
    best = _best(decision, target, decide_again)
    if best is None:
        blocked = decision.winners if decision.rulebook.to_target.get(target) else ()
        return WhyNot(target, False, blocked_by=blocked)
    return next(part for part in _parts(best) if _leads(part, decide_again))


def _best(decision: Decision, target: str, decide_again: Again) -> WhyNot | None:
    best: WhyNot | None = None
    for trial in islice(_trials(decision, target), TRIED):
        if (best is None or trial.size < best.size) and _leads(trial, decide_again):
            best = trial
    return best


def _parts(trial: WhyNot) -> Iterator[WhyNot]:
    """Every choice of what a trial would have different, the smallest first and the whole last."""
    things: list[Change | str] = [*trial.changes, *([trial.activate] if trial.activate else ())]
    for size in range(len(things) + 1):
        for chosen in combinations(things, size):
            changes = tuple(each for each in chosen if isinstance(each, Change))
            yield WhyNot(trial.target, True, changes, next((each for each in chosen if isinstance(each, str)), None))


def _leads(trial: WhyNot, decide_again: Again) -> bool:
    answer = decide_again({each.fact: each.would_be for each in trial.changes}, _extra(trial))
    return answer.target == trial.target and answer.status is not Status.TRIAGE


def _same_place(decision: Decision) -> Again:
    def again(changes: Mapping[str, Any], extra: frozenset[str]) -> Decision:
        active = None if decision.active is None else decision.active | extra
        return decide({**decision.facts, **changes}, decision.rulebook, active=active, on=decision.on)
    return again


def _extra(trial: WhyNot) -> frozenset[str]:
    return frozenset({trial.activate, trial.module or trial.activate}) if trial.activate else frozenset()


def _trials(decision: Decision, target: str) -> Iterator[WhyNot]:
    """Changes to try, for each way in which a rule for the target could hold: alone, then with one more change that
    takes a rule out of the way."""
    places = decision.rulebook.index.places(decision.rulebook.to_target.get(target, 0))
    first = sorted(
        (trial for place in places for trial in _by_rule(decision, place)), key=lambda trial: trial.size,
    )
    yield from first
    for trial in first:
        yield from (_with(trial, change) for change in _out_of_the_way(decision, trial))


def _by_rule(decision: Decision, place: int) -> Iterator[WhyNot]:
    """The changes with which one rule would hold. Where its module is not active, each is tried with it switched on,
    and without: another district may lie where it is."""
    book = decision.rulebook
    key = key_of(book.rules[place])
    off = decision.active is not None and key not in decision.active
    for alternative in book.index.of_rule(place):
        for changes in _ways(book, alternative, decision.facts):
            yield WhyNot(book.rules[place].to, True, changes)
            if off:
                yield from _switched_on(decision, WhyNot(book.rules[place].to, True, changes), key)


def _switched_on(decision: Decision, trial: WhyNot, key: str) -> Iterator[WhyNot]:
    """The same with the key on: switched on where the case belongs; while that is open, in a region where it is."""
    if decision.regions is None or not decision.region_is_open:
        yield replace(trial, activate=key)
        return
    for region, keys in decision.regions.active.items():
        if key in keys and all(each.fact not in WHERE for each in trial.changes):
            yield _with(trial, Change("workplace_region", decision.facts.get("workplace_region"), region))


def _with(trial: WhyNot, change: Change) -> WhyNot:
    return WhyNot(trial.target, True, (*trial.changes, change), trial.activate)


def _ways(book: Rulebook, alternative: Alternative, facts: Facts) -> list[tuple[Change, ...]]:
    """The combinations of other answers with which an alternative holds."""
    if alternative.broken:
        return []
    by_fact: dict[str, list[Literal]] = {}
    for literal in sorted(alternative.literals, key=str):
        by_fact.setdefault(literal.leaf.fact, []).append(literal)
    open_facts = [(fact, literals) for fact, literals in by_fact.items() if not _all_hold(literals, facts)]
    choices = [
        [Change(fact, facts.get(fact), value) for value in _answers(book, fact, literals, facts.get(fact))]
        for fact, literals in open_facts
    ]
    return list(islice(product(*choices), TRIED))


def _all_hold(literals: Iterable[Literal], facts: Facts) -> bool:
    return all(evaluate(each.leaf if each.wanted else Not(each.leaf), facts) is T.YES for each in literals)


def _answers(book: Rulebook, fact: str, literals: list[Literal], was: Any) -> Iterator[Any]:
    """The answers to one fact with which all that an alternative asks of it holds."""
    named = [value for literal in literals for value in _values(literal)]
    offered = [option.code for option in _options(book, fact)]
    for value in dict.fromkeys([*named, *offered]):
        answer = _in_list(book, fact, was, value)
        if not not_answered(answer) and _all_hold(literals, {fact: answer}):
            yield answer


def _values(literal: Literal) -> list[Any]:
    """Values near what a condition names, on either side of a bound."""
    match literal.leaf:
        case Is(value=value) | Has(value=value):
            return [value] if not isinstance(value, bool) else [value, not value]
        case In(values=values):
            return sorted(values, key=str)
        case AtLeast(bound=bound) | AtMost(bound=bound):
            return _around(bound)
        case Between(low=low, high=high):
            return [*_around(low), *_around(high)]


def _around(bound: Any) -> list[Any]:
    step = 1 if isinstance(bound, int) else timedelta(days=1)
    return [bound, bound - step, bound + step]


def _options(book: Rulebook, fact: str) -> Iterable[Any]:
    field = _field(book, fact)
    return options_of(field) if field and field.kind in (Kind.CODE, Kind.CODES, Kind.DISTRICT) else ()


def _field(book: Rulebook, fact: str) -> IntakeField | None:
    return book.fields.get(fact) or KNOWN_FACTS.get(fact)


def _in_list(book: Rulebook, fact: str, was: Any, value: Any) -> Any:
    """The value as the main one of a fact with several; the others stay behind it."""
    field = _field(book, fact)
    if not isinstance(was, tuple) and (field is None or field.kind is not Kind.CODES):
        return value
    others = () if not_answered(was) else all_values(was)
    return (value, *(part for part in others if part != value))


def _out_of_the_way(decision: Decision, trial: WhyNot) -> Iterator[Change]:
    """One more change each that keeps a winning rule from holding, without touching what the trial changes."""
    book, touched = decision.rulebook, {change.fact for change in trial.changes}
    for place, rule in enumerate(book.rules):
        if rule.id in decision.winners and rule.to != trial.target:
            for alternative in book.index.of_rule(place):
                yield from _breaking(book, alternative, decision.facts, touched)


def _breaking(book: Rulebook, alternative: Alternative, facts: Facts, touched: set[str]) -> Iterator[Change]:
    for literal in sorted(alternative.literals, key=str):
        fact = literal.leaf.fact
        if fact in touched or not _all_hold([literal], facts):
            continue
        contrary = [Literal(literal.leaf, not literal.wanted)]
        for answer in islice(_answers(book, fact, contrary, facts.get(fact)), 4):
            yield Change(fact, facts.get(fact), answer)

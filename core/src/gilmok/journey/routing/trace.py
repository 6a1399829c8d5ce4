"""Why a decision came out as it did, rule by rule: recomputed when somebody asks, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from gilmok.journey.routing.index import Match
from gilmok.journey.routing.rulebook import Rulebook, key_of
from gilmok.journey.routing.rules import Decision
from gilmok.journey.routing.truth import Facts, Truth, evaluate
from gilmok.modules.conditions import All, AnyOf, Condition, Not
from gilmok.modules.things import RoutingRule


class Outcome(StrEnum):
    """What became of a rule."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    ERROR = "error"
    INACTIVE = "inactive"
    SUSPENDED = "suspended"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class Unmet:
    """The first single condition on which a rule stopped, whether it had to hold (`wanted`), and the answer then."""

    condition: Any
    wanted: bool
    value: Any


@dataclass(frozen=True, slots=True)
class RuleTrace:
    """One rule's outcome. `holds` is what its condition says, also where the rule is not active; `unmet` is set unless
    it holds; `beaten_by` are the rules that go before it, and `notes` the city's words where it settled that."""

    rule: RoutingRule
    outcome: Outcome
    holds: Truth
    unmet: Unmet | None = None
    beaten_by: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """All rules in the rulebook's order, under the decision that they led to."""

    decision: Decision
    rules: tuple[RuleTrace, ...]

    def of(self, target: str) -> tuple[RuleTrace, ...]:
        """The rules that lead to one target."""
        return tuple(each for each in self.rules if each.rule.to == target)

    def to_json(self) -> dict[str, Any]:
        """The trace as JSON, for audit."""
        return {
            "rulebook": self.decision.rulebook.version,
            "on": _plain(self.decision.on),
            "status": self.decision.status.value,
            "target": self.decision.target,
            "rules": [_rule_json(each) for each in self.rules],
        }


def explain(decision: Decision, rulebook: Rulebook | None = None) -> Trace:
    """The trace of a decision under its own rulebook, or under another one."""
    book = rulebook or decision.rulebook
    match = Match(*book.index.match(decision.facts))
    winning = _band_that_wins(book, match.yes & book.mask(decision.active))
    traces = (_trace(book, place, decision, match, winning) for place in range(len(book.rules)))
    return Trace(decision, tuple(traces))


def _band_that_wins(book: Rulebook, certain: int) -> int:
    if not certain:
        return 0
    floor = book.floor[certain.bit_length() - 1]
    return certain >> floor << floor


def _trace(book: Rulebook, place: int, decision: Decision, match: Match, winning: int) -> RuleTrace:
    rule, bits = book.rules[place], book.index.bits[place]
    truth = book.index.truth(place, match)
    unmet = None if truth is Truth.YES else first_unmet(rule.when, decision.facts, truth=truth)
    if decision.active is not None and key_of(rule) not in decision.active:
        return RuleTrace(rule, _off(rule, decision), truth, unmet)
    if bits & winning & ~book.without_beaten(winning):
        others = [other for other in book.index.places(winning) if book.beaten_by[other] & bits]
        ids = tuple(book.rules[other].id for other in others)
        return RuleTrace(rule, Outcome.OVERRIDDEN, truth, unmet, ids, tuple(_notes(book, rule, others)))
    return RuleTrace(rule, Outcome(truth.name.lower()), truth, unmet)


def _off(rule: RoutingRule, decision: Decision) -> Outcome:
    """Which of the two ways of being off it is."""
    return Outcome.SUSPENDED if key_of(rule) in decision.stopped else Outcome.INACTIVE


def _notes(book: Rulebook, rule: RoutingRule, others: list[int]) -> Iterator[str]:
    """The city's words on why these rules go before this one."""
    winners = {name for other in others for name in (book.rules[other].id, book.rules[other].to)}
    for row in book.precedence:
        if row.winner in winners and row.loser in (rule.id, rule.to):
            yield row.note


def first_unmet(condition: Any, facts: Facts, wanted: bool = True, truth: Truth | None = None) -> Unmet | None:
    """The first single condition that keeps the whole from holding: one that fails before one that is open; None if
    the condition holds, or cannot be read. `truth`: what the whole says of the facts, where that is known already."""
    whole = _truth(condition, facts, wanted) if truth is None else truth
    if whole is Truth.YES:
        return None
    match condition:
        case Not(condition=inner):
            return first_unmet(inner, facts, not wanted, whole)
        case All(conditions=parts) | AnyOf(conditions=parts):
            # The whole is as bad as its worst part (of AnyOf, its best): the first that is as bad is the one to tell.
            return _first_of(parts, facts, wanted, whole)
    fact = getattr(condition, "fact", None)
    return Unmet(condition, wanted, facts.get(fact) if isinstance(fact, str) else None)


def _first_of(parts: tuple[Any, ...], facts: Facts, wanted: bool, whole: Truth) -> Unmet | None:
    open_part = None
    for part in parts:
        truth = _truth(part, facts, wanted)
        if truth is whole:
            return first_unmet(part, facts, wanted, whole)
        if open_part is None and truth is not Truth.YES:
            open_part = part
    return None if open_part is None else first_unmet(open_part, facts, wanted)


def _truth(condition: Condition, facts: Facts, wanted: bool) -> Truth:
    return evaluate(condition if wanted else Not(condition), facts)


def _rule_json(each: RuleTrace) -> dict[str, Any]:
    found: dict[str, Any] = {
        "rule": each.rule.id, "band": each.rule.band.name.lower(), "target": each.rule.to,
        "outcome": each.outcome.value,
    }
    if each.unmet:
        found["unmet"] = unmet_json(each.unmet)
    if each.outcome in (Outcome.INACTIVE, Outcome.SUSPENDED):
        found["holds"] = each.holds.name.lower()
    if each.beaten_by:
        found |= {"beaten_by": list(each.beaten_by), "notes": list(each.notes)}
    return found


def unmet_json(unmet: Unmet) -> dict[str, Any]:
    """A condition that stopped a rule, as JSON: the fact, what was wanted of it, and the answer."""
    condition = unmet.condition
    names = ("value", "values", "bound", "low", "high")
    asked = {name: _plain(getattr(condition, name)) for name in names if hasattr(condition, name)}
    return {
        "fact": getattr(condition, "fact", None), "test": type(condition).__name__, **asked,
        **({} if unmet.wanted else {"not": True}), "was": _plain(unmet.value),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(map(_plain, value), key=str)
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, str | int | float) else f"a {type(value).__name__}"

"""A rule's condition as alternatives, each a list of single conditions that must all hold.

`Not` moves down to the single conditions and `All` is multiplied out over `AnyOf`. Both are exact in three-valued
logic, and one alternative is what one bit of a bitmap can stand for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any, NamedTuple

from gilmok.journey.routing.truth import Leaf
from gilmok.modules.conditions import All, AnyOf, AtLeast, AtMost, Between, Condition, Has, In, Is, Not

# Beyond so many alternatives the part that multiplies is evaluated as it stands, for the cases that it could decide.
MOST_ALTERNATIVES = 24
LEAVES = (Is, In, Has, AtLeast, AtMost, Between)


class Literal(NamedTuple):
    """A single condition that must hold (`wanted`) or must not."""

    leaf: Leaf
    wanted: bool


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way in which a rule can hold: every literal does, and the `rest`, which was too large to multiply out.

    `broken`: a part of it is no condition at all, so that it never holds and fails wherever it might have.
    """

    literals: frozenset[Literal] = frozenset()
    rest: Condition | None = None
    broken: bool = False


def alternatives(condition: Condition) -> tuple[Alternative, ...]:
    """The ways in which the condition can hold, in an order that does not depend on how sets are stored."""
    if count(condition) <= MOST_ALTERNATIVES:
        return _sorted(Alternative(*_split(literals)) for literals in _multiply(condition, True))
    parts = condition.conditions if isinstance(condition, All) else (condition,)
    simple = All(*(part for part in parts if count(part) == 1))
    rest = All(*(part for part in parts if count(part) != 1))
    (literals,) = _multiply(simple, True)
    kept, _rest, broken = _split(literals)
    return (Alternative(kept, rest, broken),)


def count(condition: Any, wanted: bool = True) -> int:
    """How many alternatives a condition has."""
    match condition:
        case Not(condition=inner):
            return count(inner, not wanted)
        case All(conditions=parts) | AnyOf(conditions=parts):
            counts = [count(part, wanted) for part in parts]
            return prod(counts) if isinstance(condition, All) is wanted else sum(counts)
    return 1


def _multiply(condition: Any, wanted: bool) -> set[frozenset[Any]]:
    match condition:
        case Not(condition=inner):
            return _multiply(inner, not wanted)
        case All(conditions=parts) | AnyOf(conditions=parts):
            each = [_multiply(part, wanted) for part in parts]
            if isinstance(condition, All) is wanted:
                return {frozenset[Any]().union(*choice) for choice in product(*each)}
            return set[frozenset[Any]]().union(*each)
    return {frozenset({Literal(condition, wanted) if _is_sound(condition) else None})}


def _is_sound(leaf: Any) -> bool:
    """Whether this is a condition that we know, about a fact; a module's own classes and odd values are not."""
    try:
        hash(leaf)
        return type(leaf) in LEAVES and isinstance(leaf.fact, str)
    except Exception:
        return False


def _split(literals: Iterable[Any]) -> tuple[frozenset[Literal], None, bool]:
    sound = frozenset(literal for literal in literals if literal is not None)
    return sound, None, None in literals


def _sorted(found: Iterator[Alternative]) -> tuple[Alternative, ...]:
    return tuple(sorted(found, key=lambda each: (each.broken, sorted(map(in_words, each.literals)))))


def in_words(literal: Literal) -> str:
    """A literal as text that is the same in every process, to sort by."""
    leaf = literal.leaf
    values = sorted(map(repr, leaf.values)) if isinstance(leaf, In) else repr(leaf)
    return f"{leaf.fact} {type(leaf).__name__} {values} {literal.wanted}"

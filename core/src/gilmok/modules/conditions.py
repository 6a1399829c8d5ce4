"""What a rule may ask of a case's facts, as immutable values that read aloud as a sentence.

A condition is *three-valued*: it holds, it does not hold, or it is unknown because a fact that it needs is missing,
not known to the person, or refused. Conditions only describe; `gilmok.journey.routing` evaluates them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

Scalar: TypeAlias = str | int | bool | date
# Not any iterable: a text would fall apart into its letters.
Scalars: TypeAlias = frozenset[Scalar] | set[Scalar] | tuple[Scalar, ...] | list[Scalar]
Ordered: TypeAlias = int | date


@dataclass(frozen=True, slots=True)
class Is:
    """The fact has exactly this value; of a fact with several values (`topics`), its first, the main one."""

    fact: str
    value: Scalar


@dataclass(frozen=True, slots=True, init=False)
class In:
    """The fact has one of these values; of a fact with several values, its first, the main one."""

    fact: str
    values: frozenset[Scalar]

    def __init__(self, fact: str, values: Scalars) -> None:
        object.__setattr__(self, "fact", fact)
        object.__setattr__(self, "values", several(fact, values))


def several(fact: str, values: Any) -> frozenset[Scalar]:
    """The values; raises TypeError for a text, whose letters they would be."""
    if isinstance(values, str):
        raise TypeError(f"In({fact!r}, {values!r}) is given a text, not several values: ({values!r},), or say Is")
    return frozenset(values)


@dataclass(frozen=True, slots=True)
class Has:
    """The fact has several values and this is one of them."""

    fact: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number or date is this one or greater."""

    fact: str
    bound: Ordered


@dataclass(frozen=True, slots=True)
class AtMost:
    """The number or date is this one or smaller."""

    fact: str
    bound: Ordered


@dataclass(frozen=True, slots=True)
class Between:
    """The number or date lies between these two, both included."""

    fact: str
    low: Ordered
    high: Ordered


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold. Unknown stays unknown."""

    condition: "Condition"


@dataclass(frozen=True, slots=True, init=False)
class All:
    """Every condition holds. One that does not settles it, whatever is unknown in the others."""

    conditions: tuple["Condition", ...]

    def __init__(self, *conditions: "Condition") -> None:
        object.__setattr__(self, "conditions", conditions)


@dataclass(frozen=True, slots=True, init=False)
class AnyOf:
    """At least one condition holds. One that does settles it, whatever is unknown in the others."""

    conditions: tuple["Condition", ...]

    def __init__(self, *conditions: "Condition") -> None:
        object.__setattr__(self, "conditions", conditions)


Condition: TypeAlias = Is | In | Has | AtLeast | AtMost | Between | Not | All | AnyOf


def facts_of(condition: Condition) -> frozenset[str]:
    """The codes of all facts that the condition looks at."""
    match condition:
        case Not(inner):
            return facts_of(inner)
        case All(conditions=parts) | AnyOf(conditions=parts):
            return frozenset[str]().union(*(facts_of(part) for part in parts))
        case _:
            return frozenset({condition.fact})


def values_of(part: Condition) -> frozenset[Scalar]:
    """The values that a single condition compares its fact with."""
    match part:
        case Is(value=value) | Has(value=value) | AtLeast(bound=value) | AtMost(bound=value):
            return frozenset({value})
        case In(values=values):
            return values
        case Between(low=low, high=high):
            return frozenset({low, high})
    raise TypeError(f"not a condition on one fact: {type(part).__name__}")

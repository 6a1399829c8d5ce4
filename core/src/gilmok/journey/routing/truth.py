"""What a condition says of a case's facts: yes, no, unknown or error.

Kleene's strong three-valued logic: a part that settles the matter settles it, whatever is unknown in the others. An
error (a number compared with a word) is an unknown that no answer can settle; it is remembered as long as the part that
failed could still matter. This module defines the meaning; `bitmaps` computes the same for all rules at once.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from typing import Any, TypeAlias

from gilmok.modules.conditions import All, AnyOf, AtLeast, AtMost, Between, Condition, Has, In, Is, Not

Facts: TypeAlias = Mapping[str, Any]
Leaf: TypeAlias = Is | In | Has | AtLeast | AtMost | Between

UNKNOWN, REFUSED = "unknown", "refused"
UNANSWERABLE = frozenset({UNKNOWN, REFUSED})


class Truth(IntEnum):
    """The outcome of a condition or a rule."""

    NO = 0
    UNKNOWN = 1
    ERROR = 2
    YES = 3


def never_asked(value: Any) -> bool:
    """Whether nobody answered yet: no value, an empty text or list."""
    return value is None or (isinstance(value, str | tuple | list) and not value)


def not_answered(value: Any) -> bool:
    """Whether the fact is open: never asked, not known to the person, or refused."""
    if isinstance(value, tuple | list):
        return not value or all([not_answered(part) for part in value])
    return value is None or (isinstance(value, str) and (not value or value in UNANSWERABLE))


def holds(leaf: Leaf, value: Any) -> bool:
    """Whether one fact's answered value meets a single condition. Raises TypeError if the two cannot be compared."""
    match leaf:
        case Is(value=wanted):
            return bool(comparable(main_value(value), wanted) == wanted)
        case In(values=wanted_any):
            return comparable_to_one(main_value(value), wanted_any) in wanted_any
        case Has(value=wanted):
            return wanted in alike(all_values(value), wanted)
        case AtLeast(bound=low):
            return bool(ordered(value, low) >= low)
        case AtMost(bound=high):
            return bool(ordered(value, high) <= high)
        case Between(low=low, high=high):
            return bool(ordered(value, low) >= low and ordered(value, high) <= high)
    raise TypeError(f"not a condition on one fact: {type(leaf).__name__}")


def main_value(value: Any) -> Any:
    """The first of several answered values, the main one; else the value itself."""
    return all_values(value)[0] if isinstance(value, tuple | list) else value


def all_values(value: Any) -> tuple[Any, ...]:
    """The answered values in order; one value is a list of one."""
    if not isinstance(value, tuple | list):
        return (value,)
    return tuple(part for part in value if not not_answered(part))


def family(value: Any) -> str:
    """The kind of values that `value` can be compared with. Raises TypeError for what no condition speaks of."""
    if isinstance(value, str):
        return "text"
    if isinstance(value, int | float | Decimal) and value == value:
        return "number"
    if isinstance(value, date) and not isinstance(value, datetime):
        return "date"
    raise TypeError(f"no condition can look at a {type(value).__name__}")


def comparable(value: Any, wanted: Any) -> Any:
    """`value`, if it is of the same family as `wanted`; else TypeError."""
    if family(value) != family(wanted):
        raise TypeError(f"{type(value).__name__} cannot be compared with {type(wanted).__name__}")
    return value


def comparable_to_one(value: Any, wanted: frozenset[Any]) -> Any:
    """`value`, if it is of the same family as one of the wanted; else TypeError."""
    kind = family(value)
    if wanted and kind not in {family(each) for each in wanted}:
        raise TypeError(f"a {type(value).__name__} is like none of the values asked for")
    return value


def alike(values: tuple[Any, ...], wanted: Any) -> list[Any]:
    """Those of the values that are of the same family as `wanted`; TypeError if there are none."""
    found = [value for value, kind in [(each, family(each)) for each in values] if kind == family(wanted)]
    if not found:
        raise TypeError(f"no {type(wanted).__name__} among the values")
    return found


def ordered(value: Any, bound: Any) -> Any:
    """The value to be compared with a bound; TypeError unless both are numbers or both are dates."""
    main = main_value(value)
    if family(bound) == "text":
        raise TypeError("texts have no order")
    return comparable(main, bound)


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """What the condition says of the facts. Never raises: what cannot be evaluated is an error."""
    truth, failed = _judge(condition, facts, True)
    return Truth.ERROR if failed and truth is Truth.UNKNOWN else truth


def _judge(condition: Any, facts: Facts, wanted: bool) -> tuple[Truth, bool]:
    """The truth of the condition (or of its contrary) without ERROR, and whether a failed part could still matter."""
    match condition:
        case Not(condition=inner):
            return _judge(inner, facts, not wanted)
        case All(conditions=parts) | AnyOf(conditions=parts):
            judged = (_judge(part, facts, wanted) for part in parts)
            return _all(judged) if isinstance(condition, All) is wanted else _any(judged)
    return _judge_leaf(condition, facts, wanted)


def _all(judged: Iterable[tuple[Truth, bool]]) -> tuple[Truth, bool]:
    least, failed = Truth.YES, False
    for truth, part_failed in judged:
        if truth is Truth.NO:
            return truth, False
        least, failed = min(least, truth), failed or part_failed
    return least, failed


def _any(judged: Iterable[tuple[Truth, bool]]) -> tuple[Truth, bool]:
    most, failed = Truth.NO, False
    for truth, part_failed in judged:
        most, failed = max(most, truth), failed or part_failed
    return most, failed


def _judge_leaf(leaf: Any, facts: Facts, wanted: bool) -> tuple[Truth, bool]:
    try:
        value = facts.get(leaf.fact)
        if not_answered(value):
            return Truth.UNKNOWN, False
        return (Truth.YES if holds(leaf, value) is wanted else Truth.NO), False
    except Exception:
        # A module's condition is foreign code: whatever it raises is its outcome, and a person decides.
        return Truth.UNKNOWN, True

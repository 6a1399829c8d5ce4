"""What tests of the engine share: rules in one line, a rulebook of them, and a plain interpreter to compare with."""

from collections.abc import Iterable, Mapping
from typing import Any

from gilmok.journey.routing.rulebook import Precedence, Rulebook
from gilmok.modules.api import All, AnyOf, At, Band, Condition, IntakeField, Not, RoutingRule, Target

FACTS = ("colour", "size", "tags", "day", "flag")


def rule(name: str, when: Condition, *, to: str = "", band: Band = Band.SPECIALTY, **more: Any) -> RoutingRule:
    """A rule `a.name` to the target `a.name_desk`, unless said otherwise."""
    name = name if "." in name else f"a.{name}"
    return RoutingRule(id=name, band=band, when=when, to=to or f"{name}_desk", reason=f"Because of {name}.",
                       basis="C1", **more)


def book(
    *rules: RoutingRule, precedence: Iterable[Precedence] = (), fields: Mapping[str, IntakeField] | None = None,
) -> Rulebook:
    """The rulebook of these rules; every target stands at the city's centre."""
    targets = {each.to: Target(id=each.to, title=each.to, at=At.CITY, programme="C1") for each in rules}
    return Rulebook.compile(rules, targets=targets, fields=fields or {}, precedence=precedence)


def plainly(condition: Any, facts: Mapping[str, Any], wanted: bool = True) -> tuple[str, bool]:
    """A condition by the book: yes, no or unknown, and whether a part that failed could still matter.

    Written apart from the engine, over tables of Kleene's logic, to be compared with it.
    """
    if isinstance(condition, Not):
        return plainly(condition.condition, facts, not wanted)
    if isinstance(condition, All | AnyOf):
        parts = [plainly(part, facts, wanted) for part in condition.conditions]
        deciding, other = ("no", "yes") if isinstance(condition, All) == wanted else ("yes", "no")
        truths = [truth for truth, _failed in parts]
        truth = deciding if deciding in truths else "unknown" if "unknown" in truths else other
        return truth, truth != "no" and any(failed for _truth, failed in parts)
    return _leaf(condition, facts.get(condition.fact), wanted)


def _leaf(leaf: Any, value: Any, wanted: bool) -> tuple[str, bool]:
    values = list(value) if isinstance(value, tuple | list) else [value]
    known = [each for each in values if each not in (None, "", "unknown", "refused")]
    if not known:
        return "unknown", False
    try:
        return ("yes" if _holds(leaf, known) == wanted else "no"), False
    except TypeError:
        return "unknown", True


def _holds(leaf: Any, known: list[Any]) -> bool:
    kind = type(leaf).__name__
    if kind == "Is":
        return bool(_like(known[0], leaf.value) == leaf.value)
    if kind == "In":
        if leaf.values and _sort(known[0]) not in map(_sort, leaf.values):
            raise TypeError
        return known[0] in leaf.values
    if kind == "Has":
        alike = [each for each in known if _sort(each) == _sort(leaf.value)]
        if not alike:
            raise TypeError
        return leaf.value in alike
    low, high = getattr(leaf, "low", getattr(leaf, "bound", None)), getattr(leaf, "high", getattr(leaf, "bound", None))
    main = _like(known[0], low)
    return bool((kind == "AtMost" or main >= low) and (kind == "AtLeast" or main <= high))


def _like(value: Any, other: Any) -> Any:
    if _sort(value) != _sort(other):
        raise TypeError
    return value


def _sort(value: Any) -> str:
    return "number" if isinstance(value, bool | int | float) else type(value).__name__

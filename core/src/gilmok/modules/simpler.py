"""A condition in the fewest words: without groups inside groups of their own kind, and with alternatives gathered.

It is for saying conditions, not for judging by them: `HasOne` exists in sentences only.
"""

from dataclasses import dataclass
from typing import Any

from gilmok.modules.conditions import All, AnyOf, Has, Not, Scalar


@dataclass(frozen=True)
class HasOne:
    """The fact has several values, and one of them is one of these: several `Has` of one fact under one `AnyOf`."""

    fact: str
    values: frozenset[Scalar]


def simpler(condition: Any) -> Any:
    """The condition, said more simply: it holds for exactly the same facts."""
    if isinstance(condition, Not):
        return Not(simpler(condition.condition))
    if not isinstance(condition, All | AnyOf) or not condition.conditions:
        return condition
    kind = type(condition)
    parts = [part for each in condition.conditions for part in parts_in(simpler(each), kind)]
    parts = gathered(parts) if kind is AnyOf else parts
    return parts[0] if len(parts) == 1 else kind(*parts)


def parts_in(condition: Any, kind: type[All] | type[AnyOf]) -> tuple[Any, ...]:
    """The parts of a group of that kind; anything else is one part."""
    return condition.conditions if isinstance(condition, kind) and condition.conditions else (condition,)


def gathered(parts: list[Any]) -> list[Any]:
    """Alternatives with those of one fact that `Has` asks for put together, where the first of them stood."""
    values: dict[str, list[Scalar]] = {}
    for part in parts:
        if isinstance(part, Has):
            values.setdefault(part.fact, []).append(part.value)
    found: list[Any] = []
    for part in parts:
        several = len(values.get(part.fact, ())) > 1 if isinstance(part, Has) else False
        found.append(HasOne(part.fact, frozenset(values[part.fact])) if several else part)
    return list(dict.fromkeys(found))

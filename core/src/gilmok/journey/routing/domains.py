"""Which values a fact can have, as far as conditions can tell them apart; and facts with which literals hold."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

from gilmok.journey.routing.normal import Literal
from gilmok.journey.routing.truth import UNANSWERABLE, holds
from gilmok.journey.vocabulary import options_of
from gilmok.modules.conditions import AtLeast, AtMost, Between, Has, In, Is
from gilmok.modules.things import IntakeField, Kind

# A fact that says nothing but the first of another one.
SAME_AS = {"topic": "topics"}
DISTRICT_OF = {"workplace_region": "workplace_district", "home_region": "home_district"}
ANOTHER = "none_of_these"


@dataclass(frozen=True, slots=True)
class Domains:
    """The fields of all facts, and the region of each district (empty: regions and districts are taken apart)."""

    fields: Mapping[str, IntakeField]
    regions: Mapping[str, str]

    def values(self, fact: str, literals: Iterable[Literal]) -> Iterator[Any]:
        """The values of a fact among which there is one for each way in which these literals can come out."""
        field = self.fields.get(fact)
        named = all_named(literals)
        if field is None:
            return iter((*named, ANOTHER))
        if field.kind is Kind.BOOL:
            return iter((True, False))
        if field.kind in (Kind.CODE, Kind.DISTRICT):
            return iter(codes_of(field))
        if field.kind is Kind.CODES:
            return lists_of(field, literals)
        return (near for value in named for near in around(value, field.kind))


def all_named(literals: Iterable[Literal]) -> list[Any]:
    """Every value that these literals name, each once, in an order that is always the same."""
    return sorted({value for literal in literals for value in named_values(literal)}, key=str)


def codes_of(field: IntakeField) -> list[str]:
    """The codes that answer a field."""
    return [option.code for option in options_of(field) if option.code not in UNANSWERABLE]


def lists_of(field: IntakeField, literals: Iterable[Literal]) -> Iterator[tuple[str, ...]]:
    """Each code as the main one, with all others behind it that must be among the values."""
    wanted = [str(each.leaf.value) for each in literals if isinstance(each.leaf, Has) and each.wanted]
    return (tuple(dict.fromkeys([main, *wanted])) for main in codes_of(field))


def named_values(literal: Literal) -> tuple[Any, ...]:
    """The values that a condition names."""
    match literal.leaf:
        case Is(value=value) | Has(value=value):
            return (value,)
        case In(values=values):
            return tuple(values)
        case AtLeast(bound=bound) | AtMost(bound=bound):
            return (bound,)
        case Between(low=low, high=high):
            return (low, high)


def around(value: Any, kind: Kind) -> Iterator[Any]:
    """A bound and what lies closest on both sides of it."""
    if isinstance(value, date):
        yield from (value, value - timedelta(days=1), value + timedelta(days=1))
    elif isinstance(value, int | float):
        steps = (0, -1, 1) if kind is Kind.WON else (0, -1, 1, -0.5, 0.5)
        yield from (value + step for step in steps)
    else:
        yield value


def example(domains: Domains, literals: Iterable[Literal]) -> dict[str, Any] | None:
    """Facts with which all the literals hold; None if there are none."""
    by_fact: dict[str, list[Literal]] = {}
    for literal in literals:
        fact = literal.leaf.fact
        by_fact.setdefault(SAME_AS.get(fact, fact), []).append(literal)
    found = {fact: _fitting(domains, fact, asked) for fact, asked in by_fact.items()}
    if not all(found.values()) or not _fit_together(domains, found):
        return None
    return {fact: values[0] for fact, values in found.items()}


def _fitting(domains: Domains, fact: str, literals: list[Literal]) -> list[Any]:
    return [value for value in domains.values(fact, literals) if all(_holds(each, value) for each in literals)]


def _holds(literal: Literal, value: Any) -> bool:
    try:
        return holds(literal.leaf, value) is literal.wanted
    except TypeError:
        return False


def _fit_together(domains: Domains, found: dict[str, list[Any]]) -> bool:
    """Keep of districts and regions only those that lie in each other; whether any are left."""
    for derived, source in DISTRICT_OF.items():
        if domains.regions and {derived, source} <= found.keys():
            pairs = [pair for pair in product(found[derived], found[source]) if _lies_in(domains, *pair)]
            found[derived] = [region for region, _district in pairs]
            found[source] = [district for _region, district in pairs]
    return all(found.values())


def _lies_in(domains: Domains, region: str, district: str) -> bool:
    return domains.regions.get(district, district) == region

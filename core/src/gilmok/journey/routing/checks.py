"""What is wrong with rules before anything goes live, and which of them can contradict each other.

Facts have few codes, so whether two conditions can hold together is found by trying values: every code, and numbers and
days on either side of each bound. The answer comes with an example, so that an author can see it happen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import combinations, product
from typing import Any

from gilmok.journey.routing.domains import Domains, example
from gilmok.journey.routing.normal import Alternative
from gilmok.journey.routing.rulebook import Rulebook, module_of
from gilmok.journey.routing.truth import UNANSWERABLE
from gilmok.journey.vocabulary import KNOWN_FACTS, options_of
from gilmok.modules.conditions import AtLeast, AtMost, Between, Has, In, Is, Not
from gilmok.modules.registry import Registry
from gilmok.modules.things import IntakeField, Kind, RoutingRule
from gilmok.modules.tools import Collision
from gilmok.network.atlas import Atlas

CODED = (Kind.CODE, Kind.CODES, Kind.DISTRICT)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rules of one band with different targets that can hold together: with these facts they do. `certain` is
    False where a part of a condition was too large to be tried, so that they *may*."""

    first: RoutingRule
    second: RoutingRule
    facts: Mapping[str, Any]
    certain: bool


def conflicts(rulebook: Rulebook, *, regions: Mapping[str, str] | None = None) -> tuple[Conflict, ...]:
    """Every pair of rules of different modules, in one band and with different targets, that can hold together and of
    which neither goes before the other. `regions`: the region of each district, so that the two fit together."""
    domains = Domains({**KNOWN_FACTS, **rulebook.fields}, regions or {})
    found = (_conflict(rulebook, domains, first, second) for first, second in _pairs(rulebook))
    return tuple(each for each in found if each is not None)


def collisions(registry: Registry) -> Iterator[Collision]:
    """The conflicts of the installed modules as sentences for an author."""
    atlas = Atlas.shipped()
    regions = {row.district: row.region for row in atlas.network.memberships}
    for each in conflicts(Rulebook.of(registry), regions=regions):
        yield Collision(rules=(each.first.id, each.second.id), sentence=sentence(each))


def sentence(conflict: Conflict) -> str:
    """A conflict in words for an author."""
    can = "can" if conflict.certain else "may"
    facts = ", ".join(f"{fact} = {_shown(value)}" for fact, value in sorted(conflict.facts.items()))
    return (
        f"{conflict.first.id} (to {conflict.first.to}) and {conflict.second.id} (to {conflict.second.to}) {can} hold"
        f" together, for example with {facts or 'any facts'}"
    )


def _shown(value: Any) -> str:
    return " + ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _pairs(rulebook: Rulebook) -> Iterator[tuple[int, int]]:
    beaten, bits = rulebook.beaten_by, rulebook.index.bits
    for one, other in combinations(range(len(rulebook.rules)), 2):
        first, second = rulebook.rules[one], rulebook.rules[other]
        settled = beaten[one] & bits[other] or beaten[other] & bits[one]
        differ = first.to != second.to and module_of(first.id) != module_of(second.id)
        if first.band == second.band and differ and not settled:
            yield one, other


def _conflict(rulebook: Rulebook, domains: Domains, one: int, other: int) -> Conflict | None:
    book = rulebook.index
    unsure: Conflict | None = None
    for first, second in product(book.of_rule(one), book.of_rule(other)):
        facts = _together(domains, first, second)
        if facts is None:
            continue
        certain = first.rest is None and second.rest is None
        found = Conflict(rulebook.rules[one], rulebook.rules[other], facts, certain)
        if certain:
            return found
        unsure = found
    return unsure


def _together(domains: Domains, first: Alternative, second: Alternative) -> dict[str, Any] | None:
    if first.broken or second.broken:
        return None
    return example(domains, first.literals | second.literals)


def problems(rulebook: Rulebook) -> tuple[str, ...]:
    """What is wrong with rules, in sentences for their authors: targets and facts that do not exist, values that cannot
    be answered, rules that override each other in a circle or reach into a higher band."""
    found = [problem for rule in rulebook.rules for problem in _of_rule(rulebook, rule)]
    graph = {rule.id: rule.overrides for rule in rulebook.rules}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found.append(f"rules override each other in a circle: {' → '.join(error.args[1])}")
    return tuple(found)


def _of_rule(rulebook: Rulebook, rule: RoutingRule) -> Iterator[str]:
    if rule.to not in rulebook.targets:
        yield f"rule {rule.id!r}: there is no target {rule.to!r}"
    bands = {other.id: other.band for other in rulebook.rules}
    for other in rule.overrides:
        if bands.get(other, rule.band) > rule.band:
            yield f"rule {rule.id!r}: it cannot override {other!r}, which is of a higher band and wins anyway"
    yield from (f"rule {rule.id!r}: {problem}" for problem in _of_condition(rulebook, rule.when))


def _of_condition(rulebook: Rulebook, condition: Any) -> Iterator[str]:
    match condition:
        case Is() | In() | Has() | AtLeast() | AtMost() | Between():
            yield from _of_leaf(rulebook.fields.get(condition.fact) or KNOWN_FACTS.get(condition.fact), condition)
        case Not(condition=inner):
            yield from _of_condition(rulebook, inner)
        case _ if hasattr(condition, "conditions"):
            for part in condition.conditions:
                yield from _of_condition(rulebook, part)
        case _:
            yield f"a {type(condition).__name__} is no condition"


def _of_leaf(field: IntakeField | None, leaf: Any) -> Iterator[str]:
    if field is None:
        yield f"there is no fact {leaf.fact!r}"
        return
    if field.kind is Kind.TEXT:
        yield f"{leaf.fact!r} holds free text, which no rule may see"
    yield from (problem for value in _values(leaf) for problem in _of_value(field, leaf.fact, value))


def _of_value(field: IntakeField, fact: str, value: Any) -> Iterator[str]:
    if isinstance(value, str) and value in UNANSWERABLE:
        yield f"{fact!r} is never {value!r} to a rule: who does not know or say leaves the rule unknown"
    elif field.kind in CODED and value not in {option.code for option in options_of(field)}:
        yield f"{fact!r} has no code {value!r}"


def _values(leaf: Any) -> Iterable[Any]:
    if isinstance(leaf, In):
        return sorted(leaf.values, key=str)
    return (leaf.value,) if isinstance(leaf, Is | Has) else ()

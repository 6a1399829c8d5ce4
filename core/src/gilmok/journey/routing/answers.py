"""Which answers a question can have, as far as a rulebook can tell them apart.

An answer is the facts that follow from it, derived ones too. Of answers with which every condition comes out the same
one is kept, so that all of them can be tried.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations, product
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from gilmok.journey.routing.bitmaps import Bitmaps, union
from gilmok.journey.routing.domains import ANOTHER, all_named, around, codes_of
from gilmok.journey.routing.normal import LEAVES, Literal
from gilmok.journey.routing.regions import REGION_FROM, WHERE, Regions
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.truth import Leaf, holds, main_value
from gilmok.journey.vocabulary import KNOWN_FACTS, OUTSIDE_SEOUL
from gilmok.modules.conditions import All, AnyOf, Has, Not, facts_of
from gilmok.modules.things import IntakeField, Kind

Answer: TypeAlias = Mapping[str, Any]
FOLLOWS_FROM = {"topics": "topic"}
# Of so many values that a list may hold, every choice is tried; of more, each by itself.
EVERY_CHOICE = 5
CODED = (Kind.CODE, Kind.CODES, Kind.DISTRICT)


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers to each question of one rulebook. `gated`: the bits of alternatives that depend on more than their
    literals, namely on `beyond`, the facts on which it depends whether a question comes up or a large part holds."""

    fields: Mapping[str, IntakeField]
    columns: Mapping[str, Bitmaps]
    leaves: Mapping[str, tuple[Leaf, ...]]
    gated: int
    beyond: tuple[str, ...]
    asked: dict[Any, Any] = field(default_factory=dict)
    _kept: dict[str, tuple[Answer, ...]] = field(default_factory=dict)

    @cached_property
    def where(self) -> tuple[str, ...]:
        """The facts looked at that say where somebody works, lives or belongs."""
        return tuple(sorted(WHERE & self.leaves.keys()))

    def to(self, question: str) -> tuple[Answer, ...]:
        """The answers to a question that is no district's."""
        if question not in self._kept:
            follows = FOLLOWS_FROM.get(question)
            found = ({question: value} if follows is None else {question: value, follows: main_value(value)}
                     for value in self.values(question, follows))
            self._kept[question] = self.told_apart(found)
        return self._kept[question]

    def of_district(self, question: str, regions: Regions | None) -> tuple[Answer, ...]:
        """The answers to the question for a district; without `regions` any district may lie in any region."""
        derived = REGION_FROM[question]
        if regions is None:
            pairs = product(self.values(question), self.values(derived))
            return self.told_apart({question: district, derived: region} for district, region in pairs)
        places = (*regions.of_district.items(), (OUTSIDE_SEOUL, OUTSIDE_SEOUL))
        return self.told_apart(({question: each, derived: region} for each, region in places), also=derived)

    def values(self, fact: str, follows: str | None = None) -> Iterable[Any]:
        """The values of a fact among which there is one for each way in which conditions on it can come out."""
        leaves = (*self.leaves.get(fact, ()), *self.leaves.get(follows or "", ()))
        return values_of(self.fields.get(fact) or KNOWN_FACTS.get(fact), leaves)

    def told_apart(self, answers: Iterable[Answer], also: str = "") -> tuple[Answer, ...]:
        """The first of all answers that no condition tells apart; those that none fails on, if there are any."""
        found: dict[Any, Answer] = {}
        for answer in answers:
            said = tuple(outcome(leaf, value) for fact, value in answer.items() for leaf in self.leaves.get(fact, ()))
            found.setdefault((said, answer.get(also)), answer)
        sound = tuple(answer for (said, _also), answer in found.items() if None not in said)
        return sound or tuple(found.values())

    def fitting(self, question: str, number: int) -> list[Answer]:
        """The answers to a question in which nothing speaks against an alternative."""
        return [answer for answer in self.to(question) if self._fits(answer, number)]

    def _fits(self, answer: Answer, number: int) -> bool:
        return all(self._possible(fact, value) >> number & 1 for fact, value in answer.items() if fact in self.columns)

    def _possible(self, fact: str, value: Any) -> int:
        bits = self.columns[fact][value]
        return self.columns[fact].odd(value).possible if bits is None else bits


_kept: WeakKeyDictionary[Rulebook, Answers] = WeakKeyDictionary()


def answers_of(rulebook: Rulebook) -> Answers:
    """The answers that matter to a rulebook; worked out when first asked for."""
    return _kept.get(rulebook) or _kept.setdefault(rulebook, _answers(rulebook))


def _answers(rulebook: Rulebook) -> Answers:
    index = rulebook.index
    columns = {fact: bitmaps for fact, bitmaps, _tested in index.columns}
    inside = list(chain.from_iterable(leaves_in(each.rest) for each in index.alternative))
    gates = dict(_gates(rulebook.fields, [*columns, *(leaf.fact for leaf in inside)]))
    beyond = [*inside, *chain.from_iterable(map(leaves_in, gates.values()))]
    return Answers(
        fields=rulebook.fields, columns=columns,
        leaves=_by_fact([*chain(*(bitmaps.leaves for bitmaps in columns.values())), *beyond]),
        gated=index.rest | union(columns[fact].tested for fact in gates.keys() & columns.keys()),
        beyond=tuple(sorted({leaf.fact for leaf in beyond})),
    )


def _by_fact(leaves: Iterable[Leaf]) -> dict[str, tuple[Leaf, ...]]:
    found: dict[str, dict[Leaf, None]] = {}
    for leaf in leaves:
        found.setdefault(leaf.fact, {})[leaf] = None
    return {fact: tuple(each) for fact, each in found.items()}


def _gates(fields: Mapping[str, IntakeField], facts: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """What decides whether each of these questions comes up, and whether those that decide it do."""
    waiting, seen = list(facts), set[str]()
    while waiting:
        fact = waiting.pop()
        condition = fields[fact].ask_when if fact in fields else None
        if condition is not None and fact not in seen:
            yield fact, condition
            waiting += facts_of(condition)
        seen.add(fact)


def leaves_in(condition: Any) -> Iterator[Leaf]:
    """The single conditions of a condition; nothing of a part that is none."""
    match condition:
        case Not(condition=inner):
            yield from leaves_in(inner)
        case All(conditions=parts) | AnyOf(conditions=parts):
            yield from chain.from_iterable(map(leaves_in, parts))
        case _ if type(condition) in LEAVES:
            yield condition


def outcome(leaf: Leaf, value: Any) -> bool | None:
    """How a single condition comes out; None where it fails."""
    try:
        return holds(leaf, value)
    except Exception:
        # A module's condition is foreign code, and a value may be of another kind than it expects.
        return None


def values_of(asked: IntakeField | None, leaves: Iterable[Leaf]) -> Iterable[Any]:
    """Values on every side of what these conditions name."""
    among = tuple(dict.fromkeys(leaf.value for leaf in leaves if isinstance(leaf, Has)))
    listed = bool(among) if asked is None else asked.kind is Kind.CODES
    single = codes_or_near(asked, leaves)
    if not listed:
        return single
    return (tuple(dict.fromkeys([main, *others])) for main, others in product(single, choices(among)))


def codes_or_near(asked: IntakeField | None, leaves: Iterable[Leaf]) -> list[Any]:
    """The codes of a field; of one without codes, what lies on every side of what is named."""
    coded = asked is not None and asked.kind in CODED
    return codes_of(asked) if asked and coded else near(all_named(Literal(leaf, True) for leaf in leaves))


def near(named: list[Any]) -> list[Any]:
    """Named values, what lies next to them, and one that is none of them; yes and no where nothing is named."""
    found: list[Any] = [] if named else [True, False]
    for value in named:
        found += (True, False) if isinstance(value, bool) else around(value, Kind.NUMBER)
    return [*found, ANOTHER] if any(isinstance(value, str) for value in named) else found


def choices(values: tuple[Any, ...]) -> Iterable[tuple[Any, ...]]:
    """What may stand in a list behind its main value."""
    sizes = range(len(values) + 1) if len(values) <= EVERY_CHOICE else (0, 1)
    return chain.from_iterable(combinations(values, size) for size in sizes)

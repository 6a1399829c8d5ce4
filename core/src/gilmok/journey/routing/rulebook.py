"""The rulebook: every rule of the core and of all installed modules, compiled once and never changed.

Rules of modules that are not active somewhere are in it too and are masked there, so that a decision can say 'this
would have gone to X, but the module is not active here'. The order in which rules or modules come cannot matter:
they are sorted by band and id. Two rulebooks with the same content have the same version.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from gilmok.journey.routing.bitmaps import union
from gilmok.journey.routing.fingerprint import fingerprint
from gilmok.journey.routing.index import RuleIndex, index
from gilmok.modules.things import Band, IntakeField, RoutingRule, Target

# Sets of active keys differ by region and day of change, and few rules hold together; this bounds what a stream of
# made-up ones could take.
MASKS_KEPT = 4096


@dataclass(frozen=True, kw_only=True)
class Precedence:
    """The city settles a standing conflict: where both hold in one band, `winner` goes before `loser`. Each is the id
    of a rule or of a target; `note` says who decided and why, and is shown with the decision."""

    winner: str
    loser: str
    note: str


class Settled(NamedTuple):
    """What the rules of one band that hold come to: the bits left when those beaten are out, the ids of their rules,
    the targets, each once, and the bits of every rule whose word would change nothing."""

    winning: int
    winners: tuple[str, ...]
    targets: tuple[str, ...]
    same: int


class Registered(Protocol):
    """What a rulebook is made of; the registry of modules has it."""

    @property
    def rules(self) -> tuple[RoutingRule, ...]:
        """Every rule."""

    @property
    def targets(self) -> Mapping[str, Target]:
        """Every target by id."""

    @property
    def facts(self) -> Mapping[str, IntakeField]:
        """Every fact that is asked, by its code."""


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Rules in the order `(-band, id)` with what is needed to decide by them. Made by `compile` or `of`."""

    rules: tuple[RoutingRule, ...]
    targets: Mapping[str, Target]
    fields: Mapping[str, IntakeField]
    precedence: tuple[Precedence, ...]
    version: str
    index: RuleIndex
    keys: Mapping[str, int]
    to_target: Mapping[str, int]
    beaten_by: tuple[int, ...]
    floor: tuple[int, ...]
    _masks: dict[frozenset[str], int] = field(default_factory=dict, repr=False)
    _settled: dict[int, "Settled"] = field(default_factory=dict, repr=False)

    @classmethod
    def compile(
        cls, rules: Iterable[RoutingRule], *, targets: Mapping[str, Target],
        fields: Mapping[str, IntakeField] = MappingProxyType({}), precedence: Iterable[Precedence] = (),
    ) -> "Rulebook":
        """The rulebook of these things. Raises ValueError if two rules have one id."""
        ordered = tuple(sorted(rules, key=lambda rule: (-rule.band, rule.id)))
        if len({rule.id for rule in ordered}) < len(ordered):
            raise ValueError("two rules have the same id")
        settled = tuple(sorted(precedence, key=lambda row: (row.winner, row.loser, row.note)))
        indexed = index(ordered)
        return cls(
            rules=ordered, targets=MappingProxyType(dict(targets)), fields=MappingProxyType(dict(fields)),
            precedence=settled, version=fingerprint(ordered, targets, fields, settled), index=indexed,
            keys=_bits_by(ordered, indexed, key_of), to_target=_bits_by(ordered, indexed, lambda rule: rule.to),
            beaten_by=_beaten(ordered, indexed, settled), floor=_floors(ordered, indexed),
        )

    @classmethod
    def of(
        cls, registry: Registered, *, fields: Mapping[str, IntakeField] = MappingProxyType({}),
        precedence: Iterable[Precedence] = (),
    ) -> "Rulebook":
        """The rulebook of a registry of modules; `fields` are facts beside those that it asks for."""
        asked = {**fields, **registry.facts}
        return cls.compile(registry.rules, targets=registry.targets, fields=asked, precedence=precedence)

    def mask(self, active: frozenset[str] | None) -> int:
        """The bits of all rules that are on where these keys are active; of every rule for None."""
        if active is None:
            return self.index.everything
        found = self._masks.get(active)
        if found is None:
            if len(self._masks) >= MASKS_KEPT:
                self._masks.clear()
            found = self._masks[active] = union(self.keys.get(key, 0) for key in active)
        return found

    def settled(self, holding: int) -> "Settled":
        """What the bits of one band that hold come to; kept, since few sets of rules hold together."""
        found = self._settled.get(holding)
        if found is None:
            if len(self._settled) >= MASKS_KEPT:
                self._settled.clear()
            found = self._settled[holding] = self._settle(holding)
        return found

    def _settle(self, holding: int) -> "Settled":
        winning = self.without_beaten(holding)
        rules = [self.rules[place] for place in self.index.places(winning)]
        targets = tuple(dict.fromkeys(rule.to for rule in rules))
        same = self.to_target[targets[0]] if len(targets) == 1 else winning
        return Settled(winning, tuple(rule.id for rule in rules), targets, same)

    def without_beaten(self, winning: int) -> int:
        """Those of the winning bits that no other rule among them goes before; all, if they beat each other."""
        beaten = union(self.beaten_by[place] for place in self.index.places(winning))
        return winning & ~beaten or winning


def key_of(rule: RoutingRule) -> str:
    """The activation key that switches the rule on: `core`, `<module>` or `<module>/<scope>`."""
    module = rule.id.partition(".")[0]
    return module if rule.scope is None else f"{module}/{rule.scope}"


def module_of(thing: str) -> str:
    """The name of the module whose thing has this id."""
    return thing.partition(".")[0]


def _bits_by(rules: tuple[RoutingRule, ...], indexed: RuleIndex, name: Any) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for rule, bits in zip(rules, indexed.bits, strict=True):
        found[name(rule)] = found.get(name(rule), 0) | bits
    return MappingProxyType(found)


def _beaten(rules: tuple[RoutingRule, ...], indexed: RuleIndex, settled: tuple[Precedence, ...]) -> tuple[int, ...]:
    """For each rule the bits of those that it goes before: the ones it overrides, and the city's precedence."""
    by_id = {rule.id: bits for rule, bits in zip(rules, indexed.bits, strict=True)}
    to_target = _bits_by(rules, indexed, lambda rule: rule.to)
    named: dict[str, list[str]] = {}
    for row in settled:
        named.setdefault(row.winner, []).append(row.loser)
    return tuple(
        union(by_id.get(loser, 0) | to_target.get(loser, 0) for loser in beaten_names(rule, named)) & ~by_id[rule.id]
        for rule in rules
    )


def beaten_names(rule: RoutingRule, named: Mapping[str, list[str]]) -> list[str]:
    """The rules and targets that a rule goes before."""
    return [*rule.overrides, *named.get(rule.id, ()), *named.get(rule.to, ())]


def _floors(rules: tuple[RoutingRule, ...], indexed: RuleIndex) -> tuple[int, ...]:
    """For each bit the lowest bit of its band."""
    lowest: dict[Band, int] = {}
    for number, place in enumerate(indexed.place):
        lowest.setdefault(rules[place].band, number)
    return tuple(lowest[rules[place].band] for place in indexed.place)

"""The only code that decides where a case goes: facts and a rulebook in, a decision that explains itself out.

The highest band with a rule that holds wins; one target in it is the answer, several go to a person. A decision is
never made by the order of rules or modules, a name or a number. It knows no database, clock or request.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from gilmok.journey.routing.asking import Start, worth_asking
from gilmok.journey.routing.regions import Regions, district_to_ask
from gilmok.journey.routing.rulebook import Rulebook, key_of, module_of
from gilmok.journey.routing.standing import Standing, standing
from gilmok.journey.routing.truth import Facts
from gilmok.modules.things import At, Band, RoutingRule

NONE_STOPPED = frozenset[str]()


class Status(StrEnum):
    """What a decision comes to: settled, up to a person, or waiting for an answer that could change it."""

    ROUTED = "routed"
    TRIAGE = "triage"
    ASK = "ask"


class Triage(StrEnum):
    """Why a person has to decide."""

    CONFLICT = "conflict"
    FAILED_RULE = "failed_rule"
    NOTHING_HOLDS = "nothing_holds"


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a case goes and why.

    `target`: its id; with `ask` the one that holds so far; None for triage and where nothing holds yet. `targets`: all
    that hold in the winning band. `winners`: the ids of the rules that hold for them. `ask`: the facts still worth
    asking for, the most telling first (also of a routed case, where an answer could bring a second desk in).
    `failed`: rules that could not be evaluated and might have won. `dormant`: bits of the rules that would have spoken
    if their module were active here. The rest is what was decided from.
    """

    status: Status
    target: str | None
    targets: tuple[str, ...]
    winners: tuple[str, ...]
    ask: tuple[str, ...]
    facts: Facts = field(repr=False)
    rulebook: Rulebook = field(repr=False, compare=False)
    active: frozenset[str] | None = field(repr=False)
    regions: Regions | None = field(default=None, repr=False, compare=False)
    on: date | None = None
    triage: Triage | None = None
    failed: tuple[str, ...] = ()
    dormant: int = field(default=0, repr=False, compare=False)
    stopped: frozenset[str] = field(default=NONE_STOPPED, repr=False, compare=False)

    @property
    def module(self) -> str | None:
        """The name of the module whose target this is."""
        return module_of(self.target) if self.target else None

    @property
    def region_is_open(self) -> bool:
        """Whether it is not known yet where the case belongs, and a district can be asked for."""
        return self.regions is not None and self.facts.get("region") is None

    @property
    def told_on_the_spot(self) -> bool:
        """Whether the person is told right where they asked: an agency outside the network does the work, the same
        one wherever the case belongs, and nobody has said where that is."""
        target = self.rulebook.targets.get(self.target or "")
        return target is not None and target.agency is not None and self.region_is_open

    @property
    def winning_rules(self) -> tuple[RoutingRule, ...]:
        """The rules that hold for the target, or for each of the targets that a person has to choose from."""
        return tuple(rule for rule in self.rulebook.rules if rule.id in self.winners)

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Module and English reason of each winning rule, each reason once."""
        return tuple(dict.fromkeys((module_of(rule.id), rule.reason) for rule in self.winning_rules))

    @property
    def not_active(self) -> tuple[RoutingRule, ...]:
        """The rules that would have sent the case elsewhere if their module were active here on that day."""
        return tuple(rule for rule in self._silent if key_of(rule) not in self.stopped)

    @property
    def suspended(self) -> tuple[RoutingRule, ...]:
        """The rules that would have sent the case elsewhere if the operator had not suspended their module."""
        return tuple(rule for rule in self._silent if key_of(rule) in self.stopped)

    @property
    def _silent(self) -> tuple[RoutingRule, ...]:
        return tuple(self.rulebook.rules[place] for place in self.rulebook.index.places(self.dormant))


def decide(
    facts: Facts, rulebook: Rulebook, *, active: frozenset[str] | None = None, on: date | None = None,
    regions: Regions | None = None, stopped: frozenset[str] = NONE_STOPPED,
) -> Decision:
    """The decision for these facts.

    `active`: the keys of what is switched on where and when the case belongs (None: everything). `regions`: while a
    district was not asked for, what each district would mean, so that it is asked for where it matters. `stopped`: the
    keys that would be active, had the operator not suspended their modules; they decide nothing, and are told.
    """
    now = standing(facts, rulebook, active)
    targets = now.targets
    if now.unsettled & now.mask or regions is not None or not targets:
        return contested(Start(rulebook, facts, active, regions), now, on, stopped)
    if len(targets) == 1:
        status, target, triage = Status.ROUTED, targets[0], None
    else:
        status, target, triage = Status.TRIAGE, None, Triage.CONFLICT
    return Decision(
        status, target, targets, now.winners, (), facts, rulebook, active, regions, on, triage, (),
        now.dormant, stopped,
    )


def contested(start: Start, now: Standing, on: date | None, stopped: frozenset[str]) -> Decision:
    """The decision where open rules, or districts that were not asked for, could still change it."""
    book, targets = start.rulebook, now.targets
    failed = tuple(book.rules[place].id for place in book.index.places(now.unsettled & now.failed & now.mask))
    ask, waits = worth_asking(start, now)
    status, triage = concluded(targets, failed, waits)
    target = targets[0] if len(targets) == 1 and status is not Status.TRIAGE else None
    decision = Decision(
        status, target, targets, now.winners, ask, start.facts, book, start.active, start.regions, on, triage, failed,
        now.dormant, stopped,
    )
    return asking_where(decision) if decision.region_is_open else decision


def concluded(targets: tuple[str, ...], failed: tuple[str, ...], waits: bool) -> tuple[Status, Triage | None]:
    """What follows: failed rules come before questions, questions before conflicts."""
    if failed:
        return Status.TRIAGE, Triage.FAILED_RULE
    if waits:
        return Status.ASK, None
    if len(targets) != 1:
        return Status.TRIAGE, Triage.CONFLICT if targets else Triage.NOTHING_HOLDS
    return Status.ROUTED, None


def asking_where(decision: Decision) -> Decision:
    """The same decision, waiting for the district that decides on the centre, where one does."""
    district = district_to_ask(decision.facts)
    if district is None or not depends_on_district(decision):
        return decision
    ask = decision.ask if district in decision.ask else (district, *decision.ask)
    return replace(decision, status=Status.ASK, ask=ask)


def depends_on_district(decision: Decision) -> bool:
    """Whether a district decides on the centre: not where there is one for the whole city, where an agency outside the
    network does the work, or where someone is in danger."""
    target = decision.rulebook.targets.get(decision.target or "")
    if target is None or target.at is At.CITY or target.agency is not None:
        return False
    return all(rule.band is not Band.EMERGENCY for rule in decision.winning_rules)

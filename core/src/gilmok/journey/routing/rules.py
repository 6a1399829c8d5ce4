"""The only code that decides where a case goes: facts and a rulebook in, a decision that explains itself out.

The highest band with a rule that holds wins; one target in it is the answer, several go to a person. A decision is
never made by the order of rules or modules, a name or a number. It knows no database, clock or request.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from gilmok.journey.routing.asking import Question, district_to_ask, order_of, settling
from gilmok.journey.routing.index import Match
from gilmok.journey.routing.rulebook import Rulebook, module_of
from gilmok.journey.routing.truth import Facts
from gilmok.modules.things import At, Band, RoutingRule


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
    reachable: frozenset[str] | None = field(default=None, repr=False)
    on: date | None = None
    triage: Triage | None = None
    failed: tuple[str, ...] = ()
    dormant: int = field(default=0, repr=False, compare=False)

    @property
    def module(self) -> str | None:
        """The name of the module whose target this is."""
        return module_of(self.target) if self.target else None

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
        return tuple(self.rulebook.rules[place] for place in self.rulebook.index.places(self.dormant))


def decide(
    facts: Facts, rulebook: Rulebook, *, active: frozenset[str] | None = None, on: date | None = None,
    reachable: frozenset[str] | None = None,
) -> Decision:
    """The decision for these facts.

    `active`: the keys of what is switched on where and when the case belongs (None: everything). `reachable`: while
    the region is not known yet, the keys that are on in any region, so that the question for the district is asked.
    """
    book = rulebook.index
    possible, waiting, unanswerable, failed = book.match(facts)
    mask = rulebook.mask(active)
    certain = possible & ~(waiting | unanswerable | failed)
    winning = certain & mask
    floor = 0
    if winning:
        floor = rulebook.floor[winning.bit_length() - 1]
        winning = winning >> floor << floor
    winning, winners, targets, same = rulebook.settled(winning)
    rivals = (possible & ~same) >> floor << floor
    dormant = rivals & certain & ~mask
    unsettled = rivals & ~(certain & mask)
    if unsettled & mask or reachable is not None or not targets:
        found = Found(facts, rulebook, active, reachable, on, winners, targets, winning, floor, dormant)
        return contested(found, Match(unsettled, waiting, unanswerable, failed), mask)
    if len(targets) == 1:
        status, target, triage = Status.ROUTED, targets[0], None
    else:
        status, target, triage = Status.TRIAGE, None, Triage.CONFLICT
    return Decision(
        status, target, targets, winners, (), facts, rulebook, active, reachable, on, triage, (), dormant,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """What is known while a decision is made: the winning rules, their targets and bits, and their band's floor."""

    facts: Facts
    rulebook: Rulebook
    active: frozenset[str] | None
    reachable: frozenset[str] | None
    on: date | None
    winners: tuple[str, ...]
    targets: tuple[str, ...]
    winning: int
    floor: int
    dormant: int


def concluded(
    found: Found, *, ask: tuple[str, ...] = (), waits: bool = False, failed: tuple[str, ...] = (),
) -> Decision:
    """The decision that follows: failed rules before questions, questions before conflicts."""
    status, triage = Status.ROUTED, None
    if failed:
        status, triage = Status.TRIAGE, Triage.FAILED_RULE
    elif waits:
        status = Status.ASK
    elif len(found.targets) != 1:
        status, triage = Status.TRIAGE, Triage.CONFLICT if found.targets else Triage.NOTHING_HOLDS
    single = len(found.targets) == 1 and status is not Status.TRIAGE
    return Decision(
        status, found.targets[0] if single else None, found.targets, found.winners, ask, found.facts, found.rulebook,
        found.active, found.reachable, found.on, triage, failed, found.dormant,
    )


def contested(found: Found, rivals: Match, mask: int) -> Decision:
    """The decision where rules that are not settled yet could still change it.

    A rule of a higher band could win, and so could one of the same band that goes before the winners: such a question
    has to be asked first. Another of the same band could only bring in a second desk: it is worth asking.
    """
    book = found.rulebook
    failed = book.index.places(rivals.possible & rivals.failed & mask)
    reach = mask if found.reachable is None else mask | book.mask(found.reachable)
    hopeful = rivals.possible & reach & ~(rivals.unanswerable | rivals.failed)
    elsewhere = hopeful & ~mask
    questions = settling(book, found.facts, hopeful, elsewhere, found.active, found.reachable)
    waits = any(could_win(found, question) for question in questions)
    failed_ids = tuple(book.rules[place].id for place in failed)
    decision = concluded(found, ask=order_of(questions), waits=waits, failed=failed_ids)
    return decision if found.reachable is None else asking_where(decision)


def asking_where(decision: Decision) -> Decision:
    """The same decision, waiting for the district that decides on the centre; except where someone is in danger."""
    target = decision.rulebook.targets.get(decision.target or "")
    if decision.status is not Status.ROUTED or target is None or target.at is At.CITY:
        return decision
    if any(rule.band is Band.EMERGENCY for rule in decision.winning_rules):
        return decision
    district = district_to_ask(decision.facts)
    ask = decision.ask if district is None or district in decision.ask else (district, *decision.ask)
    return replace(decision, status=Status.ASK, ask=ask)


def could_win(found: Found, question: Question) -> bool:
    """Whether the rule behind a question would win if the answer made it hold."""
    band = found.rulebook.floor[question.number]
    beaten = found.rulebook.beaten_by[found.rulebook.index.place[question.number]]
    return not found.winning or band > found.floor or not found.winning & ~beaten

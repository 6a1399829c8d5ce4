"""Which facts to ask for next: those of which an answer would change the decision, and no others.

Each rule that could still hold is made to hold, with every answer that does it and wherever the case could still turn
out to belong; what is asked for is what the decision then depends on. A fact that was answered `unknown` or `refused`
is never asked for again, nor is one whose question does not come up at intake.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any, NamedTuple, TypeAlias

from gilmok.journey.routing.answers import Answer, Answers, answers_of
from gilmok.journey.routing.bitmaps import bits_of
from gilmok.journey.routing.regions import DISTRICTS, REGION_FROM, WHERE, Regions, region_is_certain, region_of_case
from gilmok.journey.routing.rulebook import Rulebook, module_of
from gilmok.journey.routing.standing import Standing, standing
from gilmok.journey.routing.truth import Facts, Truth, evaluate, never_asked
from gilmok.journey.vocabulary import ASKED_FOR
from gilmok.modules.conditions import All, AnyOf, Not
from gilmok.modules.things import IntakeField

# An answer to each of some questions.
Given: TypeAlias = Mapping[str, Answer]
# A rule has few open facts; this bounds one that asks for many with many answers each.
TRIED = 2000
KEPT = 4096


class Asked(NamedTuple):
    """The facts worth asking for, the most telling first, and whether one of them could lead to another target; if
    not, answers could only bring a second desk in."""

    facts: tuple[str, ...]
    waits: bool


NOTHING = Asked((), False)


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of a case: its facts, the keys that are active where it belongs so far, and what each district
    would mean (None: it is known where it belongs, or nobody says)."""

    rulebook: Rulebook
    facts: Facts
    active: frozenset[str] | None
    regions: Regions | None

    def after(self, given: Given) -> tuple[dict[str, Any], frozenset[str] | None]:
        """The facts with these answers, and what is active then; without answers whose question does not come up."""
        facts = dict(self.facts)
        for answer in given.values():
            facts |= answer
        active = self.active
        if self.regions is not None and not given.keys().isdisjoint(DISTRICTS):
            region = region_of_case(facts, self.regions.active)
            facts["region"] = region
            active = self.regions.active_in(region)
        kept = {name: answer for name, answer in given.items() if self.comes_up(name, facts, active)}
        return (facts, active) if len(kept) == len(given) else self.after(kept)

    def comes_up(self, name: str, facts: Facts, active: frozenset[str] | None) -> bool:
        """Whether a question is asked at intake with these facts."""
        asked = self.rulebook.fields.get(name)
        if asked is None:
            return True
        return is_on(asked, active) and (asked.ask_when is None or evaluate(asked.ask_when, facts) is Truth.YES)

    def standing(self, given: Given) -> Standing:
        """How the rules stand with these answers."""
        facts, active = self.after(given)
        return standing(facts, self.rulebook, active)


def worth_asking(start: Start, now: Standing) -> Asked:
    """What to ask for, where the rules stand like this. Kept, since far fewer questions than cases differ."""
    if not now.unsettled & now.mask & (now.waiting | now.failed) and (
        start.regions is None or region_is_certain(start.facts)
    ):
        return NOTHING
    answers = answers_of(start.rulebook)
    key = _key(start, now, answers)
    try:
        found: Asked | None = answers.asked.get(key)
    except TypeError:
        return Search(start, now, answers).asked()
    if found is None:
        if len(answers.asked) >= KEPT:
            answers.asked.clear()
        found = answers.asked[key] = Search(start, now, answers).asked()
    return found


def _key(start: Start, now: Standing, answers: Answers) -> tuple[Any, ...]:
    """All that questions depend on."""
    get, possible = start.facts.get, now.possible
    where = None if start.regions is None else (get("workplace_region"), get("home_region"), get("prefers") == "home")
    beyond = tuple(map(get, answers.beyond)) if possible & answers.gated else ()
    return (
        possible, now.waiting & possible, now.unanswerable & possible, now.failed & possible, start.active,
        start.regions, where, beyond, tuple(fact for fact in answers.columns if never_asked(get(fact))),
    )


@dataclass(slots=True)
class Search:
    """Tries answers, and remembers by alternative which questions the decision depended on."""

    start: Start
    now: Standing
    answers: Answers
    found: dict[int, set[str]] = field(default_factory=dict)
    waits: bool = False

    def asked(self) -> Asked:
        """What to ask for."""
        seen = set()
        for here in self.places():
            now = self.start.standing(here)
            self.compare(-1, here, now)
            facts, active = self.start.after(here)
            alike = (
                now[:2], now[5:], active, tuple(str(facts.get(fact)) for fact in self.answers.beyond),
                tuple(never_asked(facts.get(fact)) for fact in self.answers.where),
            )
            if alike not in seen:
                seen.add(alike)
                self.look(here, now, facts, active)
        return Asked(self.in_order(), self.waits)

    def places(self) -> Iterator[Given]:
        """Where the case could turn out to belong: as it is, then with one district, then with both."""
        yield {}
        open_ones = [each for each in DISTRICTS if self.is_open(each)]
        each_of = [[{name: answer} for answer in self.answers.of_district(name, self.start.regions)]
                   for name in open_ones]
        for singles in each_of:
            yield from singles
        if len(each_of) == len(DISTRICTS):
            yield from ({**one, **other} for one, other in product(*each_of))

    def is_open(self, district: str) -> bool:
        """Whether a district was not asked for, and an answer could matter to the rules."""
        facts, derived = self.start.facts, REGION_FROM[district]
        if not never_asked(facts.get(district)) or not never_asked(facts.get(derived)):
            return False
        return self.start.regions is not None or not {district, derived}.isdisjoint(self.answers.where)

    def look(self, here: Given, now: Standing, facts: Facts, active: frozenset[str] | None) -> None:
        """Make each alternative hold that could, in this place, and see what then depends on what."""
        hopeful = now.unsettled & now.mask & (now.waiting | now.failed)
        for number in bits_of(hopeful):
            failed = bool(now.failed >> number & 1)
            if not failed and now.unanswerable >> number & 1:
                continue
            for given in self.trials(number, facts, active, failed=failed):
                then = self.start.standing({**here, **given})
                changed = then.outcome != now.outcome and self.compare(number, {**here, **given}, then)
                if changed and self.waits:
                    break

    def compare(self, number: int, given: Given, then: Standing) -> bool:
        """Remember the questions without whose answer this would have come out otherwise; whether all matter."""
        needed = {name for name in given if then.outcome != self.start.standing(without(given, name)).outcome}
        self.found.setdefault(number, set()).update(needed)
        self.waits = self.waits or bool(needed) and self.overtaken(then)
        return len(needed) == len(given)

    def overtaken(self, then: Standing) -> bool:
        """Whether what holds so far no longer does, or a higher band decides."""
        before, after = {*self.now.targets}, {*then.targets}
        return after != before and (not before or not before <= after or then.floor > self.now.floor)

    def trials(
        self, number: int, facts: Facts, active: frozenset[str] | None, *, failed: bool,
    ) -> Iterator[Given]:
        """Answers with which an alternative would hold; of one that fails, answers that could rule it out."""
        questions = self.questions(number, facts, active)
        if questions is None:
            return
        if failed:
            yield from ({name: answer} for name in questions for answer in self.answers.to(name))
            return
        for chosen in islice(product(*(self.answers.fitting(name, number) for name in questions)), TRIED):
            yield dict(zip(questions, chosen, strict=True))

    def questions(self, number: int, facts: Facts, active: frozenset[str] | None) -> list[str] | None:
        """What has to be asked before an alternative can hold in this place; None if that cannot be."""
        waiting = self.needed(number, facts)
        found: list[str] = []
        while waiting:
            fact = waiting.pop()
            name = next(iter(ASKED_FOR.get(fact, (fact,))), "")
            if fact in WHERE or not name or not never_asked(facts.get(name)):
                return None
            if name not in found:
                found.append(name)
                waiting += self.gate(name, facts, active)
        return sorted(found)

    def needed(self, number: int, facts: Facts) -> list[str]:
        """The facts that an alternative looks at and nobody was asked for."""
        index = self.start.rulebook.index
        rest = index.alternative[number].rest
        literals = {fact for fact in index.facts[number] if never_asked(facts.get(fact))}
        return sorted(literals | (open_facts(rest, facts) if rest is not None else frozenset()))

    def gate(self, name: str, facts: Facts, active: frozenset[str] | None) -> list[str]:
        """The facts that decide whether a question comes up, where that is open."""
        asked = self.start.rulebook.fields.get(name)
        if asked is None or asked.ask_when is None or self.start.comes_up(name, facts, active):
            return []
        return sorted(open_facts(asked.ask_when, facts) - {name})

    def in_order(self) -> tuple[str, ...]:
        """The questions found that come up now: districts first, then those that settle most, weighed by the band of
        what they settle."""
        weights: dict[str, int] = {}
        for number, names in self.found.items():
            band = 0 if number < 0 else int(self.start.rulebook.rules[self.start.rulebook.index.place[number]].band)
            for name in names:
                weights[name] = weights.get(name, 0) + band
        asked = [name for name in weights if self.start.comes_up(name, self.start.facts, self.start.active)]
        return tuple(sorted(asked, key=lambda name: (_rank(name), -weights[name], name)))


def without(given: Given, name: str) -> Given:
    """The answers but for one."""
    return {other: answer for other, answer in given.items() if other != name}


def _rank(name: str) -> int:
    return DISTRICTS.index(name) if name in DISTRICTS else len(DISTRICTS)


def open_facts(condition: Any, facts: Facts) -> frozenset[str]:
    """The facts on which it depends whether a condition holds that is not settled; none if it is."""
    if evaluate(condition, facts) is not Truth.UNKNOWN:
        return frozenset()
    match condition:
        case Not(condition=inner):
            return open_facts(inner, facts)
        case All(conditions=parts) | AnyOf(conditions=parts):
            return frozenset[str]().union(*(open_facts(part, facts) for part in parts))
    return frozenset({condition.fact}) if never_asked(facts.get(condition.fact)) else frozenset()


def is_on(asked: IntakeField, active: frozenset[str] | None) -> bool:
    """Whether the module (and scope) that asks this is active; the core's facts have no module in their name."""
    if active is None or "." not in asked.id:
        return True
    module = module_of(asked.id)
    return (module if asked.scope is None else f"{module}/{asked.scope}") in active

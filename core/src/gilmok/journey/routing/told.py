"""Stored decisions in words for the decision page: where a case goes and why, the rules one by one, and 'why not X?'.

The reasons and the way to the centre are told as they were stored; the rules are looked at again with today's rulebook,
and the page says where that is another one than was decided by.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.words import date_long
from gilmok.journey.routing.models import DecisionReceipt
from gilmok.journey.routing.queries import Engine
from gilmok.journey.routing.route import why_not_instead
from gilmok.journey.routing.rules import Decision, Status, Triage
from gilmok.journey.routing.saying import WHY_TRIAGE, Words, missing_here, suspended_here
from gilmok.journey.routing.spoken import question_of, title_of, words_here
from gilmok.journey.routing.store import replay
from gilmok.journey.routing.titles import OUTCOME_TITLES, OUTCOME_TONES, STATUS_TITLES
from gilmok.journey.routing.trace import Outcome, RuleTrace, Trace, explain
from gilmok.journey.routing.truth import never_asked, not_answered
from gilmok.journey.routing.why_not import WhyNot
from gilmok.journey.vocabulary import ASSUMED
from gilmok.journey.vocabulary_codes import UNANSWERED
from gilmok.modules.conditions import Condition, Not
from gilmok.modules.describe import FactWords, describe
from gilmok.modules.registry import Registry
from gilmok.modules.words import fact_words
from gilmok.network.atlas import Atlas

# What matters first: what held, then what could have, then the rest.
ORDER = tuple(OUTCOME_TITLES)
UNANSWERED_TITLES = {each.code: each.title for each in UNANSWERED}

Rival = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Told:
    """A stored decision in words. `rivals`: each desk that a person has to choose from, as id, title and reasons."""

    status: str
    target: str
    centre: str
    reasons: tuple[str, ...]
    steps: tuple[str, ...]
    asks: tuple[str, ...]
    triage: str
    rivals: tuple[Rival, ...]
    inactive: tuple[str, ...]
    suspended: tuple[str, ...]


@dataclass(frozen=True)
class RuleTold:
    """One rule in words: what it is for, where it leads, what became of it, and on what it stopped."""

    id: str
    when: str
    target: str
    reason: str
    outcome: str
    tone: str
    stopped: str
    was: str
    beaten_by: str
    held: bool


@dataclass(frozen=True)
class Teller:
    """Tells decisions with the words of an installation, in the language of the request."""

    registry: Registry
    engine: Engine

    @cached_property
    def words(self) -> Words:
        """Says texts and names in the language of the request."""
        return words_here(self.registry, self.engine)

    @property
    def atlas(self) -> Atlas:
        """The network as it is now."""
        return self.engine.atlas

    def told(self, kept: DecisionReceipt) -> Told:
        """What was stored of a decision of the engine, in words."""
        record, again = kept.receipt, self.again(kept)
        triage = record.get("triage")
        return Told(
            status=_(STATUS_TITLES[Status(kept.status)]), target=title_of(kept.target, self.registry),
            centre=self.place("centre", kept.centre_id) if kept.centre_id and not again.told_on_the_spot else "",
            reasons=tuple(self.reasons(record, again)),
            steps=() if again.told_on_the_spot else tuple(self.steps(record)),
            asks=tuple(question_of(fact, self.registry) for fact in record["ask"]),
            triage=_(WHY_TRIAGE[Triage(triage)]) if triage else "",
            rivals=tuple(self.rivals(record)) if triage else (),
            inactive=tuple(missing_here(again, self.words)), suspended=tuple(suspended_here(again, self.words)),
        )

    def again(self, kept: DecisionReceipt) -> Decision:
        """The decision made again of the stored facts, with today's rulebook."""
        return replay(kept.receipt, self.engine.rulebook)

    def has_other_rules(self, kept: DecisionReceipt) -> bool:
        """Whether the rules have changed since that decision."""
        return bool(kept.receipt["rulebook"] != self.engine.rulebook.version)

    def steps(self, record: Mapping[str, Any]) -> Iterator[str]:
        """The way to the centre as it was stored, a sentence a step."""
        yield from map(self.step, (record.get("place") or {}).get("steps", ()))

    def step(self, step: Mapping[str, Any]) -> str:
        """One step of the way as it was stored."""
        values = {name: self.place(name, value) for name, value in step["values"].items()}
        return self.words.say(step["text"], **values)

    def reasons(self, record: Mapping[str, Any], again: Decision) -> Iterator[str]:
        """The reasons as they were stored, with why it is another centre than they speak of."""
        yield from (_(text) for _module, text in record["reasons"])
        instead = (record.get("place") or {}).get("instead")
        if instead and record["target"] and not again.told_on_the_spot:
            yield self.step(instead)

    def place(self, name: str, value: Any) -> str:
        """What fills a step: a day, or the name of a district, region or centre; a code that is gone is itself."""
        if isinstance(value, Mapping):
            return date_long(date.fromisoformat(value["date"]))
        shelf: Mapping[str, Any] = {"district": self.atlas.districts, "region": self.atlas.regions}.get(
            name, self.atlas.centres
        )
        return self.words.name(shelf[value]) if value in shelf else str(value)

    def rivals(self, record: Mapping[str, Any]) -> Iterator[Rival]:
        """The desks that the rules disagreed on, each with its reasons."""
        rules = {rule.id: rule for rule in self.engine.rulebook.rules}
        won = [rules[each] for each in record["rules"] if each in rules]
        for target in record["targets"]:
            yield target, title_of(target, self.registry), tuple(_(rule.reason) for rule in won if rule.to == target)

    def rules(self, trace: Trace, given: Mapping[str, Any]) -> list[RuleTold]:
        """Every rule in words; those that decided first, then those that held. `given`: what was answered."""
        aloud, winners = self.aloud(given), trace.decision.winners
        traces = sorted(trace.rules, key=lambda each: (each.rule.id not in winners, ORDER.index(each.outcome)))
        return [self.rule(each, aloud, outcome_of(each, winners)) for each in traces]

    def rule(self, each: RuleTrace, aloud: "Aloud", outcome: Outcome) -> RuleTold:
        """One rule in words."""
        unmet = each.unmet
        stopped = aloud.say(unmet.condition if unmet.wanted else Not(unmet.condition)) if unmet else ""
        return RuleTold(
            id=each.rule.id, when=aloud.say(each.rule.when), target=title_of(each.rule.to, self.registry),
            reason=_(each.rule.reason), outcome=_(OUTCOME_TITLES[outcome]),
            tone=OUTCOME_TONES.get(outcome, ""), stopped=stopped,
            was=aloud.was(unmet.condition.fact, unmet.value) if unmet and hasattr(unmet.condition, "fact") else "",
            beaten_by=", ".join([*each.beaten_by, *each.notes]),
            held=each.outcome in (Outcome.YES, Outcome.OVERRIDDEN, Outcome.ERROR, Outcome.UNKNOWN),
        )

    def aloud(self, given: Mapping[str, Any]) -> "Aloud":
        """Reads conditions and answers aloud; the words are looked up once for a page."""
        language = current_language()
        words = fact_words(self.registry, self.atlas, language, _)
        return Aloud(words, partial(describe, facts=words, language=language), given)

    def why_not(
        self, decision: Decision, target: str, given: Mapping[str, Any],
    ) -> tuple[WhyNot, list[tuple[str, str, str]], str]:
        """The smallest change that leads to the target: each fact with its answer and the other one, and the module
        that would have to be active."""
        found = why_not_instead(decision, target, atlas=self.atlas, activations=self.engine.activations)
        aloud = self.aloud(given)
        changes = [
            (aloud.label(each.fact), aloud.was(each.fact, each.was), aloud.value(each.fact, each.would_be))
            for each in found.changes
        ]
        return found, changes, self.words.module(found.module) if found.module else ""

    def desks(self, decision: Decision | None) -> list[tuple[str, str]]:
        """The desks that are there for a case with this decision: id and title, by title; none of a module that is
        suspended now."""
        active, suspended = decision.active if decision else None, self.engine.activations.suspended
        modules = {each: self.registry.module_of(each) for each in self.registry.targets}
        there = ((each, title_of(each, self.registry)) for each, module in modules.items()
                 if (active is None or module in active) and module not in suspended)
        return sorted(there, key=lambda pair: pair[1])


def outcome_of(each: RuleTrace, winners: Collection[str]) -> Outcome:
    """What became of a rule; of one that held without deciding, that another went before it."""
    return Outcome.OVERRIDDEN if each.outcome is Outcome.YES and each.rule.id not in winners else each.outcome


@dataclass(frozen=True)
class Aloud:
    """The words for facts and answers, a reader of conditions, and what was answered."""

    words: Mapping[str, FactWords]
    read: Callable[[Condition], str]
    given: Mapping[str, Any]

    def say(self, condition: Any) -> str:
        """A condition as a sentence; one that cannot be read is called what it is."""
        try:
            return self.read(condition)
        except Exception:
            # A module's own condition is foreign code: whatever it raises, the page goes on.
            return type(condition).__name__

    def label(self, fact: str) -> str:
        """How a fact is called."""
        return self.words[fact].label if fact in self.words else fact

    def was(self, fact: str, value: Any) -> str:
        """The answer that counted, in words; of one that nobody asked for, what is usual and that it is that."""
        if fact in ASSUMED and ASSUMED[fact] == value and never_asked(self.given.get(fact)):
            return _("not asked, taken as %(answer)s", answer=self.value(fact, value))
        return self.value(fact, value)

    def value(self, fact: str, value: Any) -> str:
        """An answer in words; that there is none, and which of the two ways of not answering it was."""
        if never_asked(value):
            return _("not asked")
        if not_answered(value):
            return ", ".join(_(UNANSWERED_TITLES[part]) for part in (value if isinstance(value, tuple) else (value,)))
        if isinstance(value, tuple):
            return ", ".join(self.value(fact, part) for part in value)
        return self.single(self.words.get(fact), value)

    def single(self, words: FactWords | None, value: Any) -> str:
        """One answered value in words."""
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if isinstance(value, date):
            return date_long(value)
        return str(words.values.get(value, value)) if words else str(value)


def trace_of(decision: Decision) -> Trace:
    """The rules one by one."""
    return explain(decision)

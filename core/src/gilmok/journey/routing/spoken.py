"""A decision and where it leads as a page shows it, in the language of the request."""

from dataclasses import dataclass

from flask import current_app

from gilmok.ground.i18n import _, current_language
from gilmok.journey.routing.place import Placement
from gilmok.journey.routing.queries import Engine
from gilmok.journey.routing.route import Routed
from gilmok.journey.routing.rules import Decision
from gilmok.journey.routing.saying import WHY_TRIAGE, Words, missing_here, suspended_here, why_here
from gilmok.journey.routing.truth import never_asked
from gilmok.journey.vocabulary import KNOWN_FACTS
from gilmok.modules.conditions import facts_of
from gilmok.modules.registry import Registry


@dataclass(frozen=True)
class Proposal:
    """A decision in words. `target` is empty while nothing is known, `centre` also where all is told on the spot;
    `asks`: facts worth asking for, by code with their question; `rivals`: desks that a person has to choose from, with
    the reason for each; `inactive`: what would help if its module were active there; `suspended`: what would help if
    the operator had not suspended it."""

    status: str
    target: str
    centre: str
    reasons: tuple[str, ...]
    steps: tuple[str, ...]
    asks: tuple[tuple[str, str], ...]
    rivals: tuple[tuple[str, str], ...]
    inactive: tuple[str, ...]
    suspended: tuple[str, ...]
    triage: str


def words_here(registry: Registry, engine: Engine) -> Words:
    """Says decisions in the language of the request."""
    return Words(current_app.extensions["catalogue"], current_language(), registry, engine.atlas)


def spoken(routed: Routed, words: Words) -> Proposal:
    """The decision in words."""
    decision, triage = routed.decision, routed.decision.triage
    begun = says_something(decision)
    placement = routed.placement if begun and not decision.told_on_the_spot else None
    return Proposal(
        status=decision.status, target=title_of(decision.target, words.registry) if begun else "",
        centre=words.name(placement.centre) if placement else "", reasons=reasons_of(routed, words) if begun else (),
        steps=steps_to(placement, words),
        asks=tuple((fact, question_of(fact, words.registry)) for fact in decision.ask),
        rivals=rivals_of(decision, words),
        inactive=tuple(missing_here(decision, words)), suspended=tuple(suspended_here(decision, words)),
        triage=words.say(WHY_TRIAGE[triage]) if triage else "",
    )


def steps_to(placement: Placement | None, words: Words) -> tuple[str, ...]:
    """The way to a centre, if there is one to be told."""
    return tuple(map(words.step, placement.steps)) if placement else ()


def reasons_of(routed: Routed, words: Words) -> tuple[str, ...]:
    """The reasons of the rules that hold, and why it is another centre than they speak of."""
    return (*(words.say(text) for _module, text in routed.decision.reasons), *why_here(routed, words))


def says_something(decision: Decision) -> bool:
    """Whether it is known what the case is about, or anything else that a rule went by; what every case comes to as
    long as nothing is known of it is no proposal."""
    if not never_asked(decision.facts.get("topics")) or decision.target is None:
        return True
    return any(facts_of(rule.when) for rule in decision.winning_rules)


def title_of(target: str | None, registry: Registry) -> str:
    """The name of a desk; its id where its module is no longer installed, nothing where there is none."""
    if target is None:
        return ""
    found = registry.targets.get(target)
    return _(found.title) if found else _("%(id)s (not installed)", id=target)


def question_of(fact: str, registry: Registry) -> str:
    """How a fact is called on pages."""
    asked = KNOWN_FACTS.get(fact) or registry.fields.get(fact)
    return _(asked.label) if asked else fact


def rivals_of(decision: Decision, words: Words) -> tuple[tuple[str, str], ...]:
    """Each of the desks that a person has to choose from, with the reason for it; none where the rules decide."""
    rules = decision.winning_rules if decision.triage else ()
    return tuple((title_of(rule.to, words.registry), words.say(rule.reason)) for rule in rules)

"""A decision and where it leads as a page shows it, in the language of the request."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import current_app

from gilmok.ground.i18n import _, current_language
from gilmok.journey.routing.queries import Engine
from gilmok.journey.routing.route import Routed
from gilmok.journey.routing.rules import Status
from gilmok.journey.routing.saying import WHY_TRIAGE, Words, missing_here, suspended_here
from gilmok.journey.vocabulary import KNOWN_FACTS
from gilmok.modules.registry import Registry
from gilmok.modules.things import RoutingRule


@dataclass(frozen=True)
class Proposal:
    """A decision in words. `asks`: facts worth asking for, by code with their question; `rivals`: desks that a person
    has to choose from, with the reason for each; `inactive`: what would help if its module were active there;
    `suspended`: what would help if the operator had not suspended it."""

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
    decision, placement = routed.decision, routed.placement
    return Proposal(
        status=decision.status, target=title_of(decision.target, words.registry),
        centre=words.name(placement.centre) if placement else "",
        reasons=tuple(words.say(text) for _module, text in decision.reasons),
        steps=tuple(words.step(step) for step in placement.steps) if placement else (),
        asks=tuple((fact, question_of(fact, words.registry)) for fact in decision.ask),
        rivals=tuple(rivals_of(decision.winning_rules, words)) if decision.status is Status.TRIAGE else (),
        inactive=tuple(missing_here(decision, words)), suspended=tuple(suspended_here(decision, words)),
        triage=words.say(WHY_TRIAGE[decision.triage]) if decision.triage else "",
    )


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


def rivals_of(rules: Iterable[RoutingRule], words: Words) -> Iterable[tuple[str, str]]:
    """Each of the desks that a person has to choose from, with the reason for it."""
    return ((title_of(rule.to, words.registry), words.say(rule.reason)) for rule in rules)

"""A decision and where it leads, in sentences: what a counsellor reads to the caller."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gilmok.ground.i18n import _, current_language
from gilmok.ground.i18n import _marked as marked
from gilmok.ground.web.words import date_long
from gilmok.journey.routing.place import Placement
from gilmok.journey.routing.route import Routed
from gilmok.journey.routing.rules import Status, Triage
from gilmok.journey.vocabulary import KNOWN_FACTS
from gilmok.modules.registry import Registry
from gilmok.modules.things import RoutingRule
from gilmok.network.places import Centre

TRIAGE_TITLES = {
    Triage.CONFLICT: marked("Two desks could take this case; a person decides."),
    Triage.FAILED_RULE: marked("A rule could not be evaluated; a person decides."),
    Triage.NOTHING_HOLDS: marked("No rule fits; a person decides."),
}


@dataclass(frozen=True)
class Proposal:
    """A decision in words. `asks`: facts worth asking for, by code with their question; `inactive`: what would help if
    its module were active there, by target and module."""

    status: str
    target: str
    centre: Centre | None
    centre_name: str
    reasons: tuple[str, ...]
    steps: tuple[str, ...]
    asks: tuple[tuple[str, str], ...]
    rivals: tuple[tuple[str, str], ...]
    inactive: tuple[tuple[str, str], ...]
    triage: str


def spoken(routed: Routed, registry: Registry) -> Proposal:
    """The decision in the language of the request."""
    decision, placement = routed.decision, routed.placement
    triage = TRIAGE_TITLES[decision.triage] if decision.triage else ""
    return Proposal(
        status=decision.status, target=title_of(decision.target, registry),
        centre=placement.centre if placement else None, centre_name=name_of(placement.centre) if placement else "",
        reasons=tuple(_(text) for _module, text in decision.reasons), steps=tuple(steps_of(placement)),
        asks=tuple((fact, question_of(fact, registry)) for fact in decision.ask),
        rivals=tuple(rivals_of(decision.winning_rules, registry)) if decision.status is Status.TRIAGE else (),
        inactive=tuple(inactive_of(decision.not_active, registry)), triage=_(triage) if triage else "",
    )


def title_of(target: str | None, registry: Registry) -> str:
    """The name of a desk; its id where its module is no longer installed, nothing where there is none."""
    if target is None:
        return ""
    found = registry.targets.get(target)
    return _(found.title) if found else _("%(id)s (not installed)", id=target)


def question_of(fact: str, registry: Registry) -> str:
    """How a fact is called on pages."""
    field = KNOWN_FACTS.get(fact) or registry.fields.get(fact)
    return _(field.label) if field else fact


def rivals_of(rules: Iterable[RoutingRule], registry: Registry) -> Iterable[tuple[str, str]]:
    """Each of the desks that a person has to choose from, with the reason for it."""
    return ((title_of(rule.to, registry), _(rule.reason)) for rule in rules)


def inactive_of(rules: Iterable[RoutingRule], registry: Registry) -> Iterable[tuple[str, str]]:
    """What would have taken the case if its module were active there: the desk and the module, each pair once."""
    pairs = ((title_of(rule.to, registry), module_title(rule.id, registry)) for rule in rules)
    return dict.fromkeys(pairs)


def module_title(thing: str, registry: Registry) -> str:
    """The title of the module that a rule or target belongs to."""
    module = registry.modules.get(thing.partition(".")[0])
    return _(module.info.title) if module else thing


def steps_of(placement: Placement | None) -> Iterable[str]:
    """The way to the centre, a sentence a step."""
    steps = placement.steps if placement else ()
    return (_(step.text, **said(step.values)) if step.values else _(step.text) for step in steps)


def said(values: Mapping[str, Any]) -> dict[str, str]:
    """What fills a sentence, as it is written: names of places, days."""
    return {name: date_long(value) if isinstance(value, date) else name_of(value) for name, value in values.items()}


def name_of(place: Any) -> str:
    """The name of a district, region or centre."""
    name: str = place.name_ko if current_language() == "ko" else place.name_en
    return name

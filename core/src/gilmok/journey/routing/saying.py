"""A decision in words, Korean or English, outside of a web request: for lines, letters and logs of the command line."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gilmok.ground.formats.dates import say_date
from gilmok.ground.i18n import Catalogue, say
from gilmok.journey.routing.place import Step
from gilmok.journey.routing.route import Routed
from gilmok.journey.routing.rulebook import module_of
from gilmok.journey.routing.rules import Decision, Triage
from gilmok.modules.registry import Registry
from gilmok.modules.things import RoutingRule, _
from gilmok.network.atlas import Atlas

NOT_ACTIVE = _("%(desk)s would take this too, but ‘%(module)s’ is not active in %(region)s on %(day)s.")
NOT_ACTIVE_ANYWHERE = _("%(desk)s would take this too, but ‘%(module)s’ is not active here on %(day)s.")
SUSPENDED = _("%(desk)s would take this too, but the operator has suspended ‘%(module)s’.")
CONFLICT = _("Rules point to different desks, so a person decides.")
FAILED_RULE = _("A rule could not be evaluated and might have decided, so a person decides.")
NOTHING_HOLDS = _("No rule holds for this, so a person decides.")
WHY_TRIAGE = {Triage.CONFLICT: CONFLICT, Triage.FAILED_RULE: FAILED_RULE, Triage.NOTHING_HOLDS: NOTHING_HOLDS}


@dataclass(frozen=True)
class Words:
    """Says texts in a language (`ko` or `en`), and the names of modules, desks and places."""

    catalogue: Catalogue
    language: str
    registry: Registry
    atlas: Atlas

    def say(self, text: str, **values: Any) -> str:
        """An English text in this language, its placeholders filled with the names of what is given."""
        return say(self.catalogue, text, self.language, **{name: self.name(each) for name, each in values.items()})

    def name(self, value: Any) -> str:
        """How a district, region, centre or day is called; a text is itself."""
        if isinstance(value, date):
            return say_date(value, self.language)
        return str(getattr(value, f"name_{self.language}", value))

    def module(self, name: str) -> str:
        """The title of a module, or its name where it is no longer installed."""
        module = self.registry.modules.get(name)
        return self.say(module.info.title) if module else name

    def step(self, step: Step) -> str:
        """One step of the way to a centre."""
        return self.say(step.text, **step.values)


def told(routed: Routed, words: Words) -> dict[str, Any]:
    """The decision as JSON: status, target, module, region, centre, reasons, what to ask, and the way to the centre."""
    decision, placed = routed.decision, routed.placement
    found: dict[str, Any] = {
        "status": decision.status.value,
        "target": decision.target,
        "module": decision.module,
        "region": placed.region if placed else decision.facts.get("region"),
        "centre": placed.centre.code if placed else None,
        "reasons": [*reasons(decision, words), *why_here(routed, words), *not_there(decision, words)],
        "ask": list(decision.ask),
        "way": [words.step(step) for step in placed.steps] if placed else [],
    }
    if decision.triage:
        found |= {"triage": decision.triage.value, "targets": list(decision.targets), "failed": list(decision.failed)}
    return found


def reasons(decision: Decision, words: Words) -> list[str]:
    """Why, in sentences: of the rules that hold, and why a person decides if one does."""
    said = [words.say(reason) for _module, reason in decision.reasons]
    if decision.triage:
        said.append(words.say(WHY_TRIAGE[decision.triage]))
    return said


def why_here(routed: Routed, words: Words) -> list[str]:
    """The sentence that says why it is this centre, where it is not the one that the reasons speak of; else none."""
    decision, placed = routed.decision, routed.placement
    if placed is None or placed.instead is None or decision.target is None or decision.told_on_the_spot:
        return []
    return [words.step(placed.instead)]


def not_there(decision: Decision, words: Words) -> list[str]:
    """A sentence for each desk that would have taken the case: its module is not active here, or suspended."""
    return [*missing_here(decision, words), *suspended_here(decision, words)]


def missing_here(decision: Decision, words: Words) -> list[str]:
    """A sentence for each desk that would have taken the case if its module were active where the case belongs.

    While the region is not known, nothing can be missing there.
    """
    if decision.region_is_open:
        return []
    return list(dict.fromkeys(_missing(rule, decision, words) for rule in decision.not_active))


def suspended_here(decision: Decision, words: Words) -> list[str]:
    """A sentence for each desk that would have taken the case if the operator had not suspended its module."""
    said = (words.say(SUSPENDED, **_desk_and_module(rule, decision, words)) for rule in decision.suspended)
    return list(dict.fromkeys(said))


def _missing(rule: RoutingRule, decision: Decision, words: Words) -> str:
    region = words.atlas.regions.get(str(decision.facts.get("region")))
    values = {**_desk_and_module(rule, decision, words), "day": decision.on or ""}
    return words.say(NOT_ACTIVE, region=region, **values) if region else words.say(NOT_ACTIVE_ANYWHERE, **values)


def _desk_and_module(rule: RoutingRule, decision: Decision, words: Words) -> dict[str, Any]:
    target = decision.rulebook.targets.get(rule.to)
    return {"desk": words.say(target.title) if target else rule.to, "module": words.module(module_of(rule.id))}

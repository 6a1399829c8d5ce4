"""The whole answer for a case: which desk, at which centre, and why. Pages, API and `gilmok route` call this."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gilmok.journey.routing.place import Placement, place
from gilmok.journey.routing.regions import REGION_FROM, SwitchedOn, district_to_ask, region_of_case, regions_on
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.rules import Decision, Status, decide
from gilmok.journey.routing.truth import UNANSWERABLE, UNKNOWN, Facts, main_value, never_asked, not_answered
from gilmok.journey.routing.why_not import WhyNot, why_not
from gilmok.journey.vocabulary import ASSUMED, DERIVED, OUTSIDE_SEOUL
from gilmok.modules.things import At, Target
from gilmok.network.atlas import Atlas

USUAL = tuple(ASSUMED.items())
DERIVED_REGIONS = tuple(REGION_FROM.items())

# Where a person sorts what the rules cannot: at the centre that would counsel.
SORTING_DESK = Target(id="core.sorting", title="", at=At.DISTRICT, programme="C1")


@dataclass(frozen=True, slots=True)
class Routed:
    """A decision and where it leads; for triage, to where a person sorts it. `placement` is None where there is no
    target yet. `activation` is the version of the switches that it was made under."""

    decision: Decision
    placement: Placement | None
    activation: int = 0


def route(
    facts: Facts, *, rulebook: Rulebook, atlas: Atlas, activations: SwitchedOn, on: date, goes_on: date | None = None,
) -> Routed:
    """Where a case with these facts goes if it is received on that day; `goes_on`: to a centre that is open on this
    later one."""
    known = completed(facts, atlas, on)
    region = known.get("region")
    regions = regions_on(activations, atlas, on) if district_to_ask(known) else None
    decision = decide(
        known, rulebook, active=activations.active(region, on), on=on, regions=regions,
        stopped=activations.stopped(region, on),
    )
    target = SORTING_DESK if decision.status is Status.TRIAGE else rulebook.targets.get(decision.target or "")
    if target is None:
        return Routed(decision, None, activations.version)
    return Routed(decision, place(target, known, atlas, goes_on or on), activations.version)


def completed(facts: Facts, atlas: Atlas, on: date) -> dict[str, Any]:
    """The facts with what holds unless somebody says otherwise, and with those that are derived from them."""
    known = usual(facts)
    known["received_on"] = on
    topics = known.get("topics")
    if topics is not None:
        known["topic"] = main_topic(topics)
    for source, derived in DERIVED_REGIONS:
        district = known.get(source)
        if district is not None:
            known[derived] = region_of(district, atlas, on)
    region = region_of_case(known, atlas.regions)
    if region is not None:
        known["region"] = region
    return known


def main_topic(topics: Any) -> Any:
    """The main one of the topics; `unknown` if none was answered."""
    first = topics[0] if topics.__class__ is tuple else None
    if first.__class__ is str and first not in UNANSWERABLE:
        return first
    return UNKNOWN if not_answered(topics) else main_value(topics)


def usual(facts: Facts) -> dict[str, Any]:
    """The answered facts, with what holds of those that nobody asked for."""
    known = dict(facts)
    for fact in [fact for fact, answer in facts.items() if not answer and never_asked(answer)]:
        del known[fact]
    for fact, answer in USUAL:
        if fact not in known:
            known[fact] = answer
    return known


def region_of(district: Any, atlas: Atlas, on: date) -> str:
    """The region of a district; `outside_seoul`, `unknown` and `refused` stay what they are, and a district that is
    in no region on that day has an unknown one."""
    if not isinstance(district, str):
        return UNKNOWN
    if district in UNANSWERABLE or district == OUTSIDE_SEOUL:
        return district
    return atlas.region_of(district, on) or UNKNOWN


def why_not_there(
    facts: Facts, target: str, *, rulebook: Rulebook, atlas: Atlas, activations: SwitchedOn, on: date,
) -> WhyNot:
    """The smallest change that would have led a case with these facts to `target`."""
    decision = route(facts, rulebook=rulebook, atlas=atlas, activations=activations, on=on).decision
    return why_not_instead(decision, target, atlas=atlas, activations=activations)


def why_not_instead(decision: Decision, target: str, *, atlas: Atlas, activations: SwitchedOn) -> WhyNot:
    """The smallest change that would have led to `target` instead; another region stands for the district of that
    region that would do, and there counts what is switched on there."""
    on = decision.on or date.max
    facts = {fact: answer for fact, answer in decision.facts.items() if fact not in DERIVED}
    here = decision.facts.get("region")

    def again(changes: Facts, extra: frozenset[str]) -> Decision:
        known = completed({**facts, **_as_asked(changes, facts, atlas, on)}, atlas, on)
        region = known.get("region")
        active = activations.active(region, on) if region != here or decision.active is None else decision.active
        return decide(known, decision.rulebook, active=active | extra, on=on)

    return why_not(decision, target, again=again)


def _as_asked(changes: Facts, facts: Facts, atlas: Atlas, on: date) -> dict[str, Any]:
    """Changes of derived facts as changes of what is asked."""
    asked = dict(changes)
    for derived, source in (("region", "workplace_district"), ("workplace_region", "workplace_district"),
                            ("home_region", "home_district")):
        region = asked.pop(derived, None)
        if region is not None:
            asked.setdefault(source, next(iter(atlas.districts_of(region, on)), region))
    if "topic" in asked:
        topics = facts.get("topics") or ()
        asked["topics"] = (asked.pop("topic"), *(topics if isinstance(topics, tuple) else ()))
    return asked

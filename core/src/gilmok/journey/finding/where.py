"""Which centre helps somebody, why, and who else does: the rulebook and the chain of cases, asked with little known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gilmok.journey.finding.matters import ELSEWHERE, WORK_FACTS
from gilmok.journey.routing.place import Placement, place
from gilmok.journey.routing.queries import Engine
from gilmok.journey.routing.route import SORTING_DESK, Routed, completed
from gilmok.network.atlas import Atlas
from gilmok.network.places import Agency, DistrictRule, Service

LINE = "labour_line"


@dataclass(frozen=True)
class Elsewhere:
    """Agencies outside the network that give a service; `sure` where it is known which of them answers here."""

    service: Service
    agencies: tuple[Agency, ...]
    sure: bool


def facts_of(matter: str, *, workplace: str, home: str, work: str = "", urgency: str = "normal") -> dict[str, Any]:
    """What was answered as the facts of a case; what was left open is not asked."""
    given = {"workplace_district": workplace, "home_district": home, **dict([WORK_FACTS[work]] if work else [])}
    return {
        "topics": (matter or "unknown",), "urgency": urgency, "channel": "online",
        **{fact: answer for fact, answer in given.items() if answer},
    }


def helping(engine: Engine, facts: Mapping[str, Any], on: date) -> tuple[Routed, Placement]:
    """What the rules decide, and where that is; where a person has to sort it, the centre that would counsel."""
    routed = engine.route(facts, on)
    placed = routed.placement or place(SORTING_DESK, completed(facts, engine.atlas, on), engine.atlas, on)
    return routed, placed


def elsewhere(atlas: Atlas, matter: str, *, workplace: str, home: str, on: date) -> Iterator[Elsewhere]:
    """Who else helps with it: the agency of the district that decides, or every one, where that is not known."""
    for code in (*ELSEWHERE.get(matter, ()), LINE):
        service = atlas.services.get(code)
        if service is None:
            continue
        district = home if service.gu_rule is DistrictRule.HOME else workplace
        here = atlas.agencies_for(code, district or None, on)
        found = here or atlas.agencies_of(code, on)
        if found:
            yield Elsewhere(service, found, sure=bool(here))

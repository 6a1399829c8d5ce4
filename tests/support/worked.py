"""The nine worked cases of the issue as facts, and what every case is routed with: this checkout, as shipped."""

from functools import cache
from typing import Any

from gilmok.journey import core_module
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.vocabulary import KNOWN_FACTS
from gilmok.modules.activation import Activations
from gilmok.modules.registry import Registry
from gilmok.network.atlas import Atlas

RIDER = {"topics": ("discipline_dismissal",), "employment_type": "platform", "industry": "transport"}
CASES: dict[str, dict[str, Any]] = {
    "sewing worker": {"topics": ("unpaid_wages",), "industry": "sewing", "workplace_district": "jungnang"},
    "cleaner": {"topics": ("discipline_dismissal",), "industry": "facility", "employment_type": "dispatched",
                "workplace_district": "geumcheon", "home_district": "gangdong"},
    "rider in Gwanak": {**RIDER, "workplace_district": "gwanak"},
    "rider in Songpa": {**RIDER, "workplace_district": "songpa"},
    "IT freelancer": {"topics": ("unfair_trade",), "employment_type": "freelancer", "industry": "it",
                      "workplace_district": "gangnam"},
    "press injury": {"topics": ("industrial_accident",), "industry": "urban_manufacturing",
                     "workplace_district": "jung"},
    "researcher": {"topics": ("employment_contract",), "industry": "rnd", "workplace_district": "guro"},
    "not paid": {"topics": ("unpaid_wages",), "anonymous": True},
    "employer": {"client_kind": "employer", "topics": ("employment_contract",)},
}


@cache
def registry() -> Registry:
    """The core and every installed module."""
    return Registry.load(core=core_module, strict=True)


@cache
def routed_with() -> dict[str, Any]:
    """Rulebook, network and switches."""
    return {"rulebook": Rulebook.of(registry(), fields=KNOWN_FACTS), "atlas": Atlas.shipped(),
            "activations": Activations.shipped(registry().scopes)}

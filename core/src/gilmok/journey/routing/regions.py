"""The region that a case belongs to, and what the answer to a district that is still open could make of it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from gilmok.journey.routing.truth import Facts
from gilmok.network.atlas import Atlas

DISTRICTS = ("workplace_district", "home_district")
REGION_FROM = {"workplace_district": "workplace_region", "home_district": "home_region"}
WHERE = frozenset({*DISTRICTS, *REGION_FROM.values(), "region"})
WORK_FIRST, HOME_FIRST = ("workplace_region", "home_region"), ("home_region", "workplace_region")


class SwitchedOn(Protocol):
    """What is switched on where and when; `gilmok.modules.activation.Activations` is it."""

    @property
    def version(self) -> int:
        """Which state of the switches this is."""

    def active(self, region: str | None, on: date, centre: str | None = None) -> frozenset[str]:
        """The keys that are on in a region on a day."""

    def stopped(self, region: str | None, on: date, centre: str | None = None) -> frozenset[str]:
        """The keys that would be on, were their modules not suspended."""


@dataclass(frozen=True, eq=False)
class Regions:
    """The region of each district, the keys that are on in each region, and those that are on outside all of them: all
    on one day. The same state of network and switches gives the same object."""

    of_district: Mapping[str, str]
    active: Mapping[str, frozenset[str]]
    nowhere: frozenset[str]

    def active_in(self, region: str | None) -> frozenset[str]:
        """The keys that are on for a case of this region."""
        return self.nowhere if region is None else self.active.get(region, self.nowhere)


REGIONS_KEPT = 4096
_kept: WeakKeyDictionary[Atlas, dict[Any, Regions]] = WeakKeyDictionary()
_of_day: WeakKeyDictionary[Atlas, dict[Any, tuple[SwitchedOn, Regions]]] = WeakKeyDictionary()


def regions_on(activations: SwitchedOn, atlas: Atlas, on: date) -> Regions:
    """What each district would mean on that day."""
    days = _of_day.get(atlas) or _of_day.setdefault(atlas, {})
    found = days.get((id(activations), on))
    if found is None:
        if len(days) >= REGIONS_KEPT:
            days.clear()
        # The switches are kept beside it, so that their id is not given to others.
        found = days[id(activations), on] = activations, _regions(activations, atlas, on)
    return found[1]


def _regions(activations: SwitchedOn, atlas: Atlas, on: date) -> Regions:
    kept = _kept.get(atlas) or _kept.setdefault(atlas, {})
    active = {region: activations.active(region, on) for region in atlas.regions}
    nowhere = activations.active(None, on)
    key = id(atlas.day(on)), nowhere, *active.values()
    found = kept.get(key)
    if found is None:
        if len(kept) >= REGIONS_KEPT:
            kept.clear()
        districts = {each: atlas.region_of(each, on) for each in atlas.districts}
        known = {district: region for district, region in districts.items() if region is not None}
        found = kept[key] = Regions(known, active, nowhere)
    return found


def region_of_case(known: Facts, regions: Container[Any]) -> str | None:
    """The region by which a case is judged: of the workplace, or first of the home where the person prefers it; None
    if neither is one of these."""
    for derived in HOME_FIRST if known.get("prefers") == "home" else WORK_FIRST:
        region = known.get(derived)
        if region in regions:
            return str(region)
    return None


def region_is_certain(known: Facts) -> bool:
    """Whether the district that comes first has decided on the region, so that the other one cannot."""
    first = HOME_FIRST if known.get("prefers") == "home" else WORK_FIRST
    region = known.get("region")
    return region is not None and region == known.get(first[0])


def district_to_ask(facts: Facts) -> str | None:
    """The first of the two districts that was not asked for; None if both were."""
    return next((name for name in DISTRICTS if name not in facts), None)

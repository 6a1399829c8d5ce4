"""Who serves where on a day: the pure answer that routing, pages and checks share.

An atlas is made of the network's rows, shipped or from the database, and never changes. Rows change on few days, so it
works out each span between two of them once; a lookup then costs two dictionary reads, also a million times over.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from gilmok.ground.sources import Source
from gilmok.network.days import Day, change_days, work_out
from gilmok.network.places import (
    Agency,
    Centre,
    CentreKind,
    District,
    Network,
    Region,
    Service,
    holds,
)
from gilmok.network.shipped import read_shipped

# As many days as three centuries have; more than that is not dates of cases but an attack on memory.
DAYS_KEPT = 110_000


class NoLabourRightsCentre(LookupError):
    """No city-wide centre is open on this day, so the chain of desks would end in nothing."""


@dataclass(frozen=True, eq=False)
class Atlas:
    """The network of centres and agencies, asked by district, region and day. Unknown codes (`outside_seoul` among
    them) are in no region and have no centre; they never raise."""

    network: Network
    _by_date: dict[date, Day] = field(default_factory=dict, init=False, repr=False)
    _by_span: dict[int, Day] = field(default_factory=dict, init=False, repr=False)

    @staticmethod
    def shipped() -> "Atlas":
        """The atlas of the packaged data files; the same object each time."""
        return _shipped()

    @cached_property
    def districts(self) -> Mapping[str, District]:
        """Every district by its code."""
        return {item.code: item for item in self.network.districts}

    @cached_property
    def regions(self) -> Mapping[str, Region]:
        """Every region by its code."""
        return {item.code: item for item in self.network.regions}

    @cached_property
    def centres(self) -> Mapping[str, Centre]:
        """Every centre by its code, closed ones too."""
        return {item.code: item for item in self.network.centres}

    @cached_property
    def agencies(self) -> Mapping[str, Agency]:
        """Every agency by its code, past ones too."""
        return {item.code: item for item in self.network.agencies}

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """Every service of agencies by its code."""
        return {item.code: item for item in self.network.services}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source by its code."""
        return {item.code: item for item in self.network.sources}

    @cached_property
    def change_days(self) -> tuple[date, ...]:
        """The days on which anything begins or ends, in order."""
        return change_days(self.network)

    def day(self, on: date) -> Day:
        """The network as it is on that day."""
        found = self._by_date.get(on)
        return found if found is not None else self._learn(on)

    def region_of(self, district: str, on: date) -> str | None:
        """The code of the region that the district belongs to on that day."""
        found = self.day(on).memberships.get(district)
        return found.region if found else None

    def region_of_centre(self, code: str, on: date) -> str | None:
        """The region in which a centre stands on that day: its own, else its district's; None for one that does not
        exist or serves the whole city."""
        centre = self.centres.get(code)
        if centre is None:
            return None
        return centre.region or (self.region_of(centre.district, on) if centre.district else None)

    def region_assumed(self, district: str, on: date) -> bool:
        """Whether that region is our assumption, because the city's page does not say it."""
        found = self.day(on).memberships.get(district)
        return found.assumed if found else False

    def districts_of(self, region: str, on: date) -> tuple[str, ...]:
        """The codes of the region's districts on that day, in the order of the administrative codes."""
        members = self.day(on).memberships
        return tuple(code for code in self.districts if code in members and members[code].region == region)

    def centre_of(self, district: str, on: date) -> Centre | None:
        """The open centre of the district on that day, else the open hub that stands in it."""
        return self.day(on).centre_of.get(district)

    def hub_of(self, region: str, on: date) -> Centre | None:
        """The region's open hub on that day."""
        return self.day(on).hub_of.get(region)

    def closed_hub(self, region: str, on: date | None = None) -> Centre | None:
        """The region's hub that closed last (by that day, if one is given); for explaining why another desk serves."""
        hubs = [hub for hub in self.network.centres if hub.kind is CentreKind.HUB and hub.region == region]
        gone = [hub for hub in hubs if hub.is_closed(on or date.max)]
        return max(gone, key=lambda hub: hub.closes, default=None)

    def acting_hub(self, region: str, on: date) -> Centre:
        """The centre that does a region's hub's work on a day: the hub, who took over from it, or the city's centre."""
        closed = self.closed_hub(region, on)
        instead = self.successor(closed, on) if closed else None
        return self.hub_of(region, on) or instead or self.labour_rights_centre(on)

    def successor(self, centre: Centre, on: date) -> Centre | None:
        """The open centre that this one's work went to, through any number of mergers; None if there is none."""
        seen = {centre.code}
        following = centre.merged_into
        while following is not None and following not in seen and following in self.centres:
            seen.add(following)
            found = self.centres[following]
            if found.is_open(on):
                return found
            following = found.merged_into
        return None

    def labour_rights_centre(self, on: date) -> Centre:
        """The city-wide centre, where every chain ends. Raises `NoLabourRightsCentre` if rows say that none is open."""
        found = self.day(on).labour_rights_centre
        if found is None:
            raise NoLabourRightsCentre(f"no city-wide centre is open on {on.isoformat()}")
        return found

    def agencies_for(self, service: str, district: str | None, on: date) -> tuple[Agency, ...]:
        """The agencies that give a service to that district on that day; for a service without a district rule those
        of all Seoul. Empty where it is not verified which agency answers."""
        agencies = self.day(on).agencies
        return agencies.get((service, district), ()) or agencies.get((service, None), ())

    def agencies_of(self, service: str, on: date) -> tuple[Agency, ...]:
        """Every agency that gives a service on that day, whichever district it answers for."""
        return tuple(
            item for item in self.network.agencies
            if item.service == service and holds(item.starts_on, item.ends_on, on)
        )

    def _learn(self, on: date) -> Day:
        span = bisect_right(self.change_days, on)
        if span not in self._by_span:
            self._by_span[span] = work_out(self.network, on)
        if len(self._by_date) >= DAYS_KEPT:
            self._by_date.clear()
        self._by_date[on] = self._by_span[span]
        return self._by_span[span]


@cache
def _shipped() -> Atlas:
    return Atlas(read_shipped())

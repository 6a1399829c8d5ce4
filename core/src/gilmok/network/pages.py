"""What the pages of the network show, worked out from the atlas: plain values that templates only print."""

from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt

from gilmok.ground.sources import Confidence, Source
from gilmok.network.atlas import Atlas
from gilmok.network.chain import chain
from gilmok.network.places import (
    Agency,
    Centre,
    CentreKind,
    District,
    Evidence,
    Region,
    Service,
)

EARTH_KM = 6371.0
# The services as staff look for them; any other comes after these.
SERVICE_ORDER = (
    "labour_office", "comwel", "employment_centre", "labour_line", "labour_commission", "commission_counsel",
    "labour_commission_review", "legal_aid", "court", "freelancer_help", "artist_help", "human_rights",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class DistrictLine:
    """One district in the table under the map."""

    district: District
    region: Region | None
    assumed: bool
    centre: Centre | None
    serves: Centre


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionCentres:
    """The centres of one region that are open on a day, hubs first, and those that are not."""

    region: Region | None
    open: tuple[Centre, ...]
    gone: tuple[Centre, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyLine:
    """A service on a district's page: who gives it there, or everyone who might, where that is not verified."""

    service: Service
    agencies: tuple[Agency, ...]
    candidates: tuple[Agency, ...]
    source: Source | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbour:
    """A neighbouring district, the centre open there, and how far its middle is."""

    district: District
    across_river: bool
    centre: Centre | None
    km: float


def district_lines(atlas: Atlas, on: date) -> list[DistrictLine]:
    """Every district with its region, its centre and who serves it."""
    return [district_line(atlas, code, on) for code in atlas.districts]


def district_line(atlas: Atlas, code: str, on: date) -> DistrictLine:
    """One district with its region, its centre and who serves it."""
    region = atlas.region_of(code, on)
    return DistrictLine(
        district=atlas.districts[code], region=atlas.regions[region] if region else None,
        assumed=atlas.region_assumed(code, on), centre=atlas.centre_of(code, on),
        serves=chain(atlas, code, on)[-1].centre or atlas.labour_rights_centre(on),
    )


def region_of_centre(atlas: Atlas, centre: Centre, on: date) -> Region | None:
    """The region that a centre belongs to: its own, else its district's."""
    code = atlas.region_of_centre(centre.code, on)
    return atlas.regions[code] if code else None


def centres_by_region(atlas: Atlas, on: date) -> list[RegionCentres]:
    """The centres of each region, the city-wide ones (region None) last."""
    return [_centres_of(atlas, region, on) for region in (*atlas.regions.values(), None)]


def _centres_of(atlas: Atlas, region: Region | None, on: date) -> RegionCentres:
    order = {CentreKind.CITY: 0, CentreKind.HUB: 1, CentreKind.DISTRICT: 2}
    places = list(atlas.districts)
    here = sorted(
        (item for item in atlas.network.centres if region_of_centre(atlas, item, on) == region),
        key=lambda item: (order[item.kind], places.index(item.district) if item.district else -1, item.code),
    )
    is_open = tuple(item for item in here if item.is_open(on))
    return RegionCentres(region=region, open=is_open, gone=tuple(item for item in here if item not in is_open))


def agency_lines(atlas: Atlas, district: str, on: date) -> list[AgencyLine]:
    """The agencies for a district, service by service."""
    places = {code: place for place, code in enumerate(SERVICE_ORDER)}
    services = sorted(atlas.network.services, key=lambda item: (places.get(item.code, len(places)), item.code))
    lines = [_agency_line(atlas, service, district, on) for service in services]
    return [line for line in lines if line.agencies or line.candidates]


def _agency_line(atlas: Atlas, service: Service, district: str, on: date) -> AgencyLine:
    found = atlas.agencies_for(service.code, district, on)
    candidates = () if found else atlas.agencies_of(service.code, on)
    first = next(iter((*found, *candidates)), None)
    source = atlas.sources[first.source] if first else None
    return AgencyLine(service=service, agencies=found, candidates=candidates, source=source)


def neighbours(atlas: Atlas, code: str, on: date) -> list[Neighbour]:
    """The neighbouring districts, nearest first."""
    here = atlas.districts[code]
    found = [
        Neighbour(
            district=atlas.districts[other], across_river=other in here.across_river,
            centre=atlas.centre_of(other, on), km=distance_km(here, atlas.districts[other]),
        )
        for other in here.neighbours
    ]
    return sorted(found, key=lambda item: item.km)


def distance_km(one: District, other: District) -> float:
    """The distance between the middles of two districts, over the sphere."""
    lat1, lon1, lat2, lon2 = (radians(degrees) for degrees in (one.lat, one.lon, other.lat, other.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def evidence_lines(atlas: Atlas, centre: Centre) -> list[tuple[Evidence, Source]]:
    """What each source supports in a centre's entry."""
    return [(item, atlas.sources[item.source]) for item in centre.evidence]


def is_unsure(atlas: Atlas, centre: Centre, field: str) -> bool:
    """Whether a filled field of a centre rests on nothing that anyone verified."""
    sources = [atlas.sources[code] for code in centre.sources_of(field)]
    return not any(source.confidence is not Confidence.UNVERIFIED for source in sources)

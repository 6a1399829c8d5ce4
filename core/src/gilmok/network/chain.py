"""The chain of desks behind a district on a day: its own centre, the region's hub, the centre that took over from it,
the city's Labour Rights Centre. Cases go down the same chain, see `routing/place.py`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gilmok.network.atlas import Atlas
from gilmok.network.places import Centre, CentreKind


class Why(StrEnum):
    """Why a step of the chain serves or does not."""

    OPEN = "open"
    NONE_YET = "none_yet"
    NOT_OPENED = "not_opened"
    CLOSED = "closed"
    MERGED = "merged"
    NO_REGION = "no_region"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One desk that was looked for (`place`: `district`, `hub`, `successor` or `city`), what was found, and why it
    serves or not."""

    place: str
    centre: Centre | None
    why: Why


def chain(atlas: Atlas, district: str, on: date) -> tuple[Step, ...]:
    """The steps from the district's own desk to the first open one, which is last. Raises `NoLabourRightsCentre`
    where not even the city's centre is open."""
    hub = _hub_step(atlas, district, on)
    steps = (_district_step(atlas, district, on), hub, _last_step(atlas, hub, on))
    first_open = next(number for number, step in enumerate(steps) if step.why is Why.OPEN)
    return steps[: first_open + 1]


def serving(atlas: Atlas, district: str, on: date) -> Centre:
    """The centre that serves a district on that day."""
    centre = chain(atlas, district, on)[-1].centre
    return centre or atlas.labour_rights_centre(on)


def _district_step(atlas: Atlas, district: str, on: date) -> Step:
    found = atlas.centre_of(district, on)
    if found:
        return Step(place="district", centre=found, why=Why.OPEN)
    others = [c for c in atlas.network.centres if c.kind is CentreKind.DISTRICT and c.district == district]
    return _not_open("district", others, on)


def _hub_step(atlas: Atlas, district: str, on: date) -> Step:
    region = atlas.region_of(district, on)
    if region is None:
        return Step(place="hub", centre=None, why=Why.NO_REGION)
    found = atlas.hub_of(region, on)
    if found:
        return Step(place="hub", centre=found, why=Why.OPEN)
    return _not_open("hub", [c for c in atlas.network.centres if c.kind is CentreKind.HUB and c.region == region], on)


def _last_step(atlas: Atlas, hub: Step, on: date) -> Step:
    """The centre that took over the hub's work, else the city's."""
    successor = atlas.successor(hub.centre, on) if hub.centre and hub.why is Why.MERGED else None
    if successor and successor.kind is not CentreKind.CITY:
        return Step(place="successor", centre=successor, why=Why.OPEN)
    return Step(place="city", centre=atlas.labour_rights_centre(on), why=Why.OPEN)


def _not_open(place: str, centres: list[Centre], on: date) -> Step:
    """The step at which no desk is open: the one that closed last, else the one that opens next, else none at all."""
    closed = [centre for centre in centres if centre.is_closed(on)]
    coming = [centre for centre in centres if centre.is_coming(on)]
    if closed:
        last = max(closed, key=lambda centre: centre.closes)
        return Step(place=place, centre=last, why=Why.MERGED if last.merged_into else Why.CLOSED)
    if coming:
        return Step(place=place, centre=min(coming, key=lambda centre: centre.opens), why=Why.NOT_OPENED)
    return Step(place=place, centre=None, why=Why.NONE_YET)

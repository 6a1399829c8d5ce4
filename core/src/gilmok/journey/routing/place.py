"""Where a case goes once its target is known: to a centre that is open that day, and why to this one.

The chain never ends in nothing: the chosen district's centre, the other district's, the region's hub, the centre that
the hub was merged into, the city's Labour Rights Centre. Centres serve people who live *or* work in their district.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from gilmok.journey.routing.truth import Facts, not_answered
from gilmok.journey.vocabulary import OUTSIDE_SEOUL
from gilmok.modules.things import At, Target, _
from gilmok.network.atlas import Atlas
from gilmok.network.places import Centre

DISTRICT_OF = {"workplace": "workplace_district", "home": "home_district"}

NEAR = {
    ("prefers", "workplace"): _("You asked to be served near work, in %(district)s."),
    ("prefers", "home"): _("You asked to be served near home, in %(district)s."),
    ("visit", "home"): _("You come in person, so the centre near your home in %(district)s is looked for first."),
    ("usual", "workplace"): _("The district of the workplace comes first: %(district)s."),
    ("usual", "home"): _("The district of the home comes first: %(district)s."),
}
ASSUMED_REGION = _("That %(district)s belongs to %(region)s is assumed; the city's page does not say it.")
OUTSIDE = _("Neither district is in Seoul, so the city's Labour Rights Centre advises by phone.")
NO_DISTRICT = _("No district in Seoul is known, so the city's Labour Rights Centre takes the case.")
CENTRE_OPEN = _("%(district)s is served by %(centre)s.")
NO_CENTRE = _("No centre is open in %(district)s on that day.")
HUB_OPEN = _("%(centre)s is the open hub of %(region)s on that day.")
HUB_OF_TARGET = _("This desk stands at the hub of a region.")
NO_HUB = _("No hub is open in %(region)s on that day.")
HUB_MERGED = _("%(centre)s closed on %(day)s, and %(successor)s took over its work.")
CITY_DESK = _("This desk stands at the city's Labour Rights Centre.")
CITY_LAST = _("The city's Labour Rights Centre takes every case that no other open centre can.")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way with its reason: an English text, and what fills it (districts, regions, centres, days)."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Placement:
    """The centre (open on that day), the code of the region that it was chosen for (None: outside all of them), and
    the steps that led there. `instead`: the one of them that says why this centre, where it is not the one that the
    target speaks of, the region's hub or one of the person's district. The same question within one span of the
    network gives the same object."""

    centre: Centre
    region: str | None
    steps: tuple[Step, ...]
    instead: Step | None = None


# Two districts, four kinds of choice and a few spans of days: an atlas never comes near this.
PLACEMENTS_KEPT = 50_000
_kept: WeakKeyDictionary[Atlas, dict[Any, Placement]] = WeakKeyDictionary()


def place(target: Target, facts: Facts, atlas: Atlas, on: date) -> Placement:
    """Where the target is for these facts on that day. Never nothing; raises `NoLabourRightsCentre` only where the
    network's rows say that not even the city's centre is open."""
    kept = _kept.get(atlas) or _kept.setdefault(atlas, {})
    # Between two changes of the network the atlas gives the same day, and all days in it the same placement.
    get = facts.get
    key = (
        target.at, id(atlas.day(on)), get("workplace_district"), get("home_district"), get("prefers"),
        get("channel") == "visit",
    )
    try:
        found = kept.get(key)
    except TypeError:
        return _place(target, facts, atlas, on)
    if found is None:
        if len(kept) >= PLACEMENTS_KEPT:
            kept.clear()
        found = kept[key] = _place(target, facts, atlas, on)
    return found


def _place(target: Target, facts: Facts, atlas: Atlas, on: date) -> Placement:
    if target.at is At.CITY:
        return Placement(atlas.labour_rights_centre(on), region_of_case(facts, atlas, on), (Step(CITY_DESK),))
    if target.at is At.HUB:
        region, steps = _case_region(facts, atlas, on)
        found = _from_hub(atlas, on, region, [Step(HUB_OF_TARGET), *steps])
        return replace(found, instead=None) if found.centre == _hub(atlas, region, on) else found
    return _from_district(facts, atlas, on)


def region_of_case(facts: Facts, atlas: Atlas, on: date) -> str | None:
    """The region whose modules and hub a case belongs to: of the district that the person asked to be served in, else
    of the workplace, else of the home; None if neither is in Seoul or known."""
    for which in (*preference(facts), "workplace", "home"):
        district = _district(facts, which)
        region = atlas.region_of(district, on) if district else None
        if region:
            return region
    return None


def chosen(facts: Facts) -> list[tuple[str, str]]:
    """The districts in Seoul to try, the chosen one first, each with the key of its reason in `NEAR`."""
    visit = [("visit", "home")] * (facts.get("channel") == "visit")
    first = [("prefers", which) for which in preference(facts)] or visit
    why: dict[str, str] = {}
    for reason, which in (*first, ("usual", "workplace"), ("usual", "home")):
        why.setdefault(which, reason)
    return [(reason, which) for which, reason in why.items() if _district(facts, which)]


def preference(facts: Facts) -> list[str]:
    """Which of the two districts the person asked for, as a list of one or none."""
    return [which for which in DISTRICT_OF if facts.get("prefers") == which]


def _district(facts: Facts, which: str) -> str | None:
    """The person's district in Seoul, if it is known."""
    district = facts.get(DISTRICT_OF[which])
    return None if not isinstance(district, str) or not_answered(district) or district == OUTSIDE_SEOUL else district


def _from_district(facts: Facts, atlas: Atlas, on: date) -> Placement:
    steps: list[Step] = []
    for why, which in chosen(facts):
        code = _district(facts, which) or ""
        district = atlas.districts.get(code)
        if district is None:
            continue
        steps += [Step(NEAR[why, which], {"district": district})] if not steps else []
        steps += _assumed(atlas, code, on)
        centre = atlas.centre_of(code, on)
        if centre:
            found = Step(CENTRE_OPEN, {"centre": centre, "district": district})
            return Placement(centre, atlas.region_of(code, on), (*steps, found))
        steps.append(Step(NO_CENTRE, {"district": district}))
    region = _region_of_first(facts, atlas, on)
    return _from_hub(atlas, on, region, steps or [_no_district(facts)])


def _region_of_first(facts: Facts, atlas: Atlas, on: date) -> str | None:
    regions = (atlas.region_of(_district(facts, which) or "", on) for _why, which in chosen(facts))
    return next((region for region in regions if region), None)


def _case_region(facts: Facts, atlas: Atlas, on: date) -> tuple[str | None, list[Step]]:
    """The region of the case, with what has to be said about how it was found."""
    region = region_of_case(facts, atlas, on)
    if region is None:
        return None, [_no_district(facts)]
    for which in (*preference(facts), "workplace", "home"):
        code = _district(facts, which)
        if code and atlas.region_of(code, on) == region:
            return region, list(_assumed(atlas, code, on))
    return region, []


def _assumed(atlas: Atlas, code: str, on: date) -> Iterator[Step]:
    region = atlas.region_of(code, on)
    if region and atlas.region_assumed(code, on):
        yield Step(ASSUMED_REGION, {"district": atlas.districts[code], "region": atlas.regions[region]})


def _no_district(facts: Facts) -> Step:
    return Step(OUTSIDE if OUTSIDE_SEOUL in _known(facts) else NO_DISTRICT)


def _known(facts: Facts) -> tuple[Any, ...]:
    return facts.get("workplace_district"), facts.get("home_district")


def _hub(atlas: Atlas, region: str | None, on: date) -> Centre | None:
    return None if region is None else atlas.hub_of(region, on)


def _from_hub(atlas: Atlas, on: date, region: str | None, steps: list[Step]) -> Placement:
    """The region's open hub, else the centre that it was merged into, else the city's; `instead` of what was looked
    for before."""
    if region is None:
        return Placement(atlas.labour_rights_centre(on), None, tuple(steps), steps[-1])
    hub = _hub(atlas, region, on)
    if hub:
        found = Step(HUB_OPEN, {"centre": hub, "region": atlas.regions[region]})
        return Placement(hub, region, (*steps, found), steps[-1])
    closed = atlas.closed_hub(region, on)
    successor = atlas.successor(closed, on) if closed else None
    if closed and successor:
        merged = Step(HUB_MERGED, {"centre": closed, "day": closed.closed_on, "successor": successor})
        return Placement(successor, region, (*steps, merged), merged)
    none = Step(NO_HUB, {"region": atlas.regions[region]})
    return Placement(atlas.labour_rights_centre(on), region, (*steps, none, Step(CITY_LAST)), none)

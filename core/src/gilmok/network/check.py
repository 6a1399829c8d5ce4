"""Proofs that the network holds together: every district reaches a desk on every day, and nothing contradicts itself.

All proofs are pure. Rows begin and end on few days, so proving a span's first day proves each of its days.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

from gilmok.network.atlas import Atlas
from gilmok.network.places import Centre, DistrictRule, Jurisdiction, Membership

Fault = str
Proof = Callable[[Atlas], Iterator[Fault]]


class Coded(Protocol):
    """An entry that is known by its code."""

    @property
    def code(self) -> str:
        """The code."""


# Services of which each district must have exactly one agency; which employment centre answers is not verified.
ONE_AGENCY_EACH = ("labour_office", "comwel")


def faults(atlas: Atlas, *, starts_on: date | None = None, ends_on: date | None = None) -> list[Fault]:
    """Everything wrong with the network from the first day to the last (all days, if not given), a sentence each."""
    found = [fault for proof in PROOFS for fault in proof(atlas)]
    for on in days_to_check(atlas, starts_on, ends_on):
        found += [f"{on.isoformat()}: {fault}" for fault in faults_on(atlas, on)]
    return found


def days_to_check(atlas: Atlas, starts_on: date | None = None, ends_on: date | None = None) -> list[date]:
    """The first day of each span of sameness between two days, both included; the earliest stands for all before it."""
    changes = atlas.change_days
    earliest = min(*changes, ends_on or date.max, date(2000, 1, 1)) - timedelta(days=1)
    first = starts_on or earliest
    last = ends_on or max(*changes, first)
    return [first, *(day for day in changes if first < day <= last)]


def faults_on(atlas: Atlas, on: date) -> Iterator[Fault]:
    """What is wrong on one day."""
    if atlas.day(on).labour_rights_centre is None:
        yield "no city-wide centre is open, so districts without a desk reach nothing"
    for code in atlas.districts:
        if atlas.region_of(code, on) is None:
            yield f"{code} belongs to no region"
        for service in ONE_AGENCY_EACH:
            count = len(atlas.agencies_for(service, code, on))
            if count != 1:
                yield f"{code} has {count} agencies for {service} instead of one"


def codes_are_unique(atlas: Atlas) -> Iterator[Fault]:
    """No two entries of a kind share a code, and no two districts a number of either system or a name."""
    rows = atlas.network
    kinds: dict[str, Sequence[Coded]] = {
        "source": rows.sources, "region": rows.regions, "district": rows.districts, "centre": rows.centres,
        "service": rows.services, "agency": rows.agencies,
    }
    for kind, items in kinds.items():
        yield from (f"{kind} {code} is there twice" for code in twice(item.code for item in items))
    for column in ("code_mois", "code_kostat", "name_ko", "name_en"):
        yield from (f"{column} {value} is there twice" for value in twice(getattr(d, column) for d in rows.districts))


def neighbours_are_mutual(atlas: Atlas) -> Iterator[Fault]:
    """Who is a neighbour, across the river or in a point, is so both ways; and only neighbours are across the river."""
    for district in atlas.districts.values():
        for column in ("neighbours", "across_river", "point_contacts"):
            for other in getattr(district, column):
                if other not in atlas.districts or district.code not in getattr(atlas.districts[other], column):
                    yield f"{district.code} names {other} in {column}, but not the other way round"
        for other in sorted(set(district.across_river) - set(district.neighbours)):
            yield f"{district.code} is across the river from {other}, which is not its neighbour"


def tiles_are_distinct(atlas: Atlas) -> Iterator[Fault]:
    """No two districts lie on one cell of the tile map."""
    yield from (f"two districts lie on the tile {tile}" for tile in twice(d.tile for d in atlas.districts.values()))


def references_exist(atlas: Atlas) -> Iterator[Fault]:
    """Each code that an entry names is there."""
    known = {
        "source": atlas.sources, "region": atlas.regions, "district": atlas.districts, "centre": atlas.centres,
        "service": atlas.services, "agency": atlas.agencies,
    }
    for where, kind, code in named_codes(atlas):
        if code and code not in known[kind]:
            yield f"{where} names the {kind} {code}, which is not there"


def named_codes(atlas: Atlas) -> Iterator[tuple[str, str, str | None]]:
    """Each code that an entry names, with the entry and the kind of what it names."""
    rows = atlas.network
    for centre in rows.centres:
        yield from codes_of_centre(centre)
    for agency in rows.agencies:
        yield from ((agency.code, "source", code) for code in (agency.source, agency.phone_source))
        yield agency.code, "service", agency.service
    for row in rows.jurisdictions:
        yield from ((row.agency, "district", code) for code in row.districts)
        yield from ((row.agency, "agency", row.agency), (row.agency, "source", row.source))
    for belongs in rows.memberships:
        yield from ((belongs.district, "district", belongs.district), (belongs.district, "region", belongs.region))
        yield belongs.district, "source", belongs.source


def codes_of_centre(centre: Centre) -> Iterator[tuple[str, str, str | None]]:
    """Each code that a centre names."""
    sources = [item.source for item in centre.evidence] + [note.source for note in centre.notes]
    yield from ((centre.code, "source", code) for code in sources)
    yield from ((centre.code, "district", centre.district), (centre.code, "region", centre.region))
    yield centre.code, "centre", centre.merged_into


def spans_run_forward(atlas: Atlas) -> Iterator[Fault]:
    """A span ends after it begins."""
    rows: tuple[Membership | Jurisdiction, ...] = (*atlas.network.memberships, *atlas.network.jurisdictions)
    yield from (f"a span of {row} ends before it begins" for row in rows if not is_forward(row.starts_on, row.ends_on))


def regions_do_not_overlap(atlas: Atlas) -> Iterator[Fault]:
    """A district is in one region at a time."""
    rows = atlas.network.memberships
    spans = sorted((row.district, row.starts_on or date.min, row.ends_on or date.max) for row in rows)
    for (one, _start, end), (other, start, _end) in pairwise(spans):
        if one == other and end > start:
            yield f"{one} belongs to two regions at a time"


def centres_are_sound(atlas: Atlas) -> Iterator[Fault]:
    """A district's centre has its district, a hub its region; one that was merged is closed and has a successor."""
    for centre in atlas.network.centres:
        if centre.kind == "district" and not centre.district or centre.kind == "hub" and not centre.region:
            yield f"{centre.code} is a {centre.kind} centre of nowhere"
        if not is_forward(centre.opened_on, centre.closed_on):
            yield f"{centre.code} closes before it opens"
        yield from merger_faults(atlas, centre)


def merger_faults(atlas: Atlas, centre: Centre) -> Iterator[Fault]:
    """What is wrong with where a centre's work went."""
    if centre.merged_into and not centre.closed_on:
        yield f"{centre.code} was merged but never closed"
    if centre.merged_into and centre.closed_on and not atlas.successor(centre, centre.closed_on):
        yield f"{centre.code} was merged into nothing that is open"


def every_district_rule_is_answered(atlas: Atlas) -> Iterator[Fault]:
    """An agency of a service without a district rule has no jurisdiction of its own."""
    for row in atlas.network.jurisdictions:
        agency = atlas.agencies.get(row.agency)
        service = atlas.services.get(agency.service) if agency else None
        if service and service.gu_rule == DistrictRule.NONE:
            yield f"{row.agency} answers for all of Seoul and for single districts at once"


def is_forward(starts_on: date | None, ends_on: date | None) -> bool:
    """Whether a span has at least one day."""
    return starts_on is None or ends_on is None or starts_on < ends_on


def twice(values: Iterable[object]) -> list[object]:
    """The values that come more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


PROOFS: tuple[Proof, ...] = (
    codes_are_unique, neighbours_are_mutual, tiles_are_distinct, references_exist, spans_run_forward,
    regions_do_not_overlap, centres_are_sound, every_district_rule_is_answered,
)

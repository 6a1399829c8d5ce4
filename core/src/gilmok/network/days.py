"""The network between two changes, worked out from its rows once for each such span."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gilmok.network.places import Agency, Centre, CentreKind, DistrictRule, Membership, Network, holds

AgencyKey = tuple[str, str | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """Who belongs where and which desk is open. `agencies` has `(service, district)`, and `(service, None)` for the
    services without a district rule."""

    memberships: Mapping[str, Membership]
    centre_of: Mapping[str, Centre]
    hub_of: Mapping[str, Centre]
    labour_rights_centre: Centre | None
    agencies: Mapping[AgencyKey, tuple[Agency, ...]]


def change_days(network: Network) -> tuple[date, ...]:
    """The days on which anything of the network begins or ends, in order."""
    spans = [(row.starts_on, row.ends_on) for row in network.memberships]
    spans += [(row.starts_on, row.ends_on) for row in network.agencies]
    spans += [(row.starts_on, row.ends_on) for row in network.jurisdictions]
    spans += [(centre.opened_on, centre.closed_on) for centre in network.centres]
    return tuple(sorted({day for span in spans for day in span if day is not None}))


def work_out(network: Network, on: date) -> Day:
    """The network as it is on that day, and on every other day of the same span."""
    is_open = sorted((centre for centre in network.centres if centre.is_open(on)), key=_rank)
    city = [centre for centre in is_open if centre.kind == CentreKind.CITY]
    return Day(
        memberships={row.district: row for row in network.memberships if holds(row.starts_on, row.ends_on, on)},
        centre_of={c.district: c for c in is_open if c.district and c.kind != CentreKind.CITY},
        hub_of={c.region: c for c in is_open if c.region and c.kind == CentreKind.HUB},
        labour_rights_centre=city[-1] if city else None,
        agencies=_agencies(network, on),
    )


def _rank(centre: Centre) -> tuple[bool, date, str]:
    """Where two are open for one place, the last in this order is meant: a district's own centre, then the newest."""
    return (centre.kind == CentreKind.DISTRICT, centre.opened_on or date.min, centre.code)


def _agencies(network: Network, on: date) -> Mapping[AgencyKey, tuple[Agency, ...]]:
    found: dict[AgencyKey, tuple[Agency, ...]] = {}
    for key, agency in _keyed_agencies(network, on):
        found[key] = (*found.get(key, ()), agency)
    return found


def _keyed_agencies(network: Network, on: date) -> Iterable[tuple[AgencyKey, Agency]]:
    here = {item.code: item for item in network.agencies if holds(item.starts_on, item.ends_on, on)}
    for_all = {service.code for service in network.services if service.gu_rule == DistrictRule.NONE}
    for agency in here.values():
        if agency.service in for_all:
            yield (agency.service, None), agency
    for row in network.jurisdictions:
        if row.agency in here and holds(row.starts_on, row.ends_on, on):
            for district in row.districts:
                yield (here[row.agency].service, district), here[row.agency]

"""The network between two changes, worked out from its rows once for each such span."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

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
    """The network as it is on that day, and on every other day of the same span.

    Where two centres are open for one place, a district's own comes before a hub in it, then the newest.
    """
    hubs = _open(network, on, CentreKind.HUB)
    local = hubs + _open(network, on, CentreKind.DISTRICT)
    return Day(
        memberships={row.district: row for row in network.memberships if holds(row.starts_on, row.ends_on, on)},
        centre_of={centre.district: centre for centre in local if centre.district},
        hub_of={centre.region: centre for centre in hubs if centre.region},
        labour_rights_centre=next(reversed(_open(network, on, CentreKind.CITY)), None),
        agencies=_agencies(network, on),
    )


def _open(network: Network, on: date, kind: CentreKind) -> list[Centre]:
    """The open centres of a kind, the newest last."""
    found = (centre for centre in network.centres if centre.kind is kind and centre.is_open(on))
    return sorted(found, key=lambda centre: centre.opens)


def _agencies(network: Network, on: date) -> Mapping[AgencyKey, tuple[Agency, ...]]:
    here = {item.code: item for item in network.agencies if holds(item.starts_on, item.ends_on, on)}
    found: dict[AgencyKey, tuple[Agency, ...]] = {}
    for agency, district in chain(_for_all(network, here), _answering(network, on, here)):
        key = (agency.service, district)
        found[key] = (*found.get(key, ()), agency)
    return found


def _for_all(network: Network, here: Mapping[str, Agency]) -> Iterable[tuple[Agency, None]]:
    """The agencies whose service knows no district."""
    services = {service.code for service in network.services if service.gu_rule is DistrictRule.NONE}
    return ((agency, None) for agency in here.values() if agency.service in services)


def _answering(network: Network, on: date, here: Mapping[str, Agency]) -> Iterable[tuple[Agency, str]]:
    """The agencies that answer for a district on that day, with the district."""
    for row in network.jurisdictions:
        if row.agency in here and holds(row.starts_on, row.ends_on, on):
            yield from ((here[row.agency], district) for district in row.districts)

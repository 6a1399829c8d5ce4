"""Who can have a role in a project: the city, centres of the network, agencies, and others by their name."""

from collections.abc import Mapping
from typing import Any

from gilmok.ground.clock import today
from gilmok.ground.i18n import _, in_language
from gilmok.ground.web.request import db
from gilmok.network.places import holds
from gilmok.network.queries import atlas
from gilmok.network.views import centre_name
from gilmok.programmes.projects.models import CITY, party_of

OTHER = "other"
Options = list[tuple[str, str]]


def groups() -> list[tuple[str, Options]]:
    """Who can be chosen, by groups: what is open today."""
    network, on = atlas(db()), today()
    centres = [
        (party_of(each.code), in_language(each, "name")) for each in network.centres.values() if each.is_open(on)
    ]
    offices = {
        in_language(each, "name"): f"agency:{each.code}"
        for each in network.agencies.values() if holds(each.starts_on, each.ends_on, on)
    }
    return [
        (_("The city and the centres"), [(CITY, leader(None)), *sorted(centres, key=lambda each: each[1])]),
        (_("Agencies"), [(code, name) for name, code in sorted(offices.items())]),
        (_("Others"), [(OTHER, _("somebody else, by name"))]),
    ]


def codes() -> set[str]:
    """The codes of everybody who can be chosen, and of centres and agencies that were there once."""
    network = atlas(db())
    return {CITY, OTHER, *map(party_of, network.centres), *(f"agency:{code}" for code in network.agencies)}


def named(role: Mapping[str, Any]) -> str:
    """Who has a role, in words."""
    sort, _colon, code = role["who"].partition(":")
    if sort == "centre":
        return centre_name(code)
    if sort == "agency":
        agency = atlas(db()).agencies.get(code)
        return in_language(agency, "name") if agency else code
    return leader(None) if sort == CITY else str(role["name"])


def leader(centre: str | None) -> str:
    """The name of a centre; for None the city's."""
    return centre_name(centre) if centre else _("Seoul Metropolitan Government")


def regions() -> Options:
    """The regions, to be chosen from."""
    return [(each.code, in_language(each, "name")) for each in atlas(db()).regions.values()]


def region_title(code: str) -> str:
    """A region in words; all of the city where none is named."""
    return dict(regions()).get(code, code) if code else _("all of Seoul")

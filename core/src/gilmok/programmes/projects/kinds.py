"""What kinds of projects and actions there are, and which programme of the city's page each may count for."""

from collections.abc import Mapping

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.offered import allowed, choices, with_codes
from gilmok.programmes.offered import title_of as programme_of
from gilmok.programmes.projects.models import COUNCIL

KINDS: Mapping[str, str] = {
    "joint": _("Joint project"),
    "region": _("Project within the region"),
    "campaign": _("Campaign"),
    "specialty": _("Project of the region's specialty"),
    "welfare": _("Other labour welfare project"),
}
TITLES: Mapping[str, str] = {**KINDS, COUNCIL: _("Agenda item of the council")}
# Which programme a kind is usually of: what the empty form proposes.
USUAL = {"joint": "C7", "region": "H2", "specialty": "H1", "welfare": "C8", COUNCIL: "C7"}
PROGRAMMES: Mapping[str, str] = {
    "C4": _("Policy and research"),
    "C7": _("Joint work with the city's Labour Rights Centre"),
    "C8": _("Other labour welfare"),
    "H1": _("The region's vulnerable workers"),
    "H2": _("Hub between the city and its region"),
}
ACTIONS: Mapping[str, str] = {
    "street": _("Street table"),
    "leaflet": _("Leaflets and posters"),
    "meeting": _("Meeting of those taking part"),
    "briefing": _("Press briefing"),
    "visit": _("Visit to workplaces"),
    "talk": _("Talk with workers"),
    "other": _("Another action"),
}
REACH: Mapping[str, str] = {
    "people_reached": _("People reached (estimate)"),
    "leaflets_given": _("Leaflets given out"),
    "media_mentions": _("Mentions in the media"),
}
STATES: Mapping[str, str] = {
    "draft": _("being written"),
    "adopted": _("adopted"),
    "published": _("published"),
    "answered": _("answered"),
}


def programmes() -> dict[str, str]:
    """Each programme that a project may count for here, by its code, in the language of the request."""
    return allowed(with_codes(PROGRAMMES))


def programme_options(chosen: str) -> list[tuple[str, str]]:
    """The programmes to choose from, and the one that is chosen."""
    return choices(with_codes(PROGRAMMES), chosen)


def programme_title(code: str) -> str:
    """A programme in words; the code alone where its module is no longer installed."""
    return programme_of(code, with_codes(PROGRAMMES))


def title_of(titles: Mapping[str, str], code: str) -> str:
    """A code of one of these lists in words."""
    return translated(titles.get(code, code))


def options_of(titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Everything of one of these lists, to be chosen from."""
    return [(code, translated(title)) for code, title in titles.items()]

"""The districts of Seoul, to be chosen from on the pages of programmes."""

from gilmok.ground.i18n import _, in_language
from gilmok.ground.web.request import db
from gilmok.network.queries import atlas

OUTSIDE = "outside_seoul"


def codes() -> list[str]:
    """Every district by its code, and what lies outside of Seoul."""
    return [*atlas(db()).districts, OUTSIDE]


def options() -> list[tuple[str, str]]:
    """The same with their names, by name."""
    named = ((each.code, in_language(each, "name")) for each in atlas(db()).districts.values())
    return [*sorted(named, key=lambda pair: pair[1]), (OUTSIDE, _("Outside Seoul"))]


def title(code: str) -> str:
    """The name of a district; empty for no code."""
    return dict(options()).get(code, code)


def of_centre(centre: str | None) -> str:
    """The district in which a centre lies; empty for one of the whole city, and for no centre."""
    found = atlas(db()).centres.get(centre or "")
    return (found.district or "") if found else ""

"""What codes are called on pages, in the language of the request, and which of them can be chosen."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gilmok.modules.site import _, atlas, choices_of, db, in_language
from gilmok_occupational_safety.quarters import Quarter

Pairs = list[tuple[str, str]]


def said(texts: Mapping[str, str]) -> dict[str, str]:
    """Each code with what it is called."""
    return {code: _(text) for code, text in texts.items()}


def pairs(texts: Mapping[str, str]) -> Pairs:
    """The same as what can be chosen."""
    return [*said(texts).items()]


def districts() -> list[str]:
    """The codes of the districts of the city."""
    return list(atlas(db()).districts)


def industries() -> dict[str, str]:
    """The industries, as an intake asks for them."""
    return choices_of("industry")


def district_choices() -> Pairs:
    """The districts to choose from."""
    return [(code, district_name(code)) for code in districts()]


def district_name(code: str) -> str:
    """The name of a district; its code where it is none."""
    found = atlas(db()).districts.get(code)
    return in_language(found, "name") if found else code


def region_name(code: str) -> str:
    """The name of a region; its code where it is none."""
    found = atlas(db()).regions.get(code)
    return in_language(found, "name") if found else code


def centre_name(code: str) -> str:
    """The name of a centre; its code where it is none."""
    found = atlas(db()).centres.get(code)
    return in_language(found, "name") if found else code


def region_of_district(code: str, on: date) -> str:
    """The region in which a district lies; empty where it is in none."""
    return atlas(db()).region_of(code, on) or ""


def quarter_name(quarter: Quarter) -> str:
    """`2026년 4분기`."""
    return _("Q%(number)s %(year)s", year=quarter.year, number=quarter.number)


def names() -> dict[str, Any]:
    """What every page of the module may call by name."""
    return {"district_name": district_name, "region_name": region_name, "centre_of": centre_name,
            "industries": industries()}

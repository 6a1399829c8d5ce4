"""A version of the unit prices as files: the shapes are described in docs/unit-prices.md, and stay."""

from typing import Any

from gilmok.modules.site import as_csv
from gilmok_platform_freelance.prices.models import PriceRelease

SHAPE = 1
FIGURES = ("n", "givers", "median", "quartile_1", "quartile_3", "lowest", "highest")
COLUMNS = (
    "version", "published_on", "key", "code", "field_ko", "field_en", "kind_ko", "kind_en", "unit_ko", "unit_en",
    "experience", *FIGURES,
)


def csv_of(release: PriceRelease) -> str:
    """One line for each price; what is not told is empty."""
    return as_csv([COLUMNS, *(line(release, each) for each in release.body["prices"])])


def line(release: PriceRelease, price: dict[str, Any]) -> list[Any]:
    """One price as a line."""
    words = [(price[name] or {}).get(language) for name in ("field", "kind", "unit") for language in ("ko", "en")]
    day = release.published_on.isoformat() if release.published_on else None
    return [release.number, day, price["key"], price["code"], *words, price["experience"], *map(price.get, FIGURES)]


def json_of(release: PriceRelease) -> dict[str, Any]:
    """A version as data."""
    return {
        "shape": SHAPE, "version": release.number, "state": release.state, "currency": "KRW",
        "published_on": release.published_on.isoformat() if release.published_on else None,
        "ended_on": release.ended_on.isoformat() if release.ended_on else None,
        "reason": release.reason, "change": release.change, "method": release.method, **release.body,
    }

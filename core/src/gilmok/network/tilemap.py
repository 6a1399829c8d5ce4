"""The tile map of the districts: where each tile lies and what it shows, in units of its drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gilmok.network.atlas import Atlas
from gilmok.network.places import Centre, CentreKind, District, Region

TILE = 96
GAP = 4
STEP = TILE + GAP

# Names that are too long for one line of a tile, in their syllables.
TWO_LINES = {
    "Seongdong": ("Seong-", "dong"), "Dongdaemun": ("Dong-", "daemun"), "Eunpyeong": ("Eun-", "pyeong"),
    "Seodaemun": ("Seo-", "daemun"), "Yangcheon": ("Yang-", "cheon"), "Geumcheon": ("Geum-", "cheon"),
    "Yeongdeungpo": ("Yeong-", "deungpo"), "Seongbuk": ("Seong-", "buk"), "Gwangjin": ("Gwang-", "jin"),
    "Jungnang": ("Jung-", "nang"), "Gangdong": ("Gang-", "dong"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Tile:
    """One district on the map. `pattern` numbers the region (0 for none); `marker` is `hub`, `district` or empty."""

    district: District
    x: int
    y: int
    lines_ko: tuple[str, ...]
    lines_en: tuple[str, ...]
    region: Region | None
    pattern: int
    assumed: bool
    centre: Centre | None
    marker: str


def tiles(atlas: Atlas, on: date) -> tuple[Tile, ...]:
    """The tiles of all districts on that day, row by row as they are read."""
    patterns = {code: number for number, code in enumerate(atlas.regions, 1)}
    ordered = sorted(atlas.districts.values(), key=lambda item: item.tile)
    return tuple(_tile(atlas, item, on, patterns) for item in ordered)


def size(drawn: Iterable[Tile]) -> tuple[int, int]:
    """Width and height that hold all the tiles."""
    placed = [(tile.x, tile.y) for tile in drawn]
    return max(x for x, _ in placed) + TILE, max(y for _, y in placed) + TILE


def _tile(atlas: Atlas, district: District, on: date, patterns: dict[str, int]) -> Tile:
    region = atlas.region_of(district.code, on)
    centre = atlas.centre_of(district.code, on)
    row, column = district.tile
    return Tile(
        district=district,
        x=(column - 1) * STEP,
        y=(row - 1) * STEP,
        lines_ko=(district.name_ko.removesuffix("구") if len(district.name_ko) > 2 else district.name_ko,),
        lines_en=_english_lines(district.name_en.removesuffix("-gu")),
        region=atlas.regions[region] if region else None,
        pattern=patterns[region] if region else 0,
        assumed=atlas.region_assumed(district.code, on),
        centre=centre,
        marker=marker_of(centre),
    )


def marker_of(centre: Centre | None) -> str:
    """How a centre is marked on a tile."""
    if centre is None:
        return ""
    return "hub" if centre.kind is CentreKind.HUB else "district"


def _english_lines(name: str) -> tuple[str, ...]:
    return TWO_LINES.get(name, (name,))

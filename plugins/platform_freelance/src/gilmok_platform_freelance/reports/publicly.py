"""What of a quarter may be read by anybody: counts by kind and region with small ones hidden. Pure, but for the rule
of hiding, which is the house's own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gilmok.modules.site import SMALLEST, hidden_in_list, hidden_in_table

TOGETHER = "together"
Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Shown:
    """A table for anybody: its columns (regions; none where they are not told apart), a row for each kind (`together`:
    those that are too few by themselves) with its sum and its cells, None for a hidden one; and the sum of all, None
    where that is too small itself."""

    regions: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    total: int | None

    @property
    def stored(self) -> dict[str, Any]:
        """As JSON holds it."""
        rows = [{"kind": kind, "cells": list(cells)} for kind, cells in self.rows]
        return {"regions": list(self.regions), "rows": rows, "total": self.total}


def shown(counts: Counts, kinds: Sequence[str], regions: Sequence[str]) -> Shown:
    """The counts by kind and region as anybody may see them, so that no small one can be worked out."""
    rows = filled(counts, kinds, regions)
    total = sum(sum(cells) for _kind, cells in rows)
    if is_small(total):
        return Shown((), (), None)
    joined = together(rows) or []
    apart = split([cells for _kind, cells in joined])
    lines = zip(joined, apart or [[]] * len(joined), strict=True)
    seen = tuple((kind, (sum(cells), *cells_seen)) for (kind, cells), cells_seen in lines)
    return Shown(tuple(regions) if apart else (), seen, total)


def filled(counts: Counts, kinds: Sequence[str], regions: Sequence[str]) -> list[tuple[str, list[int]]]:
    """A row for each kind that was reported, with a number for each region."""
    rows = [(kind, [counts.get((kind, region), 0) for region in regions]) for kind in kinds]
    return [(kind, cells) for kind, cells in rows if sum(cells)]


def is_small(count: int) -> bool:
    """Whether so few reports stand behind a number that it is hidden."""
    return 0 < count < SMALLEST


def together(rows: list[tuple[str, list[int]]]) -> list[tuple[str, list[int]]] | None:
    """The rows with those joined to one that could not be shown by themselves; None where nothing can be shown."""
    hidden = hidden_in_list([sum(cells) for _kind, cells in rows])
    if hidden is None:
        return None
    alone = [row for place, row in enumerate(rows) if place not in hidden]
    rest = [rows[place][1] for place in sorted(hidden)]
    return alone + ([(TOGETHER, [sum(cells) for cells in zip(*rest, strict=True)])] if rest else [])


def split(rows: list[list[int]]) -> list[list[int | None]] | None:
    """The cells of each row with the small ones hidden; None where regions cannot be told apart: there is one,
    or nothing would be left to be seen."""
    hidden = hidden_of(rows)
    if hidden is None or len(hidden) == sum(map(len, rows)):
        return None
    return [covered(cells, {column for at, column in hidden if at == row}) for row, cells in enumerate(rows)]


def hidden_of(rows: list[list[int]]) -> Collection[tuple[int, int]] | None:
    """The cells that are hidden by row and column; None where the columns cannot be told apart."""
    columns = [sum(cells) for cells in zip(*rows, strict=True)]
    return None if len(columns) < 2 or any(map(is_small, columns)) else hidden_in_table(rows)


def covered(cells: Sequence[int], hidden: Collection[int]) -> list[int | None]:
    """The cells of a row without the hidden ones."""
    return [None if column in hidden else count for column, count in enumerate(cells)]

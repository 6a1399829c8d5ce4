"""Counts as anybody who may see them sees them: small ones hidden, so that none can be worked out. Pure, but for the
rule of hiding, which is the house's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gilmok.modules.site import SMALLEST, hidden_in_list, hidden_in_table

Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Shown:
    """A table: its columns (none where they are not told apart), its rows with a cell for each column or one for all,
    None for a hidden one; and the sum of all, None where that is too small itself."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    total: int | None


def shown(counts: Counts, rows: Sequence[str], columns: Sequence[str]) -> Shown:
    """The counts by row and column, without empty lines; where the columns would give small ones away the rows alone,
    and where those would, the sum alone."""
    used = tuple(each for each in columns if any(counts.get((row, each)) for row in rows))
    lines = filled(counts, rows, used)
    total = sum(sum(cells) for _row, cells in lines)
    if 0 < total < SMALLEST:
        return Shown((), (), None)
    return split(lines, used, total) or by_row(lines, total) or Shown((), (), total)


def filled(counts: Counts, rows: Sequence[str], columns: Sequence[str]) -> list[tuple[str, list[int]]]:
    """The rows in which there is something, with a number for each column."""
    lines = [(row, [counts.get((row, each), 0) for each in columns]) for row in rows]
    return [(row, cells) for row, cells in lines if sum(cells)]


def split(lines: list[tuple[str, list[int]]], columns: tuple[str, ...], total: int) -> Shown | None:
    """The whole table; None where that cannot be shown, or no number of it would be seen."""
    hidden = hidden_in_table([cells for _row, cells in lines]) if lines else None
    if hidden is None:
        return None
    return if_seen(Shown(columns, tuple(
        (row, tuple(None if (place, at) in hidden else count for at, count in enumerate(cells)))
        for place, (row, cells) in enumerate(lines)
    ), total))


def by_row(lines: list[tuple[str, list[int]]], total: int) -> Shown | None:
    """The sums of the rows; None where those cannot be shown, or none of them would be seen."""
    sums = [sum(cells) for _row, cells in lines]
    hidden = hidden_in_list(sums) if lines else None
    if hidden is None:
        return None
    return if_seen(Shown((), tuple(
        (row, (None if place in hidden else sums[place],)) for place, (row, _cells) in enumerate(lines)
    ), total))


def if_seen(table: Shown) -> Shown | None:
    """A table in which some number is seen; None for one that hides all."""
    return table if any(any(cells) for _row, cells in table.rows) else None

"""Someone who knows all that is published and works out the rest: apart from the code that hides, and by other means.

`determined` solves the equations of sums exactly; `values_of` looks for another table that fits what is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

Equation = tuple[dict[Any, int], int]


def determined(equations: Sequence[Equation]) -> set[Any]:
    """The unknowns for which the equations leave one value: in the reduced rows, those that stand alone."""
    names = list({name: None for left, _right in equations for name in left})
    rows = [[Fraction(left.get(name, 0)) for name in names] for left, _right in equations]
    reduced: list[list[Fraction]] = []
    for column in range(len(names)):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        pivot = [value / pivot[column] for value in pivot]
        rows, reduced = (
            [[mine - row[column] * its for mine, its in zip(row, pivot, strict=True)] if row[column] else row
             for row in some]
            for some in (rows, reduced)
        )
        reduced.append(pivot)
    return {names[row.index(1)] for row in reduced if sum(map(bool, row)) == 1}


def other_tables(counts: Sequence[Sequence[int]], hidden: frozenset[tuple[int, int]]) -> Iterator[Mapping[Any, int]]:
    """Every way to fill the hidden cells with one or more each that fits the sums of rows and columns."""
    order = sorted(hidden)
    rows = {row: sum(counts[r][c] for r, c in hidden if r == row) for row, _column in hidden}
    columns = {column: sum(counts[r][c] for r, c in hidden if c == column) for _row, column in hidden}

    def fill(place: int, filled: dict[Any, int]) -> Iterator[Mapping[Any, int]]:
        if place == len(order):
            if not any(rows.values()) and not any(columns.values()):
                yield dict(filled)
            return
        row, column = order[place]
        most = min(rows[row], columns[column])
        # The last hidden cell of a row holds what is left of it.
        last = all(other != row for other, _column in order[place + 1:])
        for value in range(max(1, rows[row]) if last else 1, most + 1):
            rows[row] -= value
            columns[column] -= value
            yield from fill(place + 1, filled | {order[place]: value})
            rows[row] += value
            columns[column] += value

    yield from fill(0, {})


def known_exactly(counts: Sequence[Sequence[int]], hidden: frozenset[tuple[int, int]]) -> set[tuple[int, int]]:
    """The hidden cells that have the same value in every table that fits."""
    open_cells, known = set(), set(hidden)
    for table in other_tables(counts, hidden):
        open_cells |= {cell for cell, value in table.items() if value != counts[cell[0]][cell[1]]}
        if open_cells == known:
            return set()
    return known - open_cells

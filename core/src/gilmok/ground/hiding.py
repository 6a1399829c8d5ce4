"""Which cells of a table stay hidden, so that nobody can be recognised in it: pure, deterministic, exact.

A cell of one to four people is hidden, and with it as many others as it takes so that it can be worked out from nothing
that is shown. Five is the usual least number of a published cell in official statistics; with fewer, someone of the
workplace or the street may know who is meant. A cell of nobody is shown: it is about nobody.
"""

from collections.abc import Iterable, Iterator, Sequence

SMALLEST = 5
Cell = tuple[int, int]
Counts = Sequence[Sequence[int]]


def is_small(count: int) -> bool:
    """Whether so few people stand behind a number that it is hidden."""
    return 0 < count < SMALLEST


def hidden_in_list(counts: Sequence[int], also: Iterable[int] = ()) -> frozenset[int] | None:
    """Which of the numbers that add up to a known sum are hidden; None where none of them can be shown.

    The hidden ones together are at least five people, and more people than cells: else each would be known to be one.
    """
    hidden = {place for place, count in enumerate(counts) if is_small(count)} | set(also)
    others = [place for place in sorted(set(range(len(counts))) - hidden, key=counts.__getitem__) if counts[place]]
    while hidden and not enough(list(map(counts.__getitem__, hidden))):
        if not others:
            return None
        hidden.add(others.pop(0))
    return frozenset(hidden)


def enough(counts: Sequence[int]) -> bool:
    """Whether hidden numbers whose sum is known hide one another."""
    return len(counts) > 1 and sum(counts) >= max(SMALLEST, len(counts) + 1)


def hidden_in_table(counts: Counts) -> frozenset[Cell] | None:
    """Which cells of a table are hidden whose sums by row and column are all known; None where it cannot be shown."""
    hidden = {cell for cell in cells(counts) if is_small(counts[cell[0]][cell[1]])}
    while (open_cells := too_open(counts, hidden)) is not None:
        if not open_cells:
            return None
        hidden.add(min(open_cells, key=lambda cell: (not touches(cell, hidden), counts[cell[0]][cell[1]], cell)))
    return frozenset(hidden)


def too_open(counts: Counts, hidden: set[Cell]) -> list[Cell] | None:
    """Where more has to be hidden: the cells to choose from, none if there are none left; None if all is well."""
    left = {(row, column) for row, column in cells(counts) if counts[row][column]} - hidden
    for line in lines(counts):
        if (line & hidden) and not enough(numbers(counts, line & hidden)):
            return sorted(line & left)
    for known in sorted(derivable(counts, hidden)):
        return sorted(beside(counts, known) & left) or sorted(left)
    return None


def lines(counts: Counts) -> list[set[Cell]]:
    """The cells of each row, and of each column."""
    rows, columns = range(len(counts)), range(len(counts[0]))
    across = [{(row, column) for column in columns} for row in rows]
    return across + [{(row, column) for row in rows} for column in columns]


def numbers(counts: Counts, some: Iterable[Cell]) -> list[int]:
    """What stands in some cells."""
    return [counts[row][column] for row, column in some]


def beside(counts: Counts, cell: Cell) -> set[Cell]:
    """The cells of a cell's row and column."""
    return {other for line in lines(counts) if cell in line for other in line}


def derivable(counts: Counts, hidden: set[Cell]) -> Iterator[Cell]:
    """The hidden cells of which the sums and the shown cells leave one value only, where hidden means at least one.

    A cell has another value if people can be moved along a circle of hidden cells, one more here, one fewer there,
    without any cell falling to nobody: rows lead to columns by one more, columns to rows by one fewer.
    """
    for cell in hidden:
        row, column = ("row", cell[0]), ("column", cell[1])
        up = leads(column, row, counts, hidden - {cell})
        if not up and not (counts[cell[0]][cell[1]] > 1 and leads(row, column, counts, hidden - {cell})):
            yield cell


def leads(start: tuple[str, int], goal: tuple[str, int], counts: Counts, hidden: set[Cell]) -> bool:
    """Whether a way leads from one line to another along hidden cells."""
    seen, waiting = {start}, [start]
    while waiting:
        kind, line = waiting.pop()
        if kind == "row":
            onward = {("column", column) for row, column in hidden if row == line}
        else:
            onward = {("row", row) for row, column in hidden if column == line and counts[row][column] > 1}
        waiting += onward - seen
        seen |= onward
    return goal in seen


def touches(cell: Cell, hidden: set[Cell]) -> bool:
    """Whether both lines of a cell hold hidden cells already: hiding it there opens no new line."""
    return any(cell[0] == row for row, _ in hidden) and any(cell[1] == column for _, column in hidden)


def cells(counts: Counts) -> list[Cell]:
    """Every cell of a table."""
    return [(row, column) for row, line in enumerate(counts) for column in range(len(line))]

"""A table of a Hangul document as a grid: its cells, what each says, and its neighbours."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from gilmok.journey.documents.hangul.tree import Element, everywhere, paragraphs, said


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell: the number of its table in the document, where in it it begins, and how far it reaches."""

    table: int
    row: int
    column: int
    rows: int
    columns: int
    element: Element = field(repr=False)

    @cached_property
    def text(self) -> str:
        """What it says, in one line; without tables in it."""
        return " ".join(" ".join(said(each) for each in paragraphs(self.element)).split())

    @property
    def holds_table(self) -> bool:
        """Whether there is a table in it."""
        return next(everywhere(self.element, "tbl"), None) is not None

    @property
    def squares(self) -> Iterator[tuple[int, int]]:
        """The squares of the grid that it covers."""
        return product(range(self.row, self.row + self.rows), range(self.column, self.column + self.columns))


@dataclass(frozen=True, eq=False)
class Table:
    """A table; `before` is the line that stands above it."""

    cells: tuple[Cell, ...]
    before: str

    @cached_property
    def grid(self) -> Mapping[tuple[int, int], Cell]:
        """Which cell covers a square."""
        return {square: cell for cell in self.cells for square in cell.squares}

    @cached_property
    def width(self) -> int:
        """How many columns there are."""
        return max((cell.column + cell.columns for cell in self.cells), default=0)

    def at(self, squares: Iterable[tuple[int, int]]) -> list[Cell]:
        """The cells that cover some squares."""
        return list(filter(None, map(self.grid.get, squares)))

    def left_of(self, cell: Cell) -> Cell | None:
        """The neighbour on the left."""
        return self.grid.get((cell.row, cell.column - 1))

    def above(self, cell: Cell) -> Cell | None:
        """The neighbour above."""
        return self.grid.get((cell.row - 1, cell.column))

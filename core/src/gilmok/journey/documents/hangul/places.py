"""What of a form can be filled: free cells, the room below a label in its own cell, and {{words}} in the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gilmok.journey.documents.hangul.grid import Cell, Table
from gilmok.journey.documents.hangul.tree import Element, everywhere, said

# What stands in a cell that is still to be filled: nothing, or what a number will stand beside.
FREE = re.compile(r"[\s\u3000년월일시분원명개:.·~()/-]*")
WORD = re.compile(r"\{\{([^{}]{1,80})\}\}")
LONGEST_LABEL = 40


@dataclass(frozen=True, eq=False)
class Place:
    """A cell that can be filled, named by the cell on its `left` or `above` it, or by what it says itself (`own`): then
    what fills it comes below that. `under` is what stands over the name (신청인), the nearest first."""

    cell: Cell
    left: str = ""
    above: str = ""
    own: str = ""
    under: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What names it, the nearest first."""
        return tuple(filter(None, (self.own, self.left, self.above)))

    @property
    def inside(self) -> bool:
        """Whether it holds its own label."""
        return bool(self.own)

    @property
    def code(self) -> str:
        """Where it is: table, row and column, counted as people count."""
        return f"{self.cell.table}-{self.cell.row + 1}-{self.cell.column + 1}{'+' if self.inside else ''}"


def places_of(tables: Iterable[Table]) -> list[Place]:
    """Every place of the tables, in the order of the text."""
    return [place for table in tables for cell in table.cells for place in of_cell(table, cell)]


def of_cell(table: Table, cell: Cell) -> Iterator[Place]:
    """What a cell is: a free one that its neighbours name, a label with room below it, or neither."""
    if cell.holds_table:
        return
    if FREE.fullmatch(cell.text):
        left, above = table.left_of(cell), table.above(cell)
        named_by = left if label_of(left) else above if label_of(above) else cell
        yield Place(cell, label_of(left), label_of(above), under=headings(table, named_by or cell))
    elif label_of(cell):
        yield Place(cell, own=cell.text, under=headings(table, cell))


def label_of(cell: Cell | None) -> str:
    """What a cell says, if that may be a label."""
    said = cell.text if cell else ""
    return "" if FREE.fullmatch(said) or len(said) > LONGEST_LABEL or "{{" in said else said


def headings(table: Table, label: Cell) -> tuple[str, ...]:
    """What stands over a label, the nearest first: on its left, above it across the table, and above the table."""
    left = table.at((label.row, column) for column in range(label.column - 1, -1, -1))
    over = table.at((row, 0) for row in range(label.row - 1, -1, -1))
    found = [*left, *filter(lambda each: each.columns == table.width, over)]
    said = dict.fromkeys([*(each.text for each in found), table.before])
    return tuple(each for each in said if 0 < len(each) <= LONGEST_LABEL)


def words_in(roots: Iterable[Element]) -> list[str]:
    """The {{words}} of the text, each once, without their braces."""
    texts = (said(paragraph) for root in roots for paragraph in everywhere(root, "p"))
    return list(dict.fromkeys(word.strip() for text in texts for word in WORD.findall(text)))

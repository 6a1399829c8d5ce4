"""Finding the tables of a Hangul document, each cell with the coordinates that it gives itself."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from gilmok.journey.documents.hangul.grid import Cell, Table
from gilmok.journey.documents.hangul.refusals import NotWellMade, TooMuch
from gilmok.journey.documents.hangul.tree import Element, below, everywhere, kind, said

MOST_SQUARES, FURTHEST = 10_000, 500
NUMBER = re.compile(r"[0-9]{1,4}")


def tables_of(roots: Iterable[Element]) -> list[Table]:
    """Every table of the document, those within cells too, in the order of the text."""
    elements = [each for root in roots for each in everywhere(root, "tbl")]
    tables = [Table(tuple(cells_of(each, number)), line_before(each)) for number, each in enumerate(elements, start=1)]
    if sum(cell.rows * cell.columns for table in tables for cell in table.cells) > MOST_SQUARES:
        raise TooMuch
    return tables


def cells_of(table: Element, number: int) -> Iterator[Cell]:
    """The cells of one table; raises NotWellMade for numbers that no table has."""
    for element in below(table, "tr", "tc"):
        row, column = numbers(element, "cellAddr", "rowAddr", "colAddr", least=0)
        rows, columns = numbers(element, "cellSpan", "rowSpan", "colSpan", least=1)
        yield Cell(number, row, column, rows, columns, element)


def numbers(element: Element, child: str, first: str, second: str, *, least: int) -> tuple[int, int]:
    """Two numbers that a cell says of itself."""
    told: Element = next((each for each in element if kind(each) == child), {})
    values = [str(told.get(name, least)) for name in (first, second)]
    if not all(NUMBER.fullmatch(value) and least <= int(value) <= FURTHEST for value in values):
        raise NotWellMade
    return int(values[0]), int(values[1])


def line_before(table: Element) -> str:
    """The last words before a table: on its own line, or on the one above."""
    for paragraph in (each for each in table.iterancestors() if kind(each) == "p"):
        lines = (paragraph, *islice(paragraph.itersiblings(preceding=True), 2))
        return next(filter(None, (said(each).strip() for each in lines if kind(each) == "p")), "")
    return ""

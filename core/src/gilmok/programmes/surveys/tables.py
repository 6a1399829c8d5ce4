"""A table of a survey as it is shown and published: a value, with its hidden cells empty."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from gilmok.ground.entries import value_of
from gilmok.programmes.surveys.questions import Kind, Question, Words

COUNTS, NUMBERS, NOTHING = "counts", "numbers", "nothing"


@dataclass(frozen=True)
class Row:
    """A line of a table; None is a hidden cell. Of a list, `cells` is one number; of a table by a dimension, the sum of
    the line comes first."""

    label: Words
    cells: tuple[float | None, ...]


@dataclass(frozen=True)
class Table:
    """What was answered to a question, by the answers to the question `by` or by none.

    `kind`: `counts`, `numbers` (the columns of `spread`), or `nothing` where too few answered. `answered`: how many
    did, `columns` and `sums`: the groups and how many each has.
    """

    question: str
    by: str
    kind: str
    title: Words
    by_title: Words
    unit: Words
    answered: int
    columns: tuple[Words, ...] = ()
    sums: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    several: bool = False
    scale: bool = False

    @property
    def name(self) -> str:
        """What it is chosen by in a report: `q3`, `q3.q1`."""
        return f"{self.question}.{self.by}" if self.by else self.question

    @property
    def hidden(self) -> int:
        """How many cells are hidden."""
        return sum(cell is None for row in self.rows for cell in row.cells)

    @property
    def mean(self) -> float | None:
        """The mean of a scale; None where a cell is hidden, for it could be worked out from the mean."""
        if not self.scale or self.by or self.hidden or not self.answered:
            return None
        points = sum(place * (row.cells[0] or 0) for place, row in enumerate(self.rows, 1))
        return round(points / self.answered, 2)

    @property
    def shares(self) -> Iterator[tuple[float | None, ...]]:
        """Of each row, the cells in percent of those who answered, in each group of the group."""
        bases = (self.answered, *self.sums)
        for row in self.rows:
            yield tuple(
                None if cell is None or not base else round(100 * cell / base, 1)
                for cell, base in zip(row.cells, bases, strict=False)
            )


def made(question: Question, answered: int, rows: Iterable[Row] = (), *, by: Question | None = None,
         kind: str = NOTHING, **more: Any) -> Table:
    """The table of a question with these rows; without a kind, one that shows nothing."""
    return Table(
        question=question.key, by=by.key if by else "", kind=kind, title=question.words,
        by_title=by.words if by else Words(""), unit=question.unit, answered=answered, rows=tuple(rows),
        several=question.kind is Kind.SEVERAL, scale=question.kind is Kind.SCALE, **more,
    )


def kept(tables: Iterable[Table]) -> list[dict[str, Any]]:
    """The tables as they are published; a hidden cell is null."""
    return [asdict(each) for each in tables]


def read_tables(published: Iterable[dict[str, Any]]) -> list[Table]:
    """The tables from what was published."""
    return [
        replace(value_of(Table, {**each, "rows": []}, "table"), rows=tuple(map(read_row, each["rows"])))
        for each in published
    ]


def read_row(line: dict[str, Any]) -> Row:
    """A line from what was published: its numbers, and nothing where a cell is hidden."""
    return Row(Words(**line["label"]), tuple(line["cells"]))

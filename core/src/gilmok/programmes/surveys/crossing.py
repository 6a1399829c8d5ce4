"""A question's answers by the groups of a dimension, with the cells hidden that are small or would give one away."""

from collections.abc import Mapping, Sequence
from typing import Any

from gilmok.ground.hiding import hidden_in_list, hidden_in_table, is_small
from gilmok.programmes.surveys.groups import Group, counts_of, groups_of, joined
from gilmok.programmes.surveys.questions import Kind, Question, Words
from gilmok.programmes.surveys.tables import COUNTS, Row, Table, made

Answers = Sequence[Mapping[str, Any]]
Lines = list[tuple[Words, list[int]]]


def crossed(question: Question, by: Question, answers: Answers) -> Table:
    """The answers to `question` in lines, the groups of `by` in columns; the sum of a line comes first."""
    answered = sum(question.key in each for each in answers)
    groups = groups_of(question, by, answers)
    if groups is None:
        return made(question, answered, by=by)
    rows = several_rows(question, groups) if question.kind is Kind.SEVERAL else single_rows(question, groups)
    if rows is None:
        return made(question, answered, by=by)
    return made(
        question, answered, rows, by=by, kind=COUNTS, columns=tuple(group.label for group in groups),
        sums=tuple(len(group.answers) for group in groups),
    )


def single_rows(question: Question, groups: Sequence[Group]) -> list[Row] | None:
    """The lines of answers that exclude one another; None where the table cannot be shown."""
    lines = together(question, groups)
    hidden = hidden_in_table([counts for _label, counts in lines]) if lines else None
    if lines is None or hidden is None:
        return None
    return [
        Row(label, (sum(counts), *(None if (place, at) in hidden else count for at, count in enumerate(counts))))
        for place, (label, counts) in enumerate(lines)
    ]


def together(question: Question, groups: Sequence[Group]) -> Lines | None:
    """The numbers by line and group; the lines that the list of the question hides are one line."""
    every = lines_of(question, groups)
    hidden = hidden_in_list([sum(counts) for _label, counts in every])
    if hidden is None:
        return None
    shown = [line for place, line in enumerate(every) if place not in hidden]
    if hidden:
        labels, counts = zip(*(every[place] for place in sorted(hidden)), strict=True)
        shown.append((joined(labels), list(map(sum, zip(*counts, strict=True)))))
    return shown


def lines_of(question: Question, groups: Sequence[Group]) -> Lines:
    """How often each answer was chosen in each group."""
    by_group = [counts_of(question, group.answers) for group in groups]
    return [*zip(question.choices, map(list, zip(*by_group, strict=True)), strict=True)]


def several_rows(question: Question, groups: Sequence[Group]) -> list[Row]:
    """The lines of answers of which several may be chosen: each is a table of its own, who chose it and who did not."""
    sizes = [len(group.answers) for group in groups]
    return [Row(label, several_cells(counts, sizes)) for label, counts in lines_of(question, groups)]


def several_cells(counts: list[int], sizes: list[int]) -> tuple[int | None, ...]:
    """The sum and the cells of one answer: who chose it, where it may be shown."""
    others = [size - count for size, count in zip(sizes, counts, strict=True)]
    hidden = hidden_in_table([counts, others])
    if hidden is None or is_small(sum(counts)) or is_small(sum(others)):
        return (None,) * (len(counts) + 1)
    return (sum(counts), *(None if (0, at) in hidden else count for at, count in enumerate(counts)))


def turned(table: Table, question: Question, by: Question) -> Table:
    """The same table with lines and columns changed over, so that both ways show the same cells."""
    rows = [
        Row(label, (total, *(row.cells[at] for row in table.rows)))
        for at, (label, total) in enumerate(zip(table.columns, table.sums, strict=True), 1)
    ]
    return made(
        question, table.answered, rows, by=by, kind=table.kind, columns=tuple(row.label for row in table.rows),
        sums=tuple(int(row.cells[0] or 0) for row in table.rows),
    )

"""Small cells of a survey's tables: hidden, and not to be worked out from anything that is shown."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some
from support.attacker import Equation, determined, known_exactly
from support.surveys import AGE, ALL, CONTRACT, HARD, PAY, TRADE

from gilmok.ground.hiding import SMALLEST, hidden_in_list, hidden_in_table, is_small
from gilmok.programmes.surveys.counting import by_dimension, listed, tables_of
from gilmok.programmes.surveys.groups import NO_ANSWER

counts = some.integers(0, 7)
lists = some.lists(some.integers(0, 12), min_size=1, max_size=6)
tables = some.integers(2, 3).flatmap(lambda wide: some.lists(
    some.lists(counts, min_size=wide, max_size=wide), min_size=2, max_size=3,
))
wide_tables = some.integers(2, 6).flatmap(lambda wide: some.lists(
    some.lists(some.integers(0, 30), min_size=wide, max_size=wide), min_size=2, max_size=6,
))


def sheet(trade: Any, age: Any, contract: Any, pay: Any, hard: Any) -> dict[str, Any]:
    """One sheet; None is a question that was left open."""
    given = {"q1": trade, "q2": age, "q3": contract, "q4": pay, "q5": hard}
    return {key: value for key, value in given.items() if value}


sheets = some.lists(
    some.builds(
        sheet, some.sampled_from(["1", "1", "1", "2", "2", "3", "4", None]),
        some.sampled_from(["1", "2", "2", "3", None]),
        some.sampled_from(["1", "1", "2", "2", "3", None]), some.integers(1, 900),
        some.sampled_from([["1"], ["1", "2"], ["2"], ["3"], ["1", "2", "4"]]),
    ),
    min_size=5, max_size=90,
)


@given(lists)
def test_in_a_list_every_small_number_is_hidden_and_none_can_be_worked_out(numbers: list[int]) -> None:
    hidden = hidden_in_list(numbers)
    if hidden is not None:
        assert {place for place, number in enumerate(numbers) if is_small(number)} <= hidden
        together = sum(numbers[place] for place in hidden)
        # Of several hidden numbers, each may be one more if another may be one fewer, and still be one at least.
        assert not hidden or (len(hidden) > 1 and together >= SMALLEST and together > len(hidden))


@settings(max_examples=60)
@given(tables)
def test_in_a_table_no_hidden_cell_has_one_value_only(rows: list[list[int]]) -> None:
    hidden = hidden_in_table(rows)
    if hidden is not None:
        small = {(r, c) for r, row in enumerate(rows) for c, number in enumerate(row) if is_small(number)}
        assert small <= hidden
        assert known_exactly(rows, hidden) == set()


@given(wide_tables)
def test_in_a_wide_table_the_sums_determine_no_hidden_cell(rows: list[list[int]]) -> None:
    hidden = hidden_in_table(rows)
    if hidden:
        equations: list[Equation] = [({cell: 1 for cell in hidden if cell[0] == row}, 0) for row, _ in hidden]
        equations += [({cell: 1 for cell in hidden if cell[1] == column}, 0) for _, column in hidden]
        assert determined(equations) == set()


@pytest.mark.parametrize(("numbers", "hidden"), [
    ([20, 9, 3], {1, 2}),
    ([20, 9, 3, 2], {2, 3}),
    ([20, 0, 8], set()),
    ([1, 1, 1, 1, 1, 30], {0, 1, 2, 3, 4, 5}),
    ([3], None),
    ([3, 1], None),
])
def test_what_a_list_hides(numbers: list[int], hidden: set[int] | None) -> None:
    assert hidden_in_list(numbers) == hidden


def test_four_cells_of_one_would_give_each_other_away_so_that_more_is_hidden() -> None:
    rows = [[1, 1, 20], [1, 1, 20], [20, 20, 20]]
    assert known_exactly(rows, frozenset({(0, 0), (0, 1), (1, 0), (1, 1)}))
    hidden = hidden_in_table(rows)
    assert hidden is not None
    assert known_exactly(rows, hidden) == set()


def equations_of(answers: list[dict[str, Any]], question: Any, by: Any) -> list[Equation]:
    """What the lists of both questions and both ways to cross them tell of the cells: who answered what and what."""
    said: list[Equation] = []
    codes, groups = [*question.codes, None], [*by.codes, None]
    for one, lines, others in ((question, codes, groups), (by, groups, codes)):
        table = listed(one, answers)
        cell = (lambda a, b: (a, b)) if one is question else (lambda a, b: (b, a))
        said.append(({cell(line, other): 1 for line in lines if line for other in others}, table.answered))
        said += [({**{cell(code, other): 1 for other in others}, (one.key, code): -1}, 0) for code in one.codes]
        for code, row in zip(one.codes, table.rows, strict=False):
            if row.cells[0] is not None:
                said.append(({cell(code, other): 1 for other in others}, int(row.cells[0])))
    for above, below in ((question, by), (by, question)):
        if below.dimension:
            said += told_by_table(by_dimension((TRADE, AGE, CONTRACT), above, below, answers), above, below, question)
    return said


def told_by_table(table: Any, above: Any, below: Any, question: Any) -> list[Equation]:
    """What one table tells: each number that it shows is the sum of the cells of its line and its group."""
    said: list[Equation] = []

    def codes(one: Any, label: Any) -> list[Any]:
        known = [*zip(one.codes, one.choices, strict=True), (None, NO_ANSWER)]
        return [code for code, words in known if words.ko in label.ko.split(" + ")]

    for row in table.rows:
        for column, number in zip([None, *table.columns], row.cells, strict=True):
            if number is not None:
                across = codes(below, column) if column else [*below.codes, None]
                cells = [(a, b) for a in codes(above, row.label) for b in across]
                said.append(({cell if above is question else cell[::-1]: 1 for cell in cells}, int(number)))
    return said


# One who left the trade open is alone of their age: a group that is named without that age would tell.
ALONE = [*[sheet("1", "1", "1", 1, ["1"])] * 15, *[sheet("1", "2", "1", 1, ["1"])] * 5, sheet(None, "3", "1", 1, ["1"])]


@settings(max_examples=60)
@given(sheets)
@example(ALONE)
def test_lists_and_tables_of_one_pair_together_determine_no_small_cell(answers: list[dict[str, Any]]) -> None:
    for question, by in ((CONTRACT, TRADE), (TRADE, AGE)):
        known = determined(equations_of(answers, question, by))
        for one in (question, by):
            totals = {code: sum(each.get(one.key) == code for each in answers) for code in one.codes}
            assert not [code for code, total in totals.items() if is_small(total) and (one.key, code) in known]
        for code in question.codes:
            for group in by.codes:
                number = sum(each.get(question.key) == code and each.get(by.key) == group for each in answers)
                assert not is_small(number) or (code, group) not in known


@settings(max_examples=60)
@given(sheets)
def test_no_table_shows_a_small_number_and_both_ways_show_the_same(answers: list[dict[str, Any]]) -> None:
    for table in tables_of(ALL, answers):
        if table.kind == "counts":
            assert not [cell for row in table.rows for cell in row.cells if cell is not None and is_small(int(cell))]
            assert not [total for total in table.sums if is_small(total)]
    one, other = by_dimension(ALL, TRADE, AGE, answers), by_dimension(ALL, AGE, TRADE, answers)
    assert [list(row.cells[1:]) for row in other.rows] == [
        list(column) for column in zip(*(row.cells[1:] for row in one.rows), strict=True)
    ]


@settings(max_examples=60)
@given(sheets)
def test_the_groups_of_numbers_are_five_at_least_and_all_who_answered(answers: list[dict[str, Any]]) -> None:
    table = by_dimension(ALL, PAY, TRADE, answers)
    sizes = [row.cells[0] for row in table.rows]
    assert not table.rows or (min(sizes) >= SMALLEST and sum(sizes) == table.answered)


@settings(max_examples=60)
@given(sheets)
def test_of_several_answers_few_who_did_not_choose_one_are_hidden_too(answers: list[dict[str, Any]]) -> None:
    for table in (listed(HARD, answers), by_dimension(ALL, HARD, TRADE, answers)):
        for row in table.rows:
            bases = (table.answered, *table.sums)
            shown = [(base, cell) for base, cell in zip(bases, row.cells, strict=False) if cell is not None]
            assert not [each for each in shown if is_small(int(each[0] - each[1]))]

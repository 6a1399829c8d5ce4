"""A sheet as it is read, and what is said of numbers: plain functions."""

import json
from dataclasses import replace
from datetime import date
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as some
from support.surveys import ALL, HARD, PAY, TRADE, WISH

from gilmok.programmes.surveys.counting import listed
from gilmok.programmes.surveys.question_form import as_typed, line_of, read_question, words_of
from gilmok.programmes.surveys.questions import Question, Words, languages_of, read_questions, stored
from gilmok.programmes.surveys.reading import Fault, read_sheet
from gilmok.programmes.surveys.rules import in_the_way, response_rate, takes_answers
from gilmok.programmes.surveys.spread import COLUMNS, figures
from gilmok.programmes.surveys.tables import kept, read_tables

numbers = some.lists(some.integers(0, 10_000_000), max_size=60)


@pytest.mark.parametrize(("typed", "fault"), [
    ({"q1": ["9"]}, Fault.NOT_LISTED), ({"q1": ["1 2"]}, Fault.ONE_ONLY), ({"q4": ["많이"]}, Fault.NO_NUMBER),
    ({"q4": ["21000000"]}, Fault.RANGE), ({"q7": ["가" * 2001]}, Fault.LONG), ({"q5": ["1", "x"]}, Fault.NOT_LISTED),
    ({"q7": ["900101-1234567"]}, Fault.IDENTIFIER), ({"q1": [" "]}, Fault.EMPTY),
])
def test_what_is_wrong_with_an_answer(typed: dict[str, list[str]], fault: Fault) -> None:
    _sheet, faults = read_sheet(ALL, typed)
    assert list(faults.values()) == [fault]


@pytest.mark.parametrize(("typed", "read"), [
    ({"q4": ["2,400,000원"]}, {"q4": 2400000.0}), ({"q4": ["２４"]}, {"q4": 24.0}),
    ({"q5": ["3,1 3"]}, {"q5": ["1", "3"]}),
    ({"q5": ["2", "1"]}, {"q5": ["1", "2"]}), ({"q6": ["5"]}, {"q6": "5"}), ({"q1": ["\x002"]}, {"q1": "2"}),
])
def test_an_answer_is_read_as_it_is_meant(typed: dict[str, list[str]], read: dict[str, object]) -> None:
    assert read_sheet(ALL, typed)[0].answers == read


@given(some.dictionaries(some.sampled_from([each.key for each in ALL]), some.lists(some.text(max_size=40), max_size=3)))
def test_whatever_is_typed_is_read_or_refused_and_every_answer_fits_its_question(typed: dict[str, list[str]]) -> None:
    sheet, faults = read_sheet(ALL, typed)
    assert not set(faults) & {*sheet.answers, *sheet.texts}
    assert set(sheet.answers.get("q5", ())) <= set(HARD.codes)
    assert sheet.answers.get("q1", "1") in TRADE.codes
    assert PAY.least <= sheet.answers.get("q4", 0) <= PAY.most
    assert set(sheet.texts) <= {WISH.key}


@given(numbers)
def test_figures_are_shown_only_where_enough_people_stand_behind_them(given_numbers: list[int]) -> None:
    shown = dict(zip(COLUMNS, figures(given_numbers), strict=True))
    count = len(given_numbers)
    assert (shown["mean"] is None) == (count < 5)
    assert (shown["median"] is None) == (count < 10)
    assert (shown["quartile_1"] is None) == (shown["quartile_3"] is None) == (count < 20)
    assert shown["outliers"] not in {1, 2, 3, 4}
    assert shown["mean"] is None or shown["mean"] == pytest.approx(fmean(given_numbers), abs=0.51)


def test_outliers_are_named_by_the_fences_of_the_quartiles_and_stay_in_the_mean() -> None:
    shown = dict(zip(COLUMNS, figures([*range(100, 140), 900, 900, 900, 900, 900]), strict=True))
    assert (shown["outliers"], shown["mean"]) == (5, 206.2)
    assert figures([*range(100, 140), 900])[COLUMNS.index("outliers")] is None


def test_the_mean_of_a_scale_is_shown_only_where_nothing_is_hidden() -> None:
    content = ALL[5]
    open_table = listed(content, [{"q6": point} for point in "11111222223333344444"])
    hiding = listed(content, [{"q6": point} for point in "11111222223333344"])
    assert (open_table.mean, hiding.mean) == (2.5, None)


def test_questions_and_tables_are_the_same_after_they_were_kept() -> None:
    assert read_questions(json.loads(json.dumps(stored(ALL)))) == ALL
    tables = [listed(TRADE, [{"q1": "1"}] * 9 + [{"q1": "2"}] * 2 + [{"q1": "3"}] * 7)]
    assert read_tables(json.loads(json.dumps(kept(tables)))) == tables


@pytest.mark.parametrize("question", ALL, ids=lambda each: each.kind)
def test_a_question_is_the_same_after_its_form(question: Question) -> None:
    read, errors = read_question(as_typed(question))
    assert errors == {}
    assert read == replace(question, key="")


def test_a_line_holds_a_text_in_as_many_languages_as_were_written() -> None:
    assert words_of("봉제 | Sewing") == Words("봉제", "Sewing")
    assert line_of(Words("봉제", "", "缝纫")) == "봉제 |  | 缝纫"
    assert words_of("봉제 |  | 缝纫") == Words("봉제", "", "缝纫")


def test_a_language_is_offered_once_every_question_has_it() -> None:
    assert languages_of(ALL) == ["ko", "en"]
    assert languages_of([*ALL, Question("q8", TRADE.kind, Words("더"))]) == ["ko"]


@pytest.mark.parametrize(("answered", "asked", "rate"), [(57, 210, 27.1), (5, None, None), (9, 5, None), (0, 10, 0.0)])
def test_a_response_rate_is_known_where_it_is_known_how_many_were_asked(
    answered: int, asked: int | None, rate: float | None
) -> None:
    assert response_rate(answered, asked) == rate


def test_a_survey_opens_with_questions_and_a_day_left_and_takes_answers_within_its_period() -> None:
    from_day, to_day, after = (date(2026, 5, day) for day in (1, 30, 31))
    assert in_the_way((), to_day, after)
    assert in_the_way(ALL, to_day, to_day) == []
    assert takes_answers("open", from_day, to_day, to_day)
    assert not takes_answers("open", from_day, to_day, after)
    assert not takes_answers("closed", from_day, to_day, to_day)

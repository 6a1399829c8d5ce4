"""Days as people type them, and as pages say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.ground.formats import dates
from gilmok.ground.formats.dates import read_date, say_date, say_due, say_short
from gilmok.ground.formats.mistakes import FormatError

TODAY = date(2025, 10, 15)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("text", [
    "20250302", "2025.3.2", "2025. 3. 2.", "2025. 03. 02", "25-3-2", "25.03.02", "'25.3.2", "250302", "2025/03/02",
    "2025-03-02", "2025–3–2", "2025년 3월 2일", "2025년3월2일", "2025년 3월 2 일", "25년 3월 2일", "3월 2일",
    "3월2일", "3.2", "3/2",
    "2025. 3. 2.(일)", "2025-03-02 일요일", "3월 2일 (일)", "２０２５．３．２", "2025\u200b0302", " 2025 3 2 ",
    "올해 3월 2일",
    "2 March 2025 (Sun)", "March 2, 2025", "2 Mar 2025",
])
def test_a_day_is_read_in_every_usual_form(text: str) -> None:
    assert read_date(text, today=TODAY) == date(2025, 3, 2)


@pytest.mark.parametrize(("text", "days"), [
    ("오늘", 0), ("어제", -1), ("그저께", -2), ("그제", -2), ("yesterday", -1), ("3일 전", -3), ("2주 전", -14),
    ("내일", 1),
])
def test_a_day_is_counted_from_today(text: str, days: int) -> None:
    assert read_date(text, today=TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(("text", "day"), [
    ("작년 3월 2일", date(2024, 3, 2)), ("지난달 25일", date(2025, 9, 25)), ("이번 달 3일", date(2025, 10, 3)),
])
def test_a_named_year_or_month_is_read(text: str, day: date) -> None:
    assert read_date(text, today=TODAY) == day


@pytest.mark.parametrize(("text", "day"), [
    ("지난주 금요일", date(2025, 10, 10)), ("지난 주 금요일", date(2025, 10, 10)),
    ("저번주 월요일", date(2025, 10, 6)),
    ("이번 주 월요일", date(2025, 10, 13)), ("이번주 금요일", date(2025, 10, 17)),
    ("지난주 일요일", date(2025, 10, 12)),
    ("지지난주 수요일", date(2025, 10, 1)), ("다음 주 화요일", date(2025, 10, 21)),
    ("last week, Friday", date(2025, 10, 10)),
])
def test_a_weekday_of_a_named_week_is_read(text: str, day: date) -> None:
    assert read_date(text, today=TODAY) == day


def test_a_month_named_in_january_may_lie_in_the_year_before() -> None:
    assert read_date("지난달 25일", today=date(2025, 1, 3)) == date(2024, 12, 25)


def test_a_day_without_a_year_is_the_latest_that_has_come() -> None:
    assert read_date("10월 15일", today=TODAY) == date(2025, 10, 15)
    assert read_date("10월 16일", today=TODAY) == date(2024, 10, 16)
    assert read_date("2.29", today=TODAY) == date(2024, 2, 29)


def test_looking_ahead_a_day_without_a_year_is_the_next_to_come() -> None:
    assert read_date("10월 15일", today=TODAY, ahead=True) == date(2025, 10, 15)
    assert read_date("3월 2일", today=TODAY, ahead=True) == date(2026, 3, 2)


def test_two_digits_of_a_year_mean_the_nearest_that_has_come() -> None:
    assert read_date("90.10.10", today=TODAY) == date(1990, 10, 10)
    assert read_date("25.10.15", today=TODAY) == date(2025, 10, 15)
    assert read_date("27.1.2", today=TODAY, ahead=True) == date(2027, 1, 2)


def test_two_digits_that_may_be_a_slip_are_asked_for_again() -> None:
    with pytest.raises(FormatError, match="year with four digits"):
        read_date("25.12.1", today=TODAY)


@pytest.mark.parametrize(("text", "says"), [
    ("2025.13.1", dates.NO_SUCH_DAY), ("2025-02-30", dates.NO_SUCH_DAY), ("2.30", dates.NO_SUCH_DAY),
    ("0000-01-01", dates.NO_SUCH_DAY), ("9999-01-01", dates.NO_SUCH_DAY), ("작년 2월 29일", dates.NO_SUCH_DAY),
    ("2025. 3. 2.(월)", dates.OTHER_WEEKDAY), ("2 March 2025 (Mon)", dates.OTHER_WEEKDAY),
    ("", dates.UNREADABLE), ("일", dates.UNREADABLE), ("2025.3", dates.WHICH_DAY), ("02/03/2025", dates.UNREADABLE),
    ("언젠가", dates.UNREADABLE),
    ("작년 5월", dates.WHICH_DAY), ("2026년 3월", dates.WHICH_DAY), ("3월", dates.WHICH_DAY),
    ("지난달", dates.WHICH_DAY),
    ("지난주", dates.UNREADABLE), ("지난 금요일", dates.UNREADABLE),
    ("0302", dates.UNREADABLE), ("1 Foo 2025", dates.UNREADABLE),
    ("2025.3.2" * 9, dates.UNREADABLE),
])
def test_what_is_no_day_says_how_to_write_one(text: str, says: str) -> None:
    with pytest.raises(FormatError) as error:
        read_date(text, today=date(2024, 5, 1))
    assert error.value.text == says


@given(DAYS, st.sampled_from(["ko", "en"]))
def test_a_day_is_read_back_as_it_is_said(day: date, language: str) -> None:
    assert read_date(say_date(day, language), today=TODAY) == day
    assert read_date(say_short(day, language), today=TODAY) == day


def outcome(text: str) -> date | str:
    try:
        return read_date(text, today=TODAY)
    except FormatError as error:
        return error.text


@given(st.text(alphabet="0123456789.-/ 년월일작올해지난달이번주금요(일)전today", max_size=45))
def test_any_text_is_a_day_or_a_sentence(text: str) -> None:
    known = {dates.UNREADABLE, dates.NO_SUCH_DAY, dates.OTHER_WEEKDAY, dates.WHICH_YEAR, dates.WHICH_DAY}
    assert isinstance(outcome(text), date) or outcome(text) in known


def test_days_are_said_in_both_languages() -> None:
    assert say_date(date(2025, 3, 2)) == "2025년 3월 2일(일)"
    assert say_date(date(2025, 3, 2), "en") == "2 March 2025 (Sun)"
    assert say_short(date(2025, 3, 2)) == "2025. 3. 2."
    assert say_short(date(2025, 3, 2), "en") == "2 Mar 2025"


@pytest.mark.parametrize(("days", "korean", "english"), [
    (3, "D-3", "3 days left"), (1, "D-1", "1 day left"), (0, "오늘", "today"), (-1, "1일 지남", "1 day overdue"),
    (-3, "3일 지남", "3 days overdue"),
])
def test_a_due_day_is_said_in_words(days: int, korean: str, english: str) -> None:
    due = TODAY + timedelta(days=days)
    assert say_due(due, today=TODAY) == korean
    assert say_due(due, today=TODAY, language="en") == english

"""When it is asked whether somebody stayed, and what an opening pays an hour beside the minimum wage."""

from datetime import date
from decimal import Decimal

import pytest

from gilmok.programmes.employment.checks import after, to_ask
from gilmok.programmes.employment.models import JobOpening
from gilmok.programmes.employment.wages import compared

HIRED = date(2026, 1, 31)


@pytest.mark.parametrize(("on", "answers", "asked"), [
    (date(2026, 2, 27), {}, None),
    (date(2026, 2, 28), {}, 1),
    (date(2026, 3, 15), {1: "there"}, None),
    (date(2026, 4, 30), {1: "there"}, 3),
    (date(2026, 4, 30), {}, 3),
    (date(2026, 8, 1), {1: "unknown", 3: "unknown"}, 6),
    (date(2026, 8, 1), {1: "left"}, None),
    (date(2027, 1, 31), {}, None),
])
def test_what_is_asked_follows_from_the_first_day_of_work(on: date, answers: dict[int, str], asked: int | None) -> None:
    assert to_ask(HIRED, answers, on) == asked


def test_a_month_without_that_day_ends_earlier() -> None:
    assert [after(HIRED, months) for months in (1, 3)] == [date(2026, 2, 28), date(2026, 4, 30)]
    assert after(date(2025, 11, 15), 3) == date(2026, 2, 15)


@pytest.mark.parametrize(("pay", "unit", "hours", "hourly", "below"), [
    (10_320, "hour", {}, "10320", False),
    (10_319, "hour", {}, "10319", True),
    (80_000, "day", {"hours_day": Decimal(8)}, "10000", True),
    (80_000, "day", {}, None, False),
    (2_156_880, "month", {"hours_week": Decimal(40)}, "10320", False),
    (2_156_000, "month", {"hours_week": Decimal(40)}, "10315.79", True),
    (3_000, "piece", {}, None, False),
    (None, "hour", {}, None, False),
])
def test_the_pay_is_compared_with_the_minimum_wage_of_that_year(
    pay: int | None, unit: str, hours: dict[str, Decimal], hourly: str | None, below: bool
) -> None:
    found = compared(JobOpening(pay=pay, pay_unit=unit, **hours), date(2026, 6, 1))
    assert found.minimum == 10_320
    assert found.hourly == (hourly and Decimal(hourly))
    assert found.below is below


def test_next_years_minimum_wage_counts_next_year() -> None:
    opening = JobOpening(pay=10_500, pay_unit="hour")
    assert [compared(opening, date(year, 1, 1)).below for year in (2026, 2027)] == [False, True]

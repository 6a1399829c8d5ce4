"""Working days: the public holidays of Korea as the decrees have them, and properties of every count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.law.calendar import Calendar
from gilmok.law.counting import Period, end_of
from gilmok.law.dated import Count, Kind
from gilmok.law.limits import run
from gilmok.law.shipped import shipped

CALENDAR = Calendar()
# As printed in the statutes and decrees: substitute, election and temporary holidays included.
HOLIDAYS = {
    2024: "1/1 2/9 2/10 2/11 2/12 3/1 4/10 5/5 5/6 5/15 6/6 8/15 9/16 9/17 9/18 10/1 10/3 10/9 12/25",
    2025: "1/1 1/27 1/28 1/29 1/30 3/1 3/3 5/5 5/6 6/3 6/6 8/15 10/3 10/5 10/6 10/7 10/8 10/9 12/25",
    2026: "1/1 2/16 2/17 2/18 3/1 3/2 5/1 5/5 5/24 5/25 6/3 6/6 7/17 8/15 8/17 9/24 9/25 9/26 10/3 10/5 10/9 12/25",
    2027: "1/1 2/6 2/7 2/8 2/9 3/1 5/1 5/3 5/5 5/13 6/6 7/17 7/19 8/15 8/16 9/14 9/15 9/16 10/3 10/4 10/9 10/11"
          " 12/25 12/27",
}
DAYS = st.dates(date(2019, 1, 1), date(2035, 12, 31))
LIMITS = st.sampled_from([each for each in shipped().limits if each.period])
FORWARDS = st.sampled_from([
    each for each in shipped().limits if each.period and each.count is not Count.BEFORE and each.kind is not Kind.NONE
])
PERIODS = st.builds(Period, st.integers(1, 60), st.sampled_from(["day", "month", "year"]))


@pytest.mark.parametrize("year", HOLIDAYS)
def test_the_holidays_of_a_year_are_those_of_the_decree(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(366)]
    found = [f"{day.month}/{day.day}" for day in days if day.year == year and CALENDAR.holiday(day)]
    assert found == HOLIDAYS[year].split()


@pytest.mark.parametrize(("start", "period", "end"), [
    ("2025-08-31", "6 months", "2026-02-28"),   # no 31 February
    ("2024-02-29", "1 year", "2025-02-28"),
    ("2023-08-30", "6 months", "2024-02-29"),
    ("2024-01-31", "1 month", "2024-02-29"),
    ("2024-03-01", "1 year", "2025-02-28"),
    ("2023-03-01", "1 year", "2024-02-29"),
    ("2026-12-01", "3 months", "2027-02-28"),
    ("2026-01-01", "1 day", "2026-01-01"),
])
def test_months_end_before_the_corresponding_day_or_with_a_shorter_month(start: str, period: str, end: str) -> None:
    assert end_of(date.fromisoformat(start), Period.read(period)) == date.fromisoformat(end)


@given(FORWARDS, DAYS)
def test_no_limit_ends_before_its_event_or_on_a_day_off_that_moves_it(limit, event):
    end = run(limit, event, CALENDAR).end
    assert event <= end.safe <= end.last
    if limit.roll.value == "yes":
        assert CALENDAR.day_off(end.last) is None


@given(LIMITS, DAYS, st.integers(0, 800))
def test_a_later_event_never_ends_a_limit_earlier(limit, event, later):
    first, second = (run(limit, day, CALENDAR).end for day in (event, event + timedelta(days=later)))
    assert first.safe <= second.safe
    assert first.last <= second.last


@given(DAYS, PERIODS)
def test_a_longer_period_never_ends_earlier(start, period):
    longer = Period(period.number + 1, period.unit)
    assert start <= end_of(start, period) < end_of(start, longer)


@given(DAYS)
def test_the_next_working_day_is_the_first_that_is_one(day):
    rolled, passed = CALENDAR.rolled(day)
    assert [off.day for off in passed] == [day + timedelta(days=number) for number in range((rolled - day).days)]
    assert CALENDAR.day_off(rolled) is None


@given(DAYS, st.integers(1, 60))
def test_working_days_are_counted_one_by_one(day, number):
    end = CALENDAR.working_day(day, number)
    between = [day + timedelta(days=each) for each in range((end - day).days + 1)]
    assert sum(CALENDAR.day_off(each) is None for each in between) == number

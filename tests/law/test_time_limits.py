"""Time limits against worked examples: facts of the calendar that a person can check, and one decided case."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gilmok.ground.i18n import core_catalogue
from gilmok.law.calendar import Calendar, Named
from gilmok.law.dated import Count, Kind, Roll
from gilmok.law.limits import Running, run
from gilmok.law.saying import Words
from gilmok.law.shipped import NoSuchRule, NotInForce, shipped
from gilmok.law.told import Teller

WORKED = [
    # Filed on 13 February 2020 and dismissed as late (Seoul Regional Labour Relations Commission, 2020buhae440).
    ("UD_RELIEF", "2019-11-08", "2020-02-08", "2020-02-10"),
    ("UD_RELIEF", "2026-08-31", "2026-11-30", "2026-11-30"),
    # That the first day is a Sunday does not matter.
    ("UD_RELIEF", "2026-11-22", "2027-02-22", "2027-02-22"),
    # Saturday, Sunday 1 March, and its substitute holiday.
    ("UD_RELIEF", "2025-11-30", "2026-02-28", "2026-03-03"),
    # Labour Day is a public holiday from 2026 on, and was none before.
    ("UD_RELIEF", "2026-02-01", "2026-05-01", "2026-05-04"),
    ("UD_RELIEF", "2025-02-01", "2025-05-01", "2025-05-01"),
    ("UD_REVIEW", "2026-12-22", "2027-01-01", "2027-01-04"),
    ("PAY_OFF", "2026-10-31", "2026-11-14", "2026-11-16"),
    ("WAGE_PRESC", "2023-11-10", "2026-11-10", "2026-11-10"),
    ("WC_OBJ1", "2026-07-01", "2026-09-29", "2026-09-29"),
    # The first day counts, and no weekend moves the last.
    ("CRIM_WAGE_OLD", "2021-11-15", "2026-11-14", "2026-11-14"),
    # Constitution Day, a public holiday again from 2026 on.
    ("UD_SUIT", "2026-07-02", "2026-07-17", "2026-07-20"),
    # 25 working days, the first one counted, around Christmas.
    ("COMPLAINT_PROC", "2026-11-24", "2026-12-29", "2026-12-29"),
    # Notice on 1 May for a last day of work on 31 May is in time.
    ("DISMISS_NOTICE", "2024-05-31", "2024-05-01", "2024-05-01"),
    ("UI_BENEFIT_YEAR", "2026-02-28", "2027-02-28", "2027-02-28"),
    ("UI_WAIT", "2026-11-02", "2026-11-08", "2026-11-08"),
    ("LEAVE_USE", "2026-01-01", "2026-12-31", "2026-12-31"),
    ("JUDGMENT_PRESC", "2016-02-29", "2026-02-28", "2026-03-03"),
]


def running(code: str, event: str, calendar: Calendar | None = None) -> Running:
    """The limit of this code from that day on."""
    day = date.fromisoformat(event)
    return run(shipped().limit(code, day), day, calendar or Calendar())


def told(found: Running, language: str = "ko") -> dict[str, Any]:
    """What is told of a limit."""
    return Teller(shipped(), Words.of(core_catalogue(), language)).limit(found)


@pytest.mark.parametrize(("code", "event", "safe", "last"), WORKED)
def test_a_worked_example_is_exact_to_the_day(code: str, event: str, safe: str, last: str) -> None:
    end = running(code, event).end
    assert end
    assert (end.safe.isoformat(), end.last.isoformat()) == (safe, last)


@pytest.mark.parametrize(("code", "event", "first"), [
    ("DELAY_INT_LEAVER", "2026-08-31", "2026-09-15"),
    ("DELAY_INT_INSERVICE", "2026-11-10", "2026-11-11"),
])
def test_interest_runs_from_the_day_after(code: str, event: str, first: str) -> None:
    assert running(code, event).starts_on == date.fromisoformat(first)


def test_interest_in_service_is_only_for_wages_due_since_the_law_changed() -> None:
    with pytest.raises(NotInForce):
        shipped().limit("DELAY_INT_INSERVICE", date(2025, 10, 22))


def test_a_rule_of_another_day_names_the_one_that_holds_instead() -> None:
    with pytest.raises(NotInForce) as caught:
        shipped().limit("CRIM_WAGE_NEW", date(2026, 10, 7))
    assert caught.value.about["instead"] == "CRIM_WAGE_OLD"
    assert shipped().limit("CRIM_WAGE_OLD", date(2026, 10, 7)).period == "5 years"


@pytest.mark.parametrize(("count", "period"), [
    (Count.BEFORE, "1 month"), (Count.WORKING_DAYS, "3 months"), (Count.CIVIL, "5 working days"),
])
def test_a_period_in_units_that_its_count_does_not_know_is_never_computed(count: Count, period: str) -> None:
    limit = replace(shipped().limit("UD_RELIEF", date(2026, 1, 5)), count=count, period=period)
    with pytest.raises(ValueError, match=period):
        run(limit, date(2026, 1, 5), Calendar())


def test_no_weekend_makes_a_time_that_counts_backwards_last_longer() -> None:
    limit = replace(shipped().limit("DISMISS_NOTICE", date(2026, 1, 5)), roll=Roll.YES)
    end = run(limit, date(2026, 4, 30), Calendar()).end   # 30 days before it is 31 March
    assert end
    assert (end.safe, end.last) == (date(2026, 3, 31), date(2026, 3, 31))
    end = run(limit, date(2026, 4, 28), Calendar()).end   # and before this one a Sunday
    assert end
    assert (end.safe, end.last) == (date(2026, 3, 29), date(2026, 3, 29))


def test_an_unknown_code_is_no_rule() -> None:
    with pytest.raises(NoSuchRule):
        shipped().limit("UD_RELIEVED", date(2026, 1, 1))


def test_a_temporary_holiday_of_the_citys_own_moves_the_last_day_and_not_the_safe_one() -> None:
    holiday = Calendar({date(2026, 11, 30): Named("임시공휴일", "Temporary holiday")})
    end = running("UD_RELIEF", "2026-08-31", holiday).end
    assert end
    assert (end.safe, end.last) == (date(2026, 11, 30), date(2026, 12, 1))


def test_a_holiday_that_the_city_takes_away_is_a_working_day() -> None:
    end = running("UD_RELIEF", "2026-02-01", Calendar({date(2026, 5, 1): None})).end
    assert end
    assert end.last == date(2026, 5, 1)


def test_each_step_is_told_with_its_article_in_both_languages() -> None:
    korean, english = (told(running("UD_RELIEF", "2025-11-30"), language)["steps"] for language in ("ko", "en"))
    assert korean == [
        "첫날인 2025년 11월 30일(일)은 세지 않으므로 2025년 12월 1일(월)부터 셉니다(민법 제157조).",
        "그때부터 3개월이 되는 마지막 날은 2026년 2월 28일(토)입니다(민법 제159조, 제160조).",
        "2026년 2월 28일(토), 2026년 3월 1일(일) 삼일절, 2026년 3월 2일(월) 삼일절 대체 휴일: 쉬는 날이므로 "
        "그다음 근무일인 2026년 3월 3일(화)에 끝납니다(민법 제161조).",
    ]
    assert english[1] == "3 months from then end on 28 February 2026 (Sat) (Civil Act, art. 159 and 160)."


def test_a_wage_claim_says_that_a_petition_does_not_stop_it() -> None:
    belief = "노동청 진정이나 고소 (체불 임금의 소멸시효는 계속 갑니다)"
    assert belief in told(running("WAGE_PRESC", "2026-11-10"))["does_not_stop"]


def test_the_shortest_of_several_times_comes_first() -> None:
    found = running("FREELANCE_FEE", "2026-01-05")
    assert found.end
    assert [found.end.safe.year, *(each.safe.year for each in found.others)] == [2027, 2029, 2036]


def test_what_has_no_limit_has_no_day() -> None:
    nothing = [each.code for each in shipped().limits if each.kind is Kind.NONE]
    assert {"TREBLE", "BULLY_REPORT", "UI_STATUS"} <= set(nothing)
    assert [told(running(code, "2026-01-05"))["safe_date"] for code in nothing] == [None] * len(nothing)

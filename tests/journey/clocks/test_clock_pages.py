"""Clocks as staff see them: on a case, in lists, and as days go by."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text
from support.casework import browser_of, taken_in
from support.days import Days
from support.house import House
from support.page import Browser, Page
from support.page_faults import said

from gilmok.ground.clock import today
from gilmok.journey.case import queries
from gilmok.journey.case.lists import Asked, Sort, View
from gilmok.journey.case.models import Case
from gilmok.journey.clocks.jobs import wind_all
from gilmok.modules.registry import Registry

DAY = date(2026, 11, 25)
DISMISSAL = {"topics": ("discipline_dismissal",), "workplace_size": "5_9"}


@pytest.fixture
def on_the_day(let_it_be: Days) -> Days:
    """Lets the application's day be another one: `on_the_day(date(2027, 1, 20))`."""
    let_it_be(DAY)
    return let_it_be


@pytest.fixture
def counsellor(app: Flask, house: House, on_the_day: Any) -> Browser:
    """The browser of a counsellor."""
    return browser_of(app, house, "sangdam")


def clocks(browser: Browser, case: Case) -> Page:
    """The page of a case's time limits."""
    return browser.get(f"/cases/{case.number}/clocks")


def entered(browser: Browser, case: Case, event: str, day: str, won: str = "") -> Page:
    """The page after a day was entered."""
    page = clocks(browser, case).fill("무슨 일이 있었나요", event).fill("언제", day)
    return page.fill("못 받은 금액", won).press("날짜 저장")


def due(house: House, case: Case) -> date | None:
    """The nearest limit as it is stored."""
    with house.job() as session:
        return session.get_one(Case, case.id).due_on


def test_a_dismissal_shows_its_limit_with_each_step(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, **DISMISSAL, event_date=date(2026, 11, 2))
    said = clocks(counsellor, case).text
    for words in ("부당해고등 구제신청", "2027년 2월 2일(화)까지", "D-69", "민법 제157조", "근로기준법 제28조 제2항"):
        assert words in said
    assert due(house, case) == date(2027, 2, 2)


def test_without_the_day_the_page_asks(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, **DISMISSAL)
    assert "날짜 확인 필요" in clocks(counsellor, case).text
    assert due(house, case) is None


def test_wages_lapse_month_by_month(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals)
    entered(counsellor, case, "임금을 받지 못한 월급날", "2023. 12. 10.", "124만")
    page = entered(counsellor, case, "임금을 받지 못한 월급날", "2024. 1. 10.", "124만")
    assert page.messages == ["날짜를 저장했습니다."]
    assert "2026년 12월 10일(목)까지" in page.text
    assert "2023. 12. 10. 지급분 1,240,000원은 그 뒤 소멸" in page.text
    assert due(house, case) == date(2026, 12, 10)


def test_a_petition_does_not_stop_the_wage_clock_and_the_page_says_so(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals, event_date=date(2026, 11, 10))
    assert "노동청 진정이나 고소 (체불 임금의 소멸시효는 계속 갑니다)" in clocks(counsellor, case).text


def test_a_day_that_is_taken_back_counts_no_longer(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, **DISMISSAL)
    page = entered(counsellor, case, "해고 등의 효력이 생김", "2026. 11. 2.")
    assert due(house, case) == date(2027, 2, 2)
    page = page.press("취소 : 2026년 11월 2일(월)")
    assert page.messages == ["그 날짜는 더 이상 세지 않습니다."]
    assert due(house, case) is None


def test_what_was_done_in_time_no_longer_runs(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, **DISMISSAL, event_date=date(2026, 11, 2))
    page = clocks(counsellor, case).press("기한 안에 했음 : 부당해고등 구제신청, 2026. 11. 2.")
    assert "기한 안에 함" in page.text
    assert due(house, case) is None
    page = page.press("다시 진행 : 부당해고등 구제신청, 2026. 11. 2.")
    assert due(house, case) == date(2027, 2, 2)


def test_a_day_that_is_none_is_refused_beside_its_field_and_kept(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    page = entered(counsellor, taken_in(house, rivals), "퇴직", "2026. 2. 30.")
    assert page.status == 422
    assert page.error("언제")
    assert page.value("언제") == "2026. 2. 30."


def test_the_substitute_payment_in_service_counts_from_the_last_wage_alone(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals, still_employed=True)
    for day in ("2026. 9. 10.", "2026. 8. 10."):
        page = entered(counsellor, case, "임금을 받지 못한 월급날", day, "124만")
    in_service = [each for each in titles(page) if each.startswith("재직자 간이대지급금")]
    assert in_service == ["재직자 간이대지급금: 소송 또는 진정 진행 중"]
    assert "2027년 9월 10일(금)까지" in page.text


def test_what_was_missed_long_ago_stands_below_what_runs(
    counsellor: Browser, house: House, rivals: Registry, on_the_day: Days
) -> None:
    case = taken_in(house, rivals)
    for day in ("2023. 12. 10.", "2024. 5. 10."):
        entered(counsellor, case, "임금을 받지 못한 월급날", day, "124만")
    missed, runs = "임금채권 소멸시효 기한 지남", "임금채권 소멸시효 진행 중"
    on_the_day(date(2026, 12, 20))
    assert titles(clocks(counsellor, case))[:2] == [missed, runs]
    on_the_day(date(2027, 1, 20))
    assert [each for each in titles(clocks(counsellor, case)) if each in {missed, runs}] == [runs, missed]


def titles(page: Page) -> list[str]:
    """The headings of the clocks, each with how it stands."""
    return [said(each) for each in page.tree.css("section.clock h2")]


def test_in_english_too(app: Flask, house: House, rivals: Registry, on_the_day: Any) -> None:
    case = taken_in(house, rivals, **DISMISSAL, event_date=date(2026, 11, 2))
    page = browser_of(app, house, "sangdam", "en").get(f"/cases/{case.number}/clocks")
    assert "Until 2 February 2027 (Tue)" in page.text
    assert "Labour Standards Act, art. 28 (2)" in page.text


def test_another_centre_sees_and_changes_nothing(app: Flask, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, **DISMISSAL)
    entered(browser_of(app, house, "sangdam"), case, "퇴직", "2026. 2. 3.")
    other = browser_of(app, house, "jungnang")
    assert other.get(f"/cases/{case.number}/clocks").status == 404
    with house.session("jungnang") as session:
        count = text("SELECT count(*) FROM case_day")
        assert session.execute(count, execution_options={"unscoped": "the second wall alone"}).scalar() == 0


def test_near_limits_come_first_and_have_a_view_of_their_own(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    days = (date(2026, 11, 2), date(2026, 9, 4), date(2026, 8, 27))
    far, near, next_week = (taken_in(house, rivals, **DISMISSAL, event_date=day).number for day in days)
    page = counsellor.get("/cases/?view=due")
    assert [row[1].split()[0] for row in page.rows()] == [next_week, near]
    assert "D-2" in page.rows()[0][5]
    assert counsellor.get("/cases/?view=all&sort=due").rows()[-1][1].startswith(far)


@pytest.mark.parametrize("rows", [1, 2, 5])
@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_pages_by_time_limit_give_every_case_once(
    house: House, rivals: Registry, on_the_day: Any, rows: int, direction: str
) -> None:
    days = [date(2026, 11, 2), date(2026, 9, 4), date(2026, 11, 2), None, date(2026, 8, 27), None]
    numbers = {taken_in(house, rivals, **DISMISSAL, **({"event_date": day} if day else {})).number for day in days}
    found, asked = [], Asked(view=View.ALL, sort=Sort.DUE, direction=direction)
    with house.session("sangdam") as session:
        while True:
            page = queries.page(session, asked, rows=rows)
            found += [row.number for row in page.rows]
            if page.after is None:
                break
            asked = replace(asked, after=page.after)
    assert len(found) == len(numbers)
    assert set(found) == numbers


def test_as_days_go_by_lists_follow(
    app: Flask, house: House, rivals: Registry, counsellor: Browser, on_the_day: Any
) -> None:
    case = taken_in(house, rivals, **DISMISSAL, event_date=date(2026, 11, 2))
    assert counsellor.get("/cases/?view=due").rows() == []
    on_the_day(date(2027, 1, 30))
    assert "D-3" in counsellor.get("/cases/?view=due").rows()[0][5]
    on_the_day(date(2027, 2, 5))
    assert "3일 지남" in counsellor.get("/").text
    on_the_day(date(2027, 2, 20))
    wind_all(SimpleNamespace(additional_context={"database": house.installed.database}))
    assert due(house, case) is None


def test_the_day_of_jobs_is_the_pretended_one_too(on_the_day: Any) -> None:
    assert today() == DAY


def test_the_identity_bar_names_the_nearest_limit(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, **DISMISSAL, event_date=date(2026, 11, 2))
    assert "가장 가까운 기한 2027. 2. 2. D-69" in counsellor.get(f"/cases/{case.number}").text


@pytest.mark.usefixtures("on_the_day")
def test_a_case_that_is_sent_on_takes_its_limit_along(house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, "sangdam", **{**DISMISSAL, "workplace_district": "jungnang",
                    "home_district": "jungnang"}, person={"name": "홍길동"}, consents={"sharing": True},
                    event_date=date(2026, 11, 2))
    with house.session("jungnang") as session:
        page = queries.page(session, Asked(sort=Sort.DUE, direction="asc"))
    assert [(row.number, row.due_on) for row in page.rows] == [(case.number, date(2027, 2, 2))]


@pytest.mark.parametrize(("day", "reminded"), [(date(2027, 1, 29), False), (date(2027, 1, 30), True)])
def test_who_has_the_case_is_reminded_and_in_the_last_days_the_manager_too(
    app: Flask, house: House, rivals: Registry, counsellor: Browser, on_the_day: Any, day: date, reminded: bool
) -> None:
    case = taken_in(house, rivals, **DISMISSAL, event_date=date(2026, 11, 2))
    counsellor.get(f"/cases/{case.number}").press("내가 맡기")
    on_the_day(day)
    assert case.number in counsellor.get("/").text
    assert (case.number in browser_of(app, house, "senteojang").get("/").text) is reminded

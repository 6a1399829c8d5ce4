"""The pages of the law, as staff read them."""

from collections.abc import Callable
from datetime import date

import pytest
from support.house import House
from support.page import Browser, Page

from gilmok.law.calculators.catalogue import CALCULATORS
from gilmok.law.queries import calendar
from gilmok.law.shipped import shipped

At = Callable[[str], Browser]


def asked(browser: Browser, name: str, event: str) -> Page:
    """When a limit ends, asked through the form."""
    page = browser.get("/law/").fill("법정 기한", name)
    return page.fill("기산일", event).press("계산")


def told_day(browser: Browser, what: str, day: str) -> Page:
    """The form of holidays, filled in and sent."""
    page = browser.get("/law/holidays").fill("날짜", day).choose("이 날은", what)
    return page.fill("쉬는 날의 이름(한국어)", "임시공휴일").fill("근거", "국무회의 의결").press("저장")


def test_every_limit_stands_in_the_table_with_its_article(at: At) -> None:
    rows = at("sangdam").get("/law/").rows()
    assert len(rows) == len(shipped().limit_codes)
    dismissal = next(row for row in rows if row[0] == "부당해고등 구제신청")
    assert dismissal[2:] == ["3개월", "근로기준법 제28조 제2항"]


def test_a_limit_is_computed_with_its_steps(at: At) -> None:
    said = asked(at("sangdam"), "부당해고등 구제신청", "2025. 11. 30.").text
    for words in ("2026년 2월 28일(토)", "2026년 3월 3일(화)", "민법 제161조", "근로기준법 제28조"):
        assert words in said


def test_a_day_that_is_none_is_refused_beside_its_field(at: At) -> None:
    page = asked(at("sangdam"), "부당해고등 구제신청", "2025. 2. 30.")
    assert page.status == 422
    assert page.error("기산일")


def test_what_nobody_has_verified_says_so(at: At) -> None:
    row = next(row for row in at("sangdam").get("/law/").rows() if row[0].startswith("용역대금"))
    assert "확인되지 않음" in row[3]


def test_a_holiday_of_the_city_moves_limits_from_then_on(at: At, house: House) -> None:
    page = told_day(at("sicheong"), "쉬는 날", "2026. 11. 30.")
    assert page.messages == ["저장했습니다. 이제 기한을 이에 따라 계산합니다."]
    assert "임시공휴일" in page.text
    assert "2026년 12월 1일(화)" in asked(at("sangdam"), "부당해고등 구제신청", "2026. 8. 31.").text


def test_the_newest_word_on_a_day_counts(at: At, house: House) -> None:
    official = at("sicheong")
    for what in ("쉬는 날", "근무일", "법령대로", "근무일"):
        told_day(official, what, "2027. 5. 3.")
    with house.job() as session:
        assert calendar(session).own == {date(2027, 5, 3): None}


def test_a_holiday_needs_a_name_and_nothing_that_was_typed_is_lost(at: At) -> None:
    page = at("sicheong").get("/law/holidays").fill("날짜", "2027. 3. 4.").choose("이 날은", "쉬는 날")
    page = page.fill("근거", "고시").press("저장")
    assert page.error("쉬는 날의 이름(한국어)") == "쉬는 날의 이름을 적어 주세요."
    assert page.value("근거") == "고시"


def test_only_the_city_changes_the_calendar(at: At) -> None:
    assert "이 날은" not in at("senteojang").get("/law/holidays").text


@pytest.mark.parametrize("name", CALCULATORS)
@pytest.mark.parametrize("language", ["한국어", "English"])
def test_every_calculator_has_its_page_in_both_languages(at: At, name: str, language: str) -> None:
    browser = at("sangdam")
    if language == "English":
        browser.get("/law/").press("English")
    assert browser.get(f"/law/calculators/{name}").heading


def test_a_calculator_answers_with_formula_steps_and_article(at: At) -> None:
    page = at("sangdam").get("/law/calculators/severance_pay").fill("입사일", "2014. 10. 2.")
    page = page.fill("퇴직일(마지막 근무일 다음 날)", "2017. 9. 16.").fill("최근 3개월 임금", "708만")
    page = page.fill("최근 1년 상여금", "400만 원").fill("전년도 연차수당", "300,000").press("계산")
    for words in ("7,868,434 원", "하루 88,641.31원", "재직일수 ÷ 365", "근로자퇴직급여 보장법 제4조"):
        assert words in page.text


def test_wrong_inputs_come_back_with_their_errors(at: At) -> None:
    page = at("sangdam").get("/law/calculators/overwork").fill("최근 12주의 주별 근무시간", "40 40").press("계산")
    assert page.status == 422
    assert page.error("최근 12주의 주별 근무시간") == "숫자 12개를 띄어쓰기나 쉼표로 나누어 적어 주세요."
    assert page.value("최근 12주의 주별 근무시간") == "40 40"


@pytest.mark.parametrize("page", ["sizes", "figures"])
def test_rules_by_size_and_figures_say_how_sure_they_are(at: At, page: str) -> None:
    found = at("sangdam").get(f"/law/{page}")
    assert found.rows()
    assert "확인되지 않음" in found.text

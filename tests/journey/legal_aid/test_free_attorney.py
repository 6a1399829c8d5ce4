"""The city's free attorney: each condition, the ledger through pages, and what can be known of a person."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser, Page

from gilmok.journey.case.models import Case
from gilmok.journey.legal_aid.free_attorney import About, Entitled, Use, entitled, other_help
from gilmok.law.shipped import shipped

ON = date(2027, 3, 10)
PAST = Use(date(2024, 1, 5), date(2024, 6, 1))


def asked(**more: Any) -> Entitled:
    """The answer for someone of Seoul who earns 2.5 million won and never used it, but for `more`."""
    about: dict[str, Any] = {"on": ON, "in_seoul": True, "wage": 2_500_000, "in_need": False, **more}
    return entitled(About(**about), shipped())


def test_who_is_of_seoul_and_earns_little_is_entitled() -> None:
    assert (asked().yes, asked().use_number) == (True, 1)


@pytest.mark.parametrize(("wage", "yes"), [(3_000_000, True), (3_000_001, False), (None, None)])
def test_the_limit_is_a_dated_figure_and_counts_itself(wage: int | None, yes: bool | None) -> None:
    assert asked(wage=wage).yes is yes


def test_before_2026_it_was_lower() -> None:
    assert asked(on=date(2025, 12, 31), wage=2_900_000).yes is False


def test_whoever_is_in_need_is_entitled_whatever_the_wage() -> None:
    assert asked(wage=9_000_000, in_need=True).yes is True


def test_who_neither_lives_nor_works_in_seoul_is_not() -> None:
    answer = asked(in_seoul=False)
    assert (answer.yes, [each.holds for each in answer.reasons]) == (False, [False, True, True])


@pytest.mark.parametrize("what", [{"in_seoul": None}, {"wage": None}, {"told_uses": None}])
def test_what_is_not_known_is_asked(what: dict[str, None]) -> None:
    assert asked(**what).yes is None


def test_a_second_use_is_the_last() -> None:
    going_on = Use(date(2027, 1, 4), None)
    assert (asked(uses=[PAST]).use_number, asked(uses=[PAST, going_on]).yes) == (2, False)


@pytest.mark.parametrize(("ended", "yes"), [(date(2025, 3, 9), True), (date(2025, 3, 10), False)])
def test_the_right_comes_back_two_years_after_the_end(ended: date, yes: bool) -> None:
    assert asked(uses=[PAST, Use(date(2024, 9, 2), ended)]).yes is yes


def test_a_lawsuit_after_a_petition_is_a_second_use_though_no_first_is_known() -> None:
    assert asked(further=True).use_number == 2


def test_uses_elsewhere_count_and_their_end_is_asked_for() -> None:
    assert (asked(told_uses=2).yes, asked(told_uses=2, told_end=date(2026, 5, 1)).yes) == (None, False)


def test_who_else_may_help_depends_on_the_kind_and_is_below_the_figure() -> None:
    law = shipped()
    assert [(each.service, each.holds) for each in other_help("remedy", 3_000_000, law, ON)] == [
        ("commission_counsel", False),
    ]
    assert [(each.service, each.holds) for each in other_help("litigation", 3_999_999, law, ON)] == [
        ("legal_aid", True),
    ]


@pytest.fixture
def case(app: Flask, house: House) -> Case:
    """A case of a person with a name and a phone number who works in Gwanak."""
    return taken_in(house, app.extensions["registry"], person=PERSON, consents={"identity": True})


def page_of(browser: Browser, case: Case) -> Page:
    """The page of the free attorney of a case."""
    return browser.get(f"/cases/{case.number}/legal-aid/").click("노동권리보호관")


def filled(page: Page, button: str, wage: str = "250만", uses: str = "0") -> Page:
    """The form of the page, filled in and sent."""
    page.fill("종류", "진정 (체불·괴롭힘·기타)").fill("사건 구분", "새 사건").fill("기초생활수급·차상위", "아니요")
    return page.fill("월평균임금", wage).fill("다른 곳에서 이용한 횟수 (본인 말)", uses).press(button)


def test_the_page_says_yes_or_no_with_each_reason(app: Flask, house: House, case: Case) -> None:
    browser = browser_of(app, house, "sangdam")
    assert "이용할 수 있습니다" in filled(page_of(browser, case), "이용할 수 있는지 보기").text
    page = filled(page_of(browser, case), "이용할 수 있는지 보기", wage="500만")
    assert "월평균임금이 3,000,000원을 넘습니다." in page.text
    assert "대한법률구조공단" in page.text
    assert "먼저 물어볼 것이 있습니다" in filled(page_of(browser, case), "이용할 수 있는지 보기", uses="").text


def test_an_application_goes_to_its_end_and_is_known_in_the_next_case(app: Flask, house: House, case: Case) -> None:
    counsellor, manager = browser_of(app, house, "sangdam"), browser_of(app, house, "senteojang")
    page = filled(page_of(counsellor, case), "신청하기").press("심사 중")
    assert "선정되지 않음" not in page.text
    page = page_of(manager, case).press("선정")
    page = page.fill("권리보호관", "김보호").press("권리보호관 배정")
    assert "김보호" in page.text
    refused = page_of(counsellor, case).press("종결·보고")
    assert refused.status == 422
    page = refused.fill("이유", "화해·합의").fill("날짜", "2027.3.9").press("종결·보고")
    assert "화해·합의" in page.text
    second = taken_in(house, app.extensions["registry"], person=PERSON, consents={"identity": True})
    page = page_of(counsellor, second)
    assert case.number in page.text
    assert "이번이 2번째 이용입니다" in filled(page, "이용할 수 있는지 보기").text


def test_without_a_name_nobody_is_recognised(app: Flask, house: House, held: Callable[..., Case]) -> None:
    assert "같은 사람인지 알 수 없습니다" in page_of(browser_of(app, house, "sangdam"), held()).text


def test_another_centre_knows_nothing_of_it(app: Flask, house: House, case: Case) -> None:
    filled(page_of(browser_of(app, house, "sangdam"), case), "신청하기").press("심사 중")
    page_of(browser_of(app, house, "senteojang"), case).press("선정")
    with house.session("jungnang") as session:
        count = text("SELECT count(*) FROM attorney_use")
        assert session.scalar(count, execution_options={"unscoped": "the second wall is tested"}) == 0
    theirs = taken_in(house, app.extensions["registry"], "jungnang", person=PERSON, workplace_district="jungnang")
    page = page_of(browser_of(app, house, "jungnang"), theirs)
    assert case.number not in page.text
    assert "다른 센터에서 이용한 것은 여기서 볼 수 없습니다" in page.text

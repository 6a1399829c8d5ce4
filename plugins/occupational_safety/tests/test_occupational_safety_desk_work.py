"""The work of the relief desk: steps and lists of evidence by what happened, the shortest injuries, the letters."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser, Page
from support.page_faults import said

from gilmok.journey.case.models import Case
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

HUB = "nodong"  # the southwest's hub is closed: the Labour Rights Centre does its work
AGREED = {"identity": True, "sharing": True}
HEART = {"occupational_safety.illness": "brain_heart"}
# The person as a case names them, and who has it.
NAMES = ("홍*동", "홍길동")
WHAT, OFF = "무엇에 관한 사건인가요?", "이 일로 쉰 날 (일)"
OVERWORK = "과로: 최근 12주 근로시간 따져 보기"
ACCIDENT, ILLNESS = "오늘 사고 증거 확보하기", "질병군별로 질병 증거 모으기"
SHORT, REQUEST = "3일 이내: 사업주에게 보상 요청하기", "사업주에게 자료를 서면으로 요청하기"
SHORT_LIMIT = "3일 이내 부상: 사업주 재해보상 청구권 소멸시효"
HEART_LIST, HEARING_LIST = "증거: 뇌심혈관 질환", "증거: 소음성 난청"
Take = Callable[..., Case]


@pytest.fixture
def take(app: Flask, house: House) -> Take:
    """Takes in a case that comes to the relief desk."""
    row = Activation(module="occupational_safety", region="southwest", starts_on=date(2020, 1, 1))
    with house.session("sicheong") as session:
        apply(session, [row], by=None, note="")
        session.commit()

    def taken(*, sensitive: bool = True, **facts: Any) -> Case:
        asked = {"workplace_district": "gwanak", "topics": ("industrial_accident",), "event_date": date(2026, 9, 1)}
        consents = AGREED | {"sensitive": sensitive}
        return taken_in(
            house, app.extensions["registry"], HUB, person=PERSON, consents=consents, **asked | facts,
        )

    return taken


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    return browser_of(app, house, HUB)


def desk(browser: Browser, case: Case) -> Page:
    return browser.get(f"/cases/{case.number}/desk")


def told(browser: Browser, case: Case, what: str) -> Page:
    return desk(browser, case).fill(WHAT, what).press("답변 저장")


def listed(page: Page) -> list[str]:
    return [each.text().strip() for each in page.tree.css("ol.steps > li .list-head > b")]


def test_an_illness_of_the_heart_has_its_hours_and_its_own_list_of_evidence(counsellor: Browser, take: Take) -> None:
    page = told(counsellor, take(**HEART), "일 때문에 생긴 질병")
    assert {OVERWORK, ILLNESS} <= set(listed(page))
    assert not {ACCIDENT, SHORT} & set(listed(page))
    assert HEART_LIST in page.text
    assert HEARING_LIST not in page.text
    page.choose(HEART_LIST, "교대표, 야간근무, 휴일").press("답변 저장")
    assert "교대표, 야간근무, 휴일" in counsellor.get(page.path).text


def test_another_illness_has_no_hours_to_weigh(counsellor: Browser, take: Take) -> None:
    case = take(**{"occupational_safety.illness": "hearing", "occupational_safety.hazards": ("noise",)})
    page = told(counsellor, case, "일 때문에 생긴 질병")
    assert OVERWORK not in listed(page)
    assert HEARING_LIST in page.text


def test_without_consent_no_list_names_the_illness(counsellor: Browser, take: Take) -> None:
    assert HEART_LIST not in told(counsellor, take(sensitive=False, **HEART), "일 때문에 생긴 질병").text


def test_the_employer_pays_for_up_to_three_days_and_not_for_more(counsellor: Browser, take: Take) -> None:
    case = take()
    page = told(counsellor, case, "업무 중 사고")
    assert not {OVERWORK, ILLNESS} & set(listed(page))
    page = page.fill(OFF, "3").press("답변 저장")
    assert SHORT in listed(page)
    assert SHORT_LIMIT in counsellor.get(f"/cases/{case.number}/clocks").text
    page = page.fill(OFF, "4").press("답변 저장")
    assert SHORT not in listed(page)
    assert SHORT_LIMIT not in counsellor.get(f"/cases/{case.number}/clocks").text


def test_where_nobody_is_hurt_nothing_is_claimed(counsellor: Browser, take: Take) -> None:
    case = take(topics=("safety_health",), **{"occupational_safety.customer_abuse": False})
    page = told(counsellor, case, "위험: 아직 다치거나 아픈 사람은 없음")
    assert listed(page) == ["사고, 출퇴근, 질병, 위험 가운데 무엇인지 정하기", "위험 알리기: 익명 제보 또는 현장방문"]


def test_the_letter_to_the_employer_is_written_from_the_case(counsellor: Browser, take: Take) -> None:
    page = desk(counsellor, take()).click(f"문서 쓰기 : {REQUEST}")
    page = page.fill("사업장명", "가상건설").fill("자료의 대상 기간", "2026.6 ~ 2026.8").fill("회신 기한", "2026.12.31")
    page = page.fill("내담자 주소", "서울시 관악구 만든길 1").press("저장하고 문서 보기")
    assert "가상건설" in page.text
    assert "작업환경측정 결과" in page.text


@pytest.mark.parametrize("what", [
    "An accident at work", "An accident on the way to or from work", "An illness from work",
    "A danger: nobody is hurt or ill yet",
])
def test_the_desk_is_all_english_for_who_reads_english(app: Flask, house: House, take: Take, what: str) -> None:
    case = take(**HEART)
    page = desk(browser_of(app, house, HUB, "en"), case).fill("What is it about?", what).press("Keep the answers")
    assert page.heading == "Work of the desk"
    assert page.korean(*NAMES) == []
    assert page.browser.get(f"/cases/{case.number}/clocks").korean(*NAMES) == []


def test_the_letter_stays_korean_on_an_english_page(app: Flask, house: House, take: Take) -> None:
    page = desk(browser_of(app, house, HUB, "en"), take())
    page = page.click("Write the letter : Ask the employer for the records, in writing")
    assert page.korean(*NAMES) == []
    page = page.fill("Time that the records are of", "2026.6 ~ 2026.8").fill("Answer asked for until", "2026.12.31")
    page = page.press("Save and look at the document")
    assert page.korean(*NAMES) == []
    assert "작업환경측정 결과" in said(page.tree.css_first("article[lang=ko]"))


def test_the_page_of_the_module_is_all_english_and_says_no_code_of_a_question(app: Flask, house: House) -> None:
    page = browser_of(app, house, "sicheong", "en").get("/modules/occupational_safety")
    assert page.korean() == []
    steps = said(page.tree.css_first("section[aria-labelledby=steps-heading]"))
    assert "when the answer to ‘What is it about?’ is An illness from work" in steps
    assert "occupational_safety." not in steps

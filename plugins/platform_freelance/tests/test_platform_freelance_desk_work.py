"""The work of the desk for unfair harm and of monitoring: steps by what the case is about, the fee's time, a letter."""

from collections.abc import Callable
from datetime import date

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
FEE = {
    "workplace_district": "guro", "topics": ("unfair_trade",), "employment_type": "freelancer",
    "platform_freelance.payment_due": date(2026, 3, 2), "platform_freelance.delivery": "rejected",
}
# The person as a case names them, and who has it.
NAMES = ("홍*동", "홍길동", "서울시")
LIMIT = "플랫폼·프리랜서 보수 소멸시효"
RECORDS = "의뢰인·플랫폼에 계약·정산 자료 요청하기"
OF_TAX, OF_APP = "세무 전문가에게 보일 자료 모으기", "앱 알림과 배차 기록을 지금 보관하게 하기"
Given = Callable[..., Case]


@pytest.fixture
def given(app: Flask, house: House) -> Given:
    """Takes in a case of a region in which every part of the pilot is on."""
    row = Activation(module="platform_freelance", region="southwest", starts_on=date(2020, 1, 1))
    with house.session("sicheong") as session:
        apply(session, [row], by=None, note="")
        session.commit()
    return lambda **facts: taken_in(
        house, app.extensions["registry"], HUB, person=PERSON, consents=AGREED, **FEE | facts,
    )


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    return browser_of(app, house, HUB)


def desk(browser: Browser, case: Case) -> Page:
    return browser.get(f"/cases/{case.number}/desk")


def listed(page: Page) -> list[str]:
    return [each.text().strip() for each in page.tree.css("ol.steps > li .list-head > b")]


def test_a_fee_goes_from_the_persons_status_to_the_court_in_this_order(counsellor: Browser, given: Given) -> None:
    assert listed(desk(counsellor, given())) == [
        "근로자인지부터 살펴보기", "계약서와 메시지 모으기", RECORDS, "납품과 검수 증거 모으기",
        "보수를 받기로 한 날 확정하기", "받은 단가를 공표된 표준단가와 비교하기", "세무·법률 전문가에게 묻기",
        "의뢰인 대응문서 쓰기", "지급하지 않으면: 법원의 지급명령 또는 분쟁상담",
        "산재보험·고용보험 적용 직종인지 보기",
    ]


def test_tax_and_a_closed_account_have_steps_and_questions_of_their_own(counsellor: Browser, given: Given) -> None:
    case = given(topics=("tax",), employment_type="platform", **{"platform_freelance.app_account_status": "suspended"})
    page = desk(counsellor, case)
    assert {OF_TAX, OF_APP} <= set(listed(page))
    assert "의뢰인 대응문서 쓰기" not in listed(page)
    assert "플랫폼이 밝힌 까닭" in page.text
    assert "가지고 있는 세무 자료" in page.text


def test_the_shortest_time_of_a_fee_is_told_with_its_condition(counsellor: Browser, given: Given) -> None:
    page = counsellor.get(f"/cases/{given().number}/clocks")
    for words in (LIMIT, "2027년 3월 2일", "노역인·연예인", "제163조", "변호사가 확인해야 합니다"):
        assert words in page.text
    assert "용역대금(프리랜서 보수) 소멸시효" not in page.text


def test_who_was_treated_badly_has_no_time_of_a_fee(counsellor: Browser, given: Given) -> None:
    page = counsellor.get(f"/cases/{given(topics=('rights_violation',)).number}/clocks")
    assert LIMIT not in page.text


def test_contract_and_settlements_are_asked_for_in_writing(counsellor: Browser, given: Given) -> None:
    page = desk(counsellor, given()).click(f"문서 쓰기 : {RECORDS}")
    page = page.fill("의뢰인·플랫폼", "가상기획")
    page = page.fill("맡은 일", "번역").fill("회신 기한", "2026.12.31").press("저장하고 문서 보기")
    assert "가상기획" in page.text
    assert "적용한 약관" in page.text


def test_what_a_union_reports_is_told_in_the_same_words_and_stops_nothing(counsellor: Browser, given: Given) -> None:
    page = desk(counsellor, given(topics=("rights_violation",), client_kind="union"))
    assert listed(page) == [
        "제보 양식대로 업체, 유형, 날짜 적기", "이름 없이 모니터링 제보로 남기기", "피해자마다 따로 상담을 권하기",
    ]
    assert "노동조합이 아는 피해자 수" in page.text


@pytest.mark.parametrize("about", [
    {}, {"topics": ("tax",), "employment_type": "platform", "platform_freelance.app_account_status": "suspended"},
    {"topics": ("rights_violation",), "client_kind": "union"},
])
def test_the_desk_is_all_english_for_who_reads_english(
    app: Flask, house: House, given: Given, about: dict[str, object],
) -> None:
    case = given(**about)
    page = desk(browser_of(app, house, HUB, "en"), case)
    assert page.heading == "Work of the desk"
    assert page.korean(*NAMES) == []
    assert page.browser.get(f"/cases/{case.number}/clocks").korean(*NAMES) == []


def test_the_letter_stays_korean_on_an_english_page(app: Flask, house: House, given: Given) -> None:
    page = desk(browser_of(app, house, HUB, "en"), given())
    page = page.click("Write the letter : Ask the client or platform for contract and settlements")
    assert page.korean(*NAMES) == []
    page = page.fill("Client or platform", "가상기획").fill("Work or service", "번역")
    page = page.fill("Answer asked for until", "2026.12.31").press("Save and look at the document")
    assert page.korean(*NAMES) == []
    assert {"자료", "가상기획"} <= set(said(page.tree.css_first("article[lang=ko]")).split())


def test_what_the_steps_lead_to_is_there_beside_them(counsellor: Browser, given: Given) -> None:
    assert desk(counsellor, given()).click("전문가 찾기").heading == "이 사건의 전문가"


def test_the_page_of_the_module_is_all_english(app: Flask, house: House) -> None:
    assert browser_of(app, house, "sicheong", "en").get("/modules/platform_freelance").korean() == []

"""From the first day to the money, through pages only, in both languages, each clock right to the day."""

from collections.abc import Callable

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

from gilmok.journey.case.models import Case

Held = Callable[..., Case]


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    """The browser of who has the case."""
    return browser_of(app, house, "sangdam")


@pytest.fixture
def english(app: Flask, house: House) -> Browser:
    """The same person's browser in English."""
    return browser_of(app, house, "sangdam", "en")


def clock_of(page: Page, name: str) -> str:
    """What the page says of the newest clock of this name."""
    found = [each.text(separator=" ", strip=True) for each in page.tree.css("li.clock")]
    of_name = [" ".join(text.split()) for text in found if text.startswith(name)]
    assert of_name, f"no clock '{name}'; there is {found}"
    return of_name[-1]


def go(page: Page, step: str, day: str, label: str, **answers: str) -> Page:
    """Take a step: its button, its day, its answers by label."""
    form = page.click(step).fill(label, day)
    for name, value in answers.items():
        form.fill(name.replace("_", " "), value)
    return form.press("저장" if form.tree.css_first("html[lang=ko]") else "Save")


def test_a_dismissal_in_nowon_goes_from_the_application_to_the_review(counsellor: Browser, held: Held) -> None:
    case = held(workplace_district="nowon")
    page = counsellor.get(f"/cases/{case.number}").click("법률지원").click("절차 시작하기").click(
        "부당해고·징계·전직 (구제신청)",
    )
    assert "서울지방노동위원회" in page.text
    page = page.fill("해고 등의 효력이 생긴 날 (통보일이 아님)", "2026.12.10").press("시작하기")
    assert "진행 중" in clock_of(page, "부당해고등 구제신청")
    assert "2027. 3. 10." in clock_of(page, "부당해고등 구제신청")
    page = go(page, "구제신청서 접수", "2027.1.4", "접수한 날")
    assert "지킴" in clock_of(page, "부당해고등 구제신청")
    page = go(page, "심문 기일 통지", "2027.2.10", "심문 기일")
    page = go(page, "판정서 송달", "2027.3.3", "판정서를 받은 날")
    review = clock_of(page, "중앙노동위원회 재심신청 (부당해고)")
    assert "안전일 2027. 3. 13." in review
    assert "최종일 2027. 3. 15." in review
    running = page.click("기한").tree.css_first("#actions ~ ul").text(separator=" ")
    assert "중앙노동위원회 재심신청 (부당해고)" in running
    assert "2027년 3월 13일(토)까지" in running
    assert "D-3" in running
    form = page.click("재심신청서 접수")
    assert "중앙노동위원회" in form.text
    page = form.fill("재심신청서를 낸 날", "2027.3.10").fill("낸 쪽", "노동자").press("저장")
    assert "지킴" in clock_of(page, "중앙노동위원회 재심신청 (부당해고)")
    form = page.click("종결하기").fill("끝난 날", "2027.3.10").press("저장")
    assert form.status == 422
    assert "기관 접수번호·사건번호" in form.text
    form.fill("기관 접수번호·사건번호", "2027부해123").fill("결과", "일부를 얻음").fill("받은 금액", "300만")
    page = form.press("저장")
    assert page.messages == ["기록했습니다: 종결하기."]
    assert "3,000,000원" in page.text
    assert "다음 단계" not in page.text


def test_a_discrimination_decision_has_its_review_and_lawsuit(counsellor: Browser, held: Held) -> None:
    case = held(workplace_district="nowon")
    page = counsellor.get(f"/cases/{case.number}/legal-aid/new?kind=remedy&subkind=fixed_term")
    assert "법령 원문으로 확인하지 않았습니다" in page.text
    page = page.fill("차별적 처우가 있은 날 (계속되었으면 끝난 날)", "2026.10.30").press("시작하기")
    page = go(page, "구제신청서 접수", "2026.12.1", "접수한 날")
    page = go(page, "판정서 송달", "2027.2.12", "판정서를 받은 날")
    review = clock_of(page, "중앙노동위원회 재심신청 (차별시정, 기간제·단시간)")
    assert "2027. 2. 22." in review
    assert "기간제 및 단시간근로자 보호법 제14조 제1항" in review
    assert "확인되지 않음" in review
    page = go(page, "재심신청서 접수", "2027.2.22", "재심신청서를 낸 날", 낸_쪽="노동자")
    assert "지킴" in clock_of(page, "중앙노동위원회 재심신청 (차별시정")
    page = go(page, "재심판정서 송달", "2027.3.8", "재심판정서를 받은 날")
    assert "2027. 3. 23." in clock_of(page, "행정소송 (재심결정 취소, 차별시정, 기간제·단시간)")
    assert "2027년 3월 23일(화)까지" in page.click("기한").tree.css_first("#actions ~ ul").text(separator=" ")


def test_a_discrimination_decision_has_its_review_in_english_too(english: Browser, held: Held) -> None:
    case = held(workplace_district="nowon")
    page = english.get(f"/cases/{case.number}/legal-aid/new?kind=remedy&subkind=gender")
    assert "were not compared with the text of the Act" in page.text
    day = "The day of the treatment, or the day on which it ended if it went on"
    page = page.fill(day, "2026.10.30").press("Begin")
    page = go(page, "File the application", "2026.12.1", "Filed on")
    page = go(page, "The decision is served", "2027.3.2", "Served on")
    review = clock_of(page, "Application for review by the National Labour Relations Commission (discrimination: sex")
    assert "12 Mar 2027" in review
    assert "Equal Employment Act, art. 29-3 (1)" in review


def test_unpaid_wages_go_from_the_petition_to_the_substitute_payment(english: Browser, held: Held) -> None:
    case = held(workplace_district="nowon")
    page = english.get(f"/cases/{case.number}/legal-aid/").click("Begin an action").click(
        "unpaid wages, severance pay (Petition)",
    )
    assert "Bukbu" in page.text
    page = page.fill("The day of leaving", "2026.9.30").fill("Amount claimed", "7200000").press("Begin")
    file_by = clock_of(page, "Simplified substitute payment by certificate: filing the petition")
    assert "Safe day 30 Sep 2027" in file_by
    page = go(page, "File the petition", "2026.10.12", "Received on")
    assert "the office is late" in clock_of(page, "Processing time of a petition")
    page = go(page, "Time extended once", "2026.11.12", "Told on")
    assert "18 December 2026" not in clock_of(page, "Processing time of a petition").split("How it was computed")[0]
    page = go(page, "Extended again, by consent", "2026.12.14", "Consented on")
    page = go(page, "The office answers", "2027.1.20", "Told on", What_the_office_found="arrears confirmed",
              Arrears_confirmed="7000000")
    assert "done by the office" in clock_of(page, "Processing time of a petition")
    page = go(page, "Request the certificate of arrears", "2027.1.21", "Requested on")
    page = go(page, "Certificate issued", "2027.1.25", "First issued on", Arrears_confirmed="7000000")
    assert "done late by the office" in clock_of(page, "Issue of the certificate of arrears")
    claim = clock_of(page, "Simplified substitute payment by certificate: claim")
    assert "Safe day 25 Jul 2027" in claim
    assert "Latest day 26 Jul 2027" in claim
    page = go(page, "Claim the substitute payment", "2027.2.1", "Claimed on")
    page = go(page, "Substitute payment received", "2027.3.2", "Received on", Substitute_payment="7000000")
    assert "kept" in clock_of(page, "Simplified substitute payment by certificate: claim")
    page = page.click("Close the action").fill("Ended on", "2027.3.5").fill("Outcome", "a part of it").fill(
        "The agency's receipt number", "2026-1234",
    ).fill("Amount recovered", "7000000").press("Save")
    assert "closed" in page.text
    assert "7,000,000 won" in page.text


@pytest.mark.parametrize(("result", "standing", "near"), [
    ("인정 (인용)", "상대방이 다툴 수 있는 기간", False), ("일부 인정", "진행 중", True), ("기각", "진행 중", True),
])
def test_after_a_decision_that_grants_everything_the_time_for_a_review_is_the_other_sides(
    counsellor: Browser, held: Held, result: str, standing: str, near: bool
) -> None:
    case = held(workplace_district="nowon")
    page = counsellor.get(f"/cases/{case.number}/legal-aid/new?kind=remedy&subkind=dismissal")
    page = page.fill("날짜를 아직 모름", "yes").press("시작하기")
    page = go(page, "구제신청서 접수", "2027.1.4", "접수한 날")
    page = go(page, "판정서 송달", "2027.3.3", "판정서를 받은 날", **{"판정·판결_결과": result})
    assert standing in clock_of(page, "중앙노동위원회 재심신청 (부당해고)")
    assert ("가장 가까운 기한" in page.text) is near


def test_a_petition_about_wages_keeps_the_limit_of_who_still_works(counsellor: Browser, held: Held) -> None:
    case = held(workplace_district="nowon", topics=["unpaid_wages"], still_employed=True)
    page = counsellor.get(f"/cases/{case.number}/clocks").fill("무슨 일이 있었나요", "임금을 받지 못한 월급날")
    page.fill("언제", "2027.1.10").press("날짜 저장")
    page = counsellor.get(f"/cases/{case.number}/legal-aid/new?kind=petition&subkind=arrears")
    page = go(page.fill("날짜를 아직 모름", "yes").press("시작하기"), "진정 접수", "2027.2.1", "접수된 날")
    page = page.click("기한")
    assert "기한 안에 함, 2027. 2. 1." in clock_named(page, "재직자 간이대지급금")
    assert "진행 중" in clock_named(page, "임금채권 소멸시효")


def clock_named(page: Page, name: str) -> str:
    """What the page of clocks says of the one of this name."""
    told = (" ".join(each.text(separator=" ").split()) for each in page.tree.css("section.clock"))
    return next(each for each in told if each.startswith(name))


def test_several_actions_stand_side_by_side(counsellor: Browser, held: Held) -> None:
    case = held(workplace_district="nowon")
    for kind, subkind in (("petition", "arrears"), ("remedy", "dismissal")):
        form = counsellor.get(f"/cases/{case.number}/legal-aid/new?kind={kind}&subkind={subkind}")
        form.fill("날짜를 아직 모름", "yes").press("시작하기")
    page = counsellor.get(f"/cases/{case.number}/legal-aid/")
    assert "진정: 임금·퇴직금 체불" in page.text
    assert "날짜 모름: 물어보세요" in page.text
    assert "북부지청" in page.text

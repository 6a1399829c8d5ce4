"""From a near miss told by phone to a recommendation asked back, and a case with its relief, in Korean; a look in
English."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from gilmok_occupational_safety.relief.models import MeasureCount
from sqlalchemy import select
from support.casework import browser_of
from support.house import House, make_case
from support.page import Browser, Page

from gilmok.ground.clock import today
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

BASE = "/m/occupational_safety"
DESK = "occupational_safety.relief_desk"
HUB = "nodong"  # the southwest's hub is closed: the Labour Rights Centre does its work
By = Callable[[str], Browser]


def switch(house: House, *scope: str, starts_on: date = date(2020, 1, 1), ends_on: date | None = None) -> None:
    """What the city switches on in the southwest."""
    row = Activation(
        module="occupational_safety", region="southwest", starts_on=starts_on, ends_on=ends_on, scope=scope or None,
    )
    with house.session("sicheong") as session:
        apply(session, [row], by=None, note="")
        session.commit()


@pytest.fixture
def by(app: Flask, house: House) -> By:
    return lambda login: browser_of(app, house, login)


def short(day: date) -> str:
    """A day as lists show it."""
    return f"{day.year}. {day.month}. {day.day}."


def report(page: Page, **other: str) -> Page:
    """Fill in a report."""
    page.choose("지금 위험한 사람이 있나요?", "아니요").choose("무슨 일이 있었나요?", "다칠 뻔함(아차사고)")
    page.fill("무엇이 위험했나요?", "떨어짐·넘어짐").fill("언제인가요?", "오늘 또는 어제")
    page.fill("일하는 곳의 자치구", "관악구")
    for label, value in ({"업종": "건설"} | other).items():
        page.fill(label, value)
    return page


def test_from_a_near_miss_to_a_recommendation_that_was_asked_back(app: Flask, house: House, by: By) -> None:
    assert Browser(app).get(f"{BASE}/near-miss/tell").status == 404
    switch(house, "near_miss", "site_visits")

    page = report(Browser(app).get(f"{BASE}/near-miss/tell"), **{
        "회사와 장소(원하실 때만)": "가상건설 신림 현장", "간단한 설명": "발판이 흔들려 떨어질 뻔했습니다.",
    })
    sent = page.press("이름 없이 보내기")
    assert "제보번호" in sent.text
    assert Browser(app).get(f"{BASE}/near-miss/tell?lang=en").heading == "Report a danger at work"

    hub = by(HUB)
    (row,) = hub.get(f"{BASE}/near-miss/").rows()
    page = hub.get(f"{BASE}/near-miss/").click(row[0])
    assert "발판이 흔들려" in page.text
    page = page.choose("확인 결과", "유효: 현장방문을 제안함").press("확인 결과 저장")
    assert (page.heading, page.messages) == (
        "현장방문: 가상건설 신림 현장", ["확인 결과를 저장하고 현장방문 요청을 만들었습니다."],
    )

    refused = page.choose("조치", "사업장과 날짜를 정함").fill("방문일", str(today() - timedelta(1))).press("기록")
    assert refused.error("방문일") == "오늘 이후의 날짜를 적어 주세요."
    page = refused.fill("방문일", str(today())).fill("사업장이 방문에 동의하나요?", "동의함").press("기록")
    assert "방문 점검지" in page.click("방문 점검지").heading
    page = page.choose("조치", "방문함").fill("방문일", str(today())).press("기록")
    assert page.error("메모 또는 현장에서 확인한 것")
    page = page.fill("메모 또는 현장에서 확인한 것", "난간이 없음").press("기록")
    page = page.fill("권고 내용", "난간 설치").fill("이행 기한(그날 다시 확인합니다)", str(today() + timedelta(3)))
    page.press("권고 저장")

    page = hub.get(f"{BASE}/visits/")
    assert "D-3" in page.rows()[0][1]
    page = page.click("난간 설치").choose("결과", "이행함").press("저장")
    assert "이행함" in hub.get(f"{BASE}/visits/").click("가상건설 신림 현장").text
    english = browser_of(app, house, HUB, "en").get(f"{BASE}/visits/")
    assert (english.heading, english.rows()[0][1]) == ("Visits to workplaces", "visited")


def test_the_same_report_sent_twice_is_one(app: Flask, house: House, by: By) -> None:
    switch(house)
    browser = Browser(app)
    page = report(browser.get(f"{BASE}/near-miss/tell"))
    first, second = page.press("이름 없이 보내기"), page.press("이름 없이 보내기")
    assert first.text == second.text
    assert len(by(HUB).get(f"{BASE}/near-miss/").rows()) == 1


def test_a_report_that_lacks_something_keeps_what_was_typed(app: Flask, house: House) -> None:
    switch(house)
    page = report(Browser(app).get(f"{BASE}/near-miss/tell"), 업종="선택해 주세요")
    refused = page.fill("간단한 설명", "번호는 901010-1234567").press("이름 없이 보내기")
    assert refused.status == 422
    assert refused.error("업종") == "업종을 골라 주세요."
    assert "901010" not in refused.text


def test_a_case_and_its_relief_to_the_end_also_after_the_part_is_switched_off(house: House, by: By) -> None:
    case = make_case(house, target=DESK, region="southwest", facts={
        "topics": ["industrial_accident"], "workplace_district": "gwanak", "industry": "construction",
        "occupational_safety.employer_helps": False,
    })
    counsellor = by("sangdam")
    assert "노동안전보건: 다음 할 일" not in counsellor.get(f"/cases/{case.number}").text
    switch(house)
    page = counsellor.get(f"/cases/{case.number}")
    assert "사업주가 협조하지 않습니다. 사업주 없이 신청하세요" in page.text
    page = page.click("구제·지원")
    assert "근로시간·작업환경·사고 자료 요청서" in page.text
    page = page.choose("내용", "산재신청 지원").fill("연결한 곳", "근로복지공단").fill("결과 확인일", str(today()))
    page = page.choose("본인 동의", "이 기관에 필요한 내용을 알리는 데 본인이 동의함").press("저장")
    assert page.messages == ["저장했습니다. 결과 확인일에 결과를 물어보세요."]
    assert counsellor.get(f"{BASE}/relief/").rows()[0][:3] == [case.number, f"{short(today())} 오늘", "산재신청 지원"]
    assert "결과를 확인하세요: 산재신청 지원, 근로복지공단" in counsellor.get(f"/cases/{case.number}").text

    noted = report(counsellor.get(f"/cases/{case.number}").click("이름 없이 위험 알리기")).press("제보 저장")
    assert "거점센터에 이름 없이 알림" in noted.text

    switch(house, ends_on=today() - timedelta(1))
    assert counsellor.get(f"{BASE}/near-miss/note").status == 404
    assert counsellor.get(f"{BASE}/visits/").status == 200
    page = counsellor.get(f"{BASE}/relief/{case.number}/").click("산재신청 지원")
    stale = counsellor.get(page.path)
    page.choose("결과", "도움이 됨").fill("동료에게 남기는 메모", "승인되었습니다").press("저장")
    again = stale.choose("결과", "성과 없음").press("저장")
    assert "도움이 됨" in counsellor.get(f"{BASE}/relief/{case.number}/").rows()[0][3]
    assert again.status == 409
    again.choose("결과", "성과 없음").press("저장")
    with house.job() as session:
        # One that began and one that ended: what is corrected is not counted again.
        assert sorted(session.scalars(select(MeasureCount.result)), key=str) == [None, "helped"]


def test_an_official_reads_numbers_of_all_centres_and_no_small_one(house: House, by: By) -> None:
    switch(house)
    counsellor, hub = by("sangdam"), by(HUB)
    for _time in range(5):
        report(counsellor.get(f"{BASE}/near-miss/note")).press("제보 저장")
    for row in hub.get(f"{BASE}/near-miss/").rows():
        hub.get(f"{BASE}/near-miss/").click(row[0]).choose("확인 결과", "유효: 집계함").press("확인 결과 저장")
    case = make_case(house, target=DESK, region="southwest")
    page = counsellor.get(f"{BASE}/relief/{case.number}/").choose("내용", "심리 지원").fill("연결한 곳", "우리 센터")
    refused = page.choose("본인 동의", "이 기관에 필요한 내용을 알리는 데 본인이 동의함").press("저장")
    assert refused.status == 422
    page = refused.fill("결과 확인일", str(today()))
    page.choose("본인 동의", "아무 내용도 알리지 않음(본인이 직접 가거나 우리가 직접 함)").press("저장")

    numbers = by("sicheong").get(f"{BASE}/numbers/")
    assert ["떨어짐·넘어짐", "5"] in numbers.rows()
    assert "연결한 구제·지원: 가림" in numbers.text
    assert by("sicheong").get(f"{BASE}/near-miss/").status == 403
    assert "유효한 제보(위험 × 업종): 0" in counsellor.get(f"{BASE}/numbers/").text


def test_a_case_of_another_desk_has_no_relief_of_this_module(house: House, by: By) -> None:
    switch(house)
    number = make_case(house, target="core.counselling", region="southwest").number
    assert by("sangdam").get(f"{BASE}/relief/{number}/").status == 404


def test_no_visit_is_proposed_to_a_workplace_that_nobody_named(house: House, by: By) -> None:
    switch(house)
    report(by("sangdam").get(f"{BASE}/near-miss/note")).press("제보 저장")
    hub = by(HUB)
    page = hub.get(f"{BASE}/near-miss/").click(hub.get(f"{BASE}/near-miss/").rows()[0][0])
    refused = page.choose("확인 결과", "유효: 현장방문을 제안함").press("확인 결과 저장")
    assert (refused.status, "어디로 갈지 알 수 없습니다" in refused.text) == (422, True)


def test_of_two_who_carry_on_at_once_the_second_sees_both(house: House, by: By) -> None:
    switch(house)
    report(by("sangdam").get(f"{BASE}/near-miss/note")).press("제보 저장")
    hub = by(HUB)
    at = hub.get(f"{BASE}/near-miss/").click(hub.get(f"{BASE}/near-miss/").rows()[0][0]).path
    first, second = hub.get(at), hub.get(at)
    first.choose("확인 결과", "유효: 집계함").press("확인 결과 저장")
    late = second.choose("확인 결과", "쓸 수 없음: 집계하지 않음").fill("동료에게 남기는 메모", "늦은 메모")
    answer = late.press("확인 결과 저장")
    assert (answer.status, answer.value("동료에게 남기는 메모")) == (409, "늦은 메모")
    assert "유효: 집계함" in answer.text

"""The whole way of a welfare link through pages: an agency, a consent that names it, and what came of it."""

from datetime import timedelta

from flask import Flask
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page
from support.served import AGENCY, NAME, PHONE, person_typed, served

from gilmok.ground import clock
from gilmok.ground.clock import today

HANDING, FACTS = "이 기관에 이름·연락처 제공", "이 기관에 민감정보 제공"
SENT = "본인 정보를 보냄"


def agency_added(staff: Browser) -> Page:
    """The directory with a made-up agency for debt and health."""
    form = staff.get("/welfare/").click("복지 기관").click("기관 등록")
    form.choose("지원 분야", "채무", "건강·정신건강")
    return form.fill("기관명", AGENCY).fill("연락처", "010-0000-0002").fill("지원 내용", "채무 상담").press("저장")


def test_somebody_is_sent_on_with_consent_asked_back_and_heard_of(app: Flask, house: House) -> None:
    staff = browser_of(app, house, "sangdam")
    form = agency_added(staff).click(f"이 기관으로 연계 : {AGENCY}")
    assert f"제공받는 자 {AGENCY}" in form.text
    person_typed(form).choose("필요한 도움", "채무").choose("연계 방법", SENT)
    refused = form.choose(HANDING, "동의하지 않음").choose(FACTS, "동의하지 않음").press("연계 저장")
    assert refused.errors[0].startswith("동의 없이는 아무것도 제공할 수 없습니다")
    link = refused.choose(HANDING, "동의함").fill("제공한 내용", "빚 상담을 원합니다.").press("연계 저장")
    assert "2026-11 안내문" in link.text
    assert NAME not in link.text
    with clock.at(clock.now() + timedelta(days=17)):
        assert "복지 연계 1건의 결과를 확인할 날이 되었습니다" in staff.get("/").text
        assert staff.get("/welfare/").rows()[0][1].endswith("3일 지남")
        link = staff.get(link.path).choose("기관에 닿았나요?", "모름")
        again = link.choose("결과는 어떻게 되었나요?", "아직 모름").press("확인 결과 저장")
        assert "D-14" in again.text
        done = again.choose("기관에 닿았나요?", "예, 기관에 닿았음").choose("결과는 어떻게 되었나요?", "도움을 받음")
        assert "D-" not in done.press("확인 결과 저장").text
        assert "결과를 확인할 연계가 없습니다" in staff.get("/welfare/").text


def test_a_health_need_is_kept_only_with_the_consent_to_sensitive_facts(app: Flask, house: House) -> None:
    staff = browser_of(app, house, "sangdam")
    agency_added(staff)
    for sensitive, refused in ((False, True), (True, False)):
        person = served(house, f"가상{sensitive}", "", sensitive=sensitive)
        form = staff.get(f"/welfare/agencies/?person={person.key}").click(f"이 기관으로 연계 : {AGENCY}")
        form.choose("필요한 도움", "건강·정신건강").choose("연계 방법", "찾아갈 곳 안내(제공한 정보 없음)")
        assert bool(form.press("연계 저장").errors) is refused


def test_the_walk_is_there_in_english_too(app: Flask, house: House) -> None:
    staff = browser_of(app, house, "senteojang", "en")
    assert staff.get("/welfare/agencies/new").press("Save").errors == [
        "Please write the name.", "Please choose at least one need.",
    ]
    agency_added(browser_of(app, house, "sangdam"))
    form = staff.get("/welfare/agencies/?need=debt").click(f"Link to this agency : {AGENCY}")
    form.fill("Name", NAME).fill("Phone number", PHONE)
    form.choose("Keeping name and contact", "Agrees").choose("Keeping sensitive facts", "Does not agree")
    form.choose("Need", "Debt").choose("How", "Told the person where to turn; nothing was handed over")
    page = form.press("Save the link")
    assert page.messages == ["The link is saved."]
    assert "not needed: nothing was handed over" in page.text
    assert f"{today():%Y}" in page.text
    numbers = staff.get("/welfare/numbers/")
    assert ["Debt", "0", "0", "0", "0", "1", "0"] in numbers.rows()

"""The whole walk through pages: made, published, registered for, attended, counted; in both languages."""

from flask import Flask
from support.casework import browser_of
from support.gatherings import DAY, filled
from support.house import House
from support.page import Browser, Page

NAME, CONSENT = "가상하나", "강좌·행사 신청을"


def signed_up(browser: Browser, page: Page, name: str, phone: str, button: str = "신청") -> Page:
    """What registering somebody leads to."""
    return page.fill("이름", name).fill("연락처", phone).choose(CONSENT, "동의함").press(button)


def said_of(page: Page, term: str) -> str:
    """What a list of facts says of this term."""
    pairs = {each.css_first("dt").text(): each.css_first("dd").text() for each in page.tree.css(".facts > div")}
    return pairs[term]


def test_a_course_goes_from_its_making_to_its_numbers(app: Flask, house: House) -> None:
    staff, visitor = browser_of(app, house, "sangdam"), Browser(app)
    page = filled(staff).press("저장").press("공개하기")
    assert "신청 중" in page.text
    public = visitor.get("/programmes/").click("가상 노동법 교실")
    slip = signed_up(visitor, public, NAME, "010-0000-0001")
    assert "신청되었습니다" in slip.text
    at_desk = signed_up(staff, page.click("창구에서 신청 받기"), "가상두리", "010-0000-0002")
    assert "대기 1번" in at_desk.text
    listed = staff.get(page.path)
    assert NAME not in listed.text
    assert "가**나" in listed.text
    attendance = listed.click("2회차 중 1회차")
    box = attendance.tree.css_first("input[name=present]").attributes["value"] or ""
    attendance.typed["present"] = [box]
    assert attendance.press("출석 저장").messages == ["저장했습니다. 1명이 출석했습니다."]
    numbers = staff.get(f"/gatherings/numbers/?to={DAY}")
    assert numbers.rows() == [["C5 노동자 교육 및 취업지원", "1", "1", "1", "1", "2", "1"]]


def test_whoever_waits_moves_up_when_the_slip_gives_a_place_back(app: Flask, house: House) -> None:
    staff, first, second = browser_of(app, house, "sangdam"), Browser(app), Browser(app)
    page = filled(staff).press("저장").press("공개하기")
    address = page.path.replace("/gatherings/", "/programmes/")
    mine = signed_up(first, first.get(address), NAME, "010-0000-0001")
    theirs = signed_up(second, second.get(address), "가상두리", "010-0000-0002")
    assert "대기 1번" in theirs.text
    looked = first.get(address).click("신청 확인·취소")
    looked = looked.fill("신청번호", said_of(mine, "신청번호").lower()).fill("확인코드", said_of(mine, "확인코드"))
    assert "신청 취소" in looked.press("확인하기").press("내 신청 취소").text
    again = second.get(address).click("신청 확인·취소")
    again = again.fill("신청번호", said_of(theirs, "신청번호")).fill("확인코드", said_of(theirs, "확인코드"))
    assert "신청 확정" in again.press("확인하기").text
    assert "대기에서 확정: 본인에게 알려 주세요" in staff.get(page.path).text


def test_the_walk_is_there_in_english_too(app: Flask, house: House) -> None:
    filled(browser_of(app, house, "sangdam")).press("저장").press("공개하기")
    staff, visitor = browser_of(app, house, "senteojang", "en"), Browser(app)
    page = staff.get(f"/gatherings/?on={DAY}").click("가상 노동법 교실")
    assert "registration open" in page.text
    public = visitor.get("/programmes/?lang=en").click("가상 노동법 교실")
    assert public.press("Register now").errors == [
        "Please write the name.", "Please write a phone number, so that the centre can reach you.",
        "Please choose whether name and contact may be kept.",
    ]
    numbers = staff.get("/gatherings/numbers/").press("Show")
    assert numbers.heading == "Numbers of courses and events"

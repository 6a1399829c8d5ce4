"""The whole walk of a founding through pages, from the first talk to the certificate, in both languages."""

from datetime import date, timedelta

from flask import Flask
from support.casework import browser_of
from support.days import Days
from support.foundings import filled, walked
from support.house import House
from support.page import Page
from support.walker import Walker

# A Monday; the Friday of its week, by which the certificate is due, is a working day.
BEGUN, ASSEMBLED, FILED = date(2027, 3, 8), date(2027, 3, 15), date(2027, 3, 16)


def test_nine_workers_of_a_small_plant_found_a_union(app: Flask, house: House, let_it_be: Days) -> None:
    let_it_be(BEGUN)
    staff = browser_of(app, house, "sangdam")
    page = filled(staff).press("저장")
    assert "관악구청장" in page.text
    assert "sangdam 담당" in page.text
    page = ticked(page, "모인 사람이 노조법의 근로자인지 보았다")
    assert "첫 상담: 누가, 무엇을 만드는가 (6개 중 1개)" in page.text
    let_it_be(FILED)
    page = walked(staff, page, "창립총회를 열었음", "창립총회를 연 날", ASSEMBLED)
    paper = page.click("설립신고서")
    assert "관악구청장 귀하" in paper.text
    assert "2027년 3월 15일" in paper.text
    page = walked(staff, page, "설립신고서를 냈음", "행정관청이 접수한 날", FILED)
    assert "노동조합 설립신고증 교부 2027. 3. 19. D-3" in page.text
    let_it_be(FILED + timedelta(days=2))
    asked = FILED + timedelta(days=2)
    page = walked(staff, page, "보완을 요구받았음", "그 통지를 받은 날", asked, **{"보완 기한": "2027-03-26"})
    assert "2027. 3. 26. D-8 설립신고서 보완" in staff.get("/unions/").text
    let_it_be(FILED + timedelta(days=6))
    page = walked(staff, page, "보완한 서류를 냈음", "행정관청이 접수한 날", FILED + timedelta(days=6))
    page = walked(staff, page, "신고증을 받았음", "신고증에 적힌 날", FILED + timedelta(days=6))
    assert "진행 중인 기한" not in page.text
    assert staff.get("/unions/numbers/").rows() == [["관악구 노동복지센터", "1", "9", "1", "1", "0", "9"]]


def ticked(page: Page, line: str) -> Page:
    """The page after this line of a checklist was ticked."""
    page.fill(line, "")
    button = next(each for each in page.tree.css("button") if "첫 상담" in each.text())
    return page.press(" ".join(button.text().split()))


def test_the_walk_is_there_in_english_too(app: Flask, house: House, let_it_be: Days) -> None:
    let_it_be(FILED)
    walk = Walker(browser_of(app, house, "senteojang", "en"), "en")
    walk.click("사업", "Programmes").click("노조 설립 지원", "Support in founding a union")
    walk.click("설립 지원 시작", "Begin a founding")
    walk.fill("가칭", "Working name", "Made-up union").fill("가입하려는 사람 수", "How many want to join", "4")
    walk.fill("주된 사무소의 자치구", "District of the main office", "관악구", "Gwanak-gu")
    walk.fill("업종", "Industry", "IT")
    walk.choose("노조 형태", "Kind of union", "기존 노조에 가입 (지회·분회)", "Joining an existing union, as a branch")
    walk.press("저장", "Save").sees("기존 노조에 가입", "Joining an existing union")
    walk.misses("설립신고서 내는 곳", "The report of establishment goes to:")
    walk.fill("행위가 있은 날", "Day of the practice, or on which it ended", "2027-03-10")
    harm = "노조를 이유로 한 해고·불이익", "Dismissal or disadvantage because of the union"
    walk.fill("어떤 행위", "What was done", *harm)
    walk.press("기록", "Note it").sees("부당노동행위 구제신청", "Application for relief from an unfair labour practice")
    walk.press("사건으로 접수함", "Taken in as a case").misses("진행 중인 기한", "Time limits that run")
    walk.click("기존 노조에 가입했음", "They joined an existing union").fill("가입한 날", "Joined on", "2027-03-16")
    walk.press("기록", "Note it").sees("기존 노조에 가입함", "joined an existing union")

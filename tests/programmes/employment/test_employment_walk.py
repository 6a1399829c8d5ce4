"""The whole way of job support through pages: an opening, guidance, a placement, and whether the person stayed."""

from datetime import date, timedelta

from flask import Flask
from support.casework import browser_of
from support.days import Days
from support.house import House
from support.page import Browser, Page
from support.served import NAME, PHONE, opening, person_typed

from gilmok.ground import clock
from gilmok.ground.clock import today


def day(ahead: int) -> str:
    """The day so many days from today, as it is typed."""
    return (today() + timedelta(days=ahead)).isoformat()


def opening_typed(page: Page, **more: str) -> Page:
    """The form of an opening, filled."""
    typed = {
        "하는 일": "가상 포장", "정보 출처": "담당자와 통화", "자치구": "관악구", "급여": "12000",
        "유효기간": day(10), **more,
    }
    for label, value in typed.items():
        page.fill(label, value)
    return page.choose("공개 범위 선택", "누구나, 공개 화면에서")


def test_from_an_opening_to_somebody_who_is_still_there_after_a_month(app: Flask, house: House) -> None:
    staff, visitor = browser_of(app, house, "sangdam"), Browser(app)
    opening_typed(staff.get("/employment/jobs/new")).press("저장")
    assert "가상 포장" in visitor.get("/employment/openings?lang=ko").text
    session = person_typed(staff.get("/employment/").click("직업상담 신청 받기")).press("상담 기록으로")
    session.fill("상담 내용", "포장 일을 찾습니다.").fill("다음 할 일", "이력서 가져오기").fill("기한", day(3))
    person = session.choose("안내한 제도", "고용24").press("저장")
    assert "포장 일을 찾습니다." in person.text
    assert NAME not in person.text
    assert NAME in person.press("전체 보기 (기록이 남습니다)").text
    due = today() + timedelta(days=3)
    done = person.press(f"{due.year}. {due.month}. {due.day}. 할 일 마침")
    assert done.messages == ["다음 할 일을 마친 것으로 저장했습니다."]
    assert "정해 둔 다음 할 일" not in staff.get("/employment/").text
    proposing = person.click("구인정보 알선")
    placement = proposing.choose("알선할 구인정보", "가상 포장 · 관악구 · 시급 12,000원").press("알선하기")
    assert placement.choose("진행", "불합격").press("저장").errors == ["사유를 선택해 주세요."]
    hired = placement.choose("진행", "취업").fill("사유", "선택해 주세요").press("저장")
    assert hired.status == 200
    with clock.at(clock.now() + timedelta(days=32)):
        assert "취업한 1명에게 계속 근무 중인지" in staff.get("/").text
        asked = staff.get("/employment/").click("가상 포장")
        answer = asked.choose("1개월 뒤에도 근무 중인가요?", "계속 근무 중")
        assert "계속 근무 중" in answer.press("확인 결과 저장").text
        assert "계속 근무 중인지 확인할 사람" not in staff.get("/employment/").text


def test_the_walk_is_there_in_english_too(app: Flask, house: House, let_it_be: Days) -> None:
    let_it_be(date(2026, 11, 25))  # a year of which the minimum wage is known
    opening(house, pay=9_000)
    staff = browser_of(app, house, "senteojang", "en")
    page = staff.get("/employment/jobs/")
    assert "below the minimum wage: not published" in page.text
    form = staff.get("/employment/people/new").press("On to the session")
    assert form.errors == [
        "Please write the name.", "Please choose whether name and contact may be kept.",
        "Please choose whether sensitive facts may be kept.",
    ]
    form.fill("Name", NAME).fill("Phone number", PHONE)
    form.choose("Keeping name and contact for job support", "Agrees")
    session = form.choose("Keeping sensitive facts for job support", "Does not agree").press("On to the session")
    person = session.fill("What was discussed", "Looks for packing.").press("Save")
    assert person.messages == ["The session is saved."]
    proposed = person.click("Propose an opening")
    assert proposed.press("Propose it").errors == ["Please choose an opening."]
    public = Browser(app).get("/employment/openings?lang=en")
    assert public.heading == "Job openings"
    assert "가상 포장" not in public.text

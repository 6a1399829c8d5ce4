"""What is to be done for a case: by whom, by when, done, and undone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select, text
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

from gilmok.ground.clock import today
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import send_to_centre
from gilmok.journey.counselling.models import Task


def added(browser: Browser, case: Case, title: str, *, days: int | None = None, owner: str = "sangdam 담당") -> Page:
    """The case's tab after a task was added there, due in so many days."""
    page = browser.get(f"/cases/{case.number}/counselling/").fill("할 일 내용", title).fill("맡은 사람", owner)
    if days is not None:
        page.fill("기한", (today() + timedelta(days=days)).isoformat())
    return page.press("할 일 추가")


def test_a_task_is_added_done_and_undone(counsellor: Browser, case: Case) -> None:
    page = added(counsellor, case, "출석 통지 확인", days=3)
    assert page.messages == ["sangdam 담당 님의 할 일로 추가했습니다."]
    assert "D-3" in page.rows()[0][1]
    page = page.press("마침 : 출석 통지 확인")
    assert page.rows() == []
    assert "마친 할 일 1건" in page.text
    assert len(page.press("되돌리기 : 출석 통지 확인").rows()) == 1


def test_ones_own_tasks_stand_on_a_page_with_what_is_late_first(counsellor: Browser, case: Case) -> None:
    for title, days in (("언젠가", None), ("나중", 9), ("오늘까지", 0), ("늦음", -3)):
        added(counsellor, case, title, days=days)
    page = counsellor.get("/").click("할 일")
    assert [row[0] for row in page.rows()] == ["늦음", "오늘까지", "나중", "언젠가"]
    assert [word in row[2] for word, row in zip(("3일 지남", "오늘", "D-9"), page.rows(), strict=False)] == [True] * 3


def test_the_first_page_counts_what_is_due(counsellor: Browser, case: Case) -> None:
    for days in (-1, 0, 1):
        added(counsellor, case, "연락", days=days)
    assert "2 기한이 된 할 일" in counsellor.get("/").text


def test_a_colleagues_task_is_theirs_and_the_centre_sees_it(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    added(counsellor, case, "의견서 쓰기", owner="nomusa 담당")
    assert counsellor.get("/tasks/").rows() == []
    assert len(browser_of(app, house, "nomusa").get("/tasks/").rows()) == 1
    assert len(browser_of(app, house, "senteojang").get("/tasks/").click("센터 할 일 1").rows()) == 1


def test_done_on_the_list_leads_back_to_the_list(app: Flask, counsellor: Browser, house: House, case: Case) -> None:
    added(counsellor, case, "Call the office")
    page = browser_of(app, house, "sangdam", "en").get("/tasks/").press("Done : Call the office")
    assert (page.path, page.messages) == ("/tasks/", ["Done. It can be undone in the list of what was done."])
    assert page.press("Undo : Call the office").rows()[0][0] == "Call the office"


def test_what_is_missing_is_said_beside_its_field(counsellor: Browser, case: Case) -> None:
    page = counsellor.get(f"/cases/{case.number}/counselling/").fill("기한", "2월 30일").press("할 일 추가")
    assert page.status == 422
    assert page.error("할 일 내용")
    assert page.error("기한")
    assert page.value("기한") == "2월 30일"


def test_a_task_holds_no_identification_number_and_is_sealed(counsellor: Browser, case: Case, house: House) -> None:
    assert added(counsellor, case, "850101-1234567 조회").status == 422
    added(counsellor, case, "홍길동에게 전화")
    with house.job() as session:
        stored = session.scalar(text("SELECT string_agg(t::text, ' ') FROM task t"))
    assert "홍길동".encode().hex() not in stored


def test_history_tells_who_did_it(counsellor: Browser, app: Flask, house: House, case: Case) -> None:
    added(counsellor, case, "서류 받기")
    page = browser_of(app, house, "nomusa").get(f"/cases/{case.number}/counselling/").press("마침 : 서류 받기")
    assert "nomusa 담당 마침" in page.text
    assert "할 일 마침 서류 받기" in page.click("이력").text


def test_a_task_can_only_be_given_to_a_colleague(counsellor: Browser, case: Case, house: House) -> None:
    page = counsellor.get(f"/cases/{case.number}/counselling/").fill("할 일 내용", "전화")
    page.typed["owner"] = [str(house.people["jungnang"].id)]
    assert page.press("할 일 추가").error("맡은 사람")


def test_there_is_no_doing_what_is_not_there(counsellor: Browser, case: Case) -> None:
    page = added(counsellor, case, "전화")
    token = page.tree.css_first("meta[name=csrf-token]").attributes["content"] or ""
    path = f"/cases/{case.number}/tasks/{uuid4()}/done"
    assert counsellor.client.post(path, data={"csrf_token": token}).status_code == 404


def test_with_the_case_its_tasks_go_to_the_other_centre(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    added(counsellor, case, "인계")
    with house.session("sangdam") as session:
        send_to_centre(session, session.get_one(Case, case.id), "jungnang", by=house.people["sangdam"])
        session.commit()
    assert counsellor.get("/tasks/").rows() == []
    with house.session("sangdam") as session:
        assert session.scalars(select(Task)).all() == []
    assert browser_of(app, house, "jungnang").get("/tasks/?whose=all").rows()[0][0] == "인계"


@pytest.mark.parametrize("login", ["jungnang", "sicheong"])
def test_nobody_else_adds_a_task(app: Flask, house: House, case: Case, login: str, counsellor: Browser) -> None:
    browser = browser_of(app, house, login)
    token = browser.get("/network/").tree.css_first("meta[name=csrf-token]").attributes["content"] or ""
    form = {"csrf_token": token, "form_key": str(uuid4()), "title": "x", "owner": "1"}
    assert browser.client.post(f"/cases/{case.number}/tasks/", data=form).status_code == 404

"""A task is changed: what it said before is kept, and two who change it at once see both texts."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, text
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

from gilmok.ground.clock import today
from gilmok.ground.web.words import date_typed
from gilmok.journey.case.models import Case
from gilmok.journey.counselling.models import Task

SOON = today() + timedelta(days=3)


@pytest.fixture
def tab(counsellor: Browser, case: Case) -> Page:
    """The case's tab with a task of the counsellor."""
    page = counsellor.get(f"/cases/{case.number}/counselling/").fill("할 일 내용", "통지서 확인")
    return page.fill("맡은 사람", "sangdam 담당").fill("기한", SOON.isoformat()).press("할 일 추가")


def changing(page: Page, title: str = "통지서 확인") -> Page:
    """The form in which the task is changed."""
    return page.click(f"고치기 : {title}")


def kept(house: House) -> list[Task]:
    """Every version of the task."""
    with house.job() as session:
        return list(session.scalars(select(Task).order_by(Task.version)))


def test_the_form_shows_what_the_task_says(tab: Page) -> None:
    page = changing(tab)
    assert page.heading == "할 일 고치기"
    assert [page.value(label) for label in ("할 일 내용", "맡은 사람", "기한")] == [
        "통지서 확인", "sangdam 담당", date_typed(SOON),
    ]


def test_a_changed_task_says_what_it_said_before(tab: Page, house: House) -> None:
    page = changing(tab).fill("할 일 내용", "판정서 확인").fill("맡은 사람", "nomusa 담당").fill("기한", "")
    page = page.press("고친 내용 저장")
    assert page.messages == ["할 일을 고쳤습니다."]
    assert [row[0].split()[0] for row in page.rows()] == ["판정서"]
    assert page.rows()[0][2] == "nomusa 담당"
    assert "고치기 전 내용" in page.rows()[0][0]
    assert "통지서 확인 ·" in page.rows()[0][0]
    assert [(row.version, row.replaced_at is None) for row in kept(house)] == [(1, False), (2, True)]


def test_history_tells_from_what_to_what_it_was_changed(tab: Page) -> None:
    page = changing(tab).fill("할 일 내용", "판정서 확인").fill("맡은 사람", "nomusa 담당").press("고친 내용 저장")
    assert "할 일 고침 통지서 확인 → 판정서 확인 · sangdam 담당 → nomusa 담당" in page.click("이력").text


def test_a_task_is_changed_in_english_too(tab: Page, app: Flask, house: House, case: Case) -> None:
    page = browser_of(app, house, "nomusa", "en").get(f"/cases/{case.number}/counselling/")
    page = page.click("Change : 통지서 확인").fill("By when", (SOON + timedelta(days=1)).isoformat())
    page = page.press("Keep the change")
    assert page.messages == ["The task is changed."]
    assert "what it said before" in page.text
    assert f"{SOON} → {SOON + timedelta(days=1)}" in page.click("History").text


def test_a_task_that_is_handed_over_leaves_ones_own_list(
    tab: Page, counsellor: Browser, app: Flask, house: House
) -> None:
    page = changing(counsellor.get("/tasks/")).fill("맡은 사람", "nomusa 담당").press("고친 내용 저장")
    assert (page.path, page.rows()) == ("/tasks/", [])
    assert [row[0] for row in browser_of(app, house, "nomusa").get("/tasks/").rows()] == ["통지서 확인"]
    assert len(counsellor.get("/tasks/?whose=all").rows()) == 1


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(tab: Page, house: House) -> None:
    page = changing(tab).fill("할 일 내용", "850101-1234567 확인").fill("기한", "2월 30일").press("고친 내용 저장")
    assert page.status == 422
    assert page.error("할 일 내용")
    assert page.error("기한")
    assert page.value("기한") == "2월 30일"
    assert len(kept(house)) == 1


def test_two_who_change_a_task_at_once_see_both_texts(
    tab: Page, app: Flask, house: House, case: Case
) -> None:
    mine = changing(tab).fill("할 일 내용", "나의 글")
    theirs = changing(browser_of(app, house, "nomusa").get(f"/cases/{case.number}/counselling/"))
    theirs.fill("할 일 내용", "남의 글").press("고친 내용 저장")
    page = mine.press("고친 내용 저장")
    assert page.status == 409
    assert "남의 글 ·" in page.text
    assert page.value("할 일 내용") == "나의 글"
    assert page.press("고친 내용 저장").messages == ["할 일을 고쳤습니다."]
    assert len(kept(house)) == 3


def test_a_mistake_in_the_form_does_not_hide_that_someone_was_quicker(
    tab: Page, app: Flask, house: House, case: Case
) -> None:
    mine = changing(tab).fill("할 일 내용", "").press("고친 내용 저장")
    theirs = changing(browser_of(app, house, "nomusa").get(f"/cases/{case.number}/counselling/"))
    theirs.fill("할 일 내용", "남의 글").press("고친 내용 저장")
    assert mine.fill("할 일 내용", "나의 글").press("고친 내용 저장").status == 409


def test_that_a_task_was_done_meanwhile_is_seen_before_it_is_changed(
    tab: Page, app: Flask, house: House, case: Case
) -> None:
    mine = changing(tab).fill("할 일 내용", "나의 글")
    browser_of(app, house, "nomusa").get(f"/cases/{case.number}/counselling/").press("마침 : 통지서 확인")
    page = mine.press("고친 내용 저장")
    assert page.status == 409
    assert "nomusa 담당 마침" in page.text
    page = page.press("고친 내용 저장")
    assert page.rows() == []
    assert "마친 할 일 1건" in page.text
    assert [row.done_at is not None for row in kept(house)] == [True, True]


def test_what_is_the_same_is_no_change(tab: Page, house: House) -> None:
    page = changing(tab).press("고친 내용 저장")
    assert page.messages == ["달라진 내용이 없어 그대로 두었습니다."]
    assert len(kept(house)) == 1


def test_a_changed_task_is_done_once_and_undone(tab: Page, counsellor: Browser) -> None:
    page = changing(tab).fill("할 일 내용", "판정서 확인").press("고친 내용 저장").press("마침 : 판정서 확인")
    assert page.rows() == []
    assert len(page.press("되돌리기 : 판정서 확인").rows()) == 1
    assert "1 기한이 된 할 일" not in counsellor.get("/").text


def test_neither_text_is_readable_in_the_database_and_the_log_tells_of_the_change(
    tab: Page, house: House, case: Case
) -> None:
    changing(tab).fill("할 일 내용", "홍길동에게 전화").press("고친 내용 저장")
    with house.job() as session:
        stored = session.scalar(text("SELECT string_agg(t::text, ' ') FROM task t"))
        logged = session.scalars(text("SELECT cases FROM access_log WHERE action = 'task_changed'")).all()
    assert "홍길동".encode().hex() not in stored
    assert logged == [[case.id]]


@pytest.mark.parametrize("login", ["jungnang", "sicheong", "unyeong"])
def test_to_everyone_else_there_is_no_such_task(
    tab: Page, app: Flask, house: House, case: Case, login: str
) -> None:
    path = changing(tab).path
    browser = browser_of(app, house, login)
    token = browser.get("/network/").tree.css_first("meta[name=csrf-token]").attributes["content"] or ""
    form = {"csrf_token": token, "form_key": "0" * 32, "title": "x", "owner": "1", "version": "1"}
    assert [browser.get(path).status, browser.client.post(path, data=form).status_code] == [404, 404]


def test_a_task_that_is_not_there_cannot_be_changed(tab: Page, counsellor: Browser, house: House) -> None:
    path = changing(tab).path
    assert counsellor.get(path.replace(str(kept(house)[0].key), "0" * 8 + "-0000-4000-8000-" + "0" * 12)).status == 404

"""From the form that anybody can send to the case that a counsellor makes of it, and what the person finds out."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

from gilmok.ground import clock
from gilmok.journey.case.models import Case
from gilmok.journey.requests.jobs import KEPT_FOR, follow, sweep
from gilmok.journey.requests.models import OnlineRequest, RequestMessage, RequestState

Ask = Callable[..., Any]
Look = Callable[..., Page]


def taken_in(desk: Browser, number: str) -> Page:
    """The case that a counsellor makes of a request without typing anything."""
    return desk.get("/requests/").click(number).press("사건으로 접수").press("접수하기")


def rows(house: House, table: Any) -> list[Any]:
    """Every row of a table, as a job sees it."""
    with house.job() as session:
        return list(session.scalars(select(table)))


def test_an_intake_of_a_request_has_everything_in_its_place(app: Flask, house: House, asked: Ask) -> None:
    kept, desk = asked(), browser_of(app, house, "sangdam")
    intake = desk.get("/requests/").click(kept.number).press("사건으로 접수")
    assert intake.heading == "상담 접수"
    assert (intake.value("이름"), intake.value("연락처")) == ("홍길동", "010-1234-5678")
    assert (intake.value("주된 문제"), intake.value("일하는 곳의 자치구")) == ("임금체불", "관악구")
    assert intake.value("상담 경로") == "온라인"
    assert "전화 가능한 때: 평일 저녁" in intake.value("내담자의 말")


def test_the_person_finds_out_how_it_stands(app: Flask, house: House, asked: Ask, standing: Look) -> None:
    kept, desk = asked(), browser_of(app, house, "sangdam")
    assert "아직 아무도 읽지 않았습니다" in standing(kept).text
    desk.get("/requests/").click(kept.number)
    assert "상담원이 맡고 있습니다" in standing(kept).text
    assert "관악구 노동복지센터" in standing(kept).text
    assert "석 달째" not in standing(kept).text


def test_case_and_request_are_linked_and_the_request_keeps_nothing(app: Flask, house: House, asked: Ask) -> None:
    kept, desk = asked(), browser_of(app, house, "sangdam")
    case = taken_in(desk, kept.number)
    assert kept.number in case.text
    assert kept.number not in desk.get("/requests/").text
    (request,) = rows(house, OnlineRequest)
    assert (request.ending, request.wrapped, request.fields) == ("taken_in", None, None)
    page = desk.get(f"/requests/{request.key}")
    assert case.path.rpartition("/")[2] in page.text
    assert "더 보관하지 않습니다" in page.text


def test_what_is_added_reaches_the_case(app: Flask, house: House, asked: Ask, standing: Look) -> None:
    kept, desk = asked(), browser_of(app, house, "sangdam")
    case = taken_in(desk, kept.number)
    added = standing(kept).fill("전할 말", "통장 사본을 찾았습니다.").fill("새 전화번호", "010-9999-8888")
    assert "덧붙였습니다" in added.press("덧붙이기").text
    assert case.path.rpartition("/")[2] in desk.get("/requests/").text
    assert "덧붙인 말이 있습니다" in desk.get("/").text
    overview = desk.get(case.path)
    assert "통장 사본을 찾았습니다." in overview.text
    assert "010-9999" not in overview.text
    assert "010-9999-8888" in overview.press("전체 보기 (기록이 남습니다)").text
    assert "덧붙인 말을 읽었습니다" not in desk.get(case.path).press("덧붙인 말을 읽었습니다").text
    assert "덧붙인 말 중" not in desk.get("/requests/").text


def test_adding_the_same_twice_adds_it_once(app: Flask, house: House, asked: Ask, standing: Look) -> None:
    form = standing(asked()).fill("전할 말", "한 번만")
    form.press("덧붙이기")
    form.press("덧붙이기")
    form.fill("전할 말", "또 하나").press("덧붙이기")
    assert len(rows(house, RequestMessage)) == 2


def test_the_same_form_sent_twice_is_one_request(house: House, visitor: Browser, fill: Ask, got: Ask) -> None:
    form = fill(visitor.get("/help-me"))
    first, second = got(form.press("보내기")), got(form.press("보내기"))
    assert first == second
    assert len(rows(house, OnlineRequest)) == 1
    third = got(form.fill("무슨 일이 있었는지 적어 주세요", "퇴직금도 받지 못했습니다.").press("보내기"))
    assert third != first
    assert len(rows(house, OnlineRequest)) == 2


def test_no_case_with_a_reason(app: Flask, house: House, asked: Ask, standing: Look) -> None:
    kept, desk = asked(), browser_of(app, house, "sangdam")
    page = desk.get("/requests/").click(kept.number)
    refused = page.press("신청 종결")
    assert (refused.status, refused.errors) == (422, ["사건으로 접수하지 않는 이유를 골라 주세요."])
    assert "종결했습니다" in page.fill("또는 접수하지 않는 이유", "답변함, 사건 접수 불필요").press("신청 종결").text
    assert "종결되었습니다" in standing(kept).text


def test_what_is_added_to_a_closed_request_is_found(app: Flask, house: House, asked: Ask, standing: Look) -> None:
    kept, desk = asked(), browser_of(app, house, "sangdam")
    page = desk.get("/requests/").click(kept.number)
    page.fill("또는 접수하지 않는 이유", "연락이 닿지 않음").press("신청 종결")
    standing(kept).fill("전할 말", "이제 전화를 받을 수 있습니다.").press("덧붙이기")
    assert "신청 1건에 내담자가 덧붙인 말이 있습니다" in desk.get("/").text
    assert "이제 전화를" in desk.get("/requests/").click(f"신청 {kept.number}").text
    assert kept.number not in desk.get("/requests/").text


def test_two_colleagues_make_one_case_of_a_request(app: Flask, house: House, asked: Ask) -> None:
    kept = asked()
    one, other = (browser_of(app, house, login) for login in ("sangdam", "nomusa"))
    waiting = other.get("/requests/").click(kept.number).press("사건으로 접수")
    taken_in(one, kept.number)
    late = waiting.fill("이름", "홍길순").press("접수하기")
    assert (late.status, late.value("이름")) == (422, "홍길순")
    assert late.errors == ["다른 직원이 이 온라인 상담 신청을 이미 처리했습니다."]
    assert len(rows(house, Case)) == 1


def test_the_state_follows_the_case(app: Flask, house: House, asked: Ask, standing: Look) -> None:
    kept = asked()
    taken_in(browser_of(app, house, "sangdam"), kept.number)
    with house.job() as session:
        session.execute(update(Case).values(stage="closed", centre_id="jungnang"))
        follow(session)
        session.commit()
    page = standing(kept)
    assert "종결되었습니다" in page.text
    assert "중랑구" in page.text


@pytest.mark.usefixtures("still")
def test_the_manager_hears_of_what_nobody_opens(app: Flask, house: House, asked: Ask) -> None:
    with clock.at(clock.now() - timedelta(days=10)):
        asked()
    assert "열지 않은 온라인 상담 신청이 1건" in browser_of(app, house, "senteojang").get("/").text
    assert "열지 않은" not in browser_of(app, house, "sangdam").get("/").text
    waiting = browser_of(app, house, "sangdam").get("/requests/").text
    assert "근무일 2일 지남" in waiting
    assert "10일 전" in waiting


def test_what_became_no_case_is_deleted_after_a_while(app: Flask, house: House, asked: Ask) -> None:
    kept, _other = asked(), asked("다른 이야기입니다.")
    taken_in(browser_of(app, house, "sangdam"), kept.number)
    with house.job() as session:
        session.execute(update(OnlineRequest).values(ended_at=clock.now() - KEPT_FOR))
        sweep(session)
        session.commit()
    assert [each.number for each in rows(house, OnlineRequest)] == [kept.number]
    assert len(rows(house, RequestState)) == 1

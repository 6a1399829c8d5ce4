"""A case that names nobody stays until somebody sends it on; one with a name goes where the person agreed."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, update
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser, Page

from gilmok.ground.clock import today
from gilmok.journey.case.models import Case
from gilmok.network.models import CentreRow
from gilmok.network.service import locked_version, note_change

At = Callable[[str], Browser]
SEND = "관악구 노동복지센터에 보내기"


@pytest.fixture
def far(at: At) -> Page:
    """An intake without a name at a desk in Jungnang, of a case that a centre in Gwanak can help with."""
    form = at("jungnang").get("/intake/").fill("주된 문제", "임금체불").fill("일하는 곳의 자치구", "관악구")
    return form.fill("업종", "기타").fill("고용 형태", "정규직")


def case_of(house: House) -> Case:
    with house.job() as session:
        return session.scalars(select(Case)).one()


def test_one_reads_before_sending_where_a_case_without_a_name_could_go(far: Page) -> None:
    said = far.press("연결할 곳 보기").text
    assert "이름 없는 사건이라 다른 센터로 보낼 수 있습니다. 맡을 수 있는 곳: 관악구 노동복지센터." in said


def test_without_a_choice_it_stays_and_the_case_says_who_could_take_it(far: Page, house: House) -> None:
    page = far.press("접수하기")
    assert case_of(house).centre_id == "jungnang"
    assert "일단 우리 센터에 두었습니다" in page.messages[1]
    assert "이 사건을 맡을 수 있는 곳: 관악구 노동복지센터 (노동상담)" in page.text
    assert "보내기 전까지 우리 센터에서 보관" in page.click("이력").text


def test_it_goes_at_once_where_that_was_chosen(far: Page, house: House) -> None:
    page = far.press("연결할 곳 보기").choose("접수한 뒤", SEND).press("접수하기")
    assert case_of(house).centre_id == "gwanak"
    assert page.messages[1] == "사건을 보낸 곳: 관악구 노동복지센터"


def test_a_choice_is_kept_while_one_goes_on_typing(far: Page) -> None:
    page = far.press("연결할 곳 보기").choose("접수한 뒤", SEND).press("연결할 곳 보기")
    chosen = page.tree.css_first('input[name="onward"][checked]')
    assert chosen is not None
    assert chosen.attributes["value"] == "send"


def test_a_button_sends_it_on_later(far: Page, house: House) -> None:
    page = far.press("접수하기").press(SEND)
    assert case_of(house).centre_id == "gwanak"
    assert page.messages == ["사건을 보낸 곳: 관악구 노동복지센터"]
    assert not page.tree.css('form[action$="/send-on"]')


def test_one_that_somebody_works_on_waits_for_a_counsellor_there(far: Page, house: House) -> None:
    far.press("접수하기").press("내가 맡기").press(SEND)
    case = case_of(house)
    assert (case.centre_id, case.handler_id, case.stage) == ("gwanak", None, "waiting")


def test_to_a_centre_that_has_closed_since_it_goes_no_more(far: Page, house: House) -> None:
    page = far.press("접수하기")
    form = page.tree.css_first('form[action$="/send-on"]')
    assert form is not None
    values = {each.attributes["name"] or "": each.attributes["value"] or "" for each in form.css("input")}
    with house.job() as session:
        session.execute(update(CentreRow).where(CentreRow.code == "gwanak").values(closed_on=today()))
        note_change(locked_version(session))
        session.commit()
    page = page.browser.get(page.path)
    assert "그 뒤 문을 닫은 곳이니" in page.text
    assert page.browser.client.post(f"{page.path}/send-on", data=values).status_code == 403
    page.click("질문과 답").press("답변 저장").press("서울노동권익센터에 보내기")
    assert case_of(house).centre_id == "labour_rights_centre"


def test_further_answers_do_not_take_it_away(far: Page, house: House) -> None:
    page = far.press("접수하기").click("질문과 답").fill("업종", "도소매").press("답변 저장")
    assert case_of(house).centre_id == "jungnang"
    assert "이 사건을 맡을 수 있는 곳: 관악구 노동복지센터" in page.text


def test_a_name_goes_only_with_consent_whatever_is_sent(app: Flask, house: House) -> None:
    case = taken_in(house, app.extensions["registry"], "jungnang", person=PERSON, consents={"sharing": False},
                    send_on=True)
    page = browser_of(app, house, "jungnang").get(f"/cases/{case.number}")
    assert "사건 보내기에 동의하지 않아" in page.text
    form = page.tree.css_first('form[action$="/take"]')
    assert form is not None
    values = {each.attributes["name"] or "": each.attributes["value"] or "" for each in form.css("input")}
    assert page.browser.client.post(f"/cases/{case.number}/send-on", data=values).status_code == 403
    assert case_of(house).centre_id == "jungnang"


def test_before_sending_a_named_case_one_reads_who_gets_it(far: Page) -> None:
    far.fill("이름", "가상 하나").choose("이름·연락처 수집·이용", "동의함")
    page = far.choose("도울 수 있는 센터로 사건 보내기", "동의함").press("연결할 곳 보기")
    assert "접수하면 바로 이름·연락처와 함께 보냅니다. 받는 곳: 관악구 노동복지센터" in page.text


OPEN = "더 물어볼 것: "


@pytest.fixture
def asked(at: At) -> Page:
    """The page of a case of a named person who agreed to passing it on, with questions open."""
    form = at("jungnang").get("/intake/").fill("주된 문제", "임금체불").fill("이름", "가상 하나")
    form.choose("이름·연락처 수집·이용", "동의함").choose("도울 수 있는 센터로 사건 보내기", "동의함")
    return form.press("접수하기")


def test_a_case_with_open_questions_says_what_it_waits_for(asked: Page, house: House) -> None:
    assert case_of(house).centre_id == "jungnang"
    assert OPEN in asked.messages[1]
    for page in (asked, asked.click("창구 결정")):
        assert "답에 따라 맡을 곳이 달라질 수 있어 우리 센터에 있습니다" in page.text
        assert f"{OPEN}일하는 곳의 자치구" in page.text
    assert "답을 더 들을 때까지 우리 센터에 둠" in asked.click("이력").text


def test_an_answer_that_takes_the_case_away_says_where(asked: Page, house: House) -> None:
    page = asked.click("남은 질문에 답하기").fill("일하는 곳의 자치구", "관악구").fill("업종", "기타")
    page = page.fill("고용 형태", "정규직").press("답변 저장")
    assert case_of(house).centre_id == "gwanak"
    assert page.messages[1] == "사건을 보낸 곳: 관악구 노동복지센터"

"""Questions that stayed open are answered later, and the case goes where it belongs then."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update
from support.house import House
from support.page import Browser, Page

from gilmok.journey.case.models import Case
from gilmok.journey.routing.models import DecisionReceipt
from gilmok.modules.service import apply, suspend
from gilmok.modules.things import Activation

At = Callable[[str], Browser]


@pytest.fixture
def questions(at: At) -> Page:
    """The questions of a case that was taken in with nothing but 'not paid'."""
    page = at("jungnang").get("/intake/").fill("주된 문제", "임금체불").press("접수하기")
    return page.click("질문과 답")


def case_of(house: House) -> Case:
    with house.job() as session:
        return session.scalars(select(Case)).one()


def test_the_questions_show_what_was_answered(questions: Page) -> None:
    assert questions.value("주된 문제") == "임금체불"
    assert questions.value("업종") == "묻지 않음"


def test_an_answer_that_decides_gives_the_case_its_desk(questions: Page, house: House) -> None:
    page = questions.fill("업종", "봉제").fill("일하는 곳의 자치구", "중랑구").fill("고용 형태", "정규직")
    page = page.press("답변 저장")
    assert (case_of(house).target, case_of(house).centre_id) == ("northeast.sewing_desk", "jungnang")
    page.press("서울노동권익센터에 보내기")
    case = case_of(house)
    assert (case.target, case.centre_id) == ("northeast.sewing_desk", "labour_rights_centre")
    with house.job() as session:
        assert len(session.scalars(select(DecisionReceipt)).all()) == 2


def test_a_look_first_changes_nothing(questions: Page, house: House) -> None:
    page = questions.fill("업종", "봉제").fill("일하는 곳의 자치구", "중랑구").press("연결할 곳 보기")
    assert "봉제 상담창구" in page.text
    assert case_of(house).target == "core.counselling"


def test_a_case_that_somebody_works_on_stays_with_them(questions: Page, house: House) -> None:
    questions.click("개요").press("내가 맡기")
    page = questions.browser.get(questions.path)
    page.fill("업종", "봉제").fill("일하는 곳의 자치구", "중랑구").fill("고용 형태", "정규직").press("답변 저장")
    case = case_of(house)
    assert (case.target, case.centre_id, case.stage) == ("northeast.sewing_desk", "jungnang", "counselling")


def test_what_was_typed_is_there_when_someone_else_was_faster(questions: Page, house: House) -> None:
    with house.job() as session:
        session.execute(update(Case).values(version=9))
        session.commit()
    page = questions.fill("업종", "봉제").press("답변 저장")
    assert page.status == 409
    assert page.value("업종") == "봉제"
    assert "다른 사람이 이 사건을 고쳤습니다" in page.text


def test_a_day_that_is_none_is_said_beside_its_field(questions: Page) -> None:
    page = questions.fill("일이 일어난 날", "2025.13.45").press("답변 저장")
    assert page.status == 422
    assert page.error("일이 일어난 날")
    assert page.value("일이 일어난 날") == "2025.13.45"


@pytest.fixture
def sewing(at: At, house: House) -> Page:
    """The questions of a case of the sewing desk that came a month ago, with an answer to one of the module's."""
    page = at("jungnang").get("/intake/").fill("주된 문제", "임금체불").fill("업종", "봉제")
    page = page.fill("일하는 곳의 자치구", "중랑구").fill("고용 형태", "정규직").press("연결할 곳 보기")
    page = page.fill("집에서 하는 일인가요?", "예").press("접수하기")
    with house.job() as session:
        session.execute(update(Case).values(received_on=date.today() - timedelta(days=30)))
        session.commit()
    return page


def test_a_pilot_that_has_ended_still_asks_and_decides_in_a_case_of_its_days(sewing: Page, house: House) -> None:
    ended = Activation(
        module="northeast", region="northeast", starts_on=date(2019, 1, 1), ends_on=date.today() - timedelta(days=1),
    )
    with house.session("sicheong") as session:
        apply(session, [ended], by=None, note="")
        session.commit()
    page = sewing.click("질문과 답")
    assert "봉제 상담창구" in page.text
    page.fill("집에서 하는 일인가요?", "아니요").press("답변 저장")
    case = case_of(house)
    assert (case.target, case.facts["northeast.sewing_home_work"]) == ("northeast.sewing_desk", False)


def test_what_a_suspended_module_was_told_stays(sewing: Page, house: House) -> None:
    with house.session("unyeong") as session:
        suspend(session, "northeast", by=house.people["unyeong"].id, note="")
        session.commit()
    sewing.click("질문과 답").fill("성별", "여성").press("답변 저장")
    facts = case_of(house).facts
    assert (facts["gender"], facts["northeast.sewing_home_work"]) == ("female", True)


def test_that_a_case_names_nobody_is_known_after_further_answers(questions: Page, house: House) -> None:
    assert case_of(house).facts["anonymous"] is True
    questions.fill("업종", "봉제").press("답변 저장")
    assert case_of(house).facts["anonymous"] is True


def test_a_case_of_long_ago_goes_to_a_centre_that_is_open_today(questions: Page, house: House) -> None:
    with house.job() as session:
        session.execute(update(Case).values(received_on=date(2023, 12, 20)))   # the hub closed with that year
        session.commit()
    page = questions.fill("업종", "봉제").fill("일하는 곳의 자치구", "중랑구").fill("고용 형태", "정규직")
    page.press("답변 저장").press("서울노동권익센터에 보내기")
    assert case_of(house).centre_id == "labour_rights_centre"

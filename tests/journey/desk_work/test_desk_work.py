"""The work of a module's desk: steps ticked off in order, further questions, nothing lost when the module is gone."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from flask import Flask
from sqlalchemy import func, select, text, update
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case, DeskAnswers
from gilmok.journey.counselling.models import Task
from gilmok.journey.desk_work.service import key_of
from gilmok.modules.registry import Registry
from gilmok.modules.service import suspend

from .conftest import PERFORMS, SEWS, Take

WORK, MONTHS = "작품·공연과 상대방", "최근 24개월 가운데 계약이 있던 달 (개월)"
FIRST = "계약서에 여섯 가지가 적혀 있는지 점검하기"


def desk(browser: Browser, case: Case) -> Page:
    return browser.get(f"/cases/{case.number}/desk")


def listed(page: Page) -> list[str]:
    return [each.text().strip() for each in page.tree.css("ol.steps > li .list-head > b")]


def ticked(browser: Browser, case: Case, title: str = FIRST) -> Page:
    return desk(browser, case).press(f"마침 : {title}")


def without(registry: Registry, *modules: str) -> Registry:
    kept = {name: each for name, each in registry.modules.items() if name not in modules}
    return replace(registry, modules=MappingProxyType(kept))


def test_the_tab_is_there_where_the_desk_has_work_and_nowhere_else(counsellor: Browser, take: Take) -> None:
    assert "창구 업무" in counsellor.get(f"/cases/{take(**PERFORMS).number}").text
    assert "창구 업무" not in counsellor.get(f"/cases/{take().number}").text


def test_the_steps_stand_in_their_order_without_those_that_do_not_concern_the_case(
    counsellor: Browser, take: Take
) -> None:
    told = take(**SEWS, topics=("working_hours",), **{"northeast.sewing_idle_months": 0})
    assert listed(desk(counsellor, told)) == [
        "근로자로 볼 사정 정리하기", "사업장에 공임표와 기록 요청하기", "작업량과 시간 증거 모으기",
        "개수임금을 최저임금으로 환산하기",
    ]


def test_what_nobody_knows_leaves_no_step_out(counsellor: Browser, take: Take) -> None:
    assert "일감이 없던 달 확인하기" in listed(desk(counsellor, take(**SEWS)))


def test_a_step_is_ticked_off_with_day_and_name_and_open_again(counsellor: Browser, take: Take) -> None:
    case = take(**PERFORMS)
    page = ticked(counsellor, case)
    assert "마친 것으로 표시했습니다." in page.messages[0]
    assert "nodong 담당" in page.tree.css_first("ol.steps > li .badge").text()
    assert "6개 가운데 1개 마침" in page.text
    page = page.press(f"되돌리기 : {FIRST}")
    assert "6개 가운데 0개 마침" in page.text


def test_ticked_off_twice_it_is_one_task_and_one_line_of_history(
    counsellor: Browser, take: Take, house: House
) -> None:
    case = take(**PERFORMS)
    page = desk(counsellor, case)
    page.press(f"마침 : {FIRST}")
    page.press(f"마침 : {FIRST}")
    with house.job() as session:
        assert session.scalar(select(func.count()).select_from(Task).where(Task.case_id == case.id)) == 1
    assert counsellor.get(f"/cases/{case.number}/history").text.count(FIRST) == 1


def test_a_step_that_is_given_to_a_colleague_is_a_task_of_theirs_until_it_is_ticked_off(
    counsellor: Browser, take: Take, house: House
) -> None:
    case = take(**PERFORMS)
    page = desk(counsellor, case).click(f"담당자 정하기 : {FIRST}").fill("기한", "2027.1.15").press("할 일로 만들기")
    assert "담당: nodong 담당" in page.text
    assert FIRST in counsellor.get("/tasks/").text
    page.press(f"마침 : {FIRST}")
    with house.job() as session:
        task = session.scalars(select(Task).where(Task.key == key_of("northeast.arts_contract"))).one()
    assert (task.owner_id, task.done_by_id) == (house.people["nodong"].id, house.people["nodong"].id)


def test_a_step_with_a_wrong_day_comes_back_with_the_reason(counsellor: Browser, take: Take) -> None:
    page = desk(counsellor, take(**PERFORMS)).click(f"담당자 정하기 : {FIRST}").fill("기한", "언젠가")
    page = page.press("할 일로 만들기")
    assert (page.status, page.value("기한")) == (422, "언젠가")
    assert page.error("기한")


def test_steps_lead_to_the_calculator_and_the_letter_they_are_done_with(counsellor: Browser, take: Take) -> None:
    page = desk(counsellor, take(**PERFORMS))
    assert page.click(f"계산기 열기 : {FIRST}").text.count("예술인 계약서 점검") >= 1
    assert page.click("문서 쓰기 : 보수를 서면으로 청구하기").heading == "보수 지급 최고서"


@pytest.mark.parametrize("step", ["northeast.sewing_status", "northeast.nothing", "core.x"])
def test_a_step_of_another_desk_is_not_found(counsellor: Browser, take: Take, step: str) -> None:
    case = take(**PERFORMS)
    token = desk(counsellor, case).tree.css_first("input[name=csrf_token]").attributes["value"]
    answer = counsellor.post(f"/cases/{case.number}/desk/steps/{step}/done", {"csrf_token": [str(token)]})
    assert answer.status == 404


def answered(browser: Browser, case: Case, months: str = "7") -> Page:
    return desk(browser, case).fill(WORK, "가상극단의 만든 공연").fill(MONTHS, months).press("답변 저장")


def test_answers_are_kept_with_the_case_and_shown_in_words(counsellor: Browser, take: Take) -> None:
    case = take(**PERFORMS)
    page = answered(counsellor, case)
    assert (page.value(WORK), page.value(MONTHS)) == ("가상극단의 만든 공연", "7")
    overview = counsellor.get(f"/cases/{case.number}").text
    assert "가상극단의 만든 공연" in overview
    assert "7 개월" in overview
    assert "창구 질문에 답함" in counsellor.get(f"/cases/{case.number}/history").text


def test_of_free_text_and_sensitive_answers_nothing_lies_in_the_clear(
    counsellor: Browser, take: Take, house: House
) -> None:
    case = take({"sensitive": True}, industry="handmade_shoes", workplace_district="jungnang")
    page = desk(counsellor, case).fill("의사의 소견", "말초신경병증 소견").fill("작업장은 누구 것인가요?", "공장 것")
    page.press("답변 저장")
    with house.job() as session:
        row = session.get_one(DeskAnswers, case.id)
    assert row.known == {"northeast.shoes_workshop_of": "factory"}
    assert row.sealed is not None
    assert "소견".encode() not in row.sealed


def test_sensitive_questions_wait_for_their_consent(counsellor: Browser, take: Take) -> None:
    case = take(industry="handmade_shoes", workplace_district="jungnang")
    assert "의사의 소견" not in desk(counsellor, case).text


def test_a_question_waits_for_the_answer_it_hangs_on(counsellor: Browser, take: Take) -> None:
    case = take(**PERFORMS)
    asked = "표준계약서를 썼나요?"
    assert asked not in desk(counsellor, case).text
    assert asked in desk(counsellor, take(**PERFORMS, **{"northeast.arts_written_contract": True})).text


def test_a_wrong_answer_comes_back_with_all_that_was_typed(counsellor: Browser, take: Take) -> None:
    page = answered(counsellor, take(**PERFORMS), months="일곱쯤")
    assert (page.status, page.value(WORK)) == (422, "가상극단의 만든 공연")
    assert page.error(MONTHS)


def test_a_number_that_must_not_be_kept_is_refused(counsellor: Browser, take: Take, house: House) -> None:
    page = desk(counsellor, take(**PERFORMS)).fill(WORK, "900101-1234567").press("답변 저장")
    assert page.status == 422
    assert "900101" not in page.text
    with house.job() as session:
        assert session.scalar(select(func.count()).select_from(DeskAnswers)) == 0


def test_of_two_who_answer_at_once_one_is_told_and_loses_nothing(counsellor: Browser, take: Take) -> None:
    case = take(**PERFORMS)
    slow = desk(counsellor, case).fill(WORK, "느린 글")
    answered(counsellor, case)
    page = slow.press("답변 저장")
    assert (page.status, page.value(WORK)) == (409, "느린 글")
    assert "가상극단의 만든 공연" in page.text


def test_a_module_that_is_gone_leaves_everything_readable(
    counsellor: Browser, take: Take, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = take(**PERFORMS)
    ticked(counsellor, case)
    answered(counsellor, case)
    monkeypatch.setitem(app.extensions, "registry", without(app.extensions["registry"], "northeast"))
    assert "모듈(northeast)이 설치되어 있지 않습니다" in desk(counsellor, case).text
    assert FIRST in counsellor.get(f"/cases/{case.number}/counselling/").text
    overview = counsellor.get(f"/cases/{case.number}").text
    assert "가상극단의 만든 공연" in overview
    assert "northeast.arts_insured_months" in overview


def test_a_module_under_the_emergency_stop_offers_nothing_and_says_so(
    counsellor: Browser, take: Take, house: House
) -> None:
    case = take(**PERFORMS)
    with house.session("unyeong") as session:
        suspend(session, "northeast", by=house.people["unyeong"].id, note="멈춤")
        session.commit()
    page = desk(counsellor, case)
    assert (page.status, listed(page)) == (200, [])
    assert "일시 중지" in page.text


@pytest.mark.parametrize("login", ["jungnang", "sicheong"])
def test_another_centre_reads_none_of_it(app: Flask, house: House, counsellor: Browser, take: Take, login: str) -> None:
    case = take(**PERFORMS)
    answered(counsellor, case)
    assert browser_of(app, house, login).get(f"/cases/{case.number}/desk").status in {403, 404}
    with house.session(login) as session:
        assert rows_in(session) == 0


def rows_in(session: ViewerSession) -> int | None:
    """What row security alone shows: the statement is not scoped."""
    count = text("SELECT count(*) FROM desk_answers").execution_options(unscoped="row security alone is tried")
    return session.scalar(count)


def test_the_centre_that_sent_the_case_on_reads_no_answers(
    app: Flask, house: House, counsellor: Browser, take: Take
) -> None:
    case = take(**PERFORMS)
    answered(counsellor, case)
    with house.job() as session:
        session.execute(update(Case).where(Case.id == case.id).values(centre_id="jungnang"))
        session.commit()
    with house.session("nodong") as session:
        assert rows_in(session) == 0

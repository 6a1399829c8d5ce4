"""The pages of legal aid one by one: who may, what is refused, what is put right, two at once."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

from gilmok.journey.case.models import Case
from gilmok.journey.legal_aid import queries, service
from gilmok.journey.legal_aid.models import LegalAction

Held = Callable[..., Case]


@pytest.fixture
def case(held: Held) -> Case:
    """A case whose workplace lies in Nowon."""
    return held(workplace_district="nowon")


@pytest.fixture
def action(house: House, case: Case) -> LegalAction:
    """A remedy application that is being prepared."""
    with house.session("sangdam") as session:
        made = service.open_action(
            session, case, "remedy", "dismissal", by=house.people["sangdam"], on=date(2027, 1, 4),
            answers={"agency": "seoul_labour_commission"},
        )
        session.commit()
    return made


def at(browser: Browser, case: Case, rest: str) -> Page:
    """A page of legal aid of this case."""
    return browser.get(f"/cases/{case.number}/legal-aid/{rest}")


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    """The browser of who has the case."""
    return browser_of(app, house, "sangdam")


def as_it_is(house: House, action: LegalAction) -> LegalAction:
    """The action as it is stored now."""
    with house.job() as session:
        return session.get_one(LegalAction, action.id)


def test_a_case_without_actions_says_what_to_do(counsellor: Browser, case: Case) -> None:
    assert at(counsellor, case, "").tree.css_first(".empty a") is not None


def test_the_day_has_to_be_written_or_said_to_be_unknown(counsellor: Browser, case: Case) -> None:
    page = at(counsellor, case, "new?kind=remedy&subkind=dismissal").press("시작하기")
    assert page.status == 422
    assert page.errors == ["날짜를 적거나, 아직 모른다고 선택해 주세요."]


def test_a_day_to_come_is_refused_for_what_has_happened(counsellor: Browser, case: Case, action: LegalAction) -> None:
    form = at(counsellor, case, f"{action.id}/to/filed").fill("접수한 날", "2027.4.1").fill("메모", "들은 것")
    page = form.press("저장")
    assert page.status == 422
    assert (page.error("접수한 날") != "", page.value("메모")) == (True, "들은 것")


def test_a_hearing_lies_ahead(counsellor: Browser, house: House, case: Case, action: LegalAction) -> None:
    at(counsellor, case, f"{action.id}/to/filed").fill("접수한 날", "2027.3.2").press("저장")
    page = at(counsellor, case, f"{action.id}/to/hearing").fill("심문 기일", "2027.5.6").press("저장")
    assert (page.status, as_it_is(house, action).state) == (200, "hearing")


def test_another_office_needs_a_reason(counsellor: Browser, case: Case) -> None:
    page = at(counsellor, case, "new?kind=petition&subkind=other").fill("기관", "서울강남지청").press("시작하기")
    assert page.errors == ["관할 기관과 다릅니다. 이유를 선택해 주세요."]
    page = page.fill("기관", "서울강남지청").fill("다른 기관을 고른 이유", "기관이 알려 줌").press("시작하기")
    assert "서울강남지청 기관이 알려 줌" in page.text


@pytest.mark.parametrize(("district", "said"), [
    ("nowon", "서울북부지청"), ("dongdaemun", "서울지방고용노동청"), ("unknown", "자치구를 모릅니다"),
    ("outside_seoul", "일하는 곳이 서울 밖입니다"),
])
def test_the_office_follows_from_the_district(counsellor: Browser, held: Held, district: str, said: str) -> None:
    assert said in at(counsellor, held(workplace_district=district), "new?kind=petition&subkind=arrears").text


def test_a_wrong_day_is_put_right_and_stays_to_be_seen(
    counsellor: Browser, house: House, case: Case, action: LegalAction
) -> None:
    at(counsellor, case, f"{action.id}/to/filed").fill("접수한 날", "2027.3.2").press("저장")
    form = at(counsellor, case, f"{action.id}").click("날짜 바로잡기 접수함")
    page = form.fill("바른 날짜", "2027.3.1").press("저장")
    assert "2027년 3월 2일(화) → 2027년 3월 1일(월)" in page.text
    assert as_it_is(house, action).filed_on == date(2027, 3, 1)


def test_putting_the_first_day_right_moves_its_clock(counsellor: Browser, case: Case, action: LegalAction) -> None:
    form = at(counsellor, case, f"{action.id}").click("날짜 바로잡기 준비 중")
    page = form.fill("바른 날짜", "2026.12.31").press("저장")
    assert "2027. 3. 31." in page.text


def test_a_missing_day_of_filing_is_asked_for_at_closing(
    counsellor: Browser, house: House, case: Case, action: LegalAction
) -> None:
    at(counsellor, case, f"{action.id}/to/filed").fill("날짜를 아직 모름", "yes").press("저장")
    page = at(counsellor, case, f"{action.id}/to/closed").fill("끝난 날", "2027.3.9").fill("결과", "얻지 못함")
    page.fill("접수한 날", "2027.2.1").fill("기관 접수번호·사건번호", "2027부해1").press("저장")
    now = as_it_is(house, action)
    assert (now.state, now.filed_on, now.outcome) == ("closed", date(2027, 2, 1), "lost")


def test_details_can_be_filled_in_and_emptied(
    counsellor: Browser, house: House, case: Case, action: LegalAction
) -> None:
    page = at(counsellor, case, f"{action.id}/details").fill("청구 금액", "120만").press("저장")
    assert "1,200,000원" in page.text
    at(counsellor, case, f"{action.id}/details").fill("청구 금액", "").press("저장")
    assert as_it_is(house, action).claimed is None


def test_a_note_is_sealed_and_read_by_the_own_centre(
    counsellor: Browser, house: House, case: Case, action: LegalAction
) -> None:
    form = at(counsellor, case, f"{action.id}/to/filed").fill("접수한 날", "2027.3.2").fill("메모", "직접 냄")
    page = form.press("저장")
    assert "직접 냄" in page.text
    with house.job() as session:
        notes = [event.note for event in queries.events(session, [action]) if event.note]
    assert [b"\xec\xa7\x81\xec\xa0\x91" in note for note in notes] == [False]


def test_who_comes_second_gets_both_texts_and_may_go_on(
    counsellor: Browser, house: House, case: Case, action: LegalAction
) -> None:
    form = at(counsellor, case, f"{action.id}/to/filed")
    at(counsellor, case, f"{action.id}/details").fill("청구 금액", "120만").press("저장")
    page = form.fill("접수한 날", "2027.3.2").fill("메모", "제가 쓴 메모").press("저장")
    assert (page.status, page.value("메모")) == (409, "제가 쓴 메모")
    assert "1,200,000원" in page.text
    assert page.press("그래도 하기").status == 200
    assert as_it_is(house, action).state == "filed"


def test_a_step_that_someone_else_took_meanwhile_is_not_offered_again(
    counsellor: Browser, case: Case, action: LegalAction
) -> None:
    form = at(counsellor, case, f"{action.id}/to/filed")
    at(counsellor, case, f"{action.id}/to/filed").fill("접수한 날", "2027.3.1").press("저장")
    page = form.fill("접수한 날", "2027.3.2").fill("메모", "제가 쓴 메모").press("저장")
    assert (page.status, page.value("메모")) == (409, "제가 쓴 메모")
    assert "이 단계는 이제 할 수 없습니다" in page.text


def test_a_step_that_the_table_does_not_know_is_refused(counsellor: Browser, case: Case, action: LegalAction) -> None:
    assert at(counsellor, case, f"{action.id}/to/served").status == 409


def test_a_colleague_prepares_and_only_who_has_the_case_files(
    app: Flask, house: House, held: Held, action: LegalAction, case: Case
) -> None:
    with house.job() as session:
        session.get_one(Case, case.id).handler_id = house.people["nomusa"].id
        session.commit()
    colleague = browser_of(app, house, "sangdam")
    assert at(colleague, case, f"{action.id}/details").status == 200
    assert at(colleague, case, f"{action.id}/to/filed").status == 403
    assert "구제신청서 접수" not in at(colleague, case, f"{action.id}").text


@pytest.mark.parametrize("login", ["nomusa", "senteojang"])
def test_an_attorney_and_the_manager_of_the_centre_file_too(
    app: Flask, house: House, case: Case, action: LegalAction, login: str
) -> None:
    page = at(browser_of(app, house, login), case, f"{action.id}/to/filed").fill("접수한 날", "2027.3.2").press("저장")
    assert (page.status, as_it_is(house, action).state) == (200, "filed")


@pytest.mark.parametrize("login", ["jungnang", "sicheong", "unyeong"])
def test_nobody_else_sees_an_action(app: Flask, house: House, case: Case, action: LegalAction, login: str) -> None:
    assert at(browser_of(app, house, login), case, f"{action.id}").status in {403, 404}


def test_an_action_of_another_case_is_not_found(counsellor: Browser, held: Held, action: LegalAction) -> None:
    assert at(counsellor, held(), f"{action.id}").status == 404


@pytest.mark.parametrize("what", ["kind=divorce&subkind=other", "kind=petition&subkind=divorce"])
def test_a_kind_that_there_is_not_is_not_found(counsellor: Browser, case: Case, what: str) -> None:
    assert at(counsellor, case, f"new?{what}").status == 404

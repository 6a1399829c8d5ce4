"""The decision told and changed, and the queue of cases that a person sorts."""

import json

import pytest
from flask import Flask
from sqlalchemy import text
from support.casework import PERSON, browser_of, conflict, taken_in
from support.house import House, make_case
from support.page import Browser, Page

from gilmok.journey.case import queries, service
from gilmok.journey.case.endings import CloseReason
from gilmok.journey.case.models import Case
from gilmok.modules.registry import Registry


@pytest.fixture
def app(rivals_app: Flask, house: House) -> Flask:
    """The application with two modules that disagree, on the house of this test."""
    rivals_app.extensions["database"] = house.installed.database
    return rivals_app


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    """The browser of a counsellor."""
    return browser_of(app, house, "sangdam")


@pytest.fixture
def torn(house: House, rivals: Registry) -> Case:
    """A case that two desks want."""
    return conflict(house, rivals, person=PERSON, consents={"sharing": True})


def aid_elsewhere(counsellor: Browser, house: House, rivals: Registry) -> tuple[Case, Page]:
    """A case of another district, and its decision page with that district's legal aid chosen."""
    case = taken_in(house, rivals, workplace_district="jungnang", home_district="jungnang")
    page = counsellor.get(f"/cases/{case.number}/decision")
    return case, page.fill("어느 창구에서 맡나요?", "법률지원 · 중랑구 노동자종합지원센터")


def as_it_is(house: House, case: Case) -> Case:
    """The case as it is stored now."""
    with house.job() as session:
        return session.get_one(Case, case.id)


def test_a_decision_is_told_with_its_reason_and_its_way(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals)
    said = counsellor.get(f"/cases/{case.number}/decision").text
    assert "노동상담 · 관악구 노동복지센터" in said
    assert "이 센터인 까닭" in said


def test_each_rule_is_told_with_what_it_stopped_at(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals)
    rows = counsellor.get(f"/cases/{case.number}/decision").rows()
    danger = next(row for row in rows if "core.danger" in row[0])
    assert danger[2] == "해당 없음"
    assert "답: 보통" in danger[3]


def test_of_rules_that_hold_those_that_decided_stand_first(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, client_kind="employer")
    rows = counsellor.get(f"/cases/{case.number}/decision").rows()
    told = [(row[0].split()[-1], row[2]) for row in rows[:3]]
    assert told[0] == ("core.employer", "해당")
    assert ("core.labour_problem", "해당하나 다른 규칙이 앞섬") in told


def test_why_not_names_the_smallest_change(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, client_kind=None)
    page = counsellor.get(f"/cases/{case.number}/decision").fill("창구", "노동자 조직화지원").press("설명 보기")
    assert "누가 상담을 청했나요: 노동조합 (지금은 묻지 않음, 기본값 노동자)" in page.text


def test_what_was_not_asked_and_is_not_taken_for_granted_is_told_as_not_asked(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    said = counsellor.get(f"/cases/{taken_in(house, rivals, employment_type=None).number}/decision").text
    assert "답: 묻지 않음" in said
    assert "기본값 묻지 않음" not in said


def test_why_not_of_a_desk_that_is_not_installed_is_not_answered(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals)
    assert counsellor.get(f"/cases/{case.number}/decision?why_not=gone.desk").status == 200


def test_a_case_without_a_decision_says_so(counsellor: Browser, house: House) -> None:
    assert "규칙에 따른 결정이 없습니다" in counsellor.get(f"/cases/{make_case(house).number}/decision").text


def test_the_record_for_audit_holds_decision_and_trace_and_no_name(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals, person=PERSON)
    answer = counsellor.client.get(f"/cases/{case.number}/decision.json")
    found = json.loads(answer.text)
    assert (found["decisions"][0]["target"], found["trace"]["target"]) == ("core.counselling", "core.counselling")
    assert "홍길동" not in answer.text
    assert "attachment" in answer.headers["Content-Disposition"]


def test_a_case_that_two_desks_want_waits_in_the_queue_with_both_reasons(counsellor: Browser, torn: Case) -> None:
    said = counsellor.get("/cases/triage").text
    assert all(words in said for words in (torn.number, "Desk left", "Desk right", "It is left.", "It is right."))


def test_the_desks_to_choose_from_stand_apart_in_the_queue(counsellor: Browser, torn: Case) -> None:
    assert len(counsellor.get("/cases/triage").tree.css("fieldset.choices > .options > .option")) == 2


def test_the_queue_is_sorted_right_there(counsellor: Browser, house: House, torn: Case) -> None:
    page = counsellor.get("/cases/triage")
    page.typed = {"target": ["right.desk"]}
    assert page.press("결정").messages == ["사건을 보낼 창구를 정했습니다: Desk right"]
    assert (as_it_is(house, torn).target, as_it_is(house, torn).stage) == ("right.desk", "waiting")
    assert "분류할 사건이 없습니다" in counsellor.get("/cases/triage").text


def test_the_oldest_come_first_and_the_queue_goes_on(counsellor: Browser, house: House) -> None:
    for _ in range(21):
        make_case(house, stage="triage")
    first = counsellor.get("/cases/triage")
    assert len(first.tree.css("section.panel")) == 20
    assert len(first.click("다음").tree.css("section.panel")) == 1


def test_sorting_needs_a_desk_alone_and_keeps_the_note(counsellor: Browser, torn: Case) -> None:
    page = counsellor.get(f"/cases/{torn.number}/decision").fill("메모", "생각 중").press("결정")
    assert page.status == 422
    assert len(page.errors) == 1
    assert page.value("메모") == "생각 중"


def test_what_was_sorted_is_told_without_a_reason(counsellor: Browser, torn: Case) -> None:
    page = counsellor.get(f"/cases/{torn.number}/decision").choose("어느 창구에서 맡나요?", "Desk left").press("결정")
    assert "담당자 결정: Desk left 관악구 노동복지센터" in page.click("창구 결정").text
    assert "담당자가 분류함" in page.click("이력").text


def test_another_reason_has_to_be_said(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals)
    page = counsellor.get(f"/cases/{case.number}/decision").fill("어느 창구에서 맡나요?", "법률지원")
    page = page.choose("사유", "그 밖의 사유").press("결정")
    assert page.errors == ["사유를 메모에 적어 주세요."]


def test_a_desk_that_is_not_there_is_refused(counsellor: Browser, torn: Case) -> None:
    page = counsellor.get(f"/cases/{torn.number}/decision")
    page.typed["target"] = ["gone.desk"]
    assert page.press("결정").errors == ["이 사건에서 고를 수 없는 창구입니다."]


def test_a_person_decides_otherwise_and_the_page_says_who_proposed_what(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals)
    page = counsellor.get(f"/cases/{case.number}/decision").fill("어느 창구에서 맡나요?", "법률지원")
    page.choose("사유", "본인이 원함").fill("메모", "소송을 바람").press("결정")
    said = counsellor.get(f"/cases/{case.number}/decision").text
    assert "담당자 결정: 법률지원" in said
    assert "소송을 바람" in said
    assert "규칙에 따른 제안 노동상담" in said


def test_who_chooses_a_desk_of_another_centre_is_told_so_before_and_after(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case, page = aid_elsewhere(counsellor, house, rivals)
    page = page.choose("사유", "본인이 원함").press("결정")
    assert page.messages == ["사건을 다른 센터로 보냈습니다: 중랑구 노동자종합지원센터의 법률지원"]
    assert as_it_is(house, case).centre_id == "jungnang"


def test_who_chooses_a_desk_of_another_centre_can_keep_the_case(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case, page = aid_elsewhere(counsellor, house, rivals)
    assert "다른 센터 창구를 골라도 사건은 우리 센터에 두기" in page.text
    page.typed["stays"] = ["yes"]
    page = page.choose("사유", "본인이 원함").press("결정")
    assert page.messages == ["사건을 보낼 창구를 정했습니다: 법률지원"]
    assert (as_it_is(house, case).centre_id, as_it_is(house, case).target) == ("gwanak", "core.legal_aid")
    assert "담당자 결정: 법률지원" in page.click("창구 결정").text
    assert "결정한 사람이 우리 센터에 두기로 함" in page.click("이력").text


def test_a_case_that_a_desk_would_take_away_is_not_sorted_in_the_queue(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = conflict(house, rivals, workplace_district="guro", home_district="guro")
    queue = counsellor.get("/cases/triage")
    assert "Desk left" in queue.text
    assert queue.tree.css("section.panel form") == []
    page = queue.click("창구 정하기")
    assert (page.path, "Desk left · 구로구노동자종합지원센터" in page.text) == (f"/cases/{case.number}/decision", True)


def test_a_case_that_a_person_sends_away_out_of_counselling_waits_there(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals, home_district="jungnang")
    counsellor.get(f"/cases/{case.number}").press("내가 맡기")
    page = counsellor.get(f"/cases/{case.number}/decision")
    page.fill("어느 창구에서 맡나요?", "서울 외 지역 안내 · 서울노동권익센터")
    page.choose("사유", "본인이 원함").press("결정")
    sent = as_it_is(house, case)
    assert (sent.centre_id, sent.stage, sent.handler_id) == ("labour_rights_centre", "waiting", None)


def test_a_desk_whose_module_is_off_where_the_case_belongs_is_refused(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals)
    page = counsellor.get(f"/cases/{case.number}/decision").choose("사유", "본인이 원함")
    page.typed["target"] = ["left.desk"]
    assert page.press("결정").errors == ["이 사건에서 고를 수 없는 창구입니다."]


def test_a_closed_case_is_not_sent_elsewhere(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals)
    page = counsellor.get(f"/cases/{case.number}/decision").fill("어느 창구에서 맡나요?", "법률지원")
    page.choose("사유", "본인이 원함")
    with house.session("senteojang") as session:
        service.close(session, queries.by_number(session, case.number), CloseReason.WITHDRAWN,
                      by=house.people["senteojang"])
        session.commit()
    page.typed["version"] = [str(as_it_is(house, case).version)]
    assert page.press("결정").status == 409
    assert as_it_is(house, case).target == "core.counselling"


def test_who_decides_on_a_changed_case_sees_the_change_and_keeps_the_note(
    counsellor: Browser, house: House, torn: Case
) -> None:
    page = counsellor.get(f"/cases/{torn.number}/decision").choose("어느 창구에서 맡나요?", "Desk left")
    page.fill("메모", "내 메모")
    with house.session("nomusa") as session:
        service.change(session, queries.by_number(session, torn.number), target="right.desk")
        session.commit()
    changed = page.press("결정")
    assert (changed.status, changed.value("메모")) == (409, "내 메모")
    assert as_it_is(house, torn).target == "right.desk"


def test_a_note_of_a_decision_is_never_in_the_clear(counsellor: Browser, house: House, torn: Case) -> None:
    page = counsellor.get(f"/cases/{torn.number}/decision").choose("어느 창구에서 맡나요?", "Desk left")
    page.fill("메모", "비밀 메모").press("결정")
    with house.job() as session:
        (note,) = session.scalars(text("SELECT note FROM decision WHERE kind = 'sorted'"))
    assert "비밀".encode() not in bytes(note)


def test_whom_nobody_may_pass_on_stays_and_the_history_says_so(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = conflict(house, rivals, person=PERSON, consents={"sharing": False}, workplace_district="geumcheon",
                    home_district="geumcheon")
    page = counsellor.get(f"/cases/{case.number}/decision").choose("어느 창구에서 맡나요?", "Desk left")
    page.press("결정")
    assert as_it_is(house, case).centre_id == "gwanak"
    assert "여기서 처리" in counsellor.get(f"/cases/{case.number}/history").text


def test_a_decision_by_rules_that_have_changed_says_so(counsellor: Browser, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals)
    with house.job() as session:
        session.execute(text("UPDATE decision SET receipt = jsonb_set(receipt, '{rulebook}', '\"older\"')"))
        session.commit()
    assert "그 뒤에 규칙이 바뀌었습니다" in counsellor.get(f"/cases/{case.number}/decision").text


def test_a_decision_for_a_module_that_is_gone_is_still_told(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals)
    with house.job() as session:
        session.execute(text("UPDATE decision SET target = 'gone.desk'"))
        session.execute(text("UPDATE case_file SET target = 'gone.desk'"))
        session.commit()
    assert "gone.desk (설치되지 않음)" in counsellor.get(f"/cases/{case.number}/decision").text


def test_what_is_left_empty_is_named_and_the_tab_stays_marked(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals)
    page = counsellor.get(f"/cases/{case.number}/decision").press("결정")
    assert page.errors == ["창구를 골라 주세요.", "사유를 골라 주세요."]
    assert [tab.text() for tab in page.tree.css(".tabs [aria-current]")] == ["창구 결정"]


def test_further_answers_that_are_refused_leave_their_tab_marked(
    counsellor: Browser, house: House, rivals: Registry
) -> None:
    case = taken_in(house, rivals)
    page = counsellor.get(f"/cases/{case.number}/questions").fill("일이 일어난 날", "2025.13.45").press("답변 저장")
    assert [tab.text() for tab in page.tree.css(".tabs [aria-current]")] == ["질문과 답"]

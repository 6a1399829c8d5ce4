"""The list and the pages of a case, walked through as staff do."""

import pytest
from flask import Flask
from sqlalchemy import text, update
from support.casework import PERSON, browser_of, taken_in
from support.house import House, make_case
from support.page import Browser, Page

from gilmok.journey.case import queries, service
from gilmok.journey.case.models import Case, Client
from gilmok.journey.case.stages import Stage
from gilmok.modules.registry import Registry


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    """The browser of a counsellor."""
    return browser_of(app, house, "sangdam")


@pytest.fixture
def manager(app: Flask, house: House) -> Browser:
    """The browser of the manager of the same centre."""
    return browser_of(app, house, "senteojang")


@pytest.fixture
def case(house: House, rivals: Registry) -> Case:
    """A case of a person with a name, waiting."""
    return taken_in(house, rivals, person=PERSON, narrative="석 달째 받지 못했습니다.", consents={"sharing": True})


def as_it_is(house: House, case: Case) -> Case:
    """The case as it is stored now."""
    with house.job() as session:
        return session.get_one(Case, case.id)


def logged(house: House, action: str) -> list[list[int]]:
    """The cases of each row of the access log with this action."""
    with house.job() as session:
        return list(session.scalars(text("SELECT cases FROM access_log WHERE action = :action"), {"action": action}))


def test_a_list_shows_masked_names(counsellor: Browser, case: Case) -> None:
    page = counsellor.get("/cases/?view=all")
    assert "홍*동" in page.text
    assert "홍길동" not in page.response.text


def test_a_list_writes_one_row_in_the_log_with_all_its_cases(counsellor: Browser, house: House) -> None:
    made = [make_case(house).id for _ in range(3)]
    counsellor.get("/cases/?view=all")
    assert [sorted(cases) for cases in logged(house, "case_list_seen")] == [made]


def test_a_counsellor_first_sees_their_own_and_a_manager_all(counsellor: Browser, manager: Browser) -> None:
    assert "맡고 있는 사건이 없습니다" in counsellor.get("/cases/").text
    assert "우리 센터에 진행 중인 사건이 없습니다" in manager.get("/cases/").text


@pytest.mark.parametrize("view", ["mine", "waiting", "triage", "sent", "all"])
def test_an_empty_list_says_so(counsellor: Browser, view: str) -> None:
    assert counsellor.get(f"/cases/?view={view}").tree.css_first(".empty") is not None


def test_a_filter_becomes_a_chip_that_takes_it_off(counsellor: Browser, house: House) -> None:
    make_case(house, topic="tax")
    make_case(house, topic="other")
    page = counsellor.get("/cases/?view=all").fill("상담 분야", "세무").press("적용")
    assert len(page.rows()) == 1
    assert len(page.click("조건 지우기: 세무").rows()) == 2


def test_a_day_typed_in_any_form_filters(counsellor: Browser, house: House) -> None:
    make_case(house)
    page = counsellor.get("/cases/?view=all").fill("접수일(부터)", "2099. 1. 2").press("적용")
    assert "조건에 맞는 사건이 없습니다" in page.text


def test_a_wrong_day_is_said_beside_its_field_and_stays_there(counsellor: Browser) -> None:
    page = counsellor.get("/cases/?view=all&received_from=2026.13.1")
    assert page.status == 422
    assert page.value("접수일(부터)") == "2026.13.1"
    assert page.error("접수일(부터)")
    # On a phone the filters are folded away, but not the one that is wrong.
    assert "checked" in page.tree.css_first(".filters-fold input").attributes
    right = counsellor.get("/cases/?view=all&received_from=2026.12.1")
    assert "checked" not in right.tree.css_first(".filters-fold input").attributes


CHOSEN = {"tax": "세무", "harassment": "직장 내 괴롭힘·성희롱·폭행", "nothing": "전체", "": "전체"}


def test_what_can_be_chosen_is_ones_own_centres_and_what_is_chosen_stands_there(app: Flask, house: House) -> None:
    for login, stranger in (("sangdam", "jungnang"), ("jungnang", "sangdam")):
        for topic, chosen in CHOSEN.items():
            page = browser_of(app, house, login).get(f"/cases/?view=all&topic={topic}")
            assert page.value("상담 분야") == chosen
            colleagues = page.field("담당").text()
            assert f"{login} 담당" in colleagues
            assert f"{stranger} 담당" not in colleagues


def test_the_header_that_sorts_says_so(counsellor: Browser, house: House) -> None:
    make_case(house)
    page = counsellor.get("/cases/?view=all").click("접수일")
    assert page.tree.css_first("th[aria-sort=ascending]").text(strip=True) == "접수일"


def test_a_counsellor_takes_the_chosen_cases(counsellor: Browser, house: House) -> None:
    cases = [make_case(house) for _ in range(2)]
    page = counsellor.get("/cases/?view=waiting")
    for case in cases:
        page.fill(f"{case.number} 선택", "on")
    assert page.press("선택한 사건 맡기").messages == ["2건을 맡으셨습니다."]
    assert {as_it_is(house, case).handler_id for case in cases} == {house.people["sangdam"].id}


def test_nothing_chosen_asks_to_choose(counsellor: Browser, case: Case) -> None:
    page = counsellor.get("/cases/?view=waiting").press("선택한 사건 맡기")
    assert page.status == 422
    assert page.errors == ["먼저 사건을 선택해 주세요."]
    assert len(page.rows()) == 1


def test_a_manager_gives_the_chosen_cases_to_a_colleague(manager: Browser, house: House, case: Case) -> None:
    page = manager.get("/cases/").fill(f"{case.number} 선택", "on").fill("선택한 사건의 담당자", "nomusa 담당")
    assert page.press("배정").messages == ["nomusa 담당 님에게 1건을 배정했습니다."]
    assert as_it_is(house, case).handler_id == house.people["nomusa"].id


def test_what_cannot_be_given_out_is_left_and_said(manager: Browser, house: House) -> None:
    closed = make_case(house, stage=Stage.CLOSED)
    person = str(house.people["nomusa"].id)
    key = "9a3c1f6e-0000-4000-8000-000000000001"
    form = {**token(manager), "form_key": [key], "chosen": [closed.number], "to": [person]}
    page = manager.post("/cases/assign", form)
    assert page.messages == [f"지금은 배정할 수 없어 그대로 둔 사건: {closed.number}"]


def token(browser: Browser) -> dict[str, list[str]]:
    """The protection that each form carries."""
    tree = browser.get("/cases/").tree
    return {"csrf_token": [tree.css_first("meta[name=csrf-token]").attributes["content"] or ""]}


def find(browser: Browser, typed: str) -> Page:
    """What the search box leads to."""
    return browser.post("/cases/search", {**token(browser), "q": [typed]})


@pytest.mark.parametrize("typed", ["홍길동", "010-1234-5678", "+82 10 1234 5678"])
def test_the_only_hit_is_opened(counsellor: Browser, case: Case, typed: str) -> None:
    assert find(counsellor, typed).path == f"/cases/{case.number}"


def test_a_number_in_small_letters_is_found(counsellor: Browser, case: Case) -> None:
    assert find(counsellor, f" {case.number.lower()} ").path == f"/cases/{case.number}"


@pytest.mark.parametrize("said", [slice(8, None), slice(5, None), slice(0, None)])
def test_the_end_of_a_number_is_enough_and_hyphens_do_not_matter(
    counsellor: Browser, case: Case, said: slice
) -> None:
    assert find(counsellor, case.number[said].replace("-", " ")).path == f"/cases/{case.number}"


@pytest.mark.parametrize("typed", ["홍 길동", " 홍  길동 ", "홍길 동"])
def test_a_name_is_found_however_it_is_spaced(counsellor: Browser, case: Case, typed: str) -> None:
    assert find(counsellor, typed).path == f"/cases/{case.number}"


@pytest.mark.parametrize("typed", ["홍길동", "홍 길동"])
def test_a_name_that_was_indexed_with_its_space_is_still_found(
    counsellor: Browser, house: House, case: Case, typed: str
) -> None:
    with house.job() as session:
        session.execute(update(Client).values(name_index=house.installed.vault.index("name", "홍 길동")))
        session.commit()
    assert find(counsellor, typed).path == f"/cases/{case.number}"


def test_several_hits_are_listed(counsellor: Browser, house: House, rivals: Registry, case: Case) -> None:
    taken_in(house, rivals, person=PERSON)
    assert len(find(counsellor, "홍길동").rows()) == 2


@pytest.mark.parametrize("typed", ["", "모르는 사람", "\x00", "A" * 5000])
def test_a_search_without_hits_says_how_to_go_on(counsellor: Browser, typed: str) -> None:
    assert "찾은 사건이 없습니다" in find(counsellor, typed).text


def test_a_case_page_says_what_is_known(counsellor: Browser, case: Case) -> None:
    said = counsellor.get(f"/cases/{case.number}").text
    for words in (case.number, "홍*동", "010-****-5678", "임금체불", "석 달째 받지 못했습니다.", "배정 대기"):
        assert words in said
    assert "홍길동" not in said


def test_opening_a_page_of_a_case_is_logged(counsellor: Browser, house: House, case: Case) -> None:
    counsellor.get(f"/cases/{case.number}")
    counsellor.get(f"/cases/{case.number}/history")
    assert logged(house, "case_seen") == [[case.id], [case.id]]


def test_a_press_shows_the_person_once_and_is_logged(counsellor: Browser, house: House, case: Case) -> None:
    page = counsellor.get(f"/cases/{case.number}").press("전체 보기 (기록이 남습니다)")
    assert "홍길동" in page.text
    assert "010-1234-5678" in page.text
    assert logged(house, "person_revealed") == [[case.id]]
    assert "홍길동" not in counsellor.get(f"/cases/{case.number}").text


def test_the_eye_answers_with_the_person_alone(counsellor: Browser, case: Case) -> None:
    answer = counsellor.client.post(
        f"/cases/{case.number}/reveal", data=token(counsellor), headers={"HX-Request": "true"}
    )
    assert answer.text.strip().startswith('<span class="masked">')
    assert "홍길동" in answer.text


def test_a_case_whose_key_was_destroyed_still_opens(counsellor: Browser, house: House, case: Case) -> None:
    with house.job() as session:
        session.execute(text("DELETE FROM case_key"))
        session.commit()
    page = counsellor.get(f"/cases/{case.number}")
    assert page.status == 200
    assert "삭제됨" in page.text


def test_facts_of_a_module_that_is_gone_show_their_code(counsellor: Browser, house: House) -> None:
    case = make_case(house, facts={"gone.fact": "odd", "event_date": {"date": "2026-03-02"}})
    said = counsellor.get(f"/cases/{case.number}").text
    assert "gone (설치되지 않음)" in said
    assert "2026년 3월 2일(월)" in said


def test_taking_a_case_begins_its_counselling(counsellor: Browser, house: House, case: Case) -> None:
    page = counsellor.get(f"/cases/{case.number}").press("내가 맡기")
    assert page.messages == ["이제 맡으신 사건입니다."]
    now = as_it_is(house, case)
    assert (now.stage, now.handler_id) == ("counselling", house.people["sangdam"].id)


def test_a_case_is_given_put_back_closed_and_opened_again(manager: Browser, house: House, case: Case) -> None:
    manager.get(f"/cases/{case.number}").fill("담당자", "nomusa 담당").press("배정")
    manager.get(f"/cases/{case.number}").press("배정 대기로 돌리기")
    page = manager.get(f"/cases/{case.number}").click("종결하기").choose("종결 사유", "해결됨")
    assert "종결됨: 해결됨" in page.press("종결하기").text
    manager.get(f"/cases/{case.number}").press("다시 열기")
    assert as_it_is(house, case).stage == "waiting"


def test_history_tells_the_newest_first_with_reason_and_note(manager: Browser, case: Case) -> None:
    page = manager.get(f"/cases/{case.number}/close").choose("종결 사유", "해결됨").fill("메모", "다 받음")
    page.press("종결하기")
    told = [line.text() for line in manager.get(f"/cases/{case.number}/history").tree.css(".timeline li")]
    assert "배정 대기 → 종결 · 해결됨 · 다 받음" in told[0]
    assert "접수" in told[-1]


def test_closing_needs_a_reason_and_keeps_the_note(manager: Browser, case: Case) -> None:
    page = manager.get(f"/cases/{case.number}/close").fill("메모", "길게 쓴 메모").press("종결하기")
    assert page.status == 422
    assert page.errors == ["사유를 골라 주세요."]
    assert page.value("메모") == "길게 쓴 메모"


def test_a_resident_number_in_a_note_is_refused(manager: Browser, house: House, case: Case) -> None:
    page = manager.get(f"/cases/{case.number}/close").choose("종결 사유", "해결됨").fill("메모", "850101-1234567")
    page = page.press("종결하기")
    assert page.status == 422
    assert "저장하지 않습니다" in page.errors[0]
    assert as_it_is(house, case).stage == "waiting"


def test_who_was_slower_sees_what_happened_and_keeps_the_note(manager: Browser, house: House, case: Case) -> None:
    form = manager.get(f"/cases/{case.number}/close").choose("종결 사유", "해결됨").fill("메모", "내가 쓴 메모")
    with house.session("sangdam") as session:
        service.take(session, queries.by_number(session, case.number), by=house.people["sangdam"])
        session.commit()
    page = form.press("종결하기")
    assert page.status == 409
    assert "담당자 배정" in page.text
    assert page.value("메모") == "내가 쓴 메모"
    assert page.press("그래도 하기").messages == ["사건을 종결했습니다. 내용은 계속 볼 수 있습니다."]


def test_a_form_sent_twice_changes_a_case_once(counsellor: Browser, house: House, case: Case) -> None:
    form = counsellor.get(f"/cases/{case.number}")
    assert form.press("내가 맡기").path == form.press("내가 맡기").path
    with house.job() as session:
        assert session.scalar(text("SELECT count(*) FROM case_event WHERE kind = 'assigned'")) == 1


def test_the_centre_that_sent_a_case_sees_it_and_can_do_nothing(app: Flask, house: House, rivals: Registry) -> None:
    case = taken_in(house, rivals, workplace_district="jungnang", home_district="jungnang", send_on=True)
    page = browser_of(app, house, "senteojang").get(f"/cases/{case.number}")
    assert "우리 센터에서 접수해 보낸 사건입니다" in page.text
    assert page.tree.css("main form") == []


def test_pages_speak_english_too(app: Flask, house: House, case: Case) -> None:
    browser = browser_of(app, house, "sangdam", "en")
    assert browser.get("/cases/?view=all").heading == "Cases"
    assert "Unpaid wages" in browser.get(f"/cases/{case.number}").text


@pytest.mark.parametrize(("page", "tab"), [
    ("", "개요"), ("/close", "개요"), ("/questions", "질문과 답"), ("/decision", "창구 결정"), ("/history", "이력"),
    ("/clocks", "기한"), ("/sums?calculator=severance", "계산"), ("/counselling/new", "상담"), ("/status/", "상담"),
    ("/appointments/new", "상담"), ("/legal-aid/new", "법률지원"), ("/legal-aid/free-attorney/", "법률지원"),
    ("/documents/petition", "문서"),
])
def test_each_page_of_a_case_lies_under_cases_in_the_menu_and_under_one_tab(
    counsellor: Browser, house: House, rivals: Registry, page: str, tab: str
) -> None:
    case = taken_in(house, rivals)
    counsellor.get(f"/cases/{case.number}").press("내가 맡기")
    shown = counsellor.get(f"/cases/{case.number}{page}").tree
    marked = [*shown.css("nav.side [aria-current]"), *shown.css("main .tabs [aria-current]")]
    assert [" ".join(line.text().split()) for line in marked] == ["사건", tab]

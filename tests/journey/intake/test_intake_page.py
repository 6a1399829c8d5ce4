"""The intake page as a counsellor uses it, without script."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from support.house import House
from support.page import Browser, Page
from support.page_faults import said

from gilmok.ground.crypto import Vault
from gilmok.journey.case.models import Case, CaseGrant, Client, Consent
from gilmok.journey.intake import drafts
from gilmok.journey.intake.models import Draft
from gilmok.modules.service import suspend

At = Callable[[str], Browser]


@pytest.fixture
def form(at: At) -> Page:
    """An empty intake at a desk in Jungnang."""
    return at("jungnang").get("/intake/")


def test_an_empty_intake_asks_what_it_is_about(form: Page) -> None:
    page = form.press("접수하기")
    assert page.status == 422
    assert page.error("주된 문제") == "무슨 일인지 골라 주세요. ‘모름’도 답입니다."


def test_no_consent_is_answered_beforehand(form: Page) -> None:
    assert form.tree.css('input[name^="consent."][checked]') == []


def test_an_anonymous_case_is_taken_in_with_a_topic_alone(form: Page, house: House) -> None:
    page = form.fill("주된 문제", "임금체불").press("접수하기")
    with house.session("jungnang") as session:
        case = session.scalars(select(Case)).one()
    assert case.number in page.text
    assert (case.anonymous, case.stage) == (True, "waiting")


def test_a_name_needs_consent_and_is_not_lost(form: Page) -> None:
    page = form.fill("이름", "가상 하나").fill("주된 문제", "임금체불").press("접수하기")
    assert page.status == 422
    assert "동의를 받아야" in " ".join(page.errors)
    assert page.value("이름") == "가상 하나"


def named(form: Page) -> Page:
    form.fill("이름", "가상 하나").fill("연락처", "010 0000 0001").fill("태어난 해", "1980")
    form.fill("주된 문제", "임금체불")
    return form.choose("이름·연락처 수집·이용", "동의함")


def test_what_identifies_a_person_is_never_in_the_clear(form: Page, house: House) -> None:
    named(form).fill("내담자의 말", "석 달째 공임을 못 받았습니다").press("접수하기")
    with house.session("jungnang") as session:
        row = session.scalars(select(Client)).one()
    stored = b"".join(value for value in vars(row).values() if isinstance(value, bytes))
    assert row.name is not None
    assert "가상".encode() not in stored
    assert b"01000000001" not in stored


def test_the_consent_is_kept_with_the_text_that_was_shown(form: Page, house: House) -> None:
    named(form).press("접수하기")
    with house.session("jungnang") as session:
        consent = session.scalars(select(Consent)).one()
    assert (consent.kind, consent.given, len(consent.text_hash)) == ("identity", True, 64)


def test_a_resident_number_is_refused_and_not_shown_again(form: Page, house: House) -> None:
    page = form.fill("주된 문제", "임금체불").fill("내담자의 말", "제 번호는 900101-1234567 입니다").press("접수하기")
    assert page.status == 422
    assert "1234567" not in page.response.text
    assert "[주민번호 삭제]" in page.value("내담자의 말")
    with house.job() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 0


def test_a_form_that_is_sent_twice_makes_one_case(form: Page, house: House) -> None:
    form.fill("주된 문제", "임금체불")
    first = form.press("접수하기")
    again = form.press("접수하기")
    assert first.path == again.path
    with house.job() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 1


def test_without_script_a_button_shows_where_it_goes_and_asks_the_modules_questions(form: Page) -> None:
    form.fill("주된 문제", "임금체불").fill("업종", "봉제").fill("일하는 곳의 자치구", "중랑구")
    page = form.press("연결할 곳 보기")
    assert "봉제 상담창구" in page.text
    assert "동북권의 봉제 사업장은 동북권" in page.text
    assert page.field("봉제 작업장에서 하는 일")


def test_a_sensitive_question_is_asked_only_with_its_own_consent(form: Page) -> None:
    assert "노동조합 조합원인가요" not in form.text
    page = form.choose("민감정보 수집·이용", "동의함").press("연결할 곳 보기")
    assert page.field("노동조합 조합원인가요")


def test_an_unfinished_intake_waits_for_its_writer_alone(at: At, form: Page, house: House) -> None:
    form.fill("이름", "가상 두리").press("연결할 곳 보기")
    assert "작성 중인 접수 1건" in at("jungnang").get("/intake/").text
    assert "작성 중인 접수" not in at("jungnang_manager").get("/intake/").text
    with house.session("jungnang") as session:
        assert "가상".encode() not in session.scalars(select(Draft)).one().fields


def test_unfinished_intakes_are_told_apart_by_matter_and_masked_name(at: At, form: Page) -> None:
    form.fill("이름", "가상이").fill("주된 문제", "임금체불").press("연결할 곳 보기")
    at("jungnang").get("/intake/").fill("내담자의 말", "다쳤어요").press("연결할 곳 보기")
    lines = [said(line) for line in at("jungnang").get("/intake/").tree.css("main details li a")]
    assert [line.partition(",")[0] for line in lines] == ["주된 문제 미선택 · 이름 없음", "임금체불 · 가*이"]


def test_one_opens_no_unfinished_intake_of_another(house: House, form: Page) -> None:
    form.fill("이름", "가상이").press("연결할 곳 보기")
    with house.session("jungnang_manager") as session:
        assert drafts.mine(session, vault=house.installed.vault) == []


def test_an_unfinished_intake_that_cannot_be_read_is_still_in_the_list(house: House, form: Page) -> None:
    form.fill("이름", "가상이").press("연결할 곳 보기")
    with house.session("jungnang") as session:
        (draft,) = drafts.mine(session, vault=Vault(index_key=b"i" * 32, field_key=b"f" * 32))
    assert draft.about == "cannot be read any more"


def test_the_draft_is_gone_when_the_case_is_there(at: At, form: Page) -> None:
    form.fill("주된 문제", "임금체불").press("연결할 곳 보기").press("접수하기")
    assert "작성 중인 접수" not in at("jungnang").get("/intake/").text


def test_a_case_of_another_district_is_passed_on_only_with_consent(form: Page, house: House) -> None:
    named(form).fill("일하는 곳의 자치구", "관악구").fill("업종", "기타").fill("고용 형태", "정규직").press("접수하기")
    with house.session("jungnang") as session:
        case = session.scalars(select(Case)).one()
    assert case.centre_id == "jungnang"


def test_with_consent_it_goes_to_the_centre_that_can_help(form: Page, house: House) -> None:
    named(form).choose("도울 수 있는 센터로 사건 보내기", "동의함")
    form.fill("일하는 곳의 자치구", "관악구").fill("업종", "기타").fill("고용 형태", "정규직").press("접수하기")
    with house.session("sangdam") as session:
        assert session.scalars(select(Case)).one().centre_id == "gwanak"
    with house.session("jungnang") as session:
        assert session.scalars(select(CaseGrant)).one().status == "sent"


def test_one_who_was_here_before_is_recognised_and_masked(at: At, form: Page) -> None:
    named(form).press("접수하기")
    page = at("jungnang").get("/intake/").fill("연락처", "01000000001").press("연결할 곳 보기")
    assert "이미 상담한 분일 수 있습니다" in page.text
    assert "010-****-0001" in page.text


def test_another_centre_learns_only_that_and_where(at: At, form: Page) -> None:
    named(form).press("접수하기")
    page = at("sangdam").get("/intake/").fill("연락처", "01000000001").press("연결할 곳 보기")
    assert "중랑구노동자종합지원센터에도 같은 분의 사건이 있습니다" in page.text.replace("중랑구 ", "중랑구")
    assert "JUNG-" not in page.text


@pytest.mark.parametrize("login", ["sicheong", "unyeong"])
def test_who_has_no_desk_takes_nothing_in(at: At, login: str) -> None:
    assert at(login).get("/intake/").status == 403


def test_an_intake_has_an_address_of_its_own_at_which_it_is_there_again(at: At, form: Page) -> None:
    form.fill("내담자의 말", "석 달째 공임을 못 받았습니다").press("연결할 곳 보기")
    assert form.path != "/intake/"
    assert at("jungnang").get(form.path).value("내담자의 말") == "석 달째 공임을 못 받았습니다"
    assert at("jungnang_manager").get(form.path).value("내담자의 말") == ""


def test_errors_stand_in_the_order_of_the_page(form: Page) -> None:
    form.fill("일이 일어난 날", "2025.13.45").fill("연락처", "123").fill("태어난 해", "abcd")
    links = [line.attributes["href"] for line in form.press("접수하기").tree.css("[data-summary] a")]
    assert links == [
        "#field-topics.main", "#field-event_date", "#field-phone", "#field-birth_year",
    ]


def test_each_line_of_the_summary_says_which_field_it_is_about(form: Page) -> None:
    page = form.fill("일이 일어난 날", "2025.13.45").fill("태어난 해", "abcd").press("접수하기")
    assert [said(name) for name in page.tree.css("[data-summary] a b")] == ["주된 문제", "일이 일어난 날", "태어난 해"]


def test_a_day_is_repeated_as_it_was_understood_also_without_a_script(form: Page) -> None:
    page = form.fill("일이 일어난 날", "2025년 12월 25일").press("연결할 곳 보기")
    assert page.tree.css_first("output[for=field-event_date]").text() == "2025년 12월 25일(목)"


def test_it_is_asked_as_on_the_phone_with_the_consents_last(form: Page) -> None:
    fields = form.tree.css("form.intake :is(input:not([type=hidden]), select, textarea)")
    asked = list(dict.fromkeys(field.attributes["name"] for field in fields))
    told = ["topics.main", "narrative", "workplace_district", "employment_type", "event_date", "name", "client_kind"]
    assert sorted(told, key=asked.index) == told
    assert asked[0] == "topics.main"
    assert asked[-3:] == ["consent.identity", "consent.sensitive", "consent.sharing"]


def test_what_a_field_without_consent_says_comes_after_the_other_errors(form: Page) -> None:
    form.fill("이름", "가상 하나").fill("일이 일어난 날", "2025.13.45").fill("연락처", "123")
    links = [line.attributes["href"] for line in form.press("접수하기").tree.css("[data-summary] a")]
    assert links == ["#field-topics.main", "#field-event_date", "#field-phone", "#field-consent.identity"]


@pytest.mark.parametrize(("typed", "year"), [("1985", 1985), ("85", 1985), ("85년생", 1985), ("05", 2005)])
def test_a_year_of_birth_is_typed_as_people_say_it(form: Page, house: House, typed: str, year: int) -> None:
    named(form).fill("태어난 해", typed).press("접수하기")
    with house.session("jungnang") as session:
        assert session.scalars(select(Client)).one().birth_year == year


@pytest.mark.parametrize("typed", ["850302", "2999", "0085", "팔오"])
def test_what_is_no_year_of_birth_says_how_one_is_written(form: Page, typed: str) -> None:
    page = form.fill("태어난 해", typed).press("접수하기")
    assert page.error("태어난 해") == "태어난 해는 1985처럼 네 자리로 적어 주세요."


def test_enter_in_a_field_never_takes_a_case_in(form: Page) -> None:
    pressed = form.tree.css_first("form.intake button")
    assert pressed is not None
    assert pressed.attributes["value"] == "look"


def far(form: Page) -> Page:
    return named(form).fill("일하는 곳의 자치구", "관악구").fill("업종", "기타").fill("고용 형태", "정규직")


def test_without_consent_one_reads_beforehand_and_afterwards_that_it_stays(form: Page) -> None:
    page = far(form).press("연결할 곳 보기")
    assert "동의하지 않으면 우리 센터에 남습니다" in page.text
    page = page.press("접수하기")
    assert "규칙이 제안한 곳: 관악구 노동복지센터" in page.messages[1]
    assert "동의하지 않아 우리 센터에 남은 사건" in page.click("창구 결정").text


def test_with_consent_one_reads_where_it_was_sent(form: Page) -> None:
    page = far(form).choose("도울 수 있는 센터로 사건 보내기", "동의함").press("접수하기")
    assert page.messages[0].startswith("접수했습니다. 사건번호: JUNG-")
    assert page.messages[1] == "사건을 보낸 곳: 관악구 노동복지센터"


def test_the_cores_own_questions_are_not_called_those_of_a_region(form: Page) -> None:
    page = form.choose("민감정보 수집·이용", "동의함").press("연결할 곳 보기")
    assert "이 권역 질문" not in page.text


def sent_back(form: Page) -> tuple[Page, Page]:
    """An intake that was taken in, and its filled form as the Back button brings it again, with a new form key."""
    form.fill("주된 문제", "임금체불").fill("내담자의 말", "석 달째 못 받음")
    again = Page(form.browser, form.response)
    again.typed = {**form.typed, "form_key": [str(uuid4())]}
    return form.press("접수하기"), again


def cases_in(house: House) -> int:
    with house.job() as session:
        return session.scalar(select(func.count()).select_from(Case)) or 0


def test_an_intake_sent_again_with_the_back_button_leads_to_its_case(form: Page, house: House) -> None:
    taken, again = sent_back(form)
    assert again.press("접수하기").path == taken.path
    assert form.browser.get(form.path).path == taken.path
    assert cases_in(house) == 1


def test_what_was_changed_after_the_back_button_is_kept_as_an_intake_of_its_own(form: Page, house: House) -> None:
    taken, again = sent_back(form)
    page = again.fill("내담자의 말", "넉 달째 못 받음").press("접수하기")
    number = taken.path.rpartition("/")[2]
    assert page.messages[0].startswith(f"이 접수는 이미 사건 {number}")
    assert (page.value("내담자의 말"), cases_in(house)) == ("넉 달째 못 받음", 1)
    page.press("접수하기")
    assert cases_in(house) == 2


def test_a_look_after_the_back_button_keeps_what_was_typed(form: Page) -> None:
    _taken, again = sent_back(form)
    page = again.fill("내담자의 말", "넉 달째 못 받음").press("연결할 곳 보기")
    assert page.path != form.path
    assert page.value("내담자의 말") == "넉 달째 못 받음"


def test_a_draft_that_is_kept_after_the_back_button_can_be_gone_on_with(form: Page) -> None:
    _taken, again = sent_back(form)
    values = {name: values[0] for name, values in again.typed.items()} | {"narrative": "넉 달째 못 받음"}
    token = form.tree.css_first('[name="csrf_token"]')
    assert token is not None
    form.browser.client.post(f"{form.path}/live", data=values | {"csrf_token": token.attributes["value"]})
    link = form.browser.get("/intake/").tree.css_first("main details li a")
    assert link is not None
    assert form.browser.get(link.attributes["href"] or "").value("내담자의 말") == "넉 달째 못 받음"


def test_the_key_of_a_case_tells_nobody_else_of_it(at: At, form: Page, house: House) -> None:
    sent_back(form)
    for login in ("jungnang_manager", "sangdam"):
        page = at(login).get(form.path)
        assert (page.path, page.value("내담자의 말")) == (form.path, "")
        page.fill("주된 문제", "퇴직금").press("접수하기")
    assert cases_in(house) == 3


def test_a_suspended_module_is_told_as_suspended_before_and_after(at: At, form: Page, house: House) -> None:
    with house.session("unyeong") as session:
        suspend(session, "platform_freelance", by=house.people["unyeong"].id, note="it fails")
        session.commit()
    form.fill("주된 문제", "불공정 거래·대금 미지급").fill("고용 형태", "프리랜서").fill("업종", "교육")
    page = form.fill("일하는 곳의 자치구", "중랑구").press("연결할 곳 보기")
    assert "운영자가 정지한 사업" in page.text
    assert "이 권역에서 하지 않는 사업" not in page.text
    decision = page.press("접수하기").click("창구 결정").text
    assert "운영자가 정지한 사업" in decision
    assert "시행하지 않는 사업" not in decision


MERGED = "서울노동권익센터가 이어받았습니다"


def test_why_it_is_another_centre_than_the_reason_speaks_of_stands_with_the_reason(form: Page) -> None:
    form.fill("주된 문제", "임금체불").fill("업종", "봉제").fill("일하는 곳의 자치구", "중랑구")
    page = form.press("연결할 곳 보기")
    assert MERGED in " ".join(line.text() for line in page.tree.css("#proposal > ul li"))
    told = page.press("접수하기").click("창구 결정")
    assert MERGED in " ".join(line.text() for line in told.tree.css("section[aria-labelledby=told] > p"))


def test_an_empty_intake_proposes_nothing_and_says_what_to_choose(form: Page) -> None:
    for page in (form, form.press("연결할 곳 보기")):
        (proposal,) = [each.text() for each in page.tree.css("#proposal")]
        assert "아직 알 수 없습니다. 무슨 일인지 골라 주세요." in proposal
        assert "서울노동권익센터" not in proposal


def test_an_employer_is_told_on_the_spot_and_goes_nowhere(form: Page, house: House) -> None:
    form.fill("주된 문제", "근로계약").fill("누가 상담을 청했나요", "사용자")
    page = form.press("연결할 곳 보기")
    (proposal,) = [each.text() for each in page.tree.css("#proposal")]
    assert "1350" in proposal
    assert "서울노동권익센터" not in proposal
    assert "더 물어볼 것" not in proposal
    decision = page.press("접수하기").click("창구 결정").text
    assert "서울노동권익센터" not in decision.split("다른 창구로 보내기")[0]
    with house.session("jungnang") as session:
        assert session.scalars(select(Case)).one().centre_id == "jungnang"

"""Documents from a case: what is missing is said before, what is typed is kept once and sealed."""

from datetime import date

import pytest
from flask import Flask
from selectolax.lexbor import LexborNode
from sqlalchemy import text
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser, Page
from support.page_faults import said

from gilmok.journey.case.models import Case
from gilmok.journey.documents.catalogue import ALL, BLANKS, DOCUMENTS
from gilmok.modules.current import registry

PETITION = {
    "대표자 성명": "김사장", "사업장명": "가나상사", "사업장 주소": "서울시 관악구 남부순환로 2",
    "사업장 전화": "02-123-4567",
    "입사일": "2024.3.4", "업무 내용": "매장 판매", "체불임금 총액": "372만", "임금 지급일": "다음 달 10일",
}


def documents(browser: Browser, case: Case, rest: str = "") -> Page:
    """A page of the case's documents."""
    return browser.get(f"/cases/{case.number}/documents{rest}")


def letter(page: Page) -> str:
    """What the letter on a preview says."""
    found = page.tree.css_first("article.letter")
    assert isinstance(found, LexborNode)
    return said(found)


def filled_in(browser: Browser, case: Case, **more: str) -> Page:
    """The petition with what its form asks for, saved."""
    form = documents(browser, case, "/petition")
    for label, value in {**PETITION, **more}.items():
        form.fill(label, value)
    return form.fill("근로계약 방법", "서면").press("저장하고 문서 보기")


def test_the_tab_lists_every_document_and_what_it_lacks(attorney: Browser, case: Case) -> None:
    page = attorney.get(f"/cases/{case.number}").click("문서")
    assert len(page.rows()) == len(ALL)
    assert page.rows()[0][0].startswith("진정서")
    assert "대표자 성명" in page.rows()[0][1]
    assert "내담자 성명" not in page.rows()[0][1]


@pytest.mark.parametrize("code", DOCUMENTS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_document_has_a_form_and_a_preview(
    app: Flask, house: House, case: Case, code: str, language: str
) -> None:
    browser = browser_of(app, house, "nomusa", language)
    assert documents(browser, case, f"/{code}").status == 200
    shown = letter(documents(browser, case, f"/{code}/preview"))
    assert ("Check before you file" if code == "summary_english" else "제출 전 확인") in shown


@pytest.mark.parametrize("code", DOCUMENTS)
def test_what_is_missing_is_listed_before_and_marked_in_the_letter(attorney: Browser, case: Case, code: str) -> None:
    page = documents(attorney, case, f"/{code}/preview")
    listed = [said(line) for line in page.tree.css(".alert.warning li")]
    marked = [said(line) for line in page.tree.css(".lacking")]
    assert len(listed) == len({each for each in marked}) > 0


def test_a_document_uses_what_the_case_knows(attorney: Browser, case: Case) -> None:
    shown = letter(documents(attorney, case, "/petition/preview"))
    for words in ("홍길동", "010-1234-5678", "서울시 관악구 봉천로 1", "서울관악지청", "재직 중", "석 달째 임금을"):
        assert words in shown


def test_the_days_of_a_case_and_what_was_not_paid_on_them_stand_in_its_documents(
    attorney: Browser, case: Case
) -> None:
    payday = "임금을 받지 못한 월급날"
    for event, day, won in ((payday, "2026.8.10", "124만"), (payday, "2026.9.10", "120만"), ("퇴직", "2026.9.30", "")):
        page = attorney.get(f"/cases/{case.number}/clocks").fill("무슨 일이 있었나요", event).fill("언제", day)
        page.fill("못 받은 금액", won).press("날짜 저장")
    shown = letter(documents(attorney, case, "/arrears_certificate/preview"))
    assert "2,440,000원" in shown
    assert "2026년 9월 30일(수)" in shown


def test_the_summary_for_the_worker_tells_the_last_talk(attorney: Browser, case: Case) -> None:
    page = attorney.get(f"/cases/{case.number}").click("상담").click("상담 기록하기").choose("상담 경로", "전화")
    page.fill("상담 시각", "00:00").fill("상담·조언 내용", "진정을 내기로 했습니다.")
    page.fill("내담자가 할 일", "급여명세서 모으기").fill("센터가 할 일", "진정서 쓰기").press("상담 기록 저장")
    page = documents(attorney, case, "/summary/preview")
    assert "필요한 내용이 모두 있습니다." in page.text
    for words in ("진정을 내기로 했습니다.", "급여명세서 모으기", "진정서 쓰기"):
        assert words in letter(page)


def test_a_letter_is_korean_on_an_english_page_too(app: Flask, house: House, case: Case) -> None:
    page = documents(browser_of(app, house, "nomusa", "en"), case, "/petition/preview")
    assert page.heading == "Petition"
    assert "재직 중" in letter(page)
    assert "확인 필요: 사업장명" in letter(page)


def test_what_is_typed_fills_every_document(attorney: Browser, case: Case) -> None:
    shown = letter(filled_in(attorney, case))
    for words in ("가나상사", "3,720,000원", "2024년 3월 4일(월)", "서면"):
        assert words in shown
    assert "확인 필요" not in shown
    assert "가나상사" in letter(documents(attorney, case, "/demand_letter/preview"))


def test_another_documents_form_keeps_what_it_does_not_ask_for(attorney: Browser, case: Case) -> None:
    filled_in(attorney, case)
    documents(attorney, case, "/demand_letter").fill("요구 사항", "임금 전액").press("저장하고 문서 보기")
    assert "매장 판매" in letter(documents(attorney, case, "/petition/preview"))


def test_what_is_typed_is_sealed(attorney: Browser, house: House, case: Case) -> None:
    filled_in(attorney, case)
    with house.job() as session:
        sealed = session.scalar(text("SELECT typed FROM case_paper"))
    assert "가나상사".encode() not in sealed


def test_the_resident_numbers_box_stays_empty(attorney: Browser, case: Case) -> None:
    page = documents(attorney, case, "/petition/preview")
    box = page.tree.css_first(".boxes")
    assert box is not None
    assert said(box) == "-"
    assert "본인이 종이에 직접 적습니다." in letter(page)


@pytest.mark.parametrize("label", ["문서에 쓸 경위", "사업장명", "사업장 주소", "업무 내용", "입사일", "체불임금 총액"])
def test_an_identification_number_is_refused_in_every_kind_of_field(
    attorney: Browser, case: Case, label: str
) -> None:
    page = documents(attorney, case, "/petition").fill(label, "850101-1234567").press("저장하고 문서 보기")
    assert page.status == 422
    assert "주민등록번호" in page.error(label)
    assert "850101-1234567" not in page.response.text


def test_a_wrong_field_keeps_what_was_typed(attorney: Browser, case: Case) -> None:
    page = documents(attorney, case, "/petition").fill("사업장명", "가나상사").fill("입사일", "언젠가")
    page = page.press("저장하고 문서 보기")
    assert page.status == 422
    assert page.value("사업장명") == "가나상사"


def test_who_saves_later_sees_what_the_other_saved_and_keeps_their_own(attorney: Browser, case: Case) -> None:
    form = documents(attorney, case, "/petition").fill("사업장명", "내가 쓴 이름")
    filled_in(attorney, case)
    page = form.press("저장하고 문서 보기")
    assert page.status == 409
    assert page.value("사업장명") == "내가 쓴 이름"
    assert "지금 저장된 값: 가나상사" in page.text
    assert "내가 쓴 이름" in letter(page.press("저장하고 문서 보기"))


def test_who_gave_no_name_writes_it_on_paper(app: Flask, house: House, attorney: Browser) -> None:
    with app.app_context():
        case = taken_in(house, registry())
    page = documents(attorney, case, "/petition/preview")
    assert "(본인이 종이에 직접 씀)" in letter(page)
    assert "내담자 성명" not in [said(line) for line in page.tree.css(".alert.warning li")]
    assert page.click("고치기").tree.css("[name=client_name]") == []


def test_a_form_masks_the_person_and_a_preview_is_noted(attorney: Browser, house: House, case: Case) -> None:
    assert "홍길동" not in documents(attorney, case, "/petition").response.text
    documents(attorney, case, "/petition/preview")
    with house.job() as session:
        seen = session.execute(text("SELECT about FROM access_log WHERE action = 'document_seen'")).scalars().all()
    assert seen == [{"document": "petition"}]


def test_the_day_of_the_event_is_the_accidents_only_in_a_case_of_an_accident(
    app: Flask, house: House, attorney: Browser
) -> None:
    with app.app_context():
        hurt = taken_in(house, registry(), topics=("industrial_accident",), event_date=date(2026, 3, 2))
        unpaid = taken_in(house, registry(), event_date=date(2026, 3, 2))
    assert "2026년 3월 2일(월)" in letter(documents(attorney, hurt, "/accident_claim/preview"))
    assert "2026년 3월 2일(월)" not in letter(documents(attorney, unpaid, "/accident_claim/preview"))


def test_a_case_whose_key_was_destroyed_makes_no_documents(attorney: Browser, house: House, case: Case) -> None:
    with house.job() as session:
        session.execute(text("DELETE FROM case_key"))
        session.commit()
    assert documents(attorney, case).status == 409


def test_a_document_that_nobody_declared_is_not_found(attorney: Browser, case: Case) -> None:
    assert documents(attorney, case, "/ransom_note").status == 404


def test_no_two_blanks_share_a_code() -> None:
    declared = [blank for each in ALL for blank in each.blanks]
    assert len({id(blank) for blank in declared}) == len(BLANKS)


@pytest.mark.parametrize(("login", "status"), [
    ("sangdam", 200), ("senteojang", 200), ("jungnang", 404), ("sicheong", 404), ("unyeong", 404),
])
def test_documents_are_for_the_staff_of_the_cases_centre(
    app: Flask, house: House, case: Case, login: str, status: int
) -> None:
    browser = browser_of(app, house, login)
    for rest in ("", "/petition", "/petition/preview"):
        assert documents(browser, case, rest).status == status


def test_the_centre_that_sent_the_case_away_makes_none(app: Flask, house: House) -> None:
    with app.app_context():
        case = taken_in(
            house, registry(), person=PERSON, consents={"sharing": True}, workplace_district="jungnang",
            home_district="jungnang",
        )
    browser = browser_of(app, house, "sangdam")
    assert "문서" not in [said(tab) for tab in browser.get(f"/cases/{case.number}").tree.css(".tabs a")]
    assert documents(browser, case).status == 403

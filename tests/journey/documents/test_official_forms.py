"""A centre's official forms: uploaded by its manager, filled in its cases, hidden from every other centre."""

import io
import os
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import text
from support.casework import browser_of, taken_in
from support.files import HWP, PDF
from support.hangul import PERSONS, lines, made
from support.house import House
from support.page import Browser, Page
from support.page_faults import said
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from gilmok.ground.files import FileStore
from gilmok.journey.case.models import Case
from gilmok.journey.documents.catalogue import ALL
from gilmok.journey.documents.jobs import forget_forms, sweep
from gilmok.modules.current import registry

FORM = made("진정서", *PERSONS, "진정 이유: {{진정 이유}}")
TWICE = made("진정서", ("신청인", [["성명", ""], ["성명", ""]]), "{{마음}}")


@pytest.fixture(autouse=True)
def empty_store(app: Flask) -> FileStore:
    """The file store of the installation, emptied of other tests' files."""
    store = FileStore(app.extensions["settings"].files_folder)
    store.sweep(lambda digests: (), older_than=-60)
    return store


@pytest.fixture
def manager(app: Flask, house: House) -> Browser:
    """The browser of the manager of the case's centre."""
    return browser_of(app, house, "senteojang")


def upload(browser: Browser, content: bytes, name: str = "진정서.hwpx", code: str = "petition") -> Page:
    """Send a form from the page of a kind of document."""
    page = browser.get(f"/forms/{code}")
    token = page.tree.css_first("meta[name=csrf-token]").attributes["content"] or ""
    form = MultiDict({"csrf_token": token, "form_key": str(uuid4())})
    form.add("form", FileStorage(io.BytesIO(content), name, "form"))
    boundary, body = encode_multipart(form)
    return browser.post(f"/forms/{code}", body, content_type=f"multipart/form-data; boundary={boundary}")  # type: ignore[arg-type]  # what a browser sends


def hangul(browser: Browser, case: Case, code: str = "petition") -> list[str]:
    """What the filled Hangul file of a case says."""
    answer = browser.client.get(f"/cases/{case.number}/documents/{code}/hwpx")
    assert (answer.status_code, answer.mimetype) == (200, "application/hwp+zip")
    return lines(answer.data)


def preview(browser: Browser, case: Case) -> Page:
    """The page of the petition."""
    return browser.get(f"/cases/{case.number}/documents/petition/preview")


def noted(house: House, action: str) -> list[dict[str, Any]]:
    """What the access log says of an action."""
    with house.job() as session:
        found = session.execute(text("SELECT about FROM access_log WHERE action = :action"), {"action": action})
        return [dict(about) for about in found.scalars()]


@pytest.mark.parametrize(("language", "words"), [
    ("ko", ("공식 서식", "서식 없음", "이 서식 쓰기", "진정서: 이제부터 이 서식에 채웁니다.", "한글 파일")),
    ("en", (
        "Official forms", "no form", "Use the form", "Petition is filled into this form from now on.", "Hangul file",
    )),
])
def test_a_manager_uploads_a_form_and_cases_offer_the_filled_file(
    app: Flask, house: House, case: Case, language: str, words: tuple[str, ...]
) -> None:
    title, none, use, done, offered = words
    manager = browser_of(app, house, "senteojang", language)
    page = manager.get("/").click(title)
    assert [row[1] for row in page.rows()] == [none] * len(ALL)
    page = upload(manager, FORM).press(use)
    assert page.messages == [done]
    assert "진정서.hwpx" in page.text
    assert "senteojang 담당" in manager.get("/forms").rows()[0][3]
    links = [said(each) for each in preview(browser_of(app, house, "nomusa", language), case).tree.css(".actions a")]
    assert offered in links


def test_the_file_says_what_the_page_says_and_marks_what_is_missing(
    manager: Browser, attorney: Browser, house: House, case: Case
) -> None:
    assert preview(attorney, case).tree.css(".actions a[href$=hwpx]") == []
    upload(manager, FORM).press("이 서식 쓰기")
    told = hangul(attorney, case)
    assert told[0].startswith(f"제출 전 확인: 사건 {case.number}의 초안입니다.")
    assert told[3] == "성명\t홍길동\t주민등록번호"
    assert told[4] == "주소\t서울시 관악구 봉천로 1, 101호\t전화\t010-1234-5678"
    assert told[6] == "성명\t[확인 필요: 대표자 성명]\t사업장명\t[확인 필요: 사업장명]"
    assert told[-1] == "진정 이유: 석 달째 임금을 받지 못했습니다."
    assert [each["document"] for each in noted(house, "document_printed") if "form" in each] == ["petition"]


def test_the_page_says_what_has_no_place_in_the_file(manager: Browser, attorney: Browser, case: Case) -> None:
    upload(manager, FORM).press("이 서식 쓰기")
    told = preview(attorney, case).text
    assert "한글 파일에는 자리가 없는 빈칸: " in told
    placeless = told.split("한글 파일에는 자리가 없는 빈칸: ")[1].split("제출 전 확인")[0]
    assert "내담자 전자우편" in placeless
    assert "내담자 성명" not in placeless
    assert "업무 내용" not in placeless


def test_what_is_typed_for_the_page_is_in_the_file(manager: Browser, attorney: Browser, case: Case) -> None:
    upload(manager, FORM).press("이 서식 쓰기")
    form = attorney.get(f"/cases/{case.number}/documents/petition")
    form.fill("사업장명", "가나 & <다라>").press("저장하고 문서 보기")
    assert "성명\t[확인 필요: 대표자 성명]\t사업장명\t가나 & <다라>" in hangul(attorney, case)


def test_who_gave_no_name_finds_empty_cells_to_write_in(app: Flask, house: House, manager: Browser) -> None:
    with app.app_context():
        case = taken_in(house, registry())
    upload(manager, FORM).press("이 서식 쓰기")
    assert hangul(browser_of(app, house, "sangdam"), case)[3:5] == ["성명\t\t주민등록번호", "주소\t\t전화"]


def test_before_a_form_is_used_its_page_says_what_is_understood_of_it(manager: Browser) -> None:
    page = upload(manager, TWICE)
    assert "자리가 여럿이니 하나를 고르세요: 내담자 성명" in page.text
    assert "알 수 없어 그대로 두는 중괄호 낱말: 마음" in page.text
    assert "서식에서 찾지 못한 빈칸: " in page.text
    assert "서식에 있지만 비워 두는 항목" not in page.text
    assert "서식에 있지만 비워 두는 항목: 주민등록번호" in upload(manager, FORM).text
    assert page.value("내담자 성명") == "서식에 없음"
    assert manager.get("/forms").rows()[0][1] == "서식 없음"


def test_of_very_many_cells_the_lists_show_the_first_and_what_is_found(manager: Browser) -> None:
    page = upload(manager, made("", ("신청인", [["", "", ""] for _row in range(100)] + [["성명", "", ""]])))
    assert "목록에는 앞의 칸만 나옵니다" in page.text
    assert page.value("내담자 성명") == "표 1, 101행 2열: ‘성명’ 칸"


def test_a_place_that_was_chosen_by_hand_is_kept_and_used(manager: Browser, attorney: Browser, case: Case) -> None:
    page = upload(manager, TWICE).fill("내담자 성명", "표 1, 2행 2열: ‘성명’ 칸").press("이 서식 쓰기")
    assert hangul(attorney, case)[3:5] == ["성명", "성명\t홍길동"]
    page = page.click("빈칸이 들어갈 자리")
    assert page.value("내담자 성명") == "표 1, 2행 2열: ‘성명’ 칸"
    page.fill("내담자 성명", "표 1, 1행 2열: ‘성명’ 칸").press("이 서식 쓰기")
    assert hangul(attorney, case)[3:5] == ["성명\t홍길동", "성명"]


def test_a_place_for_two_blanks_is_refused_beside_the_second(manager: Browser) -> None:
    page = upload(manager, FORM)
    page = page.fill("내담자 주소", "표 1, 1행 2열: ‘성명’ 칸").press("이 서식 쓰기")
    assert page.status == 422
    assert page.error("내담자 주소") == "이 자리에는 이미 다른 빈칸이 들어갑니다."
    assert page.value("내담자 주소") == "표 1, 1행 2열: ‘성명’ 칸"


@pytest.mark.parametrize("place", ["1-1-4", "1-9-9", "x", "1-1-3+"])
def test_no_form_that_is_sent_puts_anything_into_the_resident_numbers_box(
    manager: Browser, attorney: Browser, case: Case, place: str
) -> None:
    page = upload(manager, FORM)
    page.typed["place_client_name"] = [place]
    answer = page.press("이 서식 쓰기")
    assert (answer.status, answer.error("내담자 성명")) == (422, "목록에 있는 자리를 선택해 주세요.")
    assert attorney.client.get(f"/cases/{case.number}/documents/petition/hwpx").status_code == 404


def test_a_form_is_tried_out_before_it_is_used(manager: Browser) -> None:
    page = upload(manager, FORM)
    answer = manager.client.get(page.path + "/trial")
    assert "attachment" in answer.headers["Content-Disposition"]
    told = lines(answer.data)
    assert told[0] == "시험용 (제출할 문서가 아닙니다)"
    assert told[3] == "성명\t[내담자 성명]\t주민등록번호"


def test_a_form_is_replaced_and_given_up_and_what_was_before_stays_known(
    manager: Browser, attorney: Browser, case: Case
) -> None:
    upload(manager, FORM).press("이 서식 쓰기")
    upload(manager, TWICE, "새 서식.hwpx").press("이 서식 쓰기")
    page = manager.get("/forms/petition").press("서식 그만 쓰기")
    assert page.messages == ["진정서: 이제 서식에 채우지 않습니다."]
    assert [row[1] for row in page.rows()] == ["서식 없음", "새 서식.hwpx", "진정서.hwpx"]
    assert attorney.client.get(f"/cases/{case.number}/documents/petition/hwpx").status_code == 404
    assert "한글 파일" not in [said(each) for each in preview(attorney, case).tree.css(".actions a")]


@pytest.mark.parametrize(("name", "content", "message"), [
    ("진정서.hwp", HWP, "예전 형식의 한글 파일(.hwp)입니다. 한글에서 열어 .hwpx로 다시 저장한 뒤 올려 주세요."),
    ("진정서.hwpx", PDF, "한글 문서(.hwpx)가 아닙니다."),
    ("", b"", "먼저 파일을 선택해 주세요."),
    ("큰.hwpx", FORM + bytes(6 * 1024 * 1024), "서식이 5MB보다 크거나, 풀었을 때 서식이라고 보기에 너무 큽니다."),
    ("850101-1234567.hwpx", FORM, "파일 이름에 고유식별번호가 있습니다."),
])
def test_what_is_no_form_is_refused_beside_the_field(
    manager: Browser, app: Flask, name: str, content: bytes, message: str
) -> None:
    page = upload(manager, content, name)
    assert page.status == 422
    assert page.errors[0].startswith(message)
    assert page.tree.css_first("#error-form").text().strip() == page.errors[0]
    assert list(app.extensions["settings"].files_folder.rglob("*.*")) == []


def test_the_name_of_a_file_is_made_harmless(manager: Browser) -> None:
    page = upload(manager, FORM, "../../etc/<b>진정서.hwpx").press("이 서식 쓰기")
    assert "_b_진정서.hwpx" in page.text


@pytest.mark.parametrize("login", ["sangdam", "nomusa", "sicheong", "unyeong"])
def test_only_a_manager_keeps_forms(app: Flask, house: House, manager: Browser, login: str) -> None:
    page = upload(manager, FORM)
    other = browser_of(app, house, login)
    for address in ("/forms", "/forms/petition", page.path, page.path + "/trial"):
        assert other.client.get(address).status_code == 403
    assert "공식 서식" not in [said(each) for each in other.get("/").tree.css("nav.side a")]


def test_another_centres_form_is_not_found_and_fills_nothing(app: Flask, house: House, manager: Browser) -> None:
    with app.app_context():
        theirs = taken_in(house, registry(), "jungnang", workplace_district="jungnang", home_district="jungnang")
    used = upload(manager, FORM)
    used.press("이 서식 쓰기")
    other = browser_of(app, house, "jungnang_manager")
    assert {other.client.get(used.path + rest).status_code for rest in ("", "/trial")} == {404}
    assert [row[1] for row in other.get("/forms").rows()] == ["서식 없음"] * len(ALL)
    assert "진정서.hwpx" not in other.get("/forms/petition").text
    token = other.get("/forms").tree.css_first("meta[name=csrf-token]").attributes["content"] or ""
    assert other.post(used.path, {"csrf_token": [token], "form_key": [str(uuid4())]}).status == 404
    assert browser_of(app, house, "jungnang").client.get(
        f"/cases/{theirs.number}/documents/petition/hwpx").status_code == 404


def test_the_second_wall_hides_forms_by_itself(manager: Browser, house: House) -> None:
    upload(manager, FORM).press("이 서식 쓰기")
    for login, seen in {"senteojang": 1, "sangdam": 1, "jungnang_manager": 0, "unyeong": 0}.items():
        with house.session(login) as session:
            for table in ("centre_form", "centre_form_use"):
                count = text(f"SELECT count(*) FROM {table}")
                assert session.scalar(count, execution_options={"unscoped": "what the wall lets through"}) == seen


def test_a_form_is_not_found_under_another_kind_of_document(manager: Browser) -> None:
    page = upload(manager, FORM)
    assert manager.client.get(page.path.replace("petition", "summary")).status_code == 404
    assert manager.client.get("/forms/ransom_note").status_code == 404


def test_a_form_lies_sealed_outside_the_database(manager: Browser, app: Flask, house: House) -> None:
    page = upload(manager, FORM)
    [file] = [each for each in app.extensions["settings"].files_folder.rglob("*") if each.is_file()]
    assert b"mimetype" not in file.read_bytes()
    file.write_bytes(FORM)
    assert manager.client.get(page.path).status_code == 409


def test_forms_that_were_never_used_are_forgotten_and_those_in_use_stay(
    manager: Browser, house: House, empty_store: FileStore
) -> None:
    upload(manager, FORM).press("이 서식 쓰기")
    upload(manager, TWICE)
    for file in empty_store.folder.rglob("*"):
        os.utime(file, (0, 0))
    with house.job() as session:
        assert sweep(session, empty_store) == 0
        session.execute(text("UPDATE centre_form SET added_at = added_at - interval '2 days'"))
        forget_forms(session)
        session.commit()
        assert sweep(session, empty_store) == 1
        assert session.scalar(text("SELECT count(*) FROM centre_form")) == 1

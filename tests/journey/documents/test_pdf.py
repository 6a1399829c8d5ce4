"""Documents as PDF say what their preview says, that each page is to be checked, and nothing of another case."""

import io

import pypdf
import pytest
from flask import Flask
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser

from gilmok.ground.web import pdf
from gilmok.journey.case.models import Case
from gilmok.journey.documents import views
from gilmok.journey.documents.catalogue import DOCUMENTS
from gilmok.modules.current import registry


@pytest.fixture(autouse=True)
def libraries() -> None:
    """Nothing is tested where the machine has not the libraries."""
    if pdf.printer() is None:
        pytest.skip("no Pango on this machine: install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0")


def printed(browser: Browser, case: Case, code: str) -> list[str]:
    """The text of each page of a document, as it is read back."""
    answer = browser.client.get(f"/cases/{case.number}/documents/{code}/pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    pages = pypdf.PdfReader(io.BytesIO(answer.data)).pages
    return [" ".join(page.extract_text().replace(pdf.JOINER, "").split()) for page in pages]


def fill(browser: Browser, case: Case, code: str, **typed: str) -> None:
    """Type into a document's form and save it."""
    form = browser.get(f"/cases/{case.number}/documents/{code}")
    for label, value in typed.items():
        form.fill(label.replace("_", " "), value)
    assert form.press("저장하고 문서 보기").status == 200


@pytest.mark.parametrize("code", DOCUMENTS)
def test_every_page_of_every_document_says_that_it_is_to_be_checked(
    attorney: Browser, case: Case, code: str
) -> None:
    mark = "Check before you file" if code == "summary_english" else "제출 전 확인"
    pages = printed(attorney, case, code)
    assert 1 <= len(pages) <= 2
    assert all(mark in page for page in pages)


def test_a_pdf_holds_what_is_known_and_typed_and_marks_what_is_missing(attorney: Browser, case: Case) -> None:
    fill(attorney, case, "petition", 사업장명="가나상사", 체불임금_총액="372만", 입사일="2024.3.4")
    said = " ".join(printed(attorney, case, "petition"))
    for words in ("홍길동", "010-1234-5678", "가나상사", "3,720,000원", "2024년 3월 4일(월)", case.number):
        assert words in said
    assert "[확인 필요: 대표자 성명]" in said


def test_a_pdf_holds_nothing_of_another_case(app: Flask, house: House, attorney: Browser, case: Case) -> None:
    with app.app_context():
        person = {**PERSON, "name": "임꺽정", "phone": "01098765432"}
        other = taken_in(house, registry(), person=person, narrative="다른 일")
    fill(attorney, other, "petition", 사업장명="다라공업")
    said = " ".join(printed(attorney, case, "petition"))
    assert "가나상사" not in said
    for words in (other.number, "임꺽정", "010-9876-5432", "다른 일", "다라공업"):
        assert words not in said
        assert words in " ".join(printed(attorney, other, "petition"))


def test_a_long_story_goes_on_over_the_pages_and_each_is_numbered(attorney: Browser, case: Case) -> None:
    fill(attorney, case, "petition", 문서에_쓸_경위="월급날마다 다음에 주겠다고 말했습니다. " * 150 + "끝.")
    pages = printed(attorney, case, "petition")
    assert len(pages) == 3
    assert [f"{place} / {len(pages)}" in page for place, page in enumerate(pages, start=1)] == [True] * len(pages)
    assert "끝." in " ".join(pages)


def test_nothing_but_our_own_fonts_is_read(attorney: Browser, app: Flask) -> None:
    reads = pdf.reader(pdf.printer())
    with app.app_context():
        assert reads.fetch(pdf.OURS + pdf.FONTS[0]).read()[:4] == b"\x00\x01\x00\x00"
        for address in ("file:///etc/passwd", "http://localhost/", "data:text/css,x", "gilmok:ui.js"):
            with pytest.raises(ValueError, match="only files of the package"):
                reads.fetch(address)


def test_what_is_typed_is_no_markup(attorney: Browser, case: Case) -> None:
    fill(attorney, case, "petition", 사업장명='<img src="file:///etc/passwd">')
    assert '<img src="file:///etc/passwd">' in " ".join(printed(attorney, case, "petition"))


def test_without_the_libraries_the_page_offers_printing(
    attorney: Browser, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (pdf, views):
        monkeypatch.setattr(module, "printer", lambda: None)
    page = attorney.get(f"/cases/{case.number}/documents/petition/preview")
    assert "PDF를 만들 수 없습니다. 인쇄를 이용해 주세요." in page.text
    assert attorney.get(f"/cases/{case.number}/documents/petition/pdf").status == 503


def test_another_centres_document_is_not_found(app: Flask, house: House, case: Case) -> None:
    client = browser_of(app, house, "jungnang").client
    assert client.get(f"/cases/{case.number}/documents/petition/pdf").status_code == 404

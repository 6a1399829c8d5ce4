"""Letters of modules: offered at their desk, filled from the case, and where their text is faulty the page goes on."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from flask import Flask
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser, Page

from gilmok.journey.case.models import Case
from gilmok.modules.registry import Registry
from gilmok.modules.service import suspend

DEMAND = "northeast.fee_demand"
ARTIST = {"industry": "arts", "employment_type": "artist", "topics": ("unfair_trade",)}
OWED = {"northeast.arts_unpaid_fee": 1_500_000, "northeast.arts_fee_due": date(2026, 3, 2)}


@pytest.fixture
def case(app: Flask, house: House) -> Case:
    """An artist with a name, whose fee is owed."""
    return taken_in(
        house, app.extensions["registry"], "nodong", person=PERSON, consents={"identity": True, "sharing": True},
        workplace_district="jungnang", narrative="공연이 끝났는데 보수를 받지 못했습니다.", **ARTIST, **OWED,
    )


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    return browser_of(app, house, "nodong")


def letter(browser: Browser, case: Case, rest: str = "/preview", code: str = DEMAND) -> Page:
    return browser.get(f"/cases/{case.number}/documents/{code}{rest}")


@pytest.fixture(params=["{{ v.nobody }}", "{% if %}", "{{ 1 / 0 }}", None])
def faulty(
    request: pytest.FixtureRequest, app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The northeast module with this text in its letter, or none."""
    registry: Registry = app.extensions["registry"]
    (tmp_path / "letters").mkdir()
    if request.param is not None:
        (tmp_path / "letters/fee_demand.html").write_text(request.param, "utf-8")
    broken = replace(registry.modules["northeast"], folder=tmp_path)
    modules = MappingProxyType({**registry.modules, "northeast": broken})
    monkeypatch.setitem(app.extensions, "registry", replace(registry, modules=modules))


def test_the_desks_letters_stand_first_among_the_documents(counsellor: Browser, case: Case) -> None:
    rows = counsellor.get(f"/cases/{case.number}/documents").rows()
    assert rows[0][0].startswith("서면계약 체결 요청서")
    assert rows[1][0].startswith("보수 지급 최고서")


def test_a_letter_is_filled_from_the_answers_and_says_what_is_missing(counsellor: Browser, case: Case) -> None:
    text = letter(counsellor, case).text
    for words in ("홍길동", "1,500,000원", "2026년 3월 2일(월)", "공연이 끝났는데", "[확인 필요: 사업장명]"):
        assert words in text


def test_what_is_typed_for_it_is_kept_and_used_by_every_document(counsellor: Browser, case: Case) -> None:
    form = letter(counsellor, case, "").fill("사업장명", "가상극단").fill("작품·공연", "만든 공연")
    page = form.press("저장하고 문서 보기")
    assert (page.status, "만든 공연" in page.text) == (200, True)
    assert letter(counsellor, case, "", "demand_letter").value("사업장명") == "가상극단"
    assert letter(counsellor, case, "", "northeast.contract_request").value("작품·공연") == "만든 공연"


def test_a_wrong_day_comes_back_beside_its_field(counsellor: Browser, case: Case) -> None:
    form = letter(counsellor, case, "", "northeast.contract_request")
    page = form.fill("회신 기한", "언젠가").press("저장하고 문서 보기")
    assert (page.status, page.value("회신 기한")) == (422, "언젠가")
    assert page.error("회신 기한")


@pytest.mark.parametrize("code", ["northeast.piece_records", "northeast.nothing", "other.letter"])
def test_a_letter_of_another_desk_is_not_found(counsellor: Browser, case: Case, code: str) -> None:
    assert letter(counsellor, case, code=code).status == 404


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("rest", ["", "/preview", "/pdf"])
def test_a_letter_whose_text_fails_is_not_made_and_what_is_missing_is_listed(
    counsellor: Browser, case: Case, rest: str
) -> None:
    page = letter(counsellor, case, rest)
    assert page.status == 200
    assert "제출 전에 채울 것" in page.text
    assert ("northeast 의 서식에 오류가 있어" in page.text) is (rest != "")
    assert page.tree.css_first("article.letter") is None


def test_under_the_emergency_stop_there_is_none_and_the_page_says_so(
    counsellor: Browser, case: Case, house: House
) -> None:
    with house.session("unyeong") as session:
        suspend(session, "northeast", by=house.people["unyeong"].id, note="")
        session.commit()
    page = counsellor.get(f"/cases/{case.number}/documents")
    assert "일시 중지" in page.text
    assert "보수 지급 최고서" not in page.text
    assert letter(counsellor, case).status == 404

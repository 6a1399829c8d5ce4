"""Calculators as a step inside a case: inputs and result are kept, as they were told."""

from typing import Any

import pytest
from flask import Flask
from support.casework import browser_of, taken_in
from support.house import House
from support.page import Browser, Page

from gilmok.journey.case.models import Case
from gilmok.journey.sums.service import sums_of
from gilmok.modules.registry import Registry


@pytest.fixture
def case(house: House, rivals: Registry) -> Case:
    """A case of unpaid wages."""
    return taken_in(house, rivals)


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    """The browser of a counsellor."""
    return browser_of(app, house, "sangdam")


def computed(browser: Browser, case: Case, until: str = "2026. 11. 22.") -> Page:
    """The page after delay interest was computed for the case."""
    page = browser.get(f"/cases/{case.number}/sums").click("지연이자")
    page = page.fill("미지급액", "300만 원").fill("퇴직일 또는 정기지급일", "2026. 8. 31.")
    return page.fill("갚는 날", until).press("계산하고 저장")


def test_a_calculation_is_kept_with_its_inputs_and_steps(counsellor: Browser, house: House, case: Case) -> None:
    page = computed(counsellor, case)
    assert page.messages == ["계산을 저장했습니다."]
    assert "지연이자: 113,424.66 원" in page.text
    assert "2026년 9월 15일(화)부터 2026년 11월 22일(일)까지(그날 포함): 69일" in page.text
    with house.session("sangdam") as session:
        (kept,) = sums_of(session, case.id)
    inputs: dict[str, Any] = kept.inputs
    assert inputs == {"amount": "300만 원", "kind": "leaver", "event": "2026. 8. 31.", "until": "2026. 11. 22."}
    assert kept.told["en"]["result"] == 113424.66


def test_wrong_inputs_come_back_and_nothing_is_kept(counsellor: Browser, house: House, case: Case) -> None:
    page = computed(counsellor, case, until="2026. 2. 30.")
    assert page.status == 422
    assert page.error("갚는 날")
    assert page.value("미지급액") == "300만 원"
    with house.session("sangdam") as session:
        assert sums_of(session, case.id) == []


def test_in_english_it_reads_english(app: Flask, counsellor: Browser, house: House, case: Case) -> None:
    computed(counsellor, case)
    said = browser_of(app, house, "sangdam", "en").get(f"/cases/{case.number}/sums").text
    assert "Delay interest: 113,424.66 won" in said


def test_history_says_what_was_computed(counsellor: Browser, case: Case) -> None:
    computed(counsellor, case)
    assert "계산하고 저장함" in counsellor.get(f"/cases/{case.number}/history").text


def test_a_calculator_that_is_none_is_not_found(counsellor: Browser, case: Case) -> None:
    page = counsellor.get(f"/cases/{case.number}/sums?calculator=overwork")
    token = page.tree.css_first("[name=csrf_token]").attributes["value"] or ""
    form = {"csrf_token": [token], "version": [str(case.version)], "calculator": ["nothing"],
            "form_key": ["00000000-0000-4000-8000-000000000001"]}
    assert counsellor.post(f"/cases/{case.number}/sums", form).status == 404

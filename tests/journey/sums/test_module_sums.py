"""Calculators of modules: beside the law's own, in the cases of their region, and on the command line."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from flask import Flask
from support.casework import browser_of
from support.house import House, make_case

from gilmok.cli import gilmok
from gilmok.modules.registry import Registry

ARTIST = "northeast.artist_contract"
IN_IT = ("계약금액", "계약의 기간·갱신·변경·해지", "당사자의 권리와 의무", "업무의 범위·시간·장소", "분쟁의 해결")
STATED = {name: "yes" for name in ("amount", "period", "rights", "work", "profits", "disputes")}


def test_a_case_offers_the_calculators_of_the_modules_of_its_region(app: Flask, house: House) -> None:
    browser = browser_of(app, house, "sangdam")
    here, elsewhere = make_case(house, region="northeast"), make_case(house, region="southwest")
    assert "예술인 계약서 점검" in browser.get(f"/cases/{here.number}/sums").text
    assert "예술인 계약서 점검" not in browser.get(f"/cases/{elsewhere.number}/sums").text
    assert browser.get(f"/cases/{elsewhere.number}/sums?calculator={ARTIST}").heading == "계산"


@pytest.mark.parametrize(("language", "said", "missing"), [
    ("ko", "예술인 계약서 점검: 1 개 항목", "빠진 것: 수익의 배분."),
    ("en", "Is the artist's contract complete?: 1 items", "Missing: How profits are shared."),
])
def test_it_is_kept_in_the_case_in_both_languages(
    app: Flask, house: House, language: str, said: str, missing: str
) -> None:
    browser, case = browser_of(app, house, "sangdam"), make_case(house, region="northeast")
    page = browser.get(f"/cases/{case.number}/sums?calculator={ARTIST}")
    for label in IN_IT:
        page = page.choose(label, "예")
    page.choose("수익의 배분", "아니요").press("계산하고 저장")
    shown = browser_of(app, house, "sangdam", language).get(f"/cases/{case.number}/sums").text
    assert said in shown
    assert missing in shown


def test_the_page_of_calculators_and_that_of_the_module_name_it(app: Flask, house: House) -> None:
    browser = browser_of(app, house, "sangdam")
    assert "예술인 복지법 제4조의4" in browser.get("/law/").text
    assert "예술인 계약서 점검" in browser.get("/modules/northeast").text
    assert browser.get(f"/law/calculators/{ARTIST}").heading == "예술인 계약서 점검"


def test_one_that_fails_says_so_and_the_page_goes_on(
    app: Flask, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry: Registry = app.extensions["registry"]
    broken = replace(registry.calculators[ARTIST], compute=lambda _law, **stated: 1 / 0)
    monkeypatch.setitem(app.extensions, "calculators", {ARTIST: broken})
    page = browser_of(app, house, "sangdam").get("/law/calculators/" + ARTIST + "?" + "&".join(
        f"{name}={stated}" for name, stated in STATED.items()
    ))
    assert page.status == 422
    assert "직접 계산해 주세요" in page.text


def test_the_command_line_computes_it_too() -> None:
    inputs = json.dumps(STATED | {"rights": "no"})
    done = CliRunner().invoke(gilmok, ["calc", ARTIST, "--json", inputs])
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    assert (told["result"], told["unit"], told["steps"]) == (1, "items", ["빠진 것: 당사자의 권리와 의무."])
    assert ARTIST in CliRunner().invoke(gilmok, ["calc", "--list"]).output

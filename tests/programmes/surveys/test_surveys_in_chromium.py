"""The pages of surveys in a real browser, at both sizes: what axe says, and that answering needs no script."""

import pytest
from flask import Flask
from playwright.sync_api import Browser
from support.chromium import arrive, look_at, window
from support.house import House
from support.surveys import Maker

from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.publishing import publish
from gilmok.programmes.surveys.rules import State

pytestmark = pytest.mark.browser
SHEETS = [
    ({"q1": "1122233"[n % 7], "q2": "12"[n % 2], "q3": "1233"[n % 4], "q4": 2e6 + n, "q5": ["1"]}, {"q7": "소원"})
    for n in range(60)
]
SAID = {"summary": "요약", "findings": "결과", "chosen": ["q1", "q3.q1", "q4.q1", "q5"], "change": ""}
OF_CLOSED = ("", "results", "results?by=q1", "texts", "report", "edit")
OF_OPEN = ("", "paper", "print")
OF_DRAFT = ("", "questions/new", "questions/q4", "edit")


@pytest.mark.parametrize(("size", "language"), [("desk", "ko"), ("phone", "ko"), ("phone", "en")])
def test_every_page_of_surveys_is_clean(
    app: Flask, house: House, asking: Maker, browser: Browser, address: str, size: str, language: str
) -> None:
    closed, open_one, draft = asking(state=State.CLOSED, sheets=SHEETS), asking(coded=True), asking(state=State.DRAFT)
    with house.session("senteojang") as session:
        report = publish(session, session.get_one(Survey, closed.id), SAID)
        session.commit()
    paths = ["/surveys/", "/surveys/new", "/surveys/published/", f"/surveys/published/{report.code}"]
    for survey, parts in ((closed, OF_CLOSED), (open_one, OF_OPEN), (draft, OF_DRAFT)):
        paths += [f"/surveys/{survey.id}/{part}" for part in parts]
    with window(browser, address, size) as page:
        arrive(page, app, address, language, house.people["senteojang"].get_id())
        for path in paths:
            answered = page.goto(path)
            assert answered is not None
            assert answered.status == 200, path
            look_at(page, path)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_answering_works_without_script_and_its_errors_are_clean(
    asking: Maker, browser: Browser, address: str, size: str
) -> None:
    survey = asking()
    with window(browser, address, size) as page:
        page.goto(f"/s/{survey.link}?lang=en")
        page.get_by_label("4. Monthly pay (won)").fill("much")
        page.get_by_role("button", name="Send my answers").click()
        look_at(page, "a refused sheet")
    with window(browser, address, size, script=False) as page:
        page.goto(f"/s/{survey.link}")
        page.get_by_label("봉제").check()
        page.get_by_role("button", name="답 보내기").click()
        assert page.get_by_role("heading", level=1).inner_text() == "답해 주셔서 고맙습니다."


def test_on_paper_enter_keeps_the_sheet_and_the_next_one_waits_in_its_first_field(
    app: Flask, house: House, asking: Maker, browser: Browser, address: str
) -> None:
    with window(browser, address, "desk") as page:
        arrive(page, app, address, "ko", house.people["senteojang"].get_id())
        page.goto(f"/surveys/{asking().id}/paper")
        page.locator("[name=q1]:focus").wait_for()
        page.keyboard.type("2")
        page.keyboard.press("Tab")
        page.keyboard.type("1")
        page.keyboard.press("Enter")
        page.get_by_text("종이 설문지 1장을 저장했습니다.").wait_for()
        page.locator("[name=q1]:focus").wait_for()

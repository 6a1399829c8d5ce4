"""The pages of official forms in a real browser: a form sent from its field, looked through, used, shown in a case."""

import pytest
from flask import Flask
from playwright.sync_api import Browser
from support.casework import PERSON, taken_in
from support.chromium import arrive, look_at, window
from support.hangul import PERSONS, made
from support.house import House

pytestmark = pytest.mark.browser
FORM = made("진정서", *PERSONS, ("진정 내용", [["입사일", "", "입사일", ""]]), "{{진정 이유}} {{마음}}")


@pytest.mark.parametrize(("size", "language"), [("desk", "ko"), ("phone", "ko"), ("phone", "en")])
def test_every_page_of_official_forms_is_clean(
    app: Flask, house: House, browser: Browser, address: str, size: str, language: str
) -> None:
    case = taken_in(house, app.extensions["registry"], person=PERSON)
    with window(browser, address, size) as page:
        arrive(page, app, address, language, house.people["senteojang"].get_id())
        for path in ("/forms", "/forms/petition"):
            page.goto(path)
            look_at(page, path)
        page.set_input_files("#field-form", {"name": "진정서.hwpx", "mimeType": "", "buffer": FORM})
        page.click("main form[enctype] button.primary")
        look_at(page, "the places of a form")
        page.click("main form button.primary")
        assert page.url.endswith("/forms/petition")
        look_at(page, "a form in use")
        page.goto(f"/cases/{case.number}/documents/petition/preview")
        assert page.locator(".actions a[href$=hwpx]").is_visible()
        look_at(page, "a case whose centre has the form")

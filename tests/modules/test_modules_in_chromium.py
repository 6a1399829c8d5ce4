"""The pages of modules in a real browser: no axe violation, nothing wider than the screen."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from support.chromium import SIZES, served, violations, window
from support.house import House

PATHS = ["", "?on=no+day", "northeast", "core", "platform_freelance/switch"]


def log_in(page: Page, app: Flask, address: str, house: House) -> None:
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = house.people["sicheong"].get_id()
    cookie = client.get_cookie("gilmok")
    assert cookie
    page.context.add_cookies([{"name": "gilmok", "value": cookie.value, "url": address}])


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
def test_the_pages_have_no_violation_and_fit_the_screen(app: Flask, house: House, browser: Browser, size: str) -> None:
    with served(app) as address, window(browser, address, size) as page:
        log_in(page, app, address, house)
        for path in PATHS:
            page.goto(f"/modules/{path}")
            assert violations(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
def test_the_plan_and_a_refused_form_have_no_violation(app: Flask, house: House, browser: Browser, size: str) -> None:
    with served(app) as address, window(browser, address, size) as page:
        log_in(page, app, address, house)
        page.goto("/modules/platform_freelance/switch")
        page.get_by_role("button", name="바뀌는 내용 보기").click()
        # Else the form is filled in again on the page that is about to go, and sent twice at once.
        page.locator("[data-summary]").wait_for()
        assert violations(page) == []
        page.get_by_label("시행할 곳").select_option("도심권 전체")
        page.get_by_label("시작일").fill("2027. 1. 1.")
        page.get_by_label("사유").fill("공문 1호")
        page.get_by_role("button", name="바뀌는 내용 보기").click()
        page.get_by_role("heading", name="바뀌는 내용").wait_for()
        assert violations(page) == []

"""The pages of the network in a real browser: no axe violation, nothing wider than the screen."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from support.chromium import SIZES, served, violations, window
from support.house import House

PATHS = ["/network/", "/network/?on=no+day", "/network/centres/southwest_hub", "/network/districts/geumcheon"]


def log_in(page: Page, app: Flask, address: str, house: House) -> None:
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = house.people["sangdam"].get_id()
    cookie = client.get_cookie("gilmok")
    assert cookie
    page.context.add_cookies([{"name": "gilmok", "value": cookie.value, "url": address}])


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
def test_the_pages_have_no_violation_and_fit_the_screen(app: Flask, house: House, browser: Browser, size: str) -> None:
    with served(app) as address, window(browser, address, size) as page:
        log_in(page, app, address, house)
        for path in PATHS:
            page.goto(path)
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
def test_the_map_fits_the_screen_and_its_tiles_are_big_enough_to_press(
    app: Flask, house: House, browser: Browser, size: str
) -> None:
    with served(app) as address, window(browser, address, size) as page:
        log_in(page, app, address, house)
        page.goto("/network/")
        boxes = [tile.bounding_box() for tile in page.locator(".tile-map a").all()]
    assert len(boxes) == 25
    assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)

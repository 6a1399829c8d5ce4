"""The pages of the network in a real browser: no axe violation, nothing wider than the screen."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from support.chromium import SIZES, served, violations, window
from support.house import House
from support.network_app import network_app

PATHS = ["/network/", "/network/?on=no+day", "/network/centres/southwest_hub", "/network/districts/geumcheon"]


@pytest.fixture
def app(house: House) -> Flask:
    return network_app(house)


def log_in(page: Page, app: Flask, address: str, house: House) -> None:
    person = house.people["sangdam"].get_id()
    cookie = app.session_interface.get_signing_serializer(app).dumps({"_user_id": person})  # type: ignore[attr-defined]
    page.context.add_cookies([{"name": "gilmok", "value": cookie, "url": address}])


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

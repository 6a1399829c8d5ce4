"""The pages of job support and welfare links in a real browser: what axe says, on a phone, and of refused forms."""

from uuid import uuid4

import pytest
from flask import Flask
from playwright.sync_api import Browser
from support.chromium import arrive, look_at, window
from support.house import House
from support.served import linked, opening, served

from gilmok.ground.clock import today
from gilmok.programmes.employment import placing

pytestmark = pytest.mark.browser


def test_the_pages_are_clean_on_a_phone(app: Flask, house: House, browser: Browser, address: str) -> None:
    person, job = served(house, sensitive=True), opening(house, pay=9_000)
    link = linked(house, person)
    with house.session("sangdam") as session:
        way = placing.propose(session, person, job, today(), key=uuid4(), by=house.people["sangdam"])
        session.commit()
    pages = ("/employment/", f"/employment/jobs/{job.key}", f"/employment/people/{person.key}",
             f"/employment/placements/{way.key}", f"/welfare/{link.key}", "/welfare/agencies/",
             "/welfare/to/gwanak_comwel")
    with window(browser, address, "phone") as page:
        arrive(page, app, address, "ko", house.people["sangdam"].get_id())
        for path in pages:
            answered = page.goto(path)
            assert answered
            assert answered.status == 200, path
            look_at(page, path)
        page.get_by_role("button", name="연계 저장").click()
        assert page.locator("[data-summary]").is_visible()
        look_at(page, "a refused form")

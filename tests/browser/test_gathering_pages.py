"""The pages of courses and events in a real browser, public ones among them: what axe says, at both sizes."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from support.chromium import arrive, look_at, window
from support.gatherings import gathered, registered
from support.house import House

from gilmok.programmes.gatherings import attendance
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registration

pytestmark = pytest.mark.browser
STAFF = (
    "", "?by=week&on={day}", "?on={day}", "new", "numbers/?to=2030-01-01", "{key}", "{key}/edit", "{key}/cancel",
    "{key}/register", "{key}/attendance/1", "{key}/registrations/{row}", "{key}/registrations/{row}/certificate",
)
PUBLIC = ("", "?centre=gwanak", "{key}", "{key}/slip")


@pytest.fixture
def course(app: Flask, house: House) -> Gathering:
    """A course with one place, beside another of the same title."""
    gathered(house, "jungnang")
    return gathered(house, places=1)


@pytest.fixture
def row(course: Gathering, house: House) -> Registration:
    """Somebody who has the place and came; somebody else waits."""
    has, _waits = registered(house, course), registered(house, course, name="가상두리", phone="")
    with house.session("sangdam") as session:
        attendance.mark(session, course, 1, [has], there=True, by=house.people["sangdam"])
        session.commit()
    return has


def see(page: Page, path: str) -> None:
    """Go there, and find nothing wrong with it."""
    answered = page.goto(path)
    assert answered, path
    assert answered.status == 200, path
    look_at(page, path)


@pytest.mark.parametrize(("size", "language"), [("desk", "ko"), ("phone", "ko"), ("phone", "en")])
def test_every_page_of_the_staff_is_clean(
    app: Flask, house: House, course: Gathering, row: Registration, browser: Browser, address: str, size: str,
    language: str,
) -> None:
    with window(browser, address, size) as page:
        arrive(page, app, address, language, house.people["sangdam"].get_id())
        for path in STAFF:
            see(page, "/gatherings/" + path.format(key=course.key, row=row.key, day=course.starts_at.date()))
        page.goto("/gatherings/new")
        page.get_by_role("button", name="저장" if language == "ko" else "Save").click()
        assert page.locator("[data-summary]").is_visible()
        look_at(page, "a refused form")


@pytest.mark.parametrize(("size", "language"), [("desk", "ko"), ("phone", "ko"), ("phone", "en")])
def test_every_public_page_is_clean_from_the_calendar_to_the_slip(
    app: Flask, course: Gathering, row: Registration, browser: Browser, address: str, size: str, language: str
) -> None:
    press = "신청" if language == "ko" else "Register now"
    with window(browser, address, size) as page:
        page.goto(f"/programmes/?lang={language}")
        for path in PUBLIC:
            see(page, "/programmes/" + path.format(key=course.key))
        page.goto(f"/programmes/{course.key}")
        page.get_by_role("button", name=press, exact=True).click()
        look_at(page, "a refused registration")
        page.locator("[name=name]").fill("가상세찬")
        page.locator("[name=phone]").fill("010-0000-0003")
        page.locator("[name=consent][value=yes]").check()
        page.get_by_role("button", name=press, exact=True).click()
        page.locator("dl.facts").first.wait_for()
        look_at(page, "the slip")


@pytest.mark.parametrize("script", [True, False])
def test_a_tick_is_one_press_on_a_phone_with_and_without_script(
    app: Flask, house: House, course: Gathering, row: Registration, browser: Browser, address: str, script: bool
) -> None:
    with window(browser, address, "phone", script=script) as page:
        arrive(page, app, address, "ko", house.people["sangdam"].get_id())
        page.goto(f"/gatherings/{course.key}/attendance/2")
        page.get_by_label("가**나").check()
        page.get_by_role("button", name="출석 저장").click()
        page.locator("#messages .alert").wait_for()
        assert page.get_by_label("가**나").is_checked()

"""Every part in a real browser: no violation for axe at any size and language, no shift, a silent console."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from support.chromium import SIZES, served, violations, window
from support.gallery import gallery

pytestmark = pytest.mark.browser
PAGES = ["/list", "/form", "/parts", "/display", "/nowhere", "/raise/503"]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the gallery is served."""
    with served(gallery()) as found:
        yield found


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A window of each size."""
    with window(browser, address, request.param) as found:
        yield found


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """A window of a desk."""
    with window(browser, address, "desk") as found:
        yield found


def test_no_part_breaks_a_rule_of_accessibility(page: Page) -> None:
    for path in PAGES:
        page.goto(path)
        assert violations(page) == [], path


def test_no_part_breaks_a_rule_in_english(page: Page) -> None:
    page.goto("/list")
    page.get_by_role("button", name="English").click()
    for path in PAGES[:2]:
        page.goto(path)
        assert violations(page) == [], path


def test_no_part_breaks_a_rule_in_high_contrast(desk: Page, address: str) -> None:
    desk.context.add_cookies([{"name": "gilmok_display", "value": "contrast", "url": address}])
    for path in PAGES[:3]:
        desk.goto(path)
        assert violations(desk) == [], path


def test_a_form_with_errors_breaks_no_rule_and_puts_the_focus_on_their_summary(page: Page) -> None:
    page.goto("/form")
    page.get_by_role("button", name="접수하기").click()
    page.locator("[data-summary]:focus").wait_for()
    assert page.title().startswith("오류: 상담 접수")
    assert violations(page) == []


def test_axe_finds_what_is_wrong(desk: Page) -> None:
    desk.goto("/list")
    desk.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><input>')")
    assert {line.partition(":")[0] for line in violations(desk)} >= {"image-alt", "label"}


def test_no_page_is_wider_than_its_window(page: Page) -> None:
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_nothing_moves_after_it_was_painted(page: Page) -> None:
    for path in PAGES:
        page.goto(path)
        page.wait_for_timeout(200)
        assert page.evaluate(SHIFTS) == 0, path


def test_a_phone_fetches_no_font_and_a_desk_each_once(page: Page) -> None:
    page.goto("/list", wait_until="networkidle")
    fonts = page.evaluate("performance.getEntriesByType('resource').filter(each => each.name.endsWith('woff2')).length")
    assert fonts == (2 if page.viewport_size == SIZES["desk"] else 0)


def test_what_the_browser_kept_is_not_fetched_again(page: Page) -> None:
    page.goto("/list", wait_until="networkidle")
    page.goto("/form", wait_until="networkidle")
    assert page.evaluate(FETCHED) < 1000  # Chromium asks for the icon of each page anew


def test_every_part_works_without_script(browser: Browser, address: str) -> None:
    with window(browser, address, "desk", script=False) as page:
        page.goto("/list")
        assert page.locator("[data-copy], .pick-all").locator("visible=true").count() == 0
        page.get_by_role("button", name="English").click()
        assert page.get_by_role("button", name="한국어").is_visible()


FETCHED = "performance.getEntriesByType('resource').reduce((sum, each) => sum + each.transferSize, 0)"
SHIFTS = """new Promise(done => new PerformanceObserver(list =>
    done(list.getEntries().reduce((sum, each) => sum + each.value, 0))
).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 300))"""

"""The pages for visitors in a real browser: what axe says at both sizes, that script may be off, how heavy they are."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Request
from support.chromium import SIZES, arrive, look_at, window
from support.house import House

from gilmok.ground.i18n import LANGUAGES, VISITORS_LANGUAGES

pytestmark = pytest.mark.browser
KILOBYTE = 1024
# The first visit of a phone, everything that it loads; and the next one, beside the page itself.
HEAVIEST, AGAIN = 60 * KILOBYTE, 10 * KILOBYTE
ANSWER = "/find?topic=industrial_accident&workplace=dongjak&home=geumcheon&now=yes"
PATHS = ("/welcome", ANSWER, "/help-me", "/help-me/state")
# What is there in Korean and English alone.
IN_TWO = ("/programmes/", "/surveys/published/")


def ask(page: Page) -> None:
    """Send a request with what it needs, in Korean."""
    page.goto("/help-me")
    page.get_by_label("무슨 일이 있었는지 적어 주세요").fill("월급을 받지 못했습니다.")
    page.get_by_label("상담 분야").select_option("unpaid_wages")
    page.get_by_label("일하는 곳의 자치구").select_option("gwanak")
    page.get_by_label("제가 센터에 전화하겠습니다").check()
    page.get_by_role("button", name="보내기").click()


@pytest.mark.parametrize("language", VISITORS_LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_page_for_visitors_is_clean(
    app: Flask, house: House, browser: Browser, address: str, size: str, language: str
) -> None:
    with window(browser, address, size) as page:
        for path in (*PATHS, *(IN_TWO if language in LANGUAGES else ())):
            page.goto(f"{path}{'&' if '?' in path else '?'}lang={language}")
            look_at(page, path)
        page.goto("/help-me")
        page.locator("form button").click()
        look_at(page, "a form with errors")


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_asking_and_looking_up_work_without_script(
    app: Flask, house: House, browser: Browser, address: str, size: str
) -> None:
    with window(browser, address, size, script=False) as page:
        ask(page)
        number, secret = page.locator("dl.facts dd").all_inner_texts()[:2]
        page.goto("/help-me/state")
        page.get_by_label("신청번호").fill(number)
        page.get_by_label("확인코드").fill(secret)
        page.get_by_role("button", name="보기").click()
        assert page.get_by_role("heading", level=2).first.inner_text() == "도착했습니다. 아직 아무도 읽지 않았습니다."


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_receipt_state_and_the_pages_of_staff_are_clean(
    app: Flask, house: House, browser: Browser, address: str, size: str
) -> None:
    with window(browser, address, size) as page:
        ask(page)
        look_at(page, "the receipt")
        arrive(page, app, address, "ko", house.people["sangdam"].get_id())
        page.goto("/requests/")
        look_at(page, "the list of requests")
        page.locator("td.first a").first.click()
        look_at(page, "a request")


def weight(page: Page, path: str) -> tuple[int, int]:
    """How many bytes opening a page loads: all, and beside the page itself."""
    loaded: list[Request] = []

    def note(request: Request) -> None:
        loaded.append(request)

    page.on("requestfinished", note)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.remove_listener("requestfinished", note)
    sizes = [(each.resource_type, each.sizes()) for each in loaded]
    bytes_of = [(kind, size["responseBodySize"] + size["responseHeadersSize"]) for kind, size in sizes]
    return sum(each for _kind, each in bytes_of), sum(each for kind, each in bytes_of if kind != "document")


def test_a_phones_visits_are_light(app: Flask, house: House, browser: Browser, address: str) -> None:
    for path in (*PATHS, *IN_TWO):
        with window(browser, address, "phone") as page:
            first, _beside = weight(page, path)
            _all, beside = weight(page, path)
        assert first <= HEAVIEST, path
        assert beside <= AGAIN, path

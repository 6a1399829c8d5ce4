"""The pages for visitors in a real browser: what axe says at both sizes, that script may be off, how heavy they are."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Request
from support.chromium import arrive, look_at, window
from support.house import House

pytestmark = pytest.mark.browser
KILOBYTE = 1024
# The first visit of a phone, everything that it loads.
HEAVIEST = 60 * KILOBYTE
ANSWER = "/find?topic=industrial_accident&workplace=dongjak&home=geumcheon&now=yes"
PATHS = ("/find", ANSWER, "/help-me", "/help-me/state")


def ask(page: Page) -> None:
    """Send a request with what it needs, in Korean."""
    page.goto("/help-me")
    page.get_by_label("무슨 일이 있었는지 적어 주세요").fill("월급을 받지 못했습니다.")
    page.get_by_label("상담 분야").select_option("unpaid_wages")
    page.get_by_label("일하는 곳의 자치구").select_option("gwanak")
    page.get_by_label("제가 센터에 전화하겠습니다").check()
    page.get_by_role("button", name="보내기").click()


@pytest.mark.parametrize(("size", "language"), [("desk", "ko"), ("phone", "ko"), ("phone", "vi"), ("phone", "zh")])
def test_every_page_for_visitors_is_clean(
    app: Flask, house: House, browser: Browser, address: str, size: str, language: str
) -> None:
    with window(browser, address, size) as page:
        for path in PATHS:
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


@pytest.mark.parametrize("path", ["/find", ANSWER, "/help-me?lang=vi"])
def test_a_phones_first_visit_is_light(app: Flask, house: House, browser: Browser, address: str, path: str) -> None:
    loaded: list[Request] = []
    with window(browser, address, "phone") as page:
        page.on("requestfinished", lambda request: loaded.append(request))
        page.goto(path)
        page.wait_for_load_state("networkidle")
        sizes = [each.sizes() for each in loaded]
    assert sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes) <= HEAVIEST

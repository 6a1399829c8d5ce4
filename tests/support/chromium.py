"""A real browser on a real server: Chromium at both sizes, the console watched, axe asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

AXE = next(Path(__file__).parents[2].glob("var/vendor/axe-core-*/axe.min.js"), None)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)
SIZES: dict[str, ViewportSize] = {"desk": {"width": 1366, "height": 900}, "phone": {"width": 390, "height": 844}}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

# What stands out of the screen on the right, where the page is wider than it.
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
    .filter(each => each.getBoundingClientRect().right > innerWidth).map(each => each.outerHTML.slice(0, 120))"""


class Quiet(WSGIRequestHandler):
    """Answers without a line of log for each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium without a window, for the whole run."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        yield found
        found.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of `app` on a free port of this machine, while the block runs."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the application is served."""
    with served(app) as found:
        yield found


@contextmanager
def window(browser: Browser, address: str, size: str, *, script: bool = True) -> Iterator[Page]:
    """A fresh window of this size, in Korean; what it logs to the console or fails to load fails the test."""
    context: BrowserContext = browser.new_context(
        base_url=address, viewport=SIZES[size], locale="ko-KR", timezone_id="Asia/Seoul", java_script_enabled=script,
        reduced_motion="reduce",
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    # A browser logs every answer from 400 on; the pages that answer so on purpose are no fault.
    faults = [text for text in heard if "status of 4" not in text and "status of 5" not in text]
    assert not faults, faults


def arrive(page: Page, app: Flask, address: str, language: str, person: str | None = None) -> None:
    """Bring a cookie along: of a language, and of who is logged in."""
    client = app.test_client()
    with client.session_transaction() as session:
        session |= {"language": language} | ({"_user_id": person, "_fresh": True} if person else {})
    cookie = client.get_cookie("gilmok")
    assert cookie
    page.context.add_cookies([{"name": "gilmok", "value": cookie.value, "url": address}])


def look_at(page: Page, what: str) -> None:
    """Fail where axe finds something, or the page is wider than the screen."""
    assert violations(page) == [], what
    assert page.evaluate(TOO_WIDE) == [], what


def violations(page: Page) -> list[str]:
    """What axe finds on the page, a line each: the rule, and the first element that breaks it."""
    assert AXE is not None, "axe-core is not there: run python tools/assets.py"
    # Through the debugging protocol, not as a script of the page: the page's policy would forbid that.
    page.evaluate(AXE.read_text("utf-8"))
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found: Any = page.evaluate("options => axe.run(document, options)", options)
    return [described(each, each["nodes"][0]) for each in found["violations"]]


def described(rule: Any, node: Any) -> str:
    """A broken rule in a line."""
    return f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"

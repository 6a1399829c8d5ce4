"""What a cookie is worth: to whoever copied it, after the login ended, and when the clock is wrong."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from time import time
from uuid import uuid4

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select
from support.casework import browser_of
from support.house import PASSWORD, House
from support.page import Browser

from gilmok.app import create_app
from gilmok.ground import clock
from gilmok.ground.access.login import LONGEST, Login
from gilmok.ground.access.models import LoginFailure
from gilmok.ground.access.service import TRIES
from gilmok.ground.audit import AccessLog
from gilmok.ground.config import Settings
from gilmok.ground.installation import installation
from gilmok.ground.web.cookies import Cookies

At = Callable[[str], Browser]
HOUR, DAY = 3600, 86400


def copy_of(browser: Browser, app: Flask) -> Browser:
    """Another browser with the same cookie, as someone would have who copied it."""
    thief = Browser(app)
    cookie = browser.client.get_cookie("gilmok")
    assert cookie is not None
    thief.client.set_cookie("gilmok", cookie.value)
    return thief


def is_in(browser: Browser) -> bool:
    return browser.get("/network/").heading != "로그인"


def test_a_copied_cookie_is_nobodys_after_logging_out(app: Flask, at: At) -> None:
    browser = at("sangdam")
    thief = copy_of(browser, app)
    assert is_in(thief)
    browser.get("/network/").press("로그아웃")
    assert not is_in(thief)


def test_logging_out_here_leaves_another_browsers_login(app: Flask, at: At) -> None:
    desk, phone = at("sangdam"), at("sangdam")
    desk.get("/network/").press("로그아웃")
    assert is_in(phone)


def test_a_login_begins_with_a_cookie_of_its_own(app: Flask) -> None:
    """A cookie that someone planted before the login is not the one that is logged in."""
    browser = Browser(app)
    browser.get("/login")
    planted = copy_of(browser, app)
    browser.get("/login").fill("아이디", "sangdam").fill("비밀번호", PASSWORD).press("로그인")
    assert is_in(browser)
    assert not is_in(planted)


@pytest.mark.parametrize("later", [32 * 60, DAY, 10 * DAY, -HOUR, -10 * DAY])
def test_a_cookie_counts_neither_after_the_idle_time_nor_where_the_clock_was_set_back(
    at: At, monkeypatch: pytest.MonkeyPatch, later: int
) -> None:
    browser = at("sangdam")
    assert is_in(browser)
    browser, then = copy_of(browser, browser.client.application), time() + later
    monkeypatch.setattr("time.time", lambda: then)
    assert not is_in(browser)


def test_what_one_request_puts_into_a_session_is_not_in_another_with_the_same_cookie(app: Flask, at: At) -> None:
    browser = at("sangdam")
    browser.get("/network/")
    same = copy_of(browser, app)
    page = browser.get("/network/")
    browser.client.post("/language", data={"csrf_token": token_of(page.tree), "language": "en", "next": "/network/"})
    shown = [each.get("/network/").tree.css_first("html").attributes["lang"] for each in (browser, same)]
    assert shown == ["en", "ko"]


def test_what_one_request_adds_to_what_a_session_has_is_not_in_another_either(app: Flask) -> None:
    cookies = Cookies()
    cookie = cookies.get_signing_serializer(app).dumps({"_flashes": [["a", "b"]]})
    with app.test_request_context(headers={"Cookie": f"gilmok={cookie}"}) as context:
        first, second = (cookies.open_session(app, context.request) for _time in range(2))
        first["_flashes"].append(["c", "d"])
        assert second["_flashes"] == cookies.open_session(app, context.request)["_flashes"] == [["a", "b"]]


def test_a_token_is_one_sessions(app: Flask, at: At) -> None:
    tokens = [token_of(at(login).get("/network/").tree) for login in ("sangdam", "sangdam", "jungnang")]
    secrets = {token.partition(".")[0] for token in tokens}
    assert len(secrets) == 3
    sent = {"csrf_token": tokens[0], "language": "en", "next": "/"}
    assert at("sangdam").client.post("/language", data=sent).status_code == 400


def token_of(tree: LexborHTMLParser) -> str:
    found = tree.css_first("meta[name=csrf-token]")
    assert found is not None
    return str(found.attributes["content"])


@pytest.mark.parametrize(("later", "sent"), [(1, False), (59, False), (61, True), (29 * 60, True)])
def test_an_answer_brings_a_new_cookie_where_the_old_one_is_a_minute_old(
    at: At, monkeypatch: pytest.MonkeyPatch, later: int, sent: bool
) -> None:
    browser = at("sangdam")
    browser.get("/network/")  # what the login had to say is said
    begun = int(time())
    monkeypatch.setattr("time.time", lambda: begun + later)
    assert ("Set-Cookie" in browser.client.get("/network/").headers) is sent


def test_a_request_that_brought_no_new_cookie_counts_as_use_too(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, begun = at("sangdam"), int(time())
    for later in (59, 59 + 30 * 60):
        monkeypatch.setattr("time.time", lambda now=begun + later: now)
        assert is_in(browser)


def test_a_login_that_is_used_all_the_time_ends_after_half_a_day(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, begun = at("sangdam"), int(time())
    for later in range(0, LONGEST, 20 * 60):
        monkeypatch.setattr("time.time", lambda now=begun + later: now)
        monkeypatch.setattr("gilmok.ground.access.login.time", lambda now=begun + later: now)
        assert browser.client.get("/network/").status_code == 200
    monkeypatch.setattr("time.time", lambda: begun + LONGEST + 61)
    monkeypatch.setattr("gilmok.ground.access.login.time", lambda: begun + LONGEST + 61)
    assert not is_in(browser)


@pytest.mark.parametrize("cookie", ["", "1", "1.0", "1.0.0", "1.0.x.y", "一.0.1.1", "1.0.99.x", "." * 9, "1.0.1.1"])
def test_a_cookie_that_says_anything_else_is_nobodys(cookie: str) -> None:
    assert Login.read(cookie) is None


@pytest.mark.parametrize(("since", "counts"), [(0, True), (-LONGEST + 5, True), (-LONGEST - 5, False), (600, False)])
def test_a_login_counts_for_half_a_day(since: int, counts: bool) -> None:
    login = Login(person=1, epoch=0, since=int(time()), id=uuid4())
    assert replace(login, since=login.since + since).counts is counts


def test_over_https_the_cookie_is_bound_to_this_host(house: House, settings: Settings) -> None:
    safe = replace(settings, secure_cookies=True)
    app = create_app(installation(safe, "", house.installed.database))
    answer = app.test_client().get("/login", base_url="https://gilmok.test")
    assert answer.headers["Set-Cookie"].startswith("__Host-gilmok=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(answer.headers["Set-Cookie"].split("; "))
    assert "Domain" not in answer.headers["Set-Cookie"]


def test_an_hour_back_locks_nobody_out_for_an_hour_longer(app: Flask, house: House) -> None:
    failed(app, "sangdam", TRIES)
    with clock.at(clock.now() - timedelta(hours=1)):
        browser = Browser(app)
        page = browser.get("/login").fill("아이디", "sangdam").fill("비밀번호", PASSWORD).press("로그인")
    assert page.status == 200


def test_a_failed_login_is_in_the_access_log_without_what_was_typed(app: Flask, house: House) -> None:
    failed(app, "hong gildong", 1)
    with house.job() as session:
        row = session.scalars(select(AccessLog).where(AccessLog.action == "login_failed")).one()
        assert (row.person_id, row.about, row.origin) == (None, {"person": None}, "127.0.0.1")
        assert session.scalars(select(LoginFailure.login_index)).one() not in (b"", b"hong gildong")


def failed(app: Flask, login: str, times: int) -> None:
    for _ in range(times):
        Browser(app).get("/login").fill("아이디", login).fill("비밀번호", "wrong").press("로그인")


def test_each_address_of_a_form_wants_the_token(app: Flask, house: House) -> None:
    client = browser_of(app, house, "senteojang").client
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()):
            path = re.sub(r"<int\b.*?>", "1", re.sub("<uuid:.*?>", str(uuid4()), rule.rule))
            for headers in ({}, {"HX-Request": "true"}):
                assert client.post(path, data={"form_key": str(uuid4())}, headers=headers).status_code == 400, path

"""Logging in and out, and what a cookie is still worth later."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import create_engine, func, select, update
from support.house import PASSWORD, House
from support.page import Browser

from gilmok.ground import clock
from gilmok.ground.access.models import LoginFailure, Person
from gilmok.ground.access.service import TRIES, WINDOW
from gilmok.ground.db import Database

At = Callable[[str], Browser]


def tried(app: Flask, login: str, password: str) -> Browser:
    browser = Browser(app)
    browser.get("/login").fill("아이디", login).fill("비밀번호", password).press("로그인")
    return browser


def test_a_page_asks_for_a_login_and_leads_back_to_itself(app: Flask) -> None:
    browser = Browser(app)
    page = browser.get("/network/")
    assert page.heading == "로그인"
    page = page.fill("아이디", "sangdam").fill("비밀번호", PASSWORD).press("로그인")
    assert page.path == "/network/"


@pytest.mark.parametrize("login", ["sangdam", "nobody", "", "한글 아이디"])
def test_a_wrong_login_and_a_wrong_password_are_answered_alike(app: Flask, login: str) -> None:
    page = Browser(app).get("/login").fill("아이디", login).fill("비밀번호", "틀린 비밀번호").press("로그인")
    assert page.status == 422
    assert page.errors == ["아이디와 비밀번호가 맞지 않습니다. 둘 다 다시 확인해 주세요."]
    assert page.value("아이디") == login


@pytest.mark.parametrize("login", ["sangdam", "nobody"])
def test_after_five_failures_even_the_right_password_has_to_wait(app: Flask, login: str) -> None:
    for _ in range(TRIES):
        tried(app, login, "wrong")
    page = Browser(app).get("/login").fill("아이디", login).fill("비밀번호", PASSWORD).press("로그인")
    assert page.status == 429
    assert "10분 뒤에 다시 해 주세요." in page.text


def test_the_failures_are_forgotten_after_ten_minutes(app: Flask) -> None:
    for _ in range(TRIES):
        tried(app, "sangdam", "wrong")
    with clock.at(clock.now() + WINDOW + timedelta(seconds=1)):
        assert tried(app, "sangdam", PASSWORD).get("/cases/").status == 200


def test_a_failure_keeps_no_login_in_the_clear(app: Flask, house: House) -> None:
    tried(app, "sangdam", "wrong")
    with house.job() as session:
        assert session.scalar(select(func.count()).select_from(LoginFailure)) == 1
        assert b"sangdam" not in session.scalars(select(LoginFailure.login_index)).one()


def test_after_logging_out_the_pages_are_closed(at: At) -> None:
    browser = at("sangdam")
    browser.get("/cases/").press("로그아웃")
    assert browser.get("/cases/").heading == "로그인"


@pytest.mark.parametrize("change", [{"active": False}, {"epoch": Person.epoch + 1}], ids=["closed", "new password"])
def test_a_closed_account_and_an_older_cookie_are_nobodys(at: At, house: House, change: dict[str, object]) -> None:
    browser = at("sangdam")
    with house.job() as session:
        session.execute(update(Person).where(Person.login == "sangdam").values(**change))
        session.commit()
    assert browser.get("/cases/").heading == "로그인"


ELSEWHERE = (
    "https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "cases", "//[example.org",
    "/\t/example.org", "/\n/example.org", "/\r\nSet-Cookie: a=b", "/cases/#\n", "/\x00",
)


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_a_login_never_leads_to_another_site(app: Flask, elsewhere: str) -> None:
    page = Browser(app).get("/login", query_string={"next": elsewhere})
    page = page.fill("아이디", "sicheong").fill("비밀번호", PASSWORD).press("로그인")
    assert page.response.request.host == "localhost"
    assert page.path == "/modules/"


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_a_form_that_names_another_site_leads_to_the_first_page(at: At, elsewhere: str) -> None:
    browser = at("sicheong")
    token = re.findall('name="csrf_token" value="([^"]+)"', browser.client.get("/network/").text)[0]
    answer = browser.client.post("/language", data={"csrf_token": token, "language": "en", "next": elsewhere})
    assert (answer.status_code, answer.location) == (303, "/")


def test_the_cookie_is_http_only_and_stays_on_this_site(at: At) -> None:
    answer = Browser(at("sangdam").client.application).client.get("/login")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_the_language_stays_after_logging_out(at: At) -> None:
    browser = at("sangdam")
    browser.get("/cases/").press("English")
    page = browser.get("/cases/").press("Log out")
    assert page.heading == "Log in"


def test_a_form_without_the_token_of_its_session_is_refused(app: Flask) -> None:
    answer = app.test_client().post("/login", data={"login": "sangdam", "password": PASSWORD})
    assert answer.status_code == 400


def test_while_the_database_is_away_who_is_logged_in_reads_so_on_a_page_of_ours(app: Flask, at: At) -> None:
    browser = at("sangdam")
    nowhere = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none", connect_args={"connect_timeout": 1})
    app.extensions["database"] = Database(nowhere)
    page = browser.get("/network/")
    assert page.status == 503
    assert page.heading == "지금은 이용할 수 없습니다"

"""Browsers that logged in at the page of the login, where that is what the tests are about."""

from collections.abc import Callable

import pytest
from flask import Flask
from support.house import PASSWORD
from support.page import Browser


@pytest.fixture
def at(app: Flask) -> Callable[[str], Browser]:
    """A browser in which this person logged in."""

    def logged_in(login: str) -> Browser:
        browser = Browser(app)
        browser.get("/login").fill("아이디", login).fill("비밀번호", PASSWORD).press("로그인")
        return browser

    return logged_in

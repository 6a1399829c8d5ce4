"""What every answer says to browsers."""

import pytest
from support.page import Browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@pytest.mark.parametrize("path", ["/list", "/nowhere", "/raise/503", "/raise/login"])
def test_every_answer_carries_the_policy(walker: Browser, path: str) -> None:
    headers = walker.client.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_nobody_keeps_a_page(walker: Browser) -> None:
    assert walker.client.get("/list").headers["Cache-Control"] == "no-store"


def test_https_is_asked_for_where_it_is_there(walker: Browser) -> None:
    assert "Strict-Transport-Security" not in walker.client.get("/list").headers
    assert "max-age" in walker.client.get("/list", base_url="https://gilmok.test").headers["Strict-Transport-Security"]

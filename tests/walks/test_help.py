"""Help stands in the same place on every page, and what one may not use is not offered."""

from collections.abc import Callable

import pytest
from support.house import STAFF
from support.page import Browser

At = Callable[[str], Browser]


@pytest.mark.parametrize("login", STAFF)
def test_everyone_finds_help_on_every_page(at: At, login: str) -> None:
    for path in ("/", "/network/", "/display"):
        help_page = at(login).get(path).click("도움말")
        assert help_page.heading == "도움말"
        assert "어디에 물어보나요" in help_page.text


def test_help_says_what_is_kept_and_for_how_long(at: At) -> None:
    said = at("sangdam").get("/help").text
    assert "주민등록번호는 저장하지 않으며" in said
    assert "14일이 지나면" in said


def test_who_sees_no_cases_is_offered_no_search(at: At) -> None:
    assert at("sangdam").get("/network/").tree.css_first("form[role=search]")
    assert at("sicheong").get("/network/").tree.css_first("form[role=search]") is None


def test_a_rule_about_people_outside_seoul_shows_no_code(at: At) -> None:
    said = at("sicheong").get("/modules/core").text
    assert "서울 외" in said
    assert "outside_seoul이" not in said

"""The first page, for each who comes."""

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House, make_case


def test_what_is_urgent_waits_on_the_first_page(app: Flask, house: House) -> None:
    urgent, _usual = make_case(house, urgency="danger"), make_case(house)
    page = browser_of(app, house, "sangdam").get("/")
    assert page.heading == "오늘"
    assert [row[0].split()[0] for row in page.rows()] == [urgent.number]


def test_a_counsellor_without_anything_urgent_is_told(app: Flask, house: House) -> None:
    assert "급한 사건이 없습니다" in browser_of(app, house, "sangdam").get("/").text


@pytest.mark.parametrize("login", ["sicheong", "unyeong"])
def test_who_has_no_cases_is_led_to_the_modules(app: Flask, house: House, login: str) -> None:
    assert browser_of(app, house, login).get("/").path == "/modules/"

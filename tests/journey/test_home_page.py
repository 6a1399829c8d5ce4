"""The first page, for each who comes."""

from datetime import timedelta

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House, make_case

from gilmok.ground.clock import now
from gilmok.journey.case.sealed import new_key
from gilmok.journey.case.stages import Stage
from gilmok.journey.counselling.appointments import Booking, book


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


def test_what_was_recovered_within_a_month_stands_on_the_first_page(app: Flask, house: House) -> None:
    for login, days, won in (("sangdam", 1, 1_200_000), ("nomusa", 29, 40_000), ("nomusa", 32, 7), ("jungnang", 1, 9)):
        closed_at = now() - timedelta(days=days)
        make_case(house, login, stage=Stage.CLOSED, closed_at=closed_at, outcome="paid", recovered_won=won)
    said = browser_of(app, house, "sangdam").get("/").text
    assert "2 최근 30일 종결: 받은 금액 1,240,000원" in said


@pytest.mark.parametrize(("login", "sees"), [("sangdam", True), ("nomusa", False), ("senteojang", True)])
def test_appointments_of_the_next_days_are_shown_to_whose_they_are_and_to_the_manager(
    app: Flask, house: House, login: str, sees: bool
) -> None:
    case = make_case(house)
    with house.session("sangdam") as session:
        person = house.people["sangdam"]
        booking = Booking(at=now() + timedelta(days=2), minutes=30, person_id=person.id, channel="visit")
        book(session, case, booking, by=person, sealing=new_key(session, case.id, house.installed.vault))
        session.commit()
    assert (case.number in browser_of(app, house, login).get("/").text) is sees

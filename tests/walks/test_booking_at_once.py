"""Several who book an hour at the same moment, or move to it, each with a connection of their own: one gets it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from support.casework import browser_of, taken_in
from support.house import House
from support.page import values_of
from walks.test_at_once import TIMES, at_once, real, real_app, real_url, sender

from gilmok.ground.clock import SEOUL, today
from gilmok.journey.case.models import Case
from gilmok.journey.counselling.appointment_models import Appointment

__all__ = ["real", "real_app", "real_url"]


@pytest.mark.parametrize(("room", "people"), [("", ["sangdam"]), ("상담실 1", ["sangdam", "nomusa", "senteojang"])])
def test_an_hour_that_several_book_at_once_is_booked_once(
    real_app: Flask, real: House, room: str, people: list[str]
) -> None:
    number = taken_in(real, real_app.extensions["registry"]).number
    day = today() + timedelta(days=7 if room else 8)
    acts = []
    for login in (people * TIMES)[:TIMES]:
        browser = browser_of(real_app, real, login)
        page = browser.get(f"/cases/{number}/appointments/new").fill("상담할 사람", f"{login} 담당")
        page.fill("날짜", day.isoformat()).fill("시작 시각", "10:00").fill("상담실", room)
        form = next(each for each in page.tree.css("form") if each.css_first('[name="room"]'))
        acts.append(sender(browser, f"/cases/{number}/appointments/", values_of(page.tree, form) | page.typed))
    assert sorted(answer.status_code for answer in at_once(*acts)) == [303] + [422] * (TIMES - 1)
    with real.job() as session:
        assert len([at for at in session.scalars(select(Appointment.at)) if at.date() == day]) == 1


def booked_for(real_app: Flask, real: House, login: str, day: date, hour: str) -> str:
    """The address under which an hour of this person is moved, after it was booked."""
    number = taken_in(real, real_app.extensions["registry"]).number
    page = browser_of(real_app, real, login).get(f"/cases/{number}/appointments/new")
    page.fill("상담할 사람", f"{login} 담당").fill("날짜", day.isoformat()).fill("시작 시각", hour).press("예약 저장")
    with real.job() as session:
        of_case = select(Appointment.key).join(Case, Case.id == Appointment.case_id).where(Case.number == number)
        return f"/cases/{number}/appointments/{session.scalars(of_case).one()}"


def mover(real_app: Flask, real: House, address: str, hour: str) -> Callable[[], Any]:
    """What moves the appointment of this address to this hour."""
    browser = browser_of(real_app, real, "sangdam")
    page = browser.get(address).fill("시작 시각", hour)
    form = next(each for each in page.tree.css("form") if each.css_first('[name="room"]'))
    return sender(browser, address, values_of(page.tree, form) | page.typed)


def standing(real: House, day: date) -> list[str]:
    """At which hours of a day, in Seoul, there is an appointment."""
    with real.job() as session:
        found = session.scalars(select(Appointment.at).where(Appointment.replaced_at.is_(None)))
        return sorted(f"{at.astimezone(SEOUL):%H}" for at in found if at.astimezone(SEOUL).date() == day)


def test_an_hour_to_which_several_are_moved_at_once_goes_to_one(real_app: Flask, real: House) -> None:
    day = today() + timedelta(days=9)
    addresses = [booked_for(real_app, real, "sangdam", day, f"{9 + nth}:00") for nth in range(TIMES)]
    acts = [mover(real_app, real, address, "20:00") for address in addresses]
    assert sorted(answer.status_code for answer in at_once(*acts)) == [303] + [422] * (TIMES - 1)
    assert standing(real, day).count("20") == 1
    assert len(standing(real, day)) == TIMES


def test_an_appointment_that_several_move_at_once_is_moved_once(real_app: Flask, real: House) -> None:
    day = today() + timedelta(days=10)
    address = booked_for(real_app, real, "sangdam", day, "9:00")
    acts = [mover(real_app, real, address, f"{10 + nth}:00") for nth in range(TIMES)]
    assert sorted(answer.status_code for answer in at_once(*acts)) == [303] + [409] * (TIMES - 1)
    assert len(standing(real, day)) == 1


def test_two_that_want_each_others_hour_at_once_stay_where_they_are(real_app: Flask, real: House) -> None:
    day = today() + timedelta(days=11)
    first, second = (booked_for(real_app, real, "sangdam", day, hour) for hour in ("9:00", "10:00"))
    acts = mover(real_app, real, first, "10:00"), mover(real_app, real, second, "9:00")
    assert [answer.status_code for answer in at_once(*acts)] == [422, 422]
    assert standing(real, day) == ["09", "10"]

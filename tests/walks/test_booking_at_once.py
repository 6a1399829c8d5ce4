"""Several who book the same hour at the same moment, each with a connection of their own: one gets it."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from support.casework import browser_of, taken_in
from support.house import House
from support.page import values_of
from walks.test_at_once import TIMES, at_once, real, real_app, real_url, sender

from gilmok.ground.clock import today
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

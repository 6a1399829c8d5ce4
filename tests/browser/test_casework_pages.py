"""The pages of casework in a real browser, on a case in which much has happened: what axe says, at both sizes."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser
from support.casework import PERSON, taken_in
from support.chromium import arrive, look_at, window
from support.house import House

from gilmok.ground.clock import now, today
from gilmok.journey.case.models import Case
from gilmok.journey.case.sealed import key_of
from gilmok.journey.case.service import take
from gilmok.journey.clocks.service import enter_day
from gilmok.journey.clocks.starts import Event
from gilmok.journey.counselling.appointments import Booking, book, move
from gilmok.journey.counselling.tasks import Wording, add_task, change_task
from gilmok.journey.legal_aid.service import open_action
from gilmok.law.calculators.catalogue import CALCULATORS

pytestmark = pytest.mark.browser
OF_A_CASE = (
    "clocks", "sums", "sums?calculator=severance", "status/", "counselling/", "counselling/new", "appointments/new",
    "appointments/{appointment}", "tasks/{task}",
    "documents", "documents/petition", "documents/petition/preview", "legal-aid/", "legal-aid/new",
    "legal-aid/{action}", "legal-aid/{action}/to/filed", "legal-aid/{action}/details", "legal-aid/free-attorney/",
    "close",
)
PATHS = (
    "/tasks/", "/appointments/", "/law/", "/law/?code=UD_RELIEF&event=2026-03-02", "/law/figures", "/law/sizes",
    "/law/holidays", *(f"/law/calculators/{name}" for name in CALCULATORS),
)


@pytest.fixture
def case(app: Flask, house: House) -> Case:
    """A dismissal in the hands of a counsellor, with a day that counts."""
    case = taken_in(house, app.extensions["registry"], person=PERSON, topics=("discipline_dismissal", "unpaid_wages"))
    with house.session("sangdam") as session:
        held = session.get_one(Case, case.id)
        take(session, held, by=house.people["sangdam"])
        enter_day(
            session, held, Event.DISMISSAL, today() - timedelta(days=80), won=None, by=house.people["sangdam"],
        )
        session.commit()
    return case


@pytest.fixture
def action(case: Case, house: House) -> int:
    """The number of its remedy application."""
    with house.session("sangdam") as session:
        opened = open_action(
            session, session.get_one(Case, case.id), "remedy", "dismissal", by=house.people["sangdam"],
            on=today() - timedelta(days=80),
        )
        session.commit()
        return opened.id


@pytest.fixture
def things(app: Flask, house: House, case: Case, action: int) -> dict[str, Any]:
    """What addresses name of the case: its action, a task that was changed, an appointment that was moved."""
    by, at = house.people["sangdam"], now() + timedelta(days=1)
    with house.session("sangdam") as session:
        held = session.get_one(Case, case.id)
        sealing = key_of(session, case.id, house.installed.vault)
        task = add_task(session, held, Wording("통지서 확인", by, None), by=by, sealing=sealing)
        change_task(session, held, task, Wording("판정서 확인", by, today()), version=1, by=by, sealing=sealing)
        booking = Booking(at=at, minutes=60, person_id=by.id, channel="visit", room="상담실 1", note="통역 필요")
        appointment = book(session, held, booking, by=by, sealing=sealing)
        move(session, held, appointment, replace(booking, minutes=90), version=1, by=by, sealing=sealing)
        session.commit()
    return {"action": action, "task": task, "appointment": appointment}


@pytest.mark.parametrize(("size", "language"), [("desk", "ko"), ("phone", "ko"), ("phone", "en")])
def test_every_page_of_casework_is_clean(
    app: Flask, house: House, case: Case, things: dict[str, Any], browser: Browser, address: str, size: str,
    language: str,
) -> None:
    with window(browser, address, size) as page:
        arrive(page, app, address, language, house.people["sangdam"].get_id())
        for path in (*(f"/cases/{case.number}/{each.format(**things)}" for each in OF_A_CASE), *PATHS):
            answered = page.goto(path)
            assert answered, path
            assert answered.status == 200, path
            look_at(page, path)


def test_a_long_button_stays_within_a_phone(app: Flask, house: House, browser: Browser, address: str) -> None:
    unnamed = taken_in(house, app.extensions["registry"], workplace_district="jungnang", home_district="jungnang")
    with window(browser, address, "phone") as page:
        arrive(page, app, address, "en", house.people["sangdam"].get_id())
        page.goto(f"/cases/{unnamed.number}")
        assert page.get_by_role("button", name="Send it on to").is_visible()
        look_at(page, "a case that may be sent on")

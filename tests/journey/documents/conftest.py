"""A case of unpaid wages with everything that an intake may know, and browsers of who works on it."""

import pytest
from flask import Flask
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser

from gilmok.journey.case import queries, service
from gilmok.journey.case.models import Case
from gilmok.modules.current import registry

ADDRESS = "서울시 관악구 봉천로 1, 101호"


@pytest.fixture
def case(app: Flask, house: House) -> Case:
    """A case that `nomusa` has."""
    with app.app_context():
        case = taken_in(
            house, registry(), person={**PERSON, "address": ADDRESS}, narrative="석 달째 임금을 받지 못했습니다.",
            consents={"sharing": True}, still_employed=True,
        )
    with house.session("nomusa") as session:
        case = queries.by_number(session, case.number)
        service.take(session, case, by=house.people["nomusa"])
        session.commit()
    return case


@pytest.fixture
def attorney(app: Flask, house: House) -> Browser:
    """The browser of who has the case."""
    return browser_of(app, house, "nomusa")

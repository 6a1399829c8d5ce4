"""Who walks: staff of a centre of their own, in either language, on the day that a walk wants."""


import pytest
from flask import Flask
from support.casework import browser_of
from support.house import PASSWORD, House
from support.walker import Walker, Walking

from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person

NOWON = {"nowon": Role.COUNSELLOR, "nowon_manager": Role.MANAGER}


@pytest.fixture(params=["ko", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each walk is walked in both."""
    return str(request.param)


@pytest.fixture
def walker(app: Flask, house: House, language: str) -> Walking:
    """Someone of the house who walks: `walker("nowon")`. A centre in Nowon is staffed for it."""
    with house.job() as session:
        for login, role in NOWON.items():
            house.people[login] = make_person(
                session, login, password=PASSWORD, name=f"{login} 담당", role=role, centre="nowon",
            )
        session.commit()
    return lambda login: Walker(browser_of(app, house, login, language), language)

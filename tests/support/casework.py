"""Casework for tests: the whole application on the house, browsers of its people, cases taken in as the desk does."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from support.house import House
from support.modules import desk, info, made_module, rule
from support.page import Browser

from gilmok.app import create_app
from gilmok.ground.config import Settings
from gilmok.ground.db import Database
from gilmok.ground.installation import installation
from gilmok.journey import core_module
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import settle_in
from gilmok.journey.intake.intake import Intake
from gilmok.journey.intake.service import take_in
from gilmok.journey.routing.queries import engine
from gilmok.modules.api import At, Band, Is
from gilmok.modules.registry import Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

FACTS = {
    "client_kind": "worker", "topics": ("unpaid_wages",), "employment_type": "regular", "industry": "retail",
    "workplace_district": "gwanak", "home_district": "gwanak", "urgency": "normal", "workplace_size": "5_9",
}
PERSON = {"name": "홍길동", "phone": "01012345678", "email": "hong@example.com", "birth_year": 1985}
# Two modules that disagree on one industry: such a case is for a person to sort.
RIVALS = ("left", "right")


def rival(name: str) -> Any:
    """A module whose desk wants the cases of research workers."""
    return made_module(
        name, module_info=lambda: info(name, title=f"Module {name}"),
        targets=lambda: [desk(name, title=f"Desk {name}", at=At.DISTRICT)],
        routing_rules=lambda: [
            rule(name, band=Band.STATUTORY, when=Is("industry", "finance"), reason=f"It is {name}."),
        ],
    )


@pytest.fixture(scope="session")
def rivals() -> Registry:
    """The core and two modules that disagree."""
    return Registry.load(core=core_module, entry_points=[rival(name) for name in RIVALS])


@pytest.fixture(scope="session")
def rivals_app(settings: Settings, furnished_url: str, rivals: Registry) -> Flask:
    """The whole application with the two rivals, put together once; each test gives it its own database."""
    made = create_app(installation(settings, furnished_url, Database(None)), registry=rivals)
    made.testing = True
    return made


def browser_of(app: Flask, house: House, login: str, language: str = "ko") -> Browser:
    """A browser in which this person is logged in."""
    browser = Browser(app)
    person = house.people[login]
    with browser.client.session_transaction() as cookie:
        cookie |= {"_user_id": person.get_id(), "_fresh": True, "language": language}
    return browser


@pytest.fixture
def at(app: Flask, house: House) -> Callable[[str], Browser]:
    """A browser in which this person is logged in: `at("sangdam").get("/cases/")`. Its cookie is written by hand: the
    page of the login takes longer than most tests."""
    return lambda login: browser_of(app, house, login)


def taken_in(house: House, registry: Registry, login: str = "sangdam", *, person: dict[str, Any] | None = None,
             narrative: str = "", consents: dict[str, bool] | None = None, send_on: bool = False, **facts: Any) -> Case:
    """A case that came through the desk: routed, sealed, stored."""
    with house.session(login) as session:
        intake = Intake(
            facts={**FACTS, **facts}, person=person or {}, narrative=narrative, consents=consents or {},
            send_on=send_on,
        )
        case = take_in(
            session, intake, by=house.people[login], engine=engine(session, registry), vault=house.installed.vault,
        )
        session.commit()
    return case


def settled(house: House, case: Case) -> None:
    """What the job does after the case was sent to another centre."""
    given = {"database": house.installed.database, "vault": house.installed.vault}
    settle_in.func(SimpleNamespace(additional_context=given), case.id)


def switch_on(house: House) -> None:
    """Switch both rivals on in the region of the house's centre."""
    rows = [Activation(module=name, region="southwest", starts_on=date(2020, 1, 1)) for name in RIVALS]
    with house.session("sicheong") as session:
        apply(session, rows, by=None, note="")
        session.commit()


def conflict(house: House, registry: Registry, **more: Any) -> Case:
    """A case on which the rivals disagree, so that it waits to be sorted."""
    switch_on(house)
    return taken_in(house, registry, industry="finance", **more)

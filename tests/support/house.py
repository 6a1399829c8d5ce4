"""A house for each test: a database with the schema, the network and staff, all of it undone afterwards."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, Engine

from gilmok.app import create_app
from gilmok.ground import clock, config
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person
from gilmok.ground.config import Settings
from gilmok.ground.db import JOB, Database, Viewer, ViewerSession, engine_of, migrate
from gilmok.ground.db.throwaway import make_database, one_at_a_time, remove_database
from gilmok.ground.floods import Passing
from gilmok.ground.installation import Installation, installation
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import Stage
from gilmok.network.atlas import Atlas
from gilmok.network.service import load

PASSWORD = "abcd-efgh-jkmn-pqrs"
KEY = base64.b64encode(bytes(range(32))).decode()
STAFF = {
    "sangdam": (Role.COUNSELLOR, "gwanak"),
    "nomusa": (Role.ATTORNEY, "gwanak"),
    "senteojang": (Role.MANAGER, "gwanak"),
    "nodong": (Role.COUNSELLOR, "labour_rights_centre"),
    "jungnang": (Role.COUNSELLOR, "jungnang"),
    "jungnang_manager": (Role.MANAGER, "jungnang"),
    "sicheong": (Role.OFFICIAL, None),
    "unyeong": (Role.OPERATOR, None),
}
_numbers = count(1)


@dataclass
class House:
    """An installation in one transaction that is undone, and its people by login."""

    installed: Installation
    people: dict[str, Person]

    def session(self, login: str) -> ViewerSession:
        """A session that works for this person."""
        person = self.people[login]
        return self.installed.database.session(Viewer(person=person.id, centre=person.centre_id))

    def job(self) -> ViewerSession:
        """A session that sees everything, as jobs do."""
        return self.installed.database.session(JOB)


@pytest.fixture(scope="session")
def settings(open_folder: Callable[[], Path]) -> Settings:
    """Settings with fixed keys, and a folder for files."""
    return config.read_all({"secret_key": KEY, "field_key": KEY, "index_key": KEY, "files": open_folder()})


@pytest.fixture(scope="session")
def furnished_url(server_url: str, worker_id: str) -> Iterator[str]:
    """A database with the schema, the network and staff, made once for this process of the run."""
    # Roles belong to the whole server, which other runs and the conformance kit may be using, too.
    with new_database(server_url, f"gilmok_house_{worker_id}") as url:
        with one_at_a_time(server_url):
            furnish(url)
        yield url


@contextmanager
def new_database(server_url: str, name: str) -> Iterator[str]:
    """The URL of an empty database of this name, made anew and gone after the block."""
    yield make_database(server_url, name)
    remove_database(server_url, name)


def furnish(url: str) -> None:
    """Bring a database to the schema, and store the network and the staff."""
    migrate.upgrade(url)
    engine = engine_of(url)
    with Database(engine).session(JOB) as session:
        load(session, Atlas.shipped())
        for login, (role, centre) in STAFF.items():
            make_person(session, login, password=PASSWORD, name=f"{login} 담당", role=role, centre=centre)
        session.commit()
    engine.dispose()


@pytest.fixture(scope="session")
def house_engine(furnished_url: str) -> Iterator[Engine]:
    """The engine of the furnished database."""
    engine = engine_of(furnished_url)
    yield engine
    engine.dispose()


@pytest.fixture
def connection(house_engine: Engine) -> Iterator[Connection]:
    """A connection whose transaction is undone after the test, whatever was committed within it."""
    with house_engine.connect() as connection:
        transaction = connection.begin()
        yield connection
        transaction.rollback()


@pytest.fixture
def house(connection: Connection, settings: Settings, furnished_url: str) -> House:
    """The house of this test."""
    database = Database(connection, join_transaction_mode="create_savepoint")
    with database.session(JOB) as session:
        people = {person.login: person for person in session.query(Person)}
    return House(installation(settings, furnished_url, database), people)


@pytest.fixture(scope="session")
def built_app(settings: Settings, furnished_url: str) -> Flask:
    """The application with all installed modules, put together once; each test gives it its own database."""
    made = create_app(installation(settings, furnished_url, Database(None)))
    made.testing = True
    return made


@pytest.fixture
def app(built_app: Flask, house: House) -> Flask:
    """The application of this test's house, to which nobody has come yet."""
    built_app.extensions |= {"database": house.installed.database, "passing": Passing()}
    return built_app


def make_case(house: House, login: str = "sangdam", **values: Any) -> Case:
    """A case that this person has taken in, waiting at their centre; `values` are columns of `Case`."""
    person = house.people[login]
    given: dict[str, Any] = {
        "number": f"T26-{next(_numbers):06}", "centre_id": person.centre_id, "intake_centre_id": person.centre_id,
        "taken_in_by_id": person.id, "received_at": clock.now(), "received_on": clock.today(), "stage": Stage.WAITING,
        "topic": "unpaid_wages", "urgency": "normal", "anonymous": True, "facts": {}, **values,
    }
    with house.session(login) as session:
        case = cases.open_case(session, **given)
        session.commit()
    return case

"""Who came is for the centre that holds the gathering alone: row by row in PostgreSQL, and page by page."""

from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError
from support.casework import browser_of
from support.gatherings import PHONE, gathered, registered
from support.house import House
from support.page import Browser

from gilmok.ground.db import NOBODY, Base
from gilmok.programmes.gatherings.models import Gathering, GatheringRevision
from gilmok.programmes.gatherings.people_models import Attendance, Registrant, Registration

ROWS = (Gathering, GatheringRevision, Registration, Registrant, Attendance)


def seen_by(house: House, login: str | None) -> dict[str, int]:
    """How many rows of each table a session of this person reads; of nobody for None."""
    with house.session(login) if login else house.installed.database.session(NOBODY) as session:
        return {row.__tablename__: session.scalar(select(func.count()).select_from(row)) or 0 for row in ROWS}


def test_every_table_of_a_centre_has_forced_row_security(connection: Connection) -> None:
    forced = set(connection.scalars(text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")))
    of_centre = {each.name for each in Base.metadata.sorted_tables if each.info.get("rows") == "centre"}
    assert {row.__tablename__ for row in ROWS} <= of_centre
    assert of_centre - forced == set()


@pytest.mark.parametrize("login", ["jungnang", "jungnang_manager", "nodong", "unyeong", None])
def test_another_centre_reads_nothing_but_what_is_announced(app: Flask, house: House, login: str | None) -> None:
    registered(house, gathered(house))
    registered(house, gathered(house, public=False))
    registered(house, gathered(house, published=True), name="가상두리", phone="")
    assert seen_by(house, "sangdam")["registrant"] == 3
    assert seen_by(house, login) == {
        "gathering": 2, "gathering_revision": 0, "registration": 0, "registrant": 0, "attendance": 0,
    }


def test_an_official_counts_and_reads_no_name(app: Flask, house: House) -> None:
    registered(house, gathered(house, public=False))
    seen = seen_by(house, "sicheong")
    assert (seen["gathering"], seen["registration"], seen["registrant"]) == (1, 1, 0)


def test_a_page_without_a_login_is_shown_the_ledger_of_its_own_gathering_and_no_names(house: House) -> None:
    mine, other, closed = gathered(house), gathered(house), gathered(house, public=False)
    for each in (mine, other, closed):
        registered(house, each)
    for each, rows in ((mine, 1), (closed, 0)):
        with house.installed.database.session(NOBODY) as session:
            session.execute(select(func.set_config("gilmok.gathering", str(each.id), True)))
            assert len(session.scalars(select(Registration)).all()) == rows
            assert session.scalars(select(Registrant)).all() == []


@pytest.mark.parametrize("login", ["jungnang", None])
def test_nobody_writes_into_another_centres_ledger(house: House, login: str | None) -> None:
    made = gathered(house)
    row = registered(house, made)
    with house.session(login) if login else house.installed.database.session(NOBODY) as session:
        values = {column.name: getattr(row, column.name) for column in Registration.__table__.columns}
        session.add(Registration(**{**values, "id": None, "key": uuid4(), "number": "ANOTHER1"}))
        with pytest.raises(DBAPIError, match="row-level security"):
            session.flush()


@pytest.mark.parametrize("login", ["jungnang", "jungnang_manager", "nodong"])
def test_another_centres_gathering_is_not_found_by_any_page(app: Flask, house: House, login: str) -> None:
    made = gathered(house)
    row = registered(house, made)
    client = browser_of(app, house, login).client
    token = Browser(app).get("/login")
    assert token.status == 200
    for path in ("", ".ics", "/edit", "/cancel", "/register", "/attendance/1", f"/registrations/{row.key}",
                 f"/registrations/{row.key}/certificate"):
        assert client.get(f"/gatherings/{made.key}{path}").status_code == 404, path


def test_a_registration_is_not_found_under_another_gathering(app: Flask, house: House) -> None:
    row, other = registered(house, gathered(house)), gathered(house)
    page = browser_of(app, house, "sangdam").get(f"/gatherings/{other.key}/registrations/{row.key}")
    assert page.status == 404


def test_officials_and_the_operator_see_no_gathering(app: Flask, house: House) -> None:
    made = gathered(house)
    registered(house, made)
    official = browser_of(app, house, "sicheong")
    assert official.get("/gatherings/").heading == "강좌·행사 실적"
    assert official.get(f"/gatherings/{made.key}").status == 404
    assert browser_of(app, house, "unyeong").get("/gatherings/numbers/").status == 403


def test_names_and_numbers_are_nowhere_in_the_clear(app: Flask, house: House) -> None:
    registered(house, gathered(house), name="가상하나", email="made@example.com")
    with house.job() as session:
        tables = [each.name for each in Base.metadata.sorted_tables]
        held = "".join(session.scalar(text(f"SELECT coalesce(json_agg(t)::text, '') FROM {each} t")) for each in tables)
    for clear in ("가상하나", PHONE, "made@example.com"):
        assert clear not in held
        assert clear.encode().hex() not in held

"""The demonstration: what a newcomer is to see is there, through the services, the same from the same seed."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select, text
from support.house import House
from support.page import Browser

from gilmok.ground import clock
from gilmok.ground.access.models import Person
from gilmok.journey import core_module
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import Stage
from gilmok.journey.counselling.appointment_models import Appointment
from gilmok.journey.counselling.models import Consultation, Task
from gilmok.journey.demo.cases import make_cases
from gilmok.journey.demo.conflicts import make_conflicts
from gilmok.journey.demo.people import make_staff
from gilmok.journey.demo.pilots import cases_of, make_pilot_cases, switch_on
from gilmok.journey.legal_aid.models import LegalAction
from gilmok.journey.routing.models import DecisionReceipt
from gilmok.journey.routing.queries import engine, precedence
from gilmok.modules.registry import Registry

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
COUNT = 120


@pytest.fixture
def staff(house: House) -> dict[str, Person]:
    """The demonstration's staff."""
    with house.job() as session:
        logins = {account.login for account, _password in make_staff(session)}
        session.commit()
        people = session.scalars(select(Person).where(Person.login.in_(logins)))
        house.people |= {person.login: person for person in people}
    return {login: house.people[login] for login in logins}


@pytest.fixture
def about(house: House) -> dict[str, Any]:
    """What cases are made with."""
    return {"registry": Registry.load(core=core_module), "vault": house.installed.vault}


def made(house: House, staff: dict[str, Person], about: dict[str, Any], count: int) -> Counter[Any]:
    """Make so many cases on a day, and say what they are like."""
    with house.job() as session:
        last = session.scalar(select(func.max(Case.id))) or 0
    with clock.at(NOW):
        make_cases(house.installed.database, staff, count=count, **about)
    with house.job() as session:
        found = select(Case.centre_id, Case.topic, Case.stage, Case.outcome, Case.recovered_won, Case.due_on)
        return Counter(map(tuple, session.execute(found.where(Case.id > last))))


def test_a_year_of_work_is_there(house: House, staff: dict[str, Person], about: dict[str, Any]) -> None:
    made(house, staff, about, COUNT)
    soon = NOW.date() + timedelta(days=14)
    with house.job() as session:
        for what in (Consultation, Task, Appointment, LegalAction):
            assert session.scalar(select(func.count()).select_from(what)), what
        near = select(Case).where(Case.stage == Stage.COUNSELLING, Case.due_on.between(NOW.date(), soon))
        paid = select(Case).where(Case.stage == Stage.CLOSED, Case.recovered_won > 0)
        week = select(Appointment).where(Appointment.at.between(NOW - timedelta(days=1), NOW + timedelta(days=7)))
        assert [bool(session.scalars(query).first()) for query in (near, paid, week)] == [True] * 3
        late = text("SELECT count(*) FROM case_event WHERE at > :now")
        assert session.execute(late, {"now": NOW}).scalar() == 0


def test_the_same_seed_makes_the_same_cases(
    house: House, staff: dict[str, Person], about: dict[str, Any], connection: Connection
) -> None:
    undone = connection.begin_nested()
    first = made(house, staff, about, 40)
    undone.rollback()
    assert made(house, staff, about, 40) == first


def test_two_rules_disagree_on_a_case_of_each_centre_and_nothing_of_it_stays(
    house: House, staff: dict[str, Person], about: dict[str, Any]
) -> None:
    assert make_conflicts(house.installed.database, staff, **about) == 2
    with house.job() as session:
        waiting = session.scalars(select(Case).where(Case.stage == Stage.TRIAGE)).all()
        assert {case.centre_id for case in waiting} == {"jungnang", "gwanak"}
        for case in waiting:
            kept = session.scalars(select(DecisionReceipt).where(DecisionReceipt.case_id == case.id)).one()
            assert (kept.status, len(kept.receipt["targets"])) == ("triage", 2)
        assert precedence(session) == ()


def test_safety_and_health_is_on_in_the_southwest_alone_and_its_cases_are_worked_on(
    house: House, staff: dict[str, Person], about: dict[str, Any]
) -> None:
    with house.session("city") as session:
        switch_on(session, by=staff["city"])
        session.commit()
    assert make_pilot_cases(house.installed.database, staff, **about) == 3
    with house.session("nodong1") as session:
        cases = cases_of(session, "occupational_safety")
        assert [each.facts["workplace_district"] for each in cases] == ["gwanak", "dongjak", "gangseo"]
        # A press injury in a print shop in Jung-gu goes where it went.
        facts = {"topics": ("industrial_accident",), "industry": "urban_manufacturing", "workplace_district": "jung"}
        routed = engine(session, about["registry"]).route(facts, clock.today())
        assert routed.decision.target == "downtown.manufacturing_desk"


def test_a_newcomer_sees_it_on_the_first_page(
    app: Flask, house: House, staff: dict[str, Person], about: dict[str, Any]
) -> None:
    with clock.at(NOW):
        make_cases(house.installed.database, staff, count=COUNT, **about)
        make_conflicts(house.installed.database, staff, **about)
        said = " ".join(first_page(app, staff[login]) for login in ("jungnang1", "gwanak1", "nodong1"))
    for words in ("1 분류 대기", "D-", "가상 상담실", "할 일 모두 보기"):
        assert words in said


def first_page(app: Flask, person: Person) -> str:
    """What the first page says to a person."""
    browser = Browser(app)
    with browser.client.session_transaction() as cookie:
        cookie |= {"_user_id": person.get_id(), "_fresh": True, "language": "ko"}
    return browser.get("/").text

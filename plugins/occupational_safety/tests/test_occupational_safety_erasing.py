"""After three years nothing is left of reports and visits that leads to anybody, and no number has changed."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from gilmok_occupational_safety.erasing import erase
from gilmok_occupational_safety.near_miss.models import MadeOfCase, NearMiss, NearMissCheck
from gilmok_occupational_safety.numbers import queries
from gilmok_occupational_safety.quarters import quarter_of
from gilmok_occupational_safety.relief.models import Measure
from gilmok_occupational_safety.visits.models import Advice, Visit, VisitMove
from sqlalchemy import select, update
from sqlalchemy.exc import ProgrammingError
from support.casework import browser_of
from support.house import House, make_case

from gilmok.ground.clock import SEOUL, now, today
from gilmok.ground.retention import kept_since
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

BASE, SEALED = "/m/occupational_safety", {"wrapped": b"x", "fields": b"x"}
OLD = kept_since(today()) - timedelta(days=1)
CENTRE = {"centre_id": "gwanak", "region": "southwest"}
Keys = dict[str, UUID]


def moment(day: date) -> datetime:
    """Some time of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=SEOUL)


def report(day: date, **other: Any) -> NearMiss:
    return NearMiss(**{
        **CENTRE, "id": uuid4(), "number": f"N{day:%y%m%d}", "district": "gwanak", "received_on": day, "way": "web",
        "kind": "nearly", "hazard": "fall", "industry": "construction", "happened": "day", "told_before": "no",
        "danger_now": False, "verdict": "valid", "version": 1, **SEALED, **other,
    })


def visit(day: date, **other: Any) -> Visit:
    return Visit(**{
        **CENTRE, "id": uuid4(), "from_centre_id": "gwanak", "district": "gwanak", "industry": "construction",
        "purpose": "training", "asked_by": "union", "asked_on": day, "state": "done", "visit_on": day,
        "consent": "yes", "version": 1, **SEALED, **other,
    })


@pytest.fixture
def kept(house: House) -> Keys:
    """An old and a new report of one event, out of a case; an old visit, one that is open since then, and one of which
    a recommendation was asked back lately; relief in the case."""
    by, case = house.people["sangdam"].id, make_case(house, target="occupational_safety.relief_desk")
    old, new = report(OLD), report(today())
    new.same_as = old.id
    visits = {"over": visit(OLD), "open": visit(OLD, state="asked", visit_on=None), "later": visit(OLD)}
    rows: list[Any] = [old, new, *visits.values()]
    for each in visits.values():
        rows.append(VisitMove(id=uuid4(), visit_id=each.id, at=moment(OLD), by_id=by, state=each.state, **SEALED))
        rows.append(MadeOfCase(case_id=case.id, kind="visit", key=each.id, number="", on=OLD))
    for each in (old, new):
        rows.append(NearMissCheck(id=uuid4(), report_id=each.id, at=now(), by_id=by, verdict="valid", **SEALED))
        rows.append(MadeOfCase(case_id=case.id, kind="near_miss", key=each.id, number=each.number, on=OLD))
    for name, answered in (("over", OLD), ("later", today())):
        rows.append(Advice(**CENTRE, id=uuid4(), visit_id=visits[name].id, by_id=by, due_on=OLD, result="done",
                           answered_on=answered, version=2, **SEALED))
    rows.append(Measure(id=uuid4(), case_id=case.id, case_number=case.number, kind="claim", sent_to="comwel",
                        consent="agreed", begun_on=OLD, due_on=OLD, by_id=by, version=1, **SEALED))
    with house.job() as session:
        for row in rows:
            session.add(row)
            session.flush()
        session.commit()
    return {"old": old.id, "new": new.id, **{name: each.id for name, each in visits.items()}}


def erased(house: House) -> None:
    """The night comes."""
    with house.job() as session:
        erase(session)
        session.commit()


def told(house: House) -> list[Any]:
    """All numbers of the old quarter and of this one, as an official sees them."""
    found: list[Any] = []
    with house.session("sicheong") as session:
        for quarter in (quarter_of(OLD), quarter_of(today())):
            found += [queries.reports(session, quarter, column) for column in (NearMiss.industry, NearMiss.region)]
            found += [count(session, quarter) for count in (queries.visits, queries.advice, queries.measures)]
    return found


def test_words_and_ways_to_a_person_are_gone_and_every_quarter_counts_as_before(house: House, kept: Keys) -> None:
    before = told(house)
    assert before[0] == {("fall", "construction"): 1}
    erased(house)
    erased(house)
    assert told(house) == before
    with house.job() as session:
        words = {each.id: each.wrapped for table in (NearMiss, Visit) for each in session.scalars(select(table))}
        assert {name for name, key in kept.items() if words[key]} == {"new", "later"}
        gone = session.get_one(NearMiss, kept["old"])
        assert (gone.number, gone.district, gone.received_on) == ("", "", quarter_of(OLD).first)
        assert {each.key for each in session.scalars(select(MadeOfCase))} == {kept["new"], kept["later"]}
        assert session.scalars(select(NearMissCheck.report_id)).all() == [kept["new"]]
        assert session.scalars(select(VisitMove.visit_id)).all() == [kept["later"]]
        assert sorted(each is None for each in session.scalars(select(Advice.wrapped))) == [False, True]
        # Relief is part of its case.
        assert all(session.scalars(select(Measure.wrapped)))


def test_pages_show_what_is_kept_and_nothing_of_what_is_erased(app: Flask, house: House, kept: Keys) -> None:
    row = Activation(module="occupational_safety", region="southwest", starts_on=date(2020, 1, 1))
    with house.session("sicheong") as session:
        apply(session, [row], by=None, note="")
        session.commit()
    erased(house)
    counsellor = browser_of(app, house, "sangdam")
    assert [each[0] for each in counsellor.get(f"{BASE}/near-miss/").rows()] == [f"N{today():%y%m%d}"]
    assert len(counsellor.get(f"{BASE}/visits/").rows()) == 1
    pages = {name: f"{BASE}/{'near-miss' if name in ('old', 'new') else 'visits'}/{key}" for name, key in kept.items()}
    found = {name: counsellor.get(page).status for name, page in pages.items()}
    assert found == {"old": 404, "new": 200, "over": 404, "open": 404, "later": 200}


@pytest.mark.parametrize("statement", [update(NearMiss).values(wrapped=None), update(Visit).values(wrapped=None),
                                       VisitMove.__table__.delete(), MadeOfCase.__table__.delete()])
def test_nobody_at_a_page_can_erase(house: House, kept: Keys, statement: Any) -> None:
    with house.session("sangdam") as session, pytest.raises(ProgrammingError, match="permission denied"):
        session.execute(statement, execution_options={"unscoped": "to the second wall", "synchronize_session": False})

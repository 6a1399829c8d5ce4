"""Rows that are read or stored as columns and become objects of their session, as the ORM's own would be."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import bindparam, event, inspect, literal, select, text
from sqlalchemy.exc import DBAPIError, ProgrammingError
from support.house import House, make_case

from gilmok.ground.clock import now
from gilmok.ground.db import Unscoped, ViewerSession, all_of, entity, keep, read
from gilmok.ground.db.direct import MOST_CURSORS
from gilmok.ground.submissions import Submission
from gilmok.journey.case import service
from gilmok.journey.case.models import Case, CaseGrant

READING = select(*all_of(Case), CaseGrant.status).join(CaseGrant, CaseGrant.case_id == Case.id)
BY_ID = READING.where(Case.id == bindparam("case"))


def case_read(session: ViewerSession, case_id: int) -> Case:
    return entity(session, Case, read(session, BY_ID, {"case": case_id}).one())


def copy_of(case: Case, **other: Any) -> dict[str, Any]:
    given = {each.key: getattr(case, each.key) for each in inspect(Case).column_attrs if each.key not in OPEN}
    return given | {"number": "GWAN-26-AAAAAA"} | other


OPEN = {"id", "version", "due_on", "outcome"}


@pytest.fixture
def asked(house: House) -> list[str]:
    statements: list[str] = []
    event.listen(house.installed.database.bind, "before_cursor_execute", lambda *about: statements.append(about[2]))
    return statements


def test_what_is_read_is_what_the_orm_reads(house: House, asked: list[str]) -> None:
    made = make_case(house, "sangdam")
    with house.session("sangdam") as session:
        found = case_read(session, made.id)
        asked.clear()
        told = {each.key: getattr(found, each.key) for each in inspect(Case).column_attrs}
        assert found in session
        assert not session.is_modified(found)
        assert not asked
    with house.session("sangdam") as session:
        same = session.get_one(Case, made.id)
        assert told == {each.key: getattr(same, each.key) for each in inspect(Case).column_attrs}


def test_an_object_that_the_session_has_stays_as_it_is(house: House) -> None:
    made = make_case(house, "sangdam")
    with house.session("sangdam") as session:
        had = session.get_one(Case, made.id)
        had.topic = "harassment"
        with session.no_autoflush:
            assert entity(session, Case, session.ask(BY_ID, {"case": made.id}).one()) is had
        assert had.topic == "harassment"


def test_what_is_changed_of_it_is_stored(house: House) -> None:
    made = make_case(house, "sangdam")
    with house.session("sangdam") as session:
        found = case_read(session, made.id)
        service.change(session, found, topic="harassment")
        assert (found.topic, found.version) == ("harassment", 2)
        found.urgency = "danger"
        session.commit()
    with house.session("sangdam") as session:
        assert session.get_one(Case, made.id).urgency == "danger"


def test_a_row_that_another_session_has_read_is_refused_still(house: House) -> None:
    made = make_case(house, "jungnang")
    with house.session("jungnang") as reading, house.session("sangdam") as session:
        foreign = case_read(reading, made.id)
        reading.expunge(foreign)
        with pytest.raises(Unscoped):
            session.add(foreign)
        assert read(session, BY_ID, {"case": made.id}).all() == []


def test_a_row_that_is_kept_has_its_number_and_all_it_was_not_given(house: House, asked: list[str]) -> None:
    made = make_case(house, "sangdam")
    with house.session("sangdam") as session:
        new = keep(session, Case, **copy_of(made))
        asked.clear()
        told = (new.version, new.due_on, new.outcome, new.number)
        assert told == (1, None, None, "GWAN-26-AAAAAA")
        assert not asked
        assert new.id > made.id
        assert new in session
        assert not session.is_modified(new)
        new.topic = "harassment"
        session.commit()
    with house.job() as session:
        assert session.get_one(Case, new.id).topic == "harassment"


def test_a_row_of_another_centre_is_not_kept(house: House) -> None:
    made = make_case(house, "sangdam")
    with house.session("sangdam") as session, pytest.raises(ProgrammingError):
        keep(session, Case, **copy_of(made, centre_id="jungnang"))


def test_it_is_kept_behind_what_was_added_before(house: House) -> None:
    with house.session("sangdam") as session:
        before, same = [{"person_id": session.viewer.person, "key": uuid4(), "at": now()} for _row in range(2)]
        first = Submission(**before)
        session.add(first)
        keep(session, Submission, **same)
        assert inspect(first).persistent


def test_a_statement_gives_each_asker_its_own_rows(house: House) -> None:
    made = [make_case(house, "sangdam") for _case in range(2)]
    with house.session("sangdam") as session:
        first = read(session, BY_ID, {"case": made[0].id})
        second = read(session, BY_ID, {"case": made[1].id})
        assert [each.one()[0] for each in (first, second)] == [case.id for case in made]


def test_a_statement_that_failed_can_be_carried_out_again(house: House) -> None:
    ask = select(text("1 / :by AS found")).params(by=0)
    with house.session("sangdam") as session:
        for by, outcome in ((0, None), (1, 1)):
            try:
                found = session.ask(ask, {"by": by}).scalar_one()
            except DBAPIError:
                found = None
                session.rollback()
            assert found == outcome


def test_a_connection_keeps_no_more_cursors_than_statements_are_prepared(house: House) -> None:
    with house.session("sangdam") as session:
        for number in range(3 * MOST_CURSORS):
            assert session.ask(select(literal(number)), {}).scalar_one() == number
        kept = session.connection().info["cursors"]
    assert 0 < len(kept) <= MOST_CURSORS

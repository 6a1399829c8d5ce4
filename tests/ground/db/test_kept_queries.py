"""Queries that are made once and asked by everyone, sessions that find out whom they work for, connections at rest."""

from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import bindparam, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from support.house import House, make_case

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.db import NOBODY, Database, Unscoped, Viewer, engine_of, read, telling
from gilmok.ground.db.session import AlreadyTaken
from gilmok.ground.submissions import Submission
from gilmok.journey.case.models import Case, CaseGrant, CaseKey

KEPT = {"cases": select(Case.number), "grants": select(CaseGrant.case_id)}
OF_LOGIN = select(Person, *telling(Person.id, Person.centre_id)).where(Person.login == "jungnang")


@pytest.mark.parametrize("kept", KEPT)
def test_one_query_shows_each_centre_its_own(house: House, kept: str) -> None:
    seen = {}
    for login in ("sangdam", "jungnang"):
        make_case(house, login)
        with house.session(login) as session:
            session.connection().execute(text("RESET ROLE"))
            seen[login] = {tuple(row) for row in read(session, KEPT[kept], {})}
    assert len(seen["sangdam"]) == len(seen["jungnang"]) == 1
    assert not seen["sangdam"] & seen["jungnang"]


@pytest.mark.parametrize("bare", [text("SELECT number FROM case_file"), select(Case.__table__.c.number)])
def test_what_cannot_be_scoped_is_refused(house: House, bare: object) -> None:
    with house.session("sangdam") as session, pytest.raises(Unscoped):
        read(session, bare, {})


def test_a_session_works_for_whom_it_finds(house: House) -> None:
    case = make_case(house, "jungnang")
    with house.installed.database.session(NOBODY) as session:
        assert session.scalars(select(Case)).all() == []
        person = session.admit_found(OF_LOGIN, {})
        told = session.connection().execute(text(
            "SELECT current_user, current_setting('gilmok.centre'), current_setting('gilmok.person')"
        )).one()
        assert session.scalar(select(Case.number)) == case.number
    assert told == ("gilmok_web", "jungnang", str(person.id))
    assert session.viewer == Viewer(person.id, "jungnang")


def test_a_session_that_finds_nobody_stays_nobodys(house: House) -> None:
    with house.installed.database.session(NOBODY) as session:
        assert session.admit_found(OF_LOGIN.where(Person.active.is_(False)), {}) is None
        assert session.viewer is NOBODY


def test_a_session_that_works_for_someone_works_for_nobody_else(house: House) -> None:
    with house.session("sangdam") as session:
        with pytest.raises(AlreadyTaken):
            session.admit(Viewer(1, "jungnang"))
        with pytest.raises(AlreadyTaken):
            session.admit_found(OF_LOGIN, {})
        centre = text("SELECT current_setting('gilmok.centre')")
        assert session.scalar(centre, execution_options={"unscoped": "to see who is told to ask"}) == "gwanak"


@pytest.fixture
def resting(furnished_url: str, monkeypatch: pytest.MonkeyPatch):
    """An engine whose connections count as rested at once, and what ends them behind its back."""
    monkeypatch.setattr("gilmok.ground.db.session.IDLE_SECONDS", 0)
    engine = engine_of(furnished_url, pool_size=1)

    def end() -> None:
        with engine.connect() as connection:
            pid = connection.scalar(text("SELECT pg_backend_pid()"))
        with psycopg.connect(furnished_url.replace("+psycopg", ""), autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    yield engine, end
    engine.dispose()


def test_a_connection_that_died_at_rest_is_replaced(resting) -> None:
    engine, end = resting
    end()
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1


def test_a_kept_query_gives_what_sqlalchemy_gives(house: House) -> None:
    make_case(house, "sangdam")
    kept = select(Case.id, Case.received_at, Case.received_on, Case.facts, Case.anonymous, CaseKey.wrapped).outerjoin(
        CaseKey, CaseKey.case_id == Case.id,
    )
    with house.session("sangdam") as session:
        (own,) = read(session, kept, {}).all()
        assert own == session.execute(kept).one()
        assert own._asdict().keys() == session.execute(kept).one()._asdict().keys()


def test_a_kept_statement_writes_and_says_what_it_wrote(house: House) -> None:
    kept = insert(Submission).returning(Submission.key, Submission.at)
    with house.session("sangdam") as session:
        sent = {"key": uuid4(), "person_id": session.viewer.person, "at": now()}
        assert tuple(read(session, kept, sent).one()) == (sent["key"], sent["at"])
        with pytest.raises(IntegrityError) as clash:
            read(session, kept, sent)
    assert str(sent["key"]) not in str(clash.value).partition("[SQL")[2]


def test_a_list_of_values_is_left_to_sqlalchemy(house: House) -> None:
    case = make_case(house, "sangdam")
    kept = select(Case.id).where(Case.id.in_(bindparam("ids", expanding=True)))
    with house.session("sangdam") as session:
        assert read(session, kept, {"ids": [case.id, 0]}).scalars().all() == [case.id]


def test_a_value_that_a_kept_query_needs_may_not_be_missing(house: House) -> None:
    with house.session("sangdam") as session, pytest.raises(KeyError):
        read(session, select(Case.id).where(Case.id == bindparam("case")), {})


def test_a_connection_that_dies_under_a_kept_query_is_given_up(resting) -> None:
    engine, end = resting
    with Database(engine).session(NOBODY) as session:
        read(session, KEPT["cases"], {})
        pid = session.connection().scalar(text("SELECT pg_backend_pid()"))
        with psycopg.connect(engine.url.set(drivername="postgresql").render_as_string(False), autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        with pytest.raises(OperationalError) as lost:
            read(session, KEPT["cases"], {})
    assert lost.value.connection_invalidated
    with Database(engine).session(NOBODY) as session:
        assert read(session, KEPT["cases"], {}).all() == []

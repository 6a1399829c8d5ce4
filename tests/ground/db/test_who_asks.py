"""Who asks is told for one transaction: a connection used again, a savepoint and another session inherit nothing."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError
from support.house import House, make_case

from gilmok.ground.db import NOBODY, Database, Viewer, engine_of
from gilmok.journey.case.models import Case

WHY = {"unscoped": "to see who is told to ask"}
TOLD = text("SELECT current_user, current_setting('gilmok.centre', true), current_setting('gilmok.person', true)")
OPENED = "; ".join((
    "RESET ROLE", *(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY" for table in ("case_file", "case_grant")),
))
GWANAK, JUNGNANG = Viewer(person=1, centre="gwanak"), Viewer(person=2, centre="jungnang")


@pytest.fixture
def single(furnished_url: str) -> Iterator[Engine]:
    """An engine with one connection, which everyone gets in turn."""
    engine = engine_of(furnished_url, pool_size=1, max_overflow=0)
    yield engine
    engine.dispose()


def told(database: Database, viewer: Viewer) -> tuple[str, ...]:
    with database.session(viewer) as session:
        return tuple(session.execute(TOLD, execution_options=WHY).one())


def bare(engine: Engine) -> tuple[str | None, ...]:
    with engine.connect() as connection:
        role, *settings = connection.execute(TOLD).one()
        return ("" if role == "gilmok_web" else "login", *(each or "" for each in settings))


@pytest.mark.parametrize("ending", ["close", "commit", "rollback", "error", "lost"])
def test_a_connection_forgets_who_asked(single: Engine, ending: str) -> None:
    database = Database(single)
    with database.session(GWANAK) as session:
        session.execute(TOLD, execution_options=WHY)
        if ending == "error":
            with pytest.raises(DBAPIError):
                session.execute(text("SELECT 1 / 0"), execution_options=WHY)
        elif ending == "lost":
            session.connection().invalidate()
        elif ending != "close":
            getattr(session, ending)()
    assert bare(single) == ("login", "", "")
    assert told(database, JUNGNANG) == ("gilmok_web", "jungnang", "2")
    assert told(database, NOBODY) == ("gilmok_web", "", "")


def test_each_transaction_of_a_session_is_told_anew(single: Engine) -> None:
    with Database(single).session(GWANAK) as session:
        for _ in range(3):
            assert session.execute(TOLD, execution_options=WHY).one() == ("gilmok_web", "gwanak", "1")
            session.rollback()


def test_a_savepoint_neither_ends_nor_changes_it(single: Engine) -> None:
    with Database(single).session(GWANAK) as session:
        with pytest.raises(DBAPIError), session.begin_nested():
            session.execute(text("SELECT 1 / 0"), execution_options=WHY)
        assert session.execute(TOLD, execution_options=WHY).one() == ("gilmok_web", "gwanak", "1")
        with session.begin_nested() as point:
            session.execute(text("SELECT set_config('gilmok.centre', 'jungnang', true)"), execution_options=WHY)
            point.rollback()
        assert session.execute(TOLD, execution_options=WHY).one() == ("gilmok_web", "gwanak", "1")


def test_naming_another_centre_in_sql_does_not_open_the_first_wall(house: House) -> None:
    case = make_case(house, "sangdam")
    with house.session("jungnang") as session:
        session.execute(text("SELECT set_config('gilmok.centre', 'gwanak', true)"), execution_options=WHY)
        assert session.scalar(select(Case.id), execution_options=WHY) == case.id
        assert session.scalar(select(Case.id)) is None


def test_two_sessions_in_turn_each_see_their_own(house: House) -> None:
    """The centre is filled in as a statement runs: the other session's must not get in between."""
    expected = [{make_case(house, login).id for _ in range(3)} for login in ("sangdam", "jungnang")]
    query = select(Case.id)
    with house.job() as session:
        session.execute(text(OPENED))
        session.commit()
    with house.session("sangdam") as session, house.session("jungnang") as other:
        seen = [set(each.scalars(query)) for each in (session, other) * 2]
    assert seen == expected * 2


def test_threads_see_their_own(furnished_url: str) -> None:
    engine = engine_of(furnished_url, pool_size=4)
    ready, query = Barrier(4), text("SELECT current_setting('gilmok.centre')")

    def asked(centre: str) -> set[str]:
        ready.wait(timeout=10)
        seen = set()
        for _ in range(50):
            with Database(engine).session(Viewer(person=1, centre=centre)) as session:
                session.execute(select(Case.id)).all()
                seen.add(session.scalar(query, execution_options=WHY))
        return seen

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(asked, ("gwanak", "jungnang") * 2)) == [{"gwanak"}, {"jungnang"}] * 2
    engine.dispose()


def test_on_a_connection_on_which_nothing_was_ever_set_nobody_is_noted_and_nobody_else(single: Engine) -> None:
    """A server's first request may be a login: its connection begins as the pages' role and is told nothing."""
    note = "INSERT INTO access_log (at, person_id, action, cases, about) VALUES (now(), {}, 'seen', '{{}}', '{{}}')"
    with single.connect() as connection:
        connection.execute(text("SET LOCAL ROLE gilmok_web"))
        assert connection.scalar(text("SELECT current_setting('gilmok.person', true)")) is None
        connection.execute(text(note.format("NULL")))
        with pytest.raises(DBAPIError, match="row-level security"):
            connection.execute(text(note.format("1")))

"""The login of pages and jobs: whatever raw SQL gives back, takes on or changes, no other centre's row is reached."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError, ProgrammingError
from support.house import House, make_case

from gilmok.ground.access.models import Person
from gilmok.ground.config import Settings
from gilmok.ground.db import JOB, Database, engine_of, migrate
from gilmok.ground.db.logins import connected, login_of, make_login, powers
from gilmok.ground.installation import installation

WHY = {"unscoped": "to see what raw SQL reaches"}
READ = (
    "SELECT id FROM case_file", "SELECT case_id FROM case_grant", "SELECT case_id FROM case_event",
    "UPDATE case_file SET topic = 'spoilt' RETURNING id", "SELECT id FROM access_log",
)
GIVEN_BACK = (
    "RESET ROLE", "SET ROLE NONE", "SET ROLE gilmok_owner", "SET ROLE postgres", "SET LOCAL ROLE pg_database_owner",
    "SET SESSION AUTHORIZATION gilmok_owner", "SET SESSION AUTHORIZATION DEFAULT", "RESET SESSION AUTHORIZATION",
    "SELECT set_config('role', 'none', false)", "SELECT set_config('role', 'gilmok_owner', true)",
    "SET row_security = off", "SELECT set_config('gilmok.centre', NULL, true)", "RESET ALL", "SET ROLE gilmok_web",
)
REFUSED = (
    "ALTER TABLE case_file DISABLE ROW LEVEL SECURITY", "ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE case_file OWNER TO gilmok_web", "DROP POLICY centre_reads ON case_file",
    "CREATE POLICY mine ON case_file USING (true)", "GRANT gilmok_owner TO gilmok_web", "TRUNCATE case_file",
    "CREATE FUNCTION leak() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT max(id) FROM case_file'",
    "CREATE FUNCTION pg_temp.leak() RETURNS bigint LANGUAGE sql AS 'SELECT 1'", "CREATE VIEW leak AS TABLE case_file",
    "CREATE TEMPORARY TABLE person (id int)", "CREATE SCHEMA mine",
    "CREATE ROLE mine SUPERUSER",
    "ALTER ROLE CURRENT_USER SUPERUSER", "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER DATABASE gilmok OWNER TO gilmok_web",
    "CREATE TRIGGER mine BEFORE UPDATE ON case_file FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "COPY case_file TO PROGRAM 'cat > /dev/null'", "COPY person FROM PROGRAM 'echo 1'", "COPY case_file TO '/tmp/leak'",
    "SELECT rolpassword FROM pg_authid", "SELECT * FROM pg_user_mapping", "SELECT lo_import('/etc/passwd')",
    "SELECT pg_read_file('PG_VERSION')", "SELECT pg_ls_dir('.')", "SELECT pg_reload_conf()",
    "SELECT pg_switch_wal()", "SELECT pg_create_physical_replication_slot('mine')", "LOAD 'auto_explain'",
    "DO $$ BEGIN EXECUTE 'SET ROLE gilmok_owner'; END $$", "REASSIGN OWNED BY gilmok_owner TO gilmok_web",
    "SET session_replication_role = replica", "SELECT lo_export(1, '/tmp/leak')",
)




@contextmanager
def new_login(url: str) -> Iterator[str]:
    """The database of this URL, by a login that is made as that of the embedded server and that no upgrade let in."""
    login, password = f"gilmok_test_{secrets.token_hex(4)}", secrets.token_hex(16)
    owner = create_engine(url, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        connection.execute(text(f"{make_login(login)} PASSWORD '{password}'"))
        try:
            yield make_url(url).set(username=login, password=password).render_as_string(hide_password=False)
        finally:
            connection.execute(text(f"DROP ROLE {login}"))
    owner.dispose()


@pytest.fixture(scope="module")
def application_url(furnished_url: str) -> Iterator[str]:
    """The furnished database, by a login of pages and jobs."""
    with new_login(furnished_url) as url:
        migrate.upgrade(furnished_url, application=url)
        yield url


@pytest.fixture
def by_login(application_url: str, settings: Settings) -> Iterator[House]:
    """The house of this test, by the login of pages and jobs."""
    engine = engine_of(application_url)
    with engine.connect() as connection:
        transaction = connection.begin()
        database = Database(connection, join_transaction_mode="create_savepoint")
        with database.session(JOB) as session:
            people = {person.login: person for person in session.query(Person)}
        yield House(installation(settings, application_url, database), people)
        transaction.rollback()
    engine.dispose()


def reached(house: House, given_back: str, query: str) -> bool:
    """Whether 중랑, which has no case, gets a row by these two statements."""
    with house.session("jungnang") as session:
        try:
            session.execute(text(given_back), execution_options=WHY)
            return bool(session.execute(text(query), execution_options=WHY).all())
        except DBAPIError:
            session.rollback()
            return False


@pytest.mark.parametrize("given_back", GIVEN_BACK)
def test_giving_the_role_back_reaches_no_row(by_login: House, given_back: str) -> None:
    make_case(by_login, "sangdam")
    assert [query for query in READ if reached(by_login, given_back, query)] == []


def test_a_superuser_would_reach_them(house: House) -> None:
    make_case(house, "sangdam")
    with house.job() as session:
        found = powers(session.connection(), login_of(session.connection()))
    assert reached(house, "RESET ROLE", READ[0]) is ("SUPERUSER" in found)


@pytest.mark.parametrize("first", ["SELECT 1", "RESET ROLE", "SET ROLE gilmok_job"])
@pytest.mark.parametrize("statement", REFUSED)
def test_what_would_open_a_way_is_refused(by_login: House, statement: str, first: str) -> None:
    with by_login.session("jungnang") as session:
        session.execute(text(first), execution_options=WHY)
        with pytest.raises(DBAPIError, match=r"permission denied|must be|must have|not allowed|[Oo]nly roles"):
            session.execute(text(statement), execution_options=WHY)


def test_a_connection_that_tells_nothing_sees_nothing(application_url: str) -> None:
    engine = engine_of(application_url)
    for query in (*READ, "SELECT login FROM person", "SELECT version_num FROM alembic_version"):
        with engine.connect() as connection, pytest.raises(DBAPIError, match="permission denied"):
            connection.execute(text(query))
    engine.dispose()


def test_the_login_can_do_nothing_past_row_security(application_url: str) -> None:
    with connected(application_url) as connection:
        assert powers(connection, login_of(connection)) == []


POWERS = {
    "SUPERUSER": ["SUPERUSER"], "BYPASSRLS": ["BYPASSRLS"], "CREATEROLE": ["CREATEROLE"],
    "REPLICATION": ["REPLICATION"],
    "IN ROLE gilmok_owner": ["may become gilmok_owner"], "INHERIT IN ROLE gilmok_job": ["INHERIT"],
    "IN ROLE pg_read_all_data": ["may become pg_read_all_data"], "IN ROLE gilmok_web, gilmok_job": [],
}


@pytest.mark.parametrize("given", POWERS)
def test_what_a_login_could_do_is_found(connection: Connection, given: str) -> None:
    try:
        connection.execute(text(f"CREATE ROLE mine LOGIN {'' if 'INHERIT' in given else 'NOINHERIT'} {given}"))
    except ProgrammingError:
        pytest.skip("this server's login may not give that")
    assert powers(connection, "mine") == POWERS[given]


def test_an_owner_is_found(connection: Connection) -> None:
    for statement in (f"{make_login('mine')}", "GRANT CREATE ON SCHEMA public TO mine", "SET LOCAL ROLE mine"):
        connection.execute(text(statement))
    connection.execute(text("CREATE TABLE of_mine (id int)"))
    connection.execute(text("RESET ROLE"))
    assert powers(connection, "mine") == ["owns of_mine"]


def test_an_upgrade_lets_a_login_in_that_saw_no_schema_before(furnished_url: str) -> None:
    with new_login(furnished_url) as url:
        has, needs = migrate.revisions(url)
        assert (has, needs) == (None, migrate.revisions(furnished_url)[0])
        migrate.upgrade(furnished_url, application=url)
        assert migrate.revisions(url) == (needs, needs)

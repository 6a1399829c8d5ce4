"""The embedded PostgreSQL: data that outlives, many users, and what a crash leaves behind."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner
from sqlalchemy import text

from gilmok.cli import gilmok, main
from gilmok.ground.db import JOB, account, embedded, migrate
from gilmok.ground.db.account import CannotStart
from gilmok.ground.db.logins import connected, login_of, powers
from gilmok.ground.installation import open_installation
from gilmok.ground.working import conninfo

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the database as another account")
ANOTHER = """
import sys
from pathlib import Path
from gilmok.ground.db import embedded
print(embedded.start(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def place(open_folder: Callable[[], Path]) -> Path:
    """A folder with a space and Hangul in its path, with a cluster once a test has made it."""
    return open_folder() / "길 목" / "var"


@pytest.fixture
def var(place: Path) -> Iterator[Path]:
    """The folder; whatever a test started in it is stopped after it."""
    yield place
    embedded.stop(place)


@pytest.fixture
def fresh(open_folder: Callable[[], Path]) -> Iterator[Path]:
    """A folder without a cluster."""
    yield (folder := open_folder())
    embedded.stop(folder)


def ask(url: str, statement: str) -> object:
    """The first value of the answer."""
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        row = connection.execute(statement.encode()).fetchone()
    return row and row[0]


def do(url: str, statement: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement.encode())


def postmaster(var: Path) -> int:
    return int((var / "postgres/data/postmaster.pid").read_text().split()[0])


def another_process(var: Path) -> subprocess.Popen[str]:
    """A process that uses the database until it is sent away."""
    process = subprocess.Popen(
        [sys.executable, "-c", ANOTHER, str(var)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("postgresql")
    return process


def test_what_was_stored_is_there_after_a_stop_and_a_start(var: Path) -> None:
    do(embedded.start(var), "CREATE TABLE kept AS SELECT 7 AS n")
    embedded.stop(var)
    url = embedded.start(var)
    assert ask(url, "SELECT n FROM kept") == 7
    do(url, "DROP TABLE kept")


def test_starting_twice_gives_the_same_database(var: Path) -> None:
    assert embedded.start(var) == embedded.start(var)


def test_jobs_connect_to_a_path_with_a_space_and_hangul(var: Path) -> None:
    with psycopg.connect(conninfo(embedded.start(var))) as connection:
        assert connection.info.dbname == "gilmok"


def test_a_stopped_server_answers_no_more(var: Path) -> None:
    url = embedded.start(var)
    embedded.stop(var)
    with pytest.raises(psycopg.OperationalError):
        ask(url, "SELECT 1")


def test_the_server_stays_while_another_process_uses_it(var: Path) -> None:
    with another_process(var) as other:
        url = embedded.start(var)
        embedded.stop(var)
        assert ask(url, "SELECT 1") == 1
        other.communicate()


def test_processes_that_begin_at_once_share_one_server(fresh: Path) -> None:
    command = [sys.executable, "-c", ANOTHER, str(fresh)]
    several = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate()[0].strip() for process in several}
    assert len(said) == 1
    assert [process.returncode for process in several] == [0] * 4


def test_the_last_process_to_leave_stops_the_server_at_its_exit(var: Path) -> None:
    url = embedded.start(var)
    with another_process(var) as other:
        embedded.stop(var)
        other.communicate()
    with pytest.raises(psycopg.OperationalError):
        ask(url, "SELECT 1")


def test_a_killed_process_leaves_a_database_that_the_next_one_uses_and_stops(var: Path) -> None:
    with another_process(var) as other:
        other.kill()
    url = embedded.start(var)
    assert ask(url, "SELECT 1") == 1
    embedded.stop(var)
    with pytest.raises(psycopg.OperationalError):
        ask(url, "SELECT 1")


def test_a_killed_server_starts_again(var: Path) -> None:
    embedded.start(var)
    killed = postmaster(var)
    os.kill(killed, signal.SIGKILL)
    embedded.stop(var)
    assert ask(embedded.start(var), "SELECT 1") == 1
    assert postmaster(var) != killed


def test_a_stale_pid_that_is_now_another_programs_is_forgotten(var: Path) -> None:
    embedded.start(var)
    embedded.stop(var)
    stale = var / "postgres/data/postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{stale.parent}\n1\n5432\n/nowhere\n\n0 0\nready\n")
    assert ask(embedded.start(var), "SELECT 1") == 1


def test_a_killed_server_is_no_error_for_the_process_that_leaves(var: Path) -> None:
    embedded.start(var)
    os.kill(postmaster(var), signal.SIGKILL)
    embedded.stop(var)


def test_the_server_listens_on_a_socket_alone(var: Path) -> None:
    assert ask(embedded.start(var), "SHOW listen_addresses") == ""


def test_only_its_owner_can_open_the_socket(var: Path) -> None:
    embedded.start(var)
    assert (var / "postgres").stat().st_mode & 0o077 == 0
    assert (var / "postgres/.s.PGSQL.5432").stat().st_mode & 0o077 == 0


def test_the_values_of_a_failed_statement_do_not_reach_the_log(var: Path) -> None:
    url = embedded.start(var)
    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        ask(url, "SELECT 1 WHERE 'a name' = 'b name' AND '010-1234-5678' = 'x' OR 2 = 'y'::int")
    assert "010-1234-5678" not in (var / "postgres/log").read_text()


@pytest.mark.parametrize("language", ["C", "ko_KR.EUC-KR", "xx_XX"])
def test_hangul_are_letters_whatever_the_language_of_the_caller(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, language: str,
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    url = embedded.start(fresh)
    assert ask(url, r"SELECT '길목' ~ '^\w+$'") is True
    assert ask(url, "SELECT string_agg(x, '' ORDER BY x) FROM unnest(ARRAY['나', 'b', '가', 'B']) AS x") == "Bb가나"


def test_pages_and_jobs_have_a_login_that_may_do_nothing_past_row_security(fresh: Path) -> None:
    with connected(embedded.for_application(embedded.start(fresh))) as connection:
        assert powers(connection, login_of(connection)) == []
    with connected(embedded.start(fresh)) as connection:
        assert powers(connection, login_of(connection)) == ["BYPASSRLS", "CREATEROLE", "REPLICATION", "SUPERUSER"]


def test_a_database_from_before_gets_that_login_at_its_next_start(fresh: Path) -> None:
    url = embedded.start(fresh)
    migrate.upgrade(url)
    do(url, f"DROP ROLE {embedded.APPLICATION}")
    embedded.stop(fresh)
    has, needs = migrate.revisions(embedded.for_application(embedded.start(fresh)))
    assert has == needs


def test_an_installation_works_by_that_login_and_is_upgraded_by_its_owners(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fresh)
    monkeypatch.delenv("GILMOK_DATABASE_URL", raising=False)
    monkeypatch.setenv("GILMOK_VAR", str(fresh))
    said = CliRunner().invoke(gilmok, ["db", "upgrade"])
    assert said.output.splitlines() == [f"schema: {migrate.revisions(embedded.start(fresh))[1]}"]
    installed = open_installation(make_secrets=True)
    with installed.database.session(JOB) as session:
        assert session.scalar(text("SELECT session_user")) == embedded.APPLICATION
    installed.database.bind.dispose()


def test_a_command_in_a_folder_whose_database_has_no_tables_says_so(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(fresh)
    monkeypatch.delenv("GILMOK_DATABASE_URL", raising=False)
    monkeypatch.setenv("GILMOK_VAR", str(fresh))
    monkeypatch.setattr(sys, "argv", ["gilmok", "activation", "show"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.startswith(f"gilmok: The database lacks tables of this version (in {fresh.resolve()})")
    assert "`gilmok db upgrade`" in said


def test_a_path_too_long_for_a_socket_is_no_obstacle(fresh: Path) -> None:
    deep = fresh / ("a" * 60) / ("b" * 60)
    url = embedded.start(deep)
    assert "b" * 60 not in url
    assert ask(url, "SELECT 1") == 1
    embedded.stop(deep)


def test_data_of_another_version_is_left_alone(fresh: Path) -> None:
    embedded.start(fresh)
    embedded.stop(fresh)
    version = fresh / "postgres/data/PG_VERSION"
    version.write_text("17\n")
    with pytest.raises(CannotStart, match="is of PostgreSQL 17, this is 18"):
        embedded.start(fresh)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotStart, match=r"file.* Set GILMOK_VAR"):
        embedded.start(tmp_path / "file" / "var")


@ROOT_ONLY
def test_root_runs_it_as_an_account_without_rights(var: Path) -> None:
    embedded.start(var)
    assert Path("/proc", str(postmaster(var))).stat().st_uid != 0


@ROOT_ONLY
def test_a_closed_folder_stays_closed_and_the_data_lies_elsewhere(fresh: Path) -> None:
    (closed := fresh / "closed").mkdir(mode=0o700)
    assert ask(embedded.start(closed / "var"), "SELECT 1") == 1
    embedded.stop(closed / "var")
    assert closed.stat().st_mode & 0o077 == 0
    assert (closed / "var/postgres").is_symlink()
    shutil.rmtree((closed / "var/postgres").resolve())


@ROOT_ONLY
def test_programs_in_a_closed_folder_are_copied_with_all_that_they_need(
    fresh: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    (closed := fresh / "closed").mkdir(mode=0o700)
    for part in embedded.PARTS:
        shutil.copytree(embedded.site_folder() / part, closed / part, symlinks=True)
    monkeypatch.setattr(account, "OPEN_FOLDER", fresh / "open")
    monkeypatch.setattr(embedded, "site_folder", lambda: closed)
    assert ask(embedded.start(fresh), "SELECT 1") == 1

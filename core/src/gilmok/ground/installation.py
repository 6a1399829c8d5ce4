"""An installation: its settings, its database and its keys, opened once a process."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from psycopg.errors import UndefinedTable
from sqlalchemy.exc import ProgrammingError

from gilmok.ground import clock, config
from gilmok.ground.config import CannotRun, Settings, WrongSettings
from gilmok.ground.crypto import Vault
from gilmok.ground.db import JOB, Database, ViewerSession, embedded, engine_of


class NoTables(CannotRun):
    """The database lacks tables of this version"""

    def __init__(self, settings: Settings) -> None:
        where = "that GILMOK_DATABASE_URL names" if settings.database_url else f"in {settings.var.resolve()}"
        super().__init__(
            f"{self.__doc__} ({where}). Was this typed in another folder than the installation's? A new database gets "
            "its tables by `gilmok db upgrade`, or by `gilmok run --demo` with made-up cases."
        )


@dataclass(frozen=True)
class Installation:
    """What a process needs to work with an installation's data; `url` is the database's, `owner_url` the same by the
    login that may change its schema."""

    settings: Settings
    url: str = field(repr=False)
    owner_url: str = field(repr=False)
    database: Database
    vault: Vault


def open_installation(*, make_secrets: bool = False) -> Installation:
    """This process's installation; the embedded PostgreSQL is started where no other is set.

    `make_secrets`: make the keys where none are set. Raises WrongSettings or CannotStart, which say what to do.
    """
    settings = config.load(make_secrets=make_secrets)
    clock.pretend(settings.today)
    url, owner_url = logins(settings)
    database = Database(engine_of(url, pool_size=settings.threads + 2))
    return installation(settings, url, database, owner_url=owner_url)


def logins(settings: Settings) -> tuple[str, str]:
    """The database's URL for pages and jobs, and for its owner; one login may be both on a server of one's own."""
    if settings.database_url:
        return settings.database_url, settings.owner_url or settings.database_url
    if settings.owner_url:
        raise WrongSettings(["GILMOK_OWNER_URL: is of use beside GILMOK_DATABASE_URL alone, which is not set"])
    owner_url = embedded.start(settings.var)
    return embedded.for_application(owner_url), owner_url


def installation(settings: Settings, url: str, database: Database, *, owner_url: str | None = None) -> Installation:
    """An installation from its parts; the owner's login is the same where no other is given."""
    return Installation(settings, url, owner_url or url, database, Vault(settings.field_key, settings.index_key))


@contextmanager
def session_of_command() -> Iterator[ViewerSession]:
    """A session of this process's installation that sees everything, as commands do; raises NoTables where there is
    nothing yet."""
    installed = open_installation(make_secrets=True)
    try:
        with installed.database.session(JOB) as session:
            yield session
    except ProgrammingError as error:
        if isinstance(error.orig, UndefinedTable):
            raise NoTables(installed.settings) from error
        raise
    finally:
        installed.database.bind.dispose()

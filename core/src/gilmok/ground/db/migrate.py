"""Bringing a database to the schema of this version, and telling how far it is."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from gilmok.ground.db.logins import connected, login_of, may_take_on
from gilmok.ground.db.session import NOBODY, DatabaseRole, announce


def config(url: str) -> Config:
    """Alembic's configuration for this database; there is no ini file."""
    found = Config()
    found.set_main_option("script_location", "gilmok:migrations")
    found.set_main_option("path_separator", "os")
    found.attributes["url"] = url
    return found


def upgrade(url: str, *, application: str | None = None) -> None:
    """Bring the database to this version's schema, by its owner's URL; does nothing where it is there already.

    `application`: the URL of pages and jobs, whose login may use the database from then on.
    """
    settings = config(url)
    if application and application != url:
        with connected(application) as connection:
            settings.attributes["login"] = login_of(connection)
    command.upgrade(settings, "head")


def revisions(url: str) -> tuple[str | None, str | None]:
    """The revision that the database has, None if none that this login may use, and the one that this version needs."""
    current = None
    with connected(url) as connection:
        if may_take_on(connection, DatabaseRole.WEB):
            announce(connection, NOBODY)
            current = MigrationContext.configure(connection).get_current_revision()
    return current, ScriptDirectory.from_config(config(url)).get_current_head()

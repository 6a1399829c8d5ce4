"""Bringing a database to the schema of this version, and telling how far it is."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from gilmok.ground.db.session import engine_of


def config(url: str) -> Config:
    """Alembic's configuration for this database; there is no ini file."""
    found = Config()
    found.set_main_option("script_location", "gilmok:migrations")
    found.set_main_option("path_separator", "os")
    found.attributes["url"] = url
    return found


def upgrade(url: str) -> None:
    """Bring the database to this version's schema; does nothing where it is there already."""
    command.upgrade(config(url), "head")


def revisions(url: str) -> tuple[str | None, str | None]:
    """The revision that the database has and the one that this version needs."""
    engine = engine_of(url)
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return current, ScriptDirectory.from_config(config(url)).get_current_head()

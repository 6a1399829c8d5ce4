"""Bringing a database to the schema of this version and of its modules, and telling how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from gilmok.ground.above import above
from gilmok.ground.db.logins import connected, login_of, may_take_on
from gilmok.ground.db.session import NOBODY, DatabaseRole, announce

VERSIONS = "alembic_version"


@dataclass(frozen=True, kw_only=True)
class ModuleSchema:
    """The tables of a module: in which package its classes are, where its migrations lie, and which revision of the
    core's schema they build on. Its version is kept in a table of its own."""

    name: str
    package: str
    needs_core: str
    folder: Path

    @property
    def version_table(self) -> str:
        """The table that holds how far this module's schema is."""
        return f"{VERSIONS}_{self.name}"


@dataclass(frozen=True, kw_only=True)
class Reached:
    """How far a module's schema is: the revision that the database has, None if none, and the one that it needs, None
    for a module that is not installed any more."""

    name: str
    has: str | None
    needs: str | None


class NotMigrated(Exception):
    """The tables of some modules could not be brought to their version; all else is ready."""

    def __init__(self, failures: dict[str, str]) -> None:
        super().__init__("\n".join([self.__doc__ or "", *(f"  {name}: {why}" for name, why in failures.items())]))
        self.failures = failures


def config(url: str, module: ModuleSchema | None = None) -> Config:
    """Alembic's configuration for the core's schema or a module's in this database; there is no ini file."""
    found = Config()
    found.set_main_option("script_location", "gilmok:migrations")
    found.set_main_option("path_separator", "os")
    if module:
        found.set_main_option("version_locations", str(module.folder))
    found.attributes |= {"url": url, "module": module}
    return found


def module_schemas() -> tuple[ModuleSchema, ...]:
    """The schemas of the modules that are installed."""
    found: tuple[ModuleSchema, ...] = above("schemas")()
    return found


def upgrade(url: str, *, application: str | None = None, modules: tuple[ModuleSchema, ...] | None = None) -> None:
    """Bring the database to this version's schema and to that of its modules, by its owner's URL; does nothing where
    it is there already.

    `application`: the URL of pages and jobs, whose login may use the database from then on. `modules`: others than
    those that are installed. Raises NotMigrated when all else is done.
    """
    settings = config(url)
    if application and application != url:
        with connected(application) as connection:
            settings.attributes["login"] = login_of(connection)
    command.upgrade(settings, "head")
    failures = {}
    for each in module_schemas() if modules is None else modules:
        try:
            upgrade_module(url, each)
        except Exception as error:
            failures[each.name] = f"{type(error).__name__}: {error}"
    if failures:
        raise NotMigrated(failures)


def upgrade_module(url: str, module: ModuleSchema) -> None:
    """Bring one module's schema to its head, in a transaction of its own; raises whatever its migrations raise."""
    known = {each.revision for each in ScriptDirectory.from_config(config(url)).walk_revisions()}
    if module.needs_core not in known:
        raise LookupError(f"it needs the core's revision {module.needs_core!r}, which this version does not have")
    command.upgrade(config(url, module), "head")


def revisions(url: str) -> tuple[str | None, str | None]:
    """The revision that the database has, None if none that this login may use, and the one that this version needs."""
    current = None
    with connected(url) as connection:
        if may_take_on(connection, DatabaseRole.WEB):
            announce(connection, NOBODY)
            current = MigrationContext.configure(connection).get_current_revision()
    return current, ScriptDirectory.from_config(config(url)).get_current_head()


def module_revisions(url: str, modules: tuple[ModuleSchema, ...] | None = None) -> Iterator[Reached]:
    """How far the schema of each module is that is installed or has left its tables, by the owner's URL."""
    installed = {each.name: each for each in (module_schemas() if modules is None else modules)}
    with connected(url) as connection:
        there = versions_there(connection)
        for name in sorted(installed.keys() | there):
            needs = installed.get(name)
            head = ScriptDirectory.from_config(config(url, needs)).get_current_head() if needs else None
            yield Reached(name=name, has=version_of(connection, name) if name in there else None, needs=head)


def versions_there(connection: Connection) -> set[str]:
    """The names of the modules whose version the database keeps."""
    tables = inspect(connection).get_table_names()
    return {each.removeprefix(f"{VERSIONS}_") for each in tables if each.startswith(f"{VERSIONS}_")}


def version_of(connection: Connection, module: str) -> str | None:
    """The revision of a module's schema that the database has."""
    context = MigrationContext.configure(connection, opts={"version_table": f"{VERSIONS}_{module}"})
    return context.get_current_revision()

"""How alembic reaches the database: as its owner, with the three roles in place, and the login that takes them on.

The same for the core's schema and for that of each module, whose version stands in a table of its own.
"""

from collections.abc import Iterable

from alembic import context
from sqlalchemy import Connection, text

from gilmok.ground.db import Base, DatabaseRole, engine_of
from gilmok.ground.db.logins import admit, login_of
from gilmok.ground.db.migrate import VERSIONS, ModuleSchema
from gilmok.ground.db.protection import nothing_beside, roles
from gilmok.ground.db.tables import own_tables
from gilmok.models import CORE_MODELS

assert CORE_MODELS  # importing them is what fills the metadata


MODULE: ModuleSchema | None = context.config.attributes["module"]
PACKAGE = MODULE.package if MODULE else "gilmok"


def ours(_object: object, name: str | None, kind: str, _reflected: bool, _compare_to: object) -> bool:
    """Leave alone what is not of this schema: jobs' tables, those of modules for the core, the core's for a module."""
    return kind != "table" or name in own_tables(PACKAGE)


def for_login(connection: Connection, login: str | None) -> Iterable[str]:
    """What lets the login of pages and jobs use the database, if it is another than the owner's."""
    if login is None or login == login_of(connection):
        return ()
    return admit(connection.dialect.identifier_preparer.quote_identifier(login))


def migrate() -> None:
    """Bring the database to the asked revision in one transaction."""
    engine = engine_of(context.config.attributes["url"])
    try:
        with engine.begin() as connection:
            carry_out(connection)
    finally:
        engine.dispose()


def carry_out(connection: Connection) -> None:
    """Run the migrations as the owner, with the roles in place that they speak of."""
    for statement in (*roles(), *nothing_beside(), *for_login(connection, context.config.attributes.get("login"))):
        connection.exec_driver_sql(statement)
    connection.execute(text(f"GRANT CREATE, USAGE ON SCHEMA public TO {DatabaseRole.OWNER}"))
    connection.execute(text(f"SET LOCAL ROLE {DatabaseRole.OWNER}"))
    context.configure(
        connection=connection, target_metadata=Base.metadata, include_object=ours,
        version_table=MODULE.version_table if MODULE else VERSIONS,
    )
    context.run_migrations()


migrate()

"""How alembic reaches the database: as its owner, with the three roles in place, and the login that takes them on."""

from collections.abc import Iterable

from alembic import context
from sqlalchemy import Connection, text

from gilmok.ground.db import Base, DatabaseRole, engine_of
from gilmok.ground.db.logins import admit, login_of
from gilmok.ground.db.protection import nothing_beside, roles
from gilmok.models import CORE_MODELS

assert CORE_MODELS  # importing them is what fills the metadata


def ours(_object: object, name: str | None, kind: str, _reflected: bool, _compare_to: object) -> bool:
    """Leave what is not the core's alone: jobs' tables, and those of modules."""
    return kind != "table" or name in Base.metadata.tables


def for_login(connection: Connection, login: str | None) -> Iterable[str]:
    """What lets the login of pages and jobs use the database, if it is another than the owner's."""
    if login is None or login == login_of(connection):
        return ()
    return admit(connection.dialect.identifier_preparer.quote_identifier(login))


def migrate() -> None:
    """Bring the database to the asked revision in one transaction."""
    engine = engine_of(context.config.attributes["url"])
    with engine.begin() as connection:
        for statement in (*roles(), *nothing_beside(), *for_login(connection, context.config.attributes.get("login"))):
            connection.exec_driver_sql(statement)
        connection.execute(text(f"GRANT CREATE, USAGE ON SCHEMA public TO {DatabaseRole.OWNER}"))
        connection.execute(text(f"SET LOCAL ROLE {DatabaseRole.OWNER}"))
        context.configure(connection=connection, target_metadata=Base.metadata, include_object=ours)
        context.run_migrations()
    engine.dispose()


migrate()

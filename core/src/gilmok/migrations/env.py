"""How alembic reaches the database: as its owner, with the three roles in place."""

from alembic import context
from sqlalchemy import text

from gilmok.ground.db import Base, DatabaseRole, engine_of
from gilmok.ground.db.protection import roles
from gilmok.models import CORE_MODELS

assert CORE_MODELS  # importing them is what fills the metadata


def ours(_object: object, name: str | None, kind: str, _reflected: bool, _compare_to: object) -> bool:
    """Leave what is not the core's alone: jobs' tables, and those of modules."""
    return kind != "table" or name in Base.metadata.tables


def migrate() -> None:
    """Bring the database to the asked revision in one transaction."""
    engine = engine_of(context.config.attributes["url"])
    with engine.begin() as connection:
        for statement in roles():
            connection.execute(text(statement))
        connection.execute(text(f"GRANT CREATE, USAGE ON SCHEMA public TO {DatabaseRole.OWNER}"))
        connection.execute(text(f"SET LOCAL ROLE {DatabaseRole.OWNER}"))
        context.configure(connection=connection, target_metadata=Base.metadata, include_object=ours)
        context.run_migrations()
    engine.dispose()


migrate()

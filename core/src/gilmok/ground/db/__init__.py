"""The database: engine, sessions that belong to one viewer, protection by row, migrations."""

from gilmok.ground.db.entities import all_of, entity, keep
from gilmok.ground.db.later import later, named, put, put_all
from gilmok.ground.db.scope import Unscoped, protected_tables, read
from gilmok.ground.db.session import (
    JOB,
    NOBODY,
    OWNER,
    Database,
    DatabaseRole,
    Viewer,
    ViewerSession,
    engine_of,
    telling,
)
from gilmok.ground.db.tables import Base, OfCase
from gilmok.ground.db.versions import change_version

__all__ = [
    "JOB", "NOBODY", "OWNER", "Base", "Database", "DatabaseRole", "OfCase", "Unscoped", "Viewer", "ViewerSession",
    "all_of", "change_version", "engine_of", "entity", "keep", "later", "named", "protected_tables", "put", "put_all",
    "read", "telling",
]

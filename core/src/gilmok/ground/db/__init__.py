"""The database: engine, sessions that belong to one viewer, protection by row, migrations."""

from gilmok.ground.db.session import JOB, NOBODY, OWNER, Database, DatabaseRole, Viewer, ViewerSession, engine_of
from gilmok.ground.db.tables import Base, OfCase

__all__ = [
    "JOB", "NOBODY", "OWNER", "Base", "Database", "DatabaseRole", "OfCase", "Viewer", "ViewerSession", "engine_of",
]

"""A row with a version, so that of two people who save it at once exactly one succeeds."""

from typing import Any, Protocol

from sqlalchemy import update

from gilmok.ground.db.session import ViewerSession
from gilmok.ground.errors import ChangedMeanwhile


class Versioned(Protocol):
    """A mapped row that counts its changes."""

    @property
    def id(self) -> Any:
        """Its primary key."""

    @property
    def version(self) -> int:
        """How often it was changed, and one."""


def change_version(session: ViewerSession, row: Versioned, version: int, **values: Any) -> None:
    """Change columns of a row that stands at this version, and read it anew; raises ChangedMeanwhile where it is at
    another by now, and so for the second of two who save at once."""
    kind: Any = type(row)
    changed = update(kind).where(kind.id == row.id, kind.version == version).values(version=version + 1, **values)
    if session.scalar(changed.returning(kind.id), execution_options={"synchronize_session": False}) is None:
        raise ChangedMeanwhile
    session.refresh(row)

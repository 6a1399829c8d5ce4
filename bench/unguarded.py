"""The application without what guards it, to see what that costs: no wall, no access log, no sealed field.

Only for measuring: the pages are the application's own, on sessions of the database's superuser that scope nothing,
with a log that forgets and keys that remember what they opened once.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import Insert

from gilmok.ground.access.models import Person
from gilmok.ground.crypto import FieldKey, Vault
from gilmok.ground.db import NOBODY, Database, DatabaseRole, Viewer
from gilmok.ground.db.direct import ask
from gilmok.ground.installation import Installation

_opened: dict[bytes, str] = {}


class OpenSession(Session):
    """A session that sees everything and writes no access log."""

    viewer = NOBODY

    @property
    def waiting(self) -> "AtOnce":
        """Where what is written later waits: here it does not wait."""
        return AtOnce(self)

    def admit_found(self, who: Any, values: Any) -> Any:
        """The person whom the query finds; nothing is told to PostgreSQL."""
        found = self.ask(_alone(who), values).one()
        self.viewer = Viewer(person=found.id, centre=found.centre_id, role=DatabaseRole.JOB)
        return found

    def ask(self, statement: Any, values: Any) -> Any:
        """What the statement gives, but for the access log, on which nothing is written."""
        return None if isinstance(statement, Insert) else ask(self.connection(), statement, values)


class AtOnce:
    """Has what would wait carried out at once."""

    def __init__(self, session: OpenSession) -> None:
        self.session = session

    def append(self, said: tuple[Any, Any]) -> None:
        """Carry a statement out with its values."""
        self.session.ask(*said)


@lru_cache
def _alone(who: Any) -> Any:
    """The query without the columns by which it tells PostgreSQL who asks."""
    return who.with_only_columns(*Person.__table__.columns)


class OpenDatabase(Database):
    """A database without the first wall; the superuser passes the second."""

    def session(self, viewer: Viewer) -> Any:
        """A session that sees everything."""
        session = OpenSession(self.bind, expire_on_commit=False)
        session.viewer = viewer
        return session


class KnownKey(FieldKey):
    """A key that opens each value once."""

    def open(self, column: str, sealed: bytes) -> str:
        """The text of a sealed column, as if it had been stored in the clear."""
        if sealed not in _opened:
            _opened[sealed] = super().open(column, sealed)
        return _opened[sealed]


class KnownVault(Vault):
    """A vault whose keys need no unwrapping."""

    def open_key(self, owner: str, wrapped: bytes) -> FieldKey:
        """The data key, unwrapped once."""
        kept = _keys.get(wrapped)
        if kept is None:
            kept = _keys[wrapped] = KnownKey(owner, super().open_key(owner, wrapped).raw)
        return kept

    def read(self, owner: str, wrapped: bytes, column: str, sealed: bytes) -> str:
        """The text of a column, opened once."""
        return self.open_key(owner, wrapped).open(column, sealed)


_keys: dict[bytes, FieldKey] = {}


def unguarded(installed: Installation, engine: Engine) -> Installation:
    """The same installation without its guards, on connections of its own."""
    vault = KnownVault(installed.vault.field_key, installed.vault.index_key)
    return replace(installed, database=OpenDatabase(engine), vault=vault)

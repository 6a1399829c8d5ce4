"""Objects of a session that are made of rows read or stored as columns: what the ORM gives, without what it prepares
for all else that may be asked of them, which costs several times the statement itself."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Insert, insert, inspect
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.util import identity_key
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from gilmok.ground.db.later import columns_of, named
from gilmok.ground.db.session import ViewerSession
from gilmok.ground.db.tables import Base

Kind = TypeVar("Kind", bound=Base)


@cache
def all_of(kind: type[Base]) -> tuple[Any, ...]:
    """The columns of a class, for a query whose rows `entity` reads; named so that no other column is called so."""
    return tuple(getattr(kind, key).label(f"{kind.__tablename__}.{name}") for key, name in columns_of(kind).items())


def entity(session: ViewerSession, kind: type[Kind], row: Sequence[Any]) -> Kind:
    """The session's object of a row that it has just read and that begins with the columns of `all_of`; where it has
    that object already, as it is there."""
    values = dict(zip(columns_of(kind), row, strict=False))
    key = identity_key(kind, tuple(values[each] for each in primary(kind)))
    known: Kind | None = session.identity_map.get(key)
    return attached(session, kind(), values) if known is None else known


def keep(session: ViewerSession, kind: type[Kind], /, **values: Any) -> Kind:
    """Store a new row of a class, with these attributes, at once: an object with which the session goes on working.
    What the database numbers has its number."""
    session.flush()
    filled = usual(kind) | values
    numbers = session.ask(storing(kind), named(kind, filled)).one()
    return attached(session, kind(), filled | dict(zip(primary(kind), numbers, strict=True)))


def attached(session: ViewerSession, row: Kind, values: Mapping[str, Any]) -> Kind:
    """A row that the session itself has read or stored, as one of its objects."""
    vars(row).update(values)
    make_transient_to_detached(row)
    session.own = row
    try:
        session.add(row)
    finally:
        session.own = None
    return row


@cache
def storing(kind: type[Base]) -> Insert:
    """The statement that stores a row of this class and gives its primary key."""
    return insert(kind).returning(*(getattr(kind, key) for key in primary(kind)))


@cache
def primary(kind: type[Base]) -> tuple[str, ...]:
    """The attributes of a class that are its primary key."""
    mapper = inspect(kind)
    return tuple(mapper.get_property_by_column(column).key for column in mapper.primary_key)


@cache
def usual(kind: type[Base]) -> dict[str, Any]:
    """The attributes of a new row that were not given: their default, else nothing; not what the database fills in."""
    columns = {each.key: each.columns[0] for each in inspect(kind).column_attrs}
    defaults = {key: column.default for key, column in columns.items() if not column.primary_key}
    said = {key: each.arg for key, each in defaults.items() if isinstance(each, ScalarElementColumnDefault)}
    return {key: None for key in defaults if columns[key].server_default is None} | said

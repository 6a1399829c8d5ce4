"""What is written and whose answer nobody waits for: it goes to the database in one go, in the order in which it was
said, with the next question or before the commit, whichever comes first.

Each statement on its own waits for an answer that only says that it was carried out; a case taken in has a dozen. What
fails undoes the transaction, as ever.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Insert, bindparam, event, insert, inspect
from sqlalchemy.orm import ORMExecuteState, SessionTransaction

from gilmok.ground.db.scope import scoped_for
from gilmok.ground.db.session import ViewerSession
from gilmok.ground.db.tables import Base


def later(session: ViewerSession, statement: Any, values: Mapping[str, Any], *, unscoped: str = "") -> None:
    """Have a statement that only writes carried out before anything else is asked; scoped as any other, but for the
    reason that `unscoped` gives. Raises Unscoped."""
    if not session.in_transaction():
        session.begin()
    session.flush()
    session.waiting.append((statement if unscoped else scoped_for(session, statement), values))


def put(session: ViewerSession, kind: type[Base], /, **values: Any) -> None:
    """Store a new row of a class, with these attributes, that this session does not go on working with: it never
    becomes one of its objects."""
    later(session, adding(kind), named(kind, values), unscoped="nothing is read, and row security checks each new row")


def put_all(session: ViewerSession, kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store several new rows of a class, each with the same attributes, as `put` stores one. Raises ValueError where
    one has others: the statement would leave them out."""
    several = [named(kind, row) for row in rows]
    if any(each.keys() != several[0].keys() for each in several):
        raise ValueError(f"several rows of {kind.__name__}, not all with the same attributes")
    filled = {f"{name}_{place}": value for place, row in enumerate(several) for name, value in row.items()}
    if several:
        storing = adding_several(kind, tuple(several[0]), len(several))
        later(session, storing, filled, unscoped="nothing is read, and row security checks each new row")


@cache
def adding_several(kind: type[Base], names: tuple[str, ...], number: int) -> Insert:
    """The statement that stores so many rows of this class, with these columns, and asks for nothing back."""
    types = {name: kind.__table__.c[name].type for name in names}
    rows = [{name: bindparam(f"{name}_{place}", type_=types[name]) for name in names} for place in range(number)]
    return insert(kind).values(rows).inline()


@cache
def adding(kind: type[Base]) -> Insert:
    """The statement that stores a row of this class and asks for nothing back."""
    return insert(kind).inline()


def named(kind: type[Base], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a class's attributes by the names of their columns."""
    columns = columns_of(kind)
    return {columns[key]: value for key, value in values.items()}


@cache
def columns_of(kind: type[Base]) -> dict[str, str]:
    """The attributes of a class that are columns, each with the column's name."""
    return {each.key: each.columns[0].key for each in inspect(kind).column_attrs}


@event.listens_for(ViewerSession, "do_orm_execute")
def send_before_asking(state: ORMExecuteState) -> None:
    """Let a query see what was written before it."""
    if isinstance(state.session, ViewerSession):
        state.session.send()


@event.listens_for(ViewerSession, "before_flush")
def send_before_flushing(session: ViewerSession, *_about: Any) -> None:
    """Keep the order: what is flushed now was added after what waits."""
    session.send()


@event.listens_for(ViewerSession, "before_commit")
def send_before_committing(session: ViewerSession) -> None:
    """Let nothing wait longer than its transaction."""
    session.send()


@event.listens_for(ViewerSession, "after_transaction_end")
def forget(session: ViewerSession, _transaction: SessionTransaction) -> None:
    """What was not sent by then was undone."""
    session.waiting.clear()

"""How rows of this module are kept: their words sealed under a key of their own, found at one's own centre alone."""

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from gilmok.modules.site import NotFound, Person, ViewerSession, db, me, opened, scrub, sealed, vault

Row = TypeVar("Row")


class Sealed(Protocol):
    """A mapped row with words under its own key."""

    id: Any
    wrapped: Any
    fields: Any
    __tablename__: str


def seal(table: type[Sealed], key: UUID, words: Mapping[str, str]) -> dict[str, bytes]:
    """The columns that hold these words of a row; raises IdentifierFound."""
    wrapped, fields = sealed(f"{table.__tablename__}:{key}", words, vault())
    return {"wrapped": wrapped, "fields": fields}


def unseal(row: Sealed) -> dict[str, str]:
    """The words of a row; none where they cannot be read."""
    return opened(f"{row.__tablename__}:{row.id}", row.wrapped, row.fields, vault())


def here(session: ViewerSession, table: Any) -> ColumnElement[bool]:
    """The condition of the viewer's own centre; without one, of an official, of every centre."""
    centre = session.viewer.centre
    found: ColumnElement[bool] = table.centre_id == centre if centre else table.centre_id.is_not(None)
    return found


def kept(table: Any) -> ColumnElement[bool]:
    """The condition of the rows whose words are kept; of the others, whose time is over, only numbers are left."""
    found: ColumnElement[bool] = table.wrapped.is_not(None)
    return found


def one(session: ViewerSession, table: type[Row], key: UUID, *more: ColumnElement[bool]) -> Row:
    """The row of this id that is kept, the viewer may see, and for which `more` holds; raises NotFound."""
    columns: Any = table
    found: Row | None = session.scalar(select(table).where(columns.id == key, kept(table), *more))
    if found is None:
        raise NotFound
    return found


def staff() -> dict[int, str]:
    """The names of one's colleagues by their ids."""
    found = db().execute(select(Person.id, Person.name).where(Person.centre_id == me().centre_id))
    return {row.id: row.name for row in found}


def again(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed as a page may show it again: without numbers that must not be kept."""
    return {name: scrub(value).text for name, value in typed.items()}

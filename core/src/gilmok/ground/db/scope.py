"""The first wall between centres: each query of a case's tables is scoped to the viewer's centre.

A statement that cannot be scoped is refused unless it says `unscoped="the reason"` among its execution options.
"""

from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any, TypeGuard

from sqlalchemy import Column, MetaData, Table, TextClause, bindparam, column, event, select, table
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import BindParameter, ColumnElement

from gilmok.ground.db.session import DatabaseRole, ViewerSession
from gilmok.ground.db.tables import Base, OfCase

_centre: ContextVar[str | None] = ContextVar("gilmok_centre", default=None)
_grant = table("case_grant", column("case_id"), column("centre_id"))


class Unscoped(Exception):
    """A statement on a case's tables could not be scoped to the viewer's centre and gives no reason for that."""


@event.listens_for(ViewerSession, "do_orm_execute")
def scope(state: ORMExecuteState) -> None:
    """Scope the statement of a web viewer to the centre's cases, or refuse it."""
    session = state.session
    if not isinstance(session, ViewerSession) or session.viewer.role is not DatabaseRole.WEB:
        return
    if state.execution_options.get("unscoped"):
        return
    if _escapes_scope(state.statement):
        raise Unscoped(str(state.statement))
    _centre.set(session.viewer.centre)
    state.statement = state.statement.options(_criteria)


def _escapes_scope(statement: Any) -> bool:
    """Whether the statement is text, or reaches a case's table or column other than through its mapped class."""
    if isinstance(statement, TextClause) or not hasattr(statement, "options"):
        return True
    parts = list(visitors.iterate(statement))
    if any(part is _my_centre for part in parts):
        return False  # the ORM's own query before a bulk change: it repeats the change's scoped condition
    # A mapped class brings its bare table and key along; any other bare table or column is raw.
    return any(isinstance(part, TextClause) for part in parts) or not set(_bare(parts)) <= set(_mapped(parts))


def _mapped(parts: list[Any]) -> Iterator[str]:
    """The tables that stand in the statement as mapped classes."""
    return (part._annotations["parententity"].local_table.name for part in parts if _entity_of(part))


def _bare(parts: list[Any]) -> Iterator[str]:
    """The tables of cases that stand in the statement by themselves, or by a column."""
    tables = (part.table if isinstance(part, Column) else part for part in parts if not _entity_of(part))
    return (each.name for each in tables if _is_of_case(each))


def _entity_of(part: Any) -> Any:
    return part._annotations.get("parententity")


def _is_of_case(part: Any) -> TypeGuard[Table]:
    return isinstance(part, Table) and part.info.get("rows") == "case"


def _of_viewers_centre(cls: type[OfCase]) -> ColumnElement[bool]:
    return cls.case_id.in_(_granted)


_my_centre: BindParameter[str | None] = bindparam("viewer_centre", callable_=_centre.get)
_granted = select(_grant.c.case_id).where(_grant.c.centre_id == _my_centre)
_criteria = with_loader_criteria(OfCase, _of_viewers_centre, include_aliases=True, track_closure_variables=False)


def protected_tables(metadata: MetaData = Base.metadata) -> list[Table]:
    """The tables whose rows belong to a case."""
    return [each for each in metadata.sorted_tables if each.info.get("rows") == "case"]

"""Sessions that belong to one viewer for life, and the first of the two walls between centres.

The first wall is here: each query of a case's tables is scoped to the viewer's centre, and a statement that cannot be
scoped is refused unless it says `unscoped="the reason"`. The second wall is PostgreSQL's row security (`protection`),
which holds without the first. Both are closed where nobody is named.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeGuard

from sqlalchemy import (
    Column,
    Engine,
    MetaData,
    Table,
    TextClause,
    bindparam,
    column,
    create_engine,
    event,
    select,
    table,
    text,
)
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction, with_loader_criteria
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import BindParameter, ColumnElement

from gilmok.ground.db.tables import Base, OfCase

_centre: ContextVar[str | None] = ContextVar("gilmok_centre", default=None)
_grant = table("case_grant", column("case_id"), column("centre_id"))
_announce = text(
    "SELECT set_config('role', :role, true), set_config('gilmok.centre', :centre, true),"
    " set_config('gilmok.person', :person, true)"
)


class DatabaseRole(StrEnum):
    """The database's own roles; none of them is a superuser, and only the owner owns tables."""

    OWNER = "gilmok_owner"
    WEB = "gilmok_web"
    JOB = "gilmok_job"


@dataclass(frozen=True)
class Viewer:
    """Who a session works for: a member of staff (`person`, their id) at a centre (its code), or a job."""

    person: int | None = None
    centre: str | None = None
    role: DatabaseRole = DatabaseRole.WEB


NOBODY = Viewer()
JOB = Viewer(role=DatabaseRole.JOB)
OWNER = Viewer(role=DatabaseRole.OWNER)


class Unscoped(Exception):
    """A statement on a case's tables could not be scoped to the viewer's centre and gives no reason for that."""


class ViewerSession(Session):
    """A session that tells PostgreSQL at the start of each transaction who asks, and scopes what it asks."""

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer


class Database:
    """The database of an installation: one engine, and sessions that each belong to one viewer; `options` are those of
    SQLAlchemy's sessions."""

    def __init__(self, bind: Any, **options: Any) -> None:
        self.bind = bind
        self.options = options

    def session(self, viewer: Viewer) -> ViewerSession:
        """A new session of this viewer. Closing it without a commit undoes what it did."""
        return ViewerSession(self.bind, viewer=viewer, expire_on_commit=False, **self.options)


def engine_of(url: str, **options: Any) -> Engine:
    """An engine whose errors never print the values of a statement, for names and narratives are among them."""
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, **options)


@event.listens_for(ViewerSession, "after_begin")
def say_who_asks(session: ViewerSession, _transaction: SessionTransaction, connection: Any) -> None:
    """Set role, centre and person for this transaction only: a later user of the connection inherits nothing."""
    who = session.viewer
    connection.execute(_announce, {"role": who.role, "centre": who.centre or "", "person": str(who.person or "")})


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
    tables: set[str] = set()
    mapped: set[str] = set()
    for part in visitors.iterate(statement):
        entity = part._annotations.get("parententity")
        table_of_part = part.table if isinstance(part, Column) else part
        if entity is not None:
            mapped.add(entity.local_table.name)
        elif part is _my_centre:
            return False  # the ORM's own query before a bulk change: it repeats the change's scoped condition
        elif isinstance(part, TextClause):
            return True
        elif _is_of_case(table_of_part):
            tables.add(table_of_part.name)
    # A mapped class brings its bare table and key along; any other bare table or column is raw.
    return not tables <= mapped


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

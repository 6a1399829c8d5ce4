"""The first wall between centres: each query of a case's tables is scoped to the viewer's centre.

A statement that cannot be scoped is refused unless it says `unscoped="the reason"` among its execution options. What
can be scoped is what SQLAlchemy's ORM reads through a mapped class; all else that reaches a case's rows is refused.
"""

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import (
    MetaData,
    Select,
    Table,
    TableClause,
    TextClause,
    bindparam,
    column,
    event,
    inspect,
    select,
    table,
)
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.elements import BindParameter, ColumnClause, ColumnElement
from sqlalchemy.sql.selectable import FromClause, Join
from sqlalchemy.sql.visitors import HasTraverseInternals

from gilmok.ground.db.session import DatabaseRole, ViewerSession
from gilmok.ground.db.tables import Base, OfCase

_centre: ContextVar[str | None] = ContextVar("gilmok_centre", default=None)
_grant = table("case_grant", column("case_id"), column("centre_id"))
# A statement never changes once it is made: one that is kept and asked again is looked through once.
_scoped: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()


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
    # An UPDATE with a list of values goes by the keys in them, past every criterion.
    if state.is_update and isinstance(state.parameters, list):
        raise Unscoped(str(state.statement))
    _centre.set(session.viewer.centre)
    state.statement = scoped(state.statement)


def scoped(statement: Any) -> Any:
    """The statement with the condition of the viewer's centre, which is filled in as it runs; raises Unscoped."""
    found = _scoped.get(statement)
    if found is None:
        if _escapes_scope(statement):
            raise Unscoped(str(statement))
        found = _scoped[statement] = statement.options(_criteria)
    return found


@event.listens_for(ViewerSession, "before_attach")
def refuse_strangers(session: ViewerSession, instance: object) -> None:
    """Refuse a stored row of a case that another session has read: it would be shown and written without a query."""
    if session.viewer.role is DatabaseRole.WEB and isinstance(instance, OfCase) and inspect(instance).has_identity:
        raise Unscoped(type(instance).__name__)


@dataclass
class _Query:
    """One SELECT, INSERT, UPDATE or DELETE within a statement: through which classes it reaches cases, and which of
    their tables its bare columns come from."""

    node: Any
    mapped: set[FromClause] = field(default_factory=set)
    bare: set[FromClause] = field(default_factory=set)

    @property
    def escapes(self) -> bool:
        """Whether it reaches a case's rows past its classes: by a column alone, by a join that also gives rows to
        which no condition applies, or where the ORM does not look (a window function alone)."""
        of_orm = "compile_state_plugin" in self.node._propagate_attrs
        return not self.bare <= self.mapped or bool(self.mapped and (not of_orm or _joins_fully(self.node)))


def _escapes_scope(statement: Any) -> bool:
    """Whether the statement has text in it, or reaches a case's rows other than through a mapped class."""
    if not hasattr(statement, "options"):
        return True
    queries = [_Query(statement)]
    waiting: list[tuple[Any, _Query]] = [(statement, queries[0])]
    seen = set()
    while waiting:
        part, query = waiting.pop()
        if _is_raw(part) or (isinstance(part, Join) and part.full):
            return True
        if isinstance(part, Select | UpdateBase) and part is not query.node:
            query = _Query(part)
            queries.append(query)
        if (id(part), id(query)) not in seen:
            seen.add((id(part), id(query)))
            waiting += ((each, query) for each in _below(part, query))
    return any(query.escapes for query in queries)


def _below(part: Any, query: _Query) -> Iterable[Any]:
    """What a part is made of. Of a class nothing is, for it brings its table and columns along, scoped."""
    if isinstance(part, Select):
        # Without the tables that its columns imply: those of classes are no bare tables.
        return HasTraverseInternals.get_children(part, omit_attrs=("_correlate", "_correlate_except"))
    if isinstance(part, FromClause | ColumnClause) and (entity := part._annotations.get("parententity")) is not None:
        if issubclass(entity.mapper.class_, OfCase):
            query.mapped.add(entity.selectable)
            return ()
        return (entity.selectable,) if entity.is_aliased_class else ()
    if isinstance(part, ColumnClause) and part.table is not None:
        if isinstance(part.table, Table) and _is_of_case(part.table):
            query.bare.add(part.table)
            return ()
        return (part.table,)
    return part.get_children() if hasattr(part, "get_children") else ()


def _is_raw(part: Any) -> bool:
    """Whether a part is text, or a case's table itself."""
    if isinstance(part, ColumnClause):
        return part.is_literal and part.name != "*"
    return isinstance(part, TextClause) or (_is_of_case(part) and not part._annotations.get("parententity"))


def _is_of_case(part: Any) -> bool:
    if not isinstance(part, TableClause) or part is _grant:
        return False
    known = part if isinstance(part, Table) else Base.metadata.tables.get(part.name)
    return known is not None and known.info.get("rows") == "case"


def _joins_fully(node: Any) -> bool:
    return any(flags["full"] for *_join, flags in getattr(node, "_setup_joins", ()))


def _of_viewers_centre(cls: type[OfCase]) -> ColumnElement[bool]:
    mapped: Any = cls
    if getattr(cls, "__tablename__", None) == "case_grant":
        return mapped.centre_id == _my_centre  # type: ignore[no-any-return]  # a grant tells itself whose it is
    return cls.case_id.in_(_granted)


_my_centre: BindParameter[str | None] = bindparam("viewer_centre", callable_=_centre.get)
_granted = select(_grant.c.case_id).where(_grant.c.centre_id == _my_centre)
_criteria = with_loader_criteria(OfCase, _of_viewers_centre, include_aliases=True, track_closure_variables=False)


def protected_tables(metadata: MetaData = Base.metadata) -> list[Table]:
    """The tables whose rows belong to a case."""
    return [each for each in metadata.sorted_tables if each.info.get("rows") == "case"]

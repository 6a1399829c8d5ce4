"""The first wall between centres: each query of a case's tables is scoped to the viewer's centre.

A statement that cannot be scoped is refused unless it says `unscoped="the reason"` among its execution options. What
can be scoped is what SQLAlchemy's ORM reads through a mapped class; all else that reaches a case's rows is refused.
"""

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import MetaData, Result, Table, bindparam, event, inspect, select
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.sql.elements import BindParameter, ColumnElement

from gilmok.ground.db.reach import GRANT, escapes_scope
from gilmok.ground.db.session import DatabaseRole, ViewerSession, viewers_centre
from gilmok.ground.db.tables import Base, OfCase

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
    viewers_centre.set(session.viewer.centre)
    state.statement = scoped(state.statement)


def read(session: ViewerSession, statement: Any, values: Mapping[str, Any]) -> Result[Any]:
    """What a statement gives that was made once and is asked often, a query of columns or one that writes, scoped as
    any other; raises Unscoped.

    What the ORM prepares for entities in each `execute` costs as much as the query itself.
    """
    session.flush()
    return session.ask(scoped_for(session, statement), values)


def scoped_for(session: ViewerSession, statement: Any) -> Any:
    """The statement as this session may have it carried out; raises Unscoped."""
    return scoped(statement) if session.viewer.role is DatabaseRole.WEB else statement


def scoped(statement: Any) -> Any:
    """The statement with the condition of the viewer's centre, which is filled in as it runs; raises Unscoped."""
    found = _scoped.get(statement)
    if found is None:
        if escapes_scope(statement):
            raise Unscoped(str(statement))
        found = _scoped[statement] = statement.options(_criteria)
    return found


@event.listens_for(ViewerSession, "before_attach")
def refuse_strangers(session: ViewerSession, instance: object) -> None:
    """Refuse a stored row of a case that another session has read: it would be shown and written without a query."""
    if session.viewer.role is not DatabaseRole.WEB or instance is session.own:
        return
    if isinstance(instance, OfCase) and inspect(instance).has_identity:
        raise Unscoped(type(instance).__name__)


def _of_viewers_centre(cls: type[OfCase]) -> ColumnElement[bool]:
    mapped: Any = cls
    if getattr(cls, "__tablename__", None) == "case_grant":
        return mapped.centre_id == _my_centre  # type: ignore[no-any-return]  # a grant tells itself whose it is
    return cls.case_id.in_(_granted)


_my_centre: BindParameter[str | None] = bindparam("viewer_centre", callable_=viewers_centre.get)
_granted = select(GRANT.c.case_id).where(GRANT.c.centre_id == _my_centre)
_criteria = with_loader_criteria(OfCase, _of_viewers_centre, include_aliases=True, track_closure_variables=False)


def protected_tables(metadata: MetaData = Base.metadata) -> list[Table]:
    """The tables whose rows belong to a case."""
    return [each for each in metadata.sorted_tables if each.info.get("rows") == "case"]

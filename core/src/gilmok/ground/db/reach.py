"""How a statement reaches the rows of cases: through a mapped class, which can be scoped, or past every class."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, Table, TableClause, TextClause, column, table
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.elements import ColumnClause
from sqlalchemy.sql.selectable import FromClause, Join
from sqlalchemy.sql.visitors import HasTraverseInternals

from gilmok.ground.db.tables import Base, OfCase

# The grants as the scoping condition itself reads them.
GRANT = table("case_grant", column("case_id"), column("centre_id"))


@dataclass
class Query:
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


def escapes_scope(statement: Any) -> bool:
    """Whether the statement has text in it, or reaches a case's rows other than through a mapped class."""
    if not hasattr(statement, "options"):
        return True
    queries: list[Query] = []
    return any(_is_raw(part) for part in parts_of(statement, queries)) or any(query.escapes for query in queries)


def parts_of(statement: Any, queries: list[Query]) -> Iterator[Any]:
    """Every part of the statement once for each query in which it stands; the queries are noted as they are met."""
    queries.append(Query(statement))
    waiting: list[tuple[Any, Query]] = [(statement, queries[0])]
    seen: set[tuple[int, int]] = set()
    while waiting:
        part, query = waiting.pop()
        yield part
        if isinstance(part, Select | UpdateBase) and part is not query.node:
            query = Query(part)
            queries.append(query)
        if (id(part), id(query)) not in seen:
            seen.add((id(part), id(query)))
            waiting += ((each, query) for each in _below(part, query))


def _below(part: Any, query: Query) -> Iterable[Any]:
    """What a part is made of."""
    if isinstance(part, Select):
        # Without the tables that its columns imply: those of classes are no bare tables.
        return HasTraverseInternals.get_children(part, omit_attrs=("_correlate", "_correlate_except"))
    if isinstance(part, FromClause | ColumnClause) and (entity := part._annotations.get("parententity")) is not None:
        return _below_class(entity, query)
    if isinstance(part, ColumnClause) and part.table is not None:
        return _below_column(part, query)
    return part.get_children() if hasattr(part, "get_children") else ()


def _below_class(entity: Any, query: Query) -> Iterable[Any]:
    """Nothing, if it is a class of cases: it brings its table and columns along, scoped."""
    if issubclass(entity.mapper.class_, OfCase):
        query.mapped.add(entity.selectable)
        return ()
    return (entity.selectable,) if entity.is_aliased_class else ()


def _below_column(part: Any, query: Query) -> Iterable[Any]:
    """The table of a bare column, unless it is a case's: that is noted."""
    if isinstance(part.table, Table) and is_of_case(part.table):
        query.bare.add(part.table)
        return ()
    return (part.table,)


def _is_raw(part: Any) -> bool:
    """Whether a part is text, a case's table itself, or a full join, which gives rows that no condition meets."""
    if isinstance(part, ColumnClause):
        return part.is_literal and part.name != "*"
    if isinstance(part, Join) and part.full:
        return True
    return isinstance(part, TextClause) or (is_of_case(part) and not part._annotations.get("parententity"))


def is_of_case(part: Any) -> bool:
    """Whether a part is a table whose rows belong to a case."""
    if not isinstance(part, TableClause) or part is GRANT:
        return False
    known = part if isinstance(part, Table) else Base.metadata.tables.get(part.name)
    return known is not None and known.info.get("rows") == "case"


def _joins_fully(node: Any) -> bool:
    return any(flags["full"] for *_join, flags in getattr(node, "_setup_joins", ()))

"""What the stages know of a case that its first page shows: each has a query for it, and all are asked as one.

A stage says what it asks, and reads its own answer; none knows of another, and the case of none.
"""

from collections.abc import Mapping
from functools import cache
from types import SimpleNamespace
from typing import Any

from flask import g
from sqlalchemy import Select, literal, select, true

from gilmok.ground.db import read
from gilmok.ground.web.request import db
from gilmok.journey.case.models import Case

FOUND = "found"
_queries: dict[str, Select[*tuple[Any, ...]]] = {}


def ask_beside(name: str, query: Select[*tuple[Any, ...]]) -> None:
    """Have this query asked for the first page of each case: it gives one row at most, of the case that is bound to
    `case`."""
    _queries[name] = query
    together.cache_clear()


def beside(case: Case, name: str) -> Any:
    """The row that the query of this name has of a case, with its columns by name; None without one."""
    known: dict[int, Mapping[str, Any]] = g.setdefault("beside_cases", {})
    if case.id not in known:
        row = read(db(), together(), {"case": case.id}).one()._asdict()
        known[case.id] = {each: part_of(row, each) for each in _queries}
    return known[case.id][name]


def part_of(row: Mapping[str, Any], name: str) -> SimpleNamespace | None:
    """What one query has of a row of all; None where it found nothing."""
    if row[f"{name}.{FOUND}"] is None:
        return None
    return SimpleNamespace(**{key.removeprefix(f"{name}."): row[key] for key in row if key.startswith(f"{name}.")})


@cache
def together() -> Select[*tuple[Any, ...]]:
    """All queries as one, that always gives one row."""
    source: Any = select(literal(1).label("one")).subquery("one")
    columns: list[Any] = []
    for name, query in _queries.items():
        part = query.add_columns(true().label(FOUND)).subquery(name)
        source = source.outerjoin(part, true())
        columns += [column.label(f"{name}.{column.key}") for column in part.c]
    return select(*columns).select_from(source)

"""Statements that a careless or hostile hand could write, each against each wall alone.

A statement is judged by what it tells: its rows before and after another centre takes in a case have to be the same.
"""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import (
    String,
    cast,
    column,
    exists,
    func,
    lateral,
    literal,
    literal_column,
    select,
    table,
    text,
    true,
    tuple_,
    union,
    values,
)
from sqlalchemy.orm import Bundle, aliased, load_only, undefer
from support.house import House, make_case

from gilmok.ground.access.models import Person
from gilmok.ground.db.scope import Unscoped, protected_tables, read
from gilmok.journey.case.models import Case, CaseGrant, Client

C, G = Case.__table__, CaseGrant.__table__
Other = aliased(Case)
light = table("case_file", column("id"), column("number"))
WHY = {"unscoped": "to see whether the second wall holds alone"}

READING: dict[str, Any] = {
    "entity": lambda: select(Case),
    "column": lambda: select(Case.number),
    "alias": lambda: select(Other.number),
    "alias of a table": lambda: select(C.alias("x").c.number),
    "alias of a table beside the class": lambda: select(C.alias("x").c.number, Case.id),
    "join of table and class": lambda: select(C.alias("x").c.number).join(Case, true(), isouter=True),
    "two classes in one row": lambda: select(Case.number, Other.number),
    "self join": lambda: select(Other.number).join(Case, Case.id == Other.id),
    "outer join": lambda: select(Person.login, Case.number).outerjoin(Case, true()),
    "full join": lambda: select(Person.login, Case.number).join(Case, Case.taken_in_by_id == Person.id, full=True),
    "relationship-less join": lambda: select(Person.login).join(Case, Case.taken_in_by_id == Person.id),
    "named only in a condition": lambda: select(Person.login).where(Person.id == Case.taken_in_by_id),
    "alias named only in a condition": lambda: select(Person.login).where(Person.id == Other.taken_in_by_id),
    "a literal where a case is named": lambda: select(literal(1)).where(Case.number != ""),
    "in the order of others": lambda: select(Person.login).order_by(
        select(func.count(Case.id)).where(Case.taken_in_by_id == Person.id).scalar_subquery().desc()
    ).limit(2),
    "in having": lambda: select(Person.role).group_by(Person.role).having(
        func.count() < select(func.count(Case.id)).scalar_subquery()
    ),
    "exists": lambda: select(exists().where(Case.topic == "dismissal")),
    "exists of a select": lambda: select(exists(select(Case.id).where(Case.topic == "dismissal"))),
    "exists as a condition": lambda: select(Person.login).where(exists().where(Case.taken_in_by_id == Person.id)),
    "in": lambda: select(Person.login).where(Person.id.in_(select(Case.taken_in_by_id))),
    "in a table": lambda: select(Person.login).where(Person.id.in_(select(C.c.taken_in_by_id))),
    "scalar": lambda: select(select(func.count(Case.id)).scalar_subquery()),
    "scalar beside an entity": lambda: select(Person.login, select(func.max(Case.number)).scalar_subquery()),
    "scalar of a table beside the class": lambda: select(
        Case.id, select(func.max(C.alias("x").c.number)).scalar_subquery()
    ),
    "correlated": lambda: select(
        Person.login, select(func.count(Case.id)).where(Case.taken_in_by_id == Person.id).scalar_subquery()
    ),
    "subquery": lambda: select(select(Case).subquery().c.number),
    "subquery with a star": lambda: select(literal_column("*")).select_from(select(Case.number).subquery()),
    "count of a subquery": lambda: select(func.count()).select_from(select(Case.id).subquery()),
    "subquery of a table": lambda: select(select(C.c.number).subquery().c.number),
    "alias of a subquery": lambda: select(aliased(Case, select(Case).subquery()).number),
    "class on a table's subquery": lambda: select(aliased(Case, select(C).subquery()).number),
    "cte": lambda: select(select(Case.number).cte().c.number),
    "recursive cte": lambda: recursive(),
    "union": lambda: union(select(Case.number), select(Case.number)),
    "union with a table": lambda: select(Case.number).union_all(select(C.c.number)),
    "intersection": lambda: select(Case.number).intersect(select(Case.number)),
    "union in a subquery": lambda: select(select(Case.id).union(select(CaseGrant.case_id)).subquery().c.id),
    "lateral": lambda: select(Person.login, lateral(select(Case.number).where(Case.taken_in_by_id == Person.id)).c[0]),
    "window": lambda: select(func.row_number().over(order_by=Case.id), func.lag(Case.number).over(order_by=Case.id)),
    "count": lambda: select(func.count()).select_from(Case),
    "count of ids": lambda: select(func.count(Case.id)),
    "count of a table": lambda: select(func.count()).select_from(C),
    "aggregate": lambda: select(func.string_agg(Case.number, ",")),
    "json of a row": lambda: select(func.to_jsonb(C.table_valued())),
    "bundle": lambda: select(Bundle("b", Case.number, Case.topic)),
    "cast": lambda: select(cast(Case.facts, String)),
    "case in a function": lambda: select(func.coalesce(Case.number, "")),
    "tuple": lambda: select(tuple_(Case.id, Case.number).in_([(1, "T")])),
    "some columns": lambda: select(Case).options(load_only(Case.number), undefer(Case.topic)),
    "with only columns": lambda: select(Person).with_only_columns(Case.number),
    "with only raw columns": lambda: select(Case).with_only_columns(C.c.number),
    "raw column beside an entity": lambda: select(Case.id, C.c.number),
    "class from a raw statement": lambda: select(Case).from_statement(select(C)),
    "class from its own statement": lambda: select(Case).from_statement(select(Case)),
    "class from text": lambda: select(Case).from_statement(text("SELECT * FROM case_file")),
    "text with columns": lambda: text("SELECT number FROM case_file").columns(Case.number),
    "text as a condition": lambda: select(Person.login).where(
        text("EXISTS (SELECT 1 FROM case_file WHERE topic = 'dismissal')")
    ),
    "text as a column": lambda: select(text("number")).select_from(Case),
    "a light table": lambda: select(light.c.number),
    "a light table beside the class": lambda: select(light.alias().c.number, Case.id),
    "a literal column": lambda: select(literal_column("(SELECT string_agg(number, ',') FROM case_file)")),
    "a literal column beside an entity": lambda: select(
        Case.id, literal_column("(SELECT string_agg(number, ',') FROM case_file)")
    ),
    "tablesample": lambda: select(Case.number).select_from(C.tablesample(func.bernoulli(100))),
    "values joined": lambda: select(Case.number).join(values(column("n"), name="v").data([(1,)]), true()),
    "for update": lambda: select(Case.number).with_for_update(),
    "distinct": lambda: select(Case.topic).distinct(),
    "grants": lambda: select(CaseGrant.case_id, CaseGrant.centre_id),
    "client joined to a raw case": lambda: select(Client.case_id, C.c.number).join_from(
        C, Client, true(), isouter=True
    ),
}


def recursive() -> Any:
    first = select(Case.id, Case.number).cte(recursive=True)
    return select(first.union(select(Case.id, Case.number).join(first, first.c.id != Case.id)).c.number)


def told(session: Any, statement: Any, **options: Any) -> list[str]:
    """What a statement says, in an order that does not matter."""
    return sorted(map(saying, session.execute(statement, execution_options=options)))


def saying(row: Any) -> str:
    return repr([each.number if isinstance(each, Case) else each for each in row])


def without_row_security(house: House) -> None:
    with house.job() as session:
        for each in protected_tables():
            session.execute(text(f"RESET ROLE; ALTER TABLE {each.name} DISABLE ROW LEVEL SECURITY"))
        session.commit()


def before_and_after(house: House, ask: Callable[[Any], list[str]]) -> tuple[list[str], list[str]]:
    """What 중랑 is told before and after 관악 takes in a case."""
    make_case(house, "jungnang")
    with house.session("jungnang") as session:
        before = ask(session)
    make_case(house, "sangdam", topic="dismissal")
    with house.session("jungnang") as session:
        return before, ask(session)


@pytest.mark.filterwarnings("ignore:.*cartesian product")
@pytest.mark.parametrize("name", READING)
def test_the_session_alone_tells_nothing_of_another_centres_case(house: House, name: str) -> None:
    without_row_security(house)
    statement = READING[name]()
    try:
        before, after = before_and_after(house, lambda session: told(session, statement))
    except Unscoped:
        return
    assert before == after


@pytest.mark.filterwarnings("ignore:.*cartesian product")
@pytest.mark.parametrize("name", READING)
def test_a_kept_query_alone_tells_nothing_either(house: House, name: str) -> None:
    without_row_security(house)
    statement = READING[name]()
    try:
        before, after = before_and_after(house, lambda session: sorted(map(saying, read(session, statement, {}))))
    except Unscoped:
        return
    assert before == after


@pytest.mark.filterwarnings("ignore:.*cartesian product")
@pytest.mark.parametrize("name", READING)
def test_row_security_alone_tells_nothing_of_another_centres_case(house: House, name: str) -> None:
    before, after = before_and_after(house, lambda session: told(session, READING[name](), **WHY))
    assert before == after


@pytest.mark.filterwarnings("ignore:.*cartesian product")
@pytest.mark.parametrize("name", READING)
def test_without_either_wall_each_statement_would_tell(house: House, name: str) -> None:
    without_row_security(house)
    before, after = before_and_after(house, lambda session: told(session, READING[name](), **WHY))
    assert before != after

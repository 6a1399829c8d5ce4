"""Two walls between centres: each holds alone, and each is shown to be what holds."""

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, ProgrammingError
from support.house import House, make_case

from gilmok.ground.db import Base, Unscoped, protected_tables
from gilmok.journey.case.models import Case, CaseGrant, CaseKey, Client

WHY = {"unscoped": "to see whether the second wall holds alone"}
RAW = [
    select(Case.__table__),
    select(Client.__table__.c.case_id),
    select(CaseGrant.__table__.c.case_id).where(CaseGrant.__table__.c.centre_id == "gwanak"),
    text("SELECT id FROM case_file"),
    text("SELECT case_id FROM case_grant"),
]


@pytest.mark.parametrize("statement", RAW, ids=str)
def test_a_statement_that_cannot_be_scoped_is_refused(house: House, statement: object) -> None:
    with house.session("sangdam") as session, pytest.raises(Unscoped):
        session.execute(statement)


@pytest.mark.parametrize("statement", RAW, ids=str)
def test_row_security_hides_another_centres_case_from_any_statement(house: House, statement: object) -> None:
    make_case(house, "sangdam")
    with house.session("jungnang") as session:
        assert session.execute(statement, execution_options=WHY).all() == []


@pytest.mark.parametrize("statement", RAW[:1], ids=str)
def test_row_security_shows_a_centre_its_own(house: House, statement: object) -> None:
    case = make_case(house, "sangdam")
    with house.session("sangdam") as session:
        assert [row.id for row in session.execute(statement, execution_options=WHY)] == [case.id]


QUERIES = [
    select(Case),
    select(Case.id),
    select(Case.number).where(Case.id > 0),
    select(CaseGrant.case_id),
    select(Case.id).join(CaseGrant, CaseGrant.case_id == Case.id),
    select(Case.id).where(Case.id.in_(select(CaseGrant.case_id))),
    select(Case.id).union_all(select(Case.id)),
]


def without_row_security(house: House) -> None:
    """Open the second wall for this test's transaction."""
    with house.job() as session:
        for table in protected_tables():
            session.execute(text(f"RESET ROLE; ALTER TABLE {table.name} DISABLE ROW LEVEL SECURITY"))
        session.commit()


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_session_hides_another_centres_case_without_row_security(house: House, query: object) -> None:
    make_case(house, "sangdam")
    without_row_security(house)
    with house.session("jungnang") as session:
        assert session.execute(query).all() == []


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_session_shows_a_centre_its_own_case(house: House, query: object) -> None:
    make_case(house, "sangdam")
    with house.session("sangdam") as session:
        assert session.execute(query).all()


def test_without_row_security_a_raw_statement_would_leak(house: House) -> None:
    make_case(house, "sangdam")
    without_row_security(house)
    with house.session("jungnang") as session:
        assert session.execute(RAW[0], execution_options=WHY).all()


def test_a_case_of_another_centre_cannot_be_fetched_by_its_id(house: House) -> None:
    case = make_case(house, "sangdam")
    with house.session("jungnang") as session:
        assert session.get(Case, case.id) is None


def test_a_case_of_another_centre_cannot_be_changed(house: House) -> None:
    case = make_case(house, "sangdam")
    with house.session("jungnang") as session:
        session.execute(update(Case).where(Case.id == case.id).values(topic="tax"))
        session.commit()
    with house.session("sangdam") as session:
        assert session.get_one(Case, case.id).topic == "unpaid_wages"


def test_a_centre_cannot_give_itself_another_centres_case(house: House) -> None:
    case = make_case(house, "sangdam")
    with house.session("jungnang") as session:
        session.add(CaseGrant(centre_id="jungnang", case_id=case.id, status="waiting", created=case.received_at))
        with pytest.raises(ProgrammingError, match="row-level security"):
            session.flush()


def test_a_centre_cannot_store_a_case_in_anothers_name(house: House) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"):
        make_case(house, "sangdam", centre_id="jungnang")


def test_a_key_cannot_be_stored_for_another_centres_case(house: House) -> None:
    case = make_case(house, "sangdam")
    with house.session("jungnang") as session:
        session.add(CaseKey(case_id=case.id, wrapped=b"planted"))
        with pytest.raises(ProgrammingError, match="row-level security"):
            session.flush()


def test_an_official_sees_no_case(house: House) -> None:
    make_case(house, "sangdam")
    with house.session("sicheong") as session:
        assert session.scalars(select(Case)).all() == []


def test_the_access_log_can_be_added_to_and_not_read_or_changed_by_the_web(house: House) -> None:
    for statement in ("SELECT * FROM access_log", "DELETE FROM access_log", "UPDATE access_log SET action = ''"):
        with house.session("sangdam") as session, pytest.raises(DBAPIError, match="permission denied"):
            session.execute(text(statement), execution_options=WHY)


def test_every_table_of_a_case_forces_row_security(house: House) -> None:
    forced = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    with house.job() as session:
        assert {table.name for table in protected_tables()} <= set(session.scalars(forced))


def test_every_table_that_refers_to_a_case_is_protected_by_row() -> None:
    protected = {table.name for table in protected_tables()}
    for table in Base.metadata.sorted_tables:
        refers = any(key.column.table.name == "case_file" for key in table.foreign_keys)
        assert not refers or table.name in protected, table.name


def test_the_webs_role_is_neither_owner_nor_superuser(house: House) -> None:
    role = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'gilmok_web'")
    owned = text("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = 'gilmok_web'")
    with house.job() as session:
        assert session.scalar(role) is False
        assert session.scalar(owned) == 0


def test_who_asks_is_forgotten_at_the_end_of_the_transaction(house: House) -> None:
    centre = text("SELECT current_setting('gilmok.centre', true)")
    with house.session("sangdam") as session:
        assert session.scalar(centre, execution_options=WHY) == "gwanak"
    with house.session("jungnang") as session:
        assert session.scalar(centre, execution_options=WHY) == "jungnang"

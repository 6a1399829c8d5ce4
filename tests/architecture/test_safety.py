"""Nothing is open because somebody forgot: every view names its permission, every table of a case is protected."""

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import Connection, inspect, text
from support.source import product

from gilmok.ground.access.policy import POLICY, OwnPermission, Permission
from gilmok.ground.db import Base, DatabaseRole, protected_tables
from gilmok.ground.web.request import permission_of
from gilmok.journey import core_module
from gilmok.models import CORE_MODELS
from gilmok.modules.kit.tables import of_a_case, said_of
from gilmok.modules.registry import Registry
from gilmok.modules.stored import import_tables

WEB = {"role": DatabaseRole.WEB}
BY_COLUMN = (
    "SELECT table_name, privilege_type, column_name FROM information_schema.role_column_grants"
    " WHERE grantee = :role AND table_schema = 'public' AND table_name "
)
GRANTS, JOB_GRANTS = text(BY_COLUMN + "NOT LIKE 'procrastinate%'"), text(BY_COLUMN + "LIKE 'procrastinate%'")
DELETES = text(
    "SELECT table_name FROM information_schema.role_table_grants"
    " WHERE grantee = :role AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE')"
)


@pytest.fixture(scope="module", autouse=True)
def tables_of_modules() -> None:
    """The tables of the installed modules are known, whichever tests ran before."""
    import_tables(Registry.load(core=core_module))


def test_every_view_names_its_permission(app: Flask) -> None:
    needed = {name: permission_of(view) for name, view in app.view_functions.items()}
    assert [name for name, each in needed.items() if not isinstance(each, Permission | OwnPermission)] == []


def test_every_permission_has_its_line_in_the_policy() -> None:
    assert set(Permission) - set(POLICY) == {Permission.PUBLIC}
    assert [permission for permission, ways in POLICY.items() if not ways or not all(ways)] == []


def test_every_permission_is_asked_for_somewhere() -> None:
    code = "".join(each.text for each in product() if not each.where.endswith("access/policy.py"))
    assert [each for each in Permission if f"Permission.{each.name}" not in code and f"P.{each.name}" not in code] == []


def test_every_module_with_tables_is_known_to_migrations() -> None:
    known = {module.__name__ for module in CORE_MODELS}
    core = [each for each in product() if each.name.startswith("gilmok.")]
    assert {each.name for each in core if "__tablename__ =" in each.text} - known == set()


def test_every_table_that_hangs_on_a_case_says_so() -> None:
    silent = [each.name for each in Base.metadata.sorted_tables if each.info.get("rows") != "case" and of_a_case(each)]
    assert silent == []


def test_postgres_forces_row_security_on_every_table_of_a_case(connection: Connection) -> None:
    statement = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    assert {each.name for each in protected_tables()} - set(connection.scalars(statement)) == set()


def test_postgres_forces_row_security_on_every_table_of_a_centre(connection: Connection) -> None:
    owned = {each for each in Base.metadata.sorted_tables if each.info.get("rows") == "centre"}
    statement = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    assert {each.name for each in owned} - set(connection.scalars(statement)) == set()
    assert [each.name for each in owned if "centre_id" not in each.c] == []


def test_every_table_of_a_case_in_the_database_is_one_that_we_know(connection: Connection) -> None:
    statement = text("SELECT table_name FROM information_schema.columns WHERE column_name = 'case_id'")
    there = {name for name in connection.scalars(statement) if not name.startswith("procrastinate")}
    assert there - {each.name for each in protected_tables()} == set()


def test_the_webs_role_may_do_what_the_tables_say_and_nothing_else(connection: Connection) -> None:
    said = {each for table in Base.metadata.sorted_tables for each in said_of(table) if each[1] != "DELETE"}
    # `/readyz` looks whether the schema is this version's.
    said |= {("alembic_version", "SELECT", "version_num")}
    assert {tuple(row) for row in connection.execute(GRANTS, WEB)} ^ said == set()


def test_the_webs_role_may_delete_drafts_used_codes_and_names_that_are_to_go_alone(connection: Connection) -> None:
    # Names: row security lets a centre remove its own alone; a job, which anybody may add, would pass that wall.
    assert set(connection.scalars(DELETES, WEB)) == {"intake_draft", "survey_code", "served_name", "registrant"}


def test_of_jobs_the_webs_role_may_add_one_and_learn_its_number(connection: Connection) -> None:
    may = {tuple(row) for row in connection.execute(JOB_GRANTS, WEB)}
    assert {each for each in may if each[1] != "INSERT"} == {("procrastinate_jobs", "SELECT", "id")}
    assert {table for table, _word, _column in may} == {"procrastinate_jobs", "procrastinate_events"}


def test_the_webs_role_is_neither_owner_nor_superuser(connection: Connection) -> None:
    role = connection.execute(
        text("SELECT rolsuper, rolbypassrls, rolcreaterole, rolcanlogin FROM pg_roles WHERE rolname = :role"), WEB,
    ).one()
    assert not any(role)
    assert connection.scalars(text("SELECT tablename FROM pg_tables WHERE tableowner = :role"), WEB).all() == []


def test_the_migrations_make_what_the_models_say(connection: Connection) -> None:
    ours = set(Base.metadata.tables)
    context = MigrationContext.configure(connection, opts={
        "include_name": lambda name, kind, _: kind != "table" or name in ours, "compare_type": True,
    })
    assert compare_metadata(context, Base.metadata) == []
    assert ours <= set(inspect(connection).get_table_names())


def test_nothing_leads_past_the_first_wall_but_the_rooms_that_build_it() -> None:
    """These go to the database without asking the session: only the second wall would hold."""
    past = re.compile(r"\.connection\(\)|exec_driver_sql|\.bulk_\w+\(|\.get_bind\(\)|session\.bind\b|raw_connection")
    builders = ("ground/db/", "migrations/")
    found = [each.where for each in product() if past.search(each.text) and not any(b in each.where for b in builders)]
    assert found == []

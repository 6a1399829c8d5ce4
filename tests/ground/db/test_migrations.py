"""The revisions lead to the tables that the code knows, and a database can tell how far it is."""

from alembic import command
from sqlalchemy import create_engine, text

from gilmok.ground.db import migrate


def test_the_revisions_lead_to_the_tables_of_the_models(furnished_url: str) -> None:
    command.check(migrate.config(furnished_url))


def test_a_database_of_this_version_has_what_it_needs(furnished_url: str) -> None:
    has, needs = migrate.revisions(furnished_url)
    assert has == needs is not None


def test_an_empty_database_has_nothing_yet(server_url: str) -> None:
    assert migrate.revisions(server_url)[0] is None


def test_upgrading_twice_changes_nothing(furnished_url: str) -> None:
    migrate.upgrade(furnished_url)
    engine = create_engine(furnished_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1
    engine.dispose()

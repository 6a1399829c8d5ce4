"""The revisions lead to the tables that the code knows, and a database can tell how far it is."""

from alembic import command
from sqlalchemy import create_engine, text
from support.house import new_database

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


def test_tasks_and_appointments_of_before_they_could_be_changed_are_first_versions(
    server_url: str, worker_id: str
) -> None:
    with new_database(server_url, f"gilmok_before_moves_{worker_id}") as url:
        command.upgrade(migrate.config(url), "0007")
        engine = create_engine(url)
        with engine.begin() as connection:
            # What they belong to does not matter here.
            connection.execute(text("SET session_replication_role = replica"))
            connection.execute(text(
                "INSERT INTO task (case_id, key, title, owner_id, made_at, made_by_id)"
                " VALUES (1, gen_random_uuid(), 'x', 1, now(), 1)"
            ))
            connection.execute(text(
                "INSERT INTO appointment (case_id, key, centre_id, person_id, at, until, channel, room, made_at,"
                " made_by_id) VALUES (1, gen_random_uuid(), 'gwanak', 1, now(), now() + interval '1 hour', 'visit', '',"
                " now(), 1)"
            ))
        migrate.upgrade(url)
        with engine.begin() as connection:
            for table in ("task", "appointment"):
                stored = connection.execute(text(f"SELECT version, replaced_at FROM {table}")).all()
                assert stored == [(1, None)]
        engine.dispose()

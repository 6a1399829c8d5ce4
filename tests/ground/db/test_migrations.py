"""The revisions lead to the tables that the code knows, and a database can tell how far it is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from sqlalchemy import Connection, create_engine, text
from support.house import new_database

import gilmok
from gilmok.ground.db import migrate

VERSIONS = Path(gilmok.__file__).parent / "migrations" / "versions"


@contextmanager
def before(server_url: str, name: str, revision: str) -> Iterator[tuple[str, Connection]]:
    """A database at an earlier revision, and a connection on which what rows belong to does not matter; what is stored
    on it is there when the block commits it."""
    with new_database(server_url, name) as url:
        command.upgrade(migrate.config(url), revision)
        engine = create_engine(url)
        with engine.connect() as connection:
            connection.execute(text("SET session_replication_role = replica"))
            yield url, connection
        engine.dispose()


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


CHANGING = re.compile(r"""["'](?:UPDATE|DELETE|INSERT INTO) """)


def test_what_is_done_to_rows_is_done_as_who_sees_them() -> None:
    changing = [each for each in VERSIONS.glob("*.py") if CHANGING.search(each.read_text("utf-8"))]
    assert changing
    assert [each.name for each in changing if "in on_rows(" not in each.read_text("utf-8")] == []


def test_grants_of_before_they_repeated_topics_have_them(server_url: str, worker_id: str) -> None:
    with before(server_url, f"gilmok_before_topics_{worker_id}", "0019") as (url, connection):
        for key, topic in ((1, "harassment"), (2, "unknown")):
            connection.execute(text(CASE).bindparams(id=key, topic=topic))
            connection.execute(text(GRANT).bindparams(id=key))
        connection.commit()
        migrate.upgrade(url)
        stored = connection.execute(text("SELECT case_id, topic FROM case_grant ORDER BY case_id")).all()
        assert stored == [(1, "harassment"), (2, "unknown")]


CASE = (
    "INSERT INTO case_file (id, number, centre_id, intake_centre_id, taken_in_by_id, received_at, received_on, stage,"
    " topic, urgency, anonymous, facts, version) VALUES (:id, CAST(:id AS text), 'gwanak', 'gwanak', 1, now(), now(),"
    " 'waiting', :topic, 'normal', false, '{}', 1)"
)
GRANT = "INSERT INTO case_grant (centre_id, case_id, status, created) VALUES ('gwanak', :id, 'waiting', now())"


PROVING = (
    "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status) VALUES ('default',"
    " 'gilmok.journey.routing.jobs.prove_receipt', jsonb_build_object('receipt', CAST(:id AS bigint)),"
    " CAST(:status AS procrastinate_job_status))"
)


def test_a_receipt_whose_proof_had_not_come_to_its_end_is_looked_at_and_no_other(
    server_url: str, worker_id: str
) -> None:
    with before(server_url, f"gilmok_before_proofs_{worker_id}", "0021") as (url, connection):
        ids = connection.scalars(text(
            "INSERT INTO decision (case_id, at, person_id, kind, status, receipt)"
            " SELECT 1, now(), 1, 'proposed', 'routed', '{}' FROM generate_series(1, 5) RETURNING id"
        )).all()
        for receipt, status in zip(ids, ("succeeded", "todo", "doing", "failed"), strict=False):
            connection.execute(text(PROVING).bindparams(id=receipt, status=status))
        connection.commit()
        migrate.upgrade(url)
        waiting = text("SELECT id FROM decision WHERE replayed_at IS NULL ORDER BY id")
        assert connection.scalars(waiting).all() == ids[1:4]
        assert connection.scalars(text("SELECT status::text FROM procrastinate_jobs")).all() == ["succeeded"]

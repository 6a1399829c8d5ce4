"""Jobs leave with their commit and not otherwise, and are carried out as their own database role."""

import time
from collections.abc import Callable
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Engine, select, text
from support.casework import taken_in
from support.house import House

from gilmok.ground import clock, jobs
from gilmok.ground.audit import AccessLog
from gilmok.ground.db import JOB, Database
from gilmok.ground.working import working_beside
from gilmok.journey import core_module
from gilmok.journey import rooms as journey
from gilmok.journey.case.service import settle_in
from gilmok.journey.intake.jobs import sweep, sweep_old
from gilmok.journey.intake.models import Draft
from gilmok.journey.routing import jobs as proofs
from gilmok.journey.routing.models import DecisionReceipt
from gilmok.modules.registry import Registry
from gilmok.programmes import rooms as programmes
from gilmok.report import rooms as report

WAITING = text("SELECT task_name, args FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id")

# What succeeded is deleted.
LEFT = text("SELECT task_name, status FROM procrastinate_jobs")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load(core=core_module)


def waiting(house: House) -> list[tuple[str, dict[str, Any]]]:
    with house.job() as session:
        return [(row.task_name, row.args) for row in session.execute(WAITING)]


def test_a_job_leaves_with_the_commit_of_what_it_follows_from(house: House) -> None:
    with house.session("sangdam") as session:
        jobs.defer(session, settle_in, case_id=7)
        session.commit()
    assert waiting(house) == [(settle_in.name, {"case_id": 7})]


def test_a_job_of_a_change_that_was_undone_never_was(house: House) -> None:
    with house.session("sangdam") as session:
        jobs.defer(session, settle_in, case_id=7)
    assert waiting(house) == []


ALL_AT_ONCE, ONE_BY_ONE = 500, 1


@pytest.mark.parametrize("together", [ALL_AT_ONCE, ONE_BY_ONE])
def test_each_decision_is_proven_once(
    house: House, registry: Registry, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr(proofs, "TOGETHER", together)
    for _case in range(3):
        taken_in(house, registry)
    assert waiting(house) == []
    found = [prove(house, registry) for _time in range(4)]
    assert found == ([3, 0, 0, 0] if together == ALL_AT_ONCE else [1, 1, 1, 0])
    assert differing(house) == []
    with house.job() as session:
        assert all(session.scalars(select(DecisionReceipt.replayed_at)))


CHANGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "another target": lambda receipt: {**receipt, "target": "core.legal_aid"},
    "other facts": lambda receipt: {**receipt, "facts": {}},
    "no facts": lambda receipt: {name: value for name, value in receipt.items() if name != "facts"},
    "no rulebook": lambda receipt: {name: value for name, value in receipt.items() if name != "rulebook"},
    "nothing of a receipt": lambda _receipt: None,
    "a list": lambda receipt: [*receipt],
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_receipt_that_was_changed_does_not_replay_and_the_others_do(
    house: House, registry: Registry, change: str
) -> None:
    cases = [taken_in(house, registry).id for _case in range(3)]
    with house.job() as session:
        kept = session.scalars(select(DecisionReceipt).where(DecisionReceipt.case_id == cases[0])).one()
        kept.receipt = CHANGES[change](kept.receipt)
        session.commit()
    assert prove(house, registry) == 3
    assert differing(house) == [[cases[0]]]


def test_nothing_is_said_against_a_receipt_of_another_rulebook(house: House, registry: Registry) -> None:
    taken_in(house, registry)
    with house.job() as session:
        kept = session.scalars(select(DecisionReceipt)).one()
        kept.receipt = {**kept.receipt, "rulebook": "another", "target": "core.legal_aid"}
        session.commit()
    assert prove(house, registry) == 1
    assert differing(house) == []


def test_the_proofs_go_on_until_nothing_waits(
    house: House, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proofs, "TOGETHER", 1)
    for _case in range(3):
        taken_in(house, registry)
    told = {"database": house.installed.database, "registry": registry}
    proofs.prove_receipts.func(SimpleNamespace(additional_context=told))
    assert prove(house, registry) == 0


def prove(house: House, registry: Registry) -> int:
    with house.job() as session:
        found = proofs.prove_next(session, registry)
        session.commit()
    return found


def differing(house: House) -> list[list[int]]:
    """The cases of which the log says that a receipt differs."""
    with house.job() as session:
        return list(session.scalars(select(AccessLog.cases).where(AccessLog.action == "receipt_differs")))


def test_sweeping_takes_old_drafts_and_leaves_new_ones(house: House) -> None:
    old = text(
        "INSERT INTO intake_draft (key, person_id, centre_id, saved_at, wrapped, fields)"
        " SELECT gen_random_uuid(), id, 'gwanak', :now - days * interval '1 day', '', ''"
        " FROM person, (VALUES (1), (20)) AS ages(days) WHERE login = 'sangdam'"
    )
    with house.job() as session:
        session.execute(old, {"now": clock.now()})
        sweep_old(session)
        assert len(session.scalars(select(Draft)).all()) == 1


def test_a_worker_carries_out_what_waits(furnished_url: str, house_engine: Engine, registry: Registry) -> None:
    database = Database(house_engine)
    with database.session(JOB) as session:
        for task in (sweep, proofs.prove_receipts):
            jobs.defer(session, task, timestamp=0)
        session.commit()
    try:
        with working_beside(furnished_url, {"database": database, "registry": registry}):
            assert worked_off(database)
        with database.session(JOB) as session:
            assert session.execute(LEFT).all() == []
    finally:
        with database.session(JOB) as session:
            session.execute(text("DELETE FROM procrastinate_jobs"))
            session.commit()


def worked_off(database: Database, *, seconds: float = 30) -> bool:
    """Whether nothing waits any more, at the latest after these seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with database.session(JOB) as session:
            if not session.execute(WAITING).all():
                return True
        time.sleep(0.05)
    return False


def test_what_is_done_each_night_is_done_before_anybody_is_at_work_in_seoul() -> None:
    assert all(room.JOBS for room in (journey, programmes, report))
    nightly = [each for each in jobs.jobs.periodic_registry.periodic_tasks.values() if not each.cron.startswith("*")]
    begins = {each.task.name: each.croniter.get_next(ret_type=float, start_time=0) for each in nightly}
    assert len(begins) > 5
    at = {name: datetime.fromtimestamp(moment, clock.SEOUL).hour for name, moment in begins.items()}
    assert {name: hour for name, hour in at.items() if hour > 4} == {}

"""What is switched on is kept in rows that are only added; every process sees a change at its next request."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError
from support.house import House
from support.modules import made_module

from gilmok.ground.db import ViewerSession
from gilmok.journey.routing import queries as routing
from gilmok.modules import queries
from gilmok.modules.activation import Activations, shipped_rows
from gilmok.modules.queries import activations, activations_at, history, suspensions
from gilmok.modules.registry import Registry
from gilmok.modules.service import apply, resume, suspend
from gilmok.modules.things import Activation

REGISTRY = Registry.load(entry_points=[made_module("pilot"), made_module("shoes")])
DAY = date(2026, 6, 1)
PILOT = Activation(module="pilot", region="northeast", starts_on=date(2026, 1, 1))


def switch(house: House, *rows: Activation, note: str = "") -> int:
    with house.session("sicheong") as session:
        version = apply(session, rows, by=house.people["sicheong"].id, note=note)
        session.commit()
    return version


def now(house: House) -> Activations:
    with house.session("sangdam") as session:
        return activations(session, REGISTRY)


class Emptied(dict[Any, Any]):
    """A shelf that another thread empties as soon as something is put on it."""

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key, value)
        self.clear()


def test_what_another_thread_takes_off_the_shelf_is_given_all_the_same(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "_kept", Emptied())
    monkeypatch.setattr(routing, "_compiled", Emptied())
    assert now(house).rows == shipped_rows()
    assert routing.rulebook_of(REGISTRY, ()).rules == REGISTRY.rules


def stop(house: House, module: str) -> None:
    with house.session("unyeong") as session:
        suspend(session, module, by=house.people["unyeong"].id, note="it fails")
        session.commit()


def test_a_database_in_which_nothing_was_said_has_what_is_shipped(house: House) -> None:
    assert (now(house).rows, now(house).version) == (shipped_rows(), 0)


def test_what_is_shipped_is_not_read_again_either(house: House) -> None:
    assert now(house) is now(house)


def test_the_first_change_keeps_what_is_shipped_as_rows_of_its_own(house: House) -> None:
    assert switch(house, PILOT) == 2
    assert now(house).rows == (*shipped_rows(), PILOT)


def test_every_process_sees_a_change_at_its_next_request(house: House) -> None:
    with house.session("sangdam") as other:
        assert "pilot" not in activations(other, REGISTRY).active("northeast", DAY)
        switch(house, PILOT)
        assert "pilot" in activations(other, REGISTRY).active("northeast", DAY)


def test_without_a_change_the_rows_are_not_read_again(house: House) -> None:
    switch(house, PILOT)
    assert now(house) is now(house)


def test_what_was_not_committed_holds_for_nobody(house: House) -> None:
    switch(house, PILOT)
    with house.session("sicheong") as session:
        apply(session, [Activation(module="shoes", region="northeast", starts_on=DAY)], by=None, note="")
        session.rollback()
    assert "shoes" not in now(house).active("northeast", DAY)


def test_a_decision_can_be_replayed_with_what_was_on_when_it_was_made(house: House) -> None:
    first = switch(house, PILOT)
    switch(house, Activation(module="pilot", region="northeast", starts_on=DAY, scope=()))
    stop(house, "shoes")
    with house.job() as session:
        assert "pilot" in activations_at(session, REGISTRY, first).active("northeast", DAY)
        assert activations_at(session, REGISTRY, first).suspended == frozenset()
        assert activations_at(session, REGISTRY, 0).rows == shipped_rows()
    assert "pilot" not in now(house).active("northeast", DAY)


def test_every_part_of_a_row_survives_the_database(house: House) -> None:
    row = Activation(
        module="pilot", region="northeast", centre="jungnang", starts_on=DAY, ends_on=DAY, scope=("harm", "monitoring"),
    )
    switch(house, row)
    assert now(house).rows[-1] == row


def test_who_changed_what_and_why_stays_readable(house: House) -> None:
    switch(house, PILOT, note="letter 1")
    with house.session("sangdam") as session:
        newest = history(session, "pilot")[0]
    assert (newest.note, newest.changed_by, newest.version) == ("letter 1", house.people["sicheong"].id, 2)


def test_a_suspended_module_is_off_until_it_is_resumed(house: House) -> None:
    switch(house, PILOT)
    stop(house, "pilot")
    assert "pilot" not in now(house).active("northeast", DAY)
    with house.session("unyeong") as session:
        resume(session, "pilot", by=None, note="")
        session.commit()
        assert not suspensions(session)["pilot"].suspended
    assert "pilot" in now(house).active("northeast", DAY)


@pytest.mark.parametrize("statement", ["UPDATE {} SET note = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize("table", ["module_activation", "module_suspension"])
def test_the_web_can_neither_change_nor_remove_a_row(house: House, table: str, statement: str) -> None:
    with house.session("sicheong") as session, pytest.raises(ProgrammingError, match="permission denied"):
        ran(session, statement.format(table))


def ran(session: ViewerSession, statement: str) -> None:
    """Run it past the scope of queries, as someone would who got hold of the session."""
    session.connection().execute(text(statement))

"""When one may register, who gets a place, who moves up: pure, without a database."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.programmes.calendar import month, week
from gilmok.programmes.gatherings.rules import Session, Standing, State, moving_up, sessions_of, standing, state_of_new

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # noon in Seoul


def gathering(**more: Any) -> Any:
    """A published one that begins in a week."""
    usual = {"cancelled_at": None, "published_at": NOW - timedelta(days=9), "open_until": None,
             "starts_at": NOW + timedelta(days=7), "ends_at": NOW + timedelta(days=8)}
    return SimpleNamespace(**{**usual, **more})


@pytest.mark.parametrize(("more", "stands"), [
    ({}, Standing.OPEN),
    ({"published_at": None}, Standing.DRAFT),
    ({"cancelled_at": NOW}, Standing.CANCELLED),
    ({"open_until": date(2026, 11, 25)}, Standing.OPEN),
    ({"open_until": date(2026, 11, 24)}, Standing.CLOSED),
    ({"starts_at": NOW}, Standing.CLOSED),
    ({"starts_at": NOW, "open_until": date(2026, 12, 1)}, Standing.OPEN),
    ({"starts_at": NOW - timedelta(days=9), "ends_at": NOW}, Standing.OVER),
])
def test_how_a_gathering_stands(more: dict[str, Any], stands: Standing) -> None:
    assert standing(gathering(**more), NOW) is stands


def test_the_last_day_to_register_ends_at_midnight_in_seoul() -> None:
    last = gathering(open_until=date(2026, 11, 25))
    assert standing(last, datetime(2026, 11, 25, 14, 59, tzinfo=UTC)) is Standing.OPEN
    assert standing(last, datetime(2026, 11, 25, 15, 0, tzinfo=UTC)) is Standing.CLOSED


@pytest.mark.parametrize(("places", "taken", "waiting", "state"), [
    (None, 500, 0, State.REGISTERED), (2, 1, 0, State.REGISTERED), (2, 2, 0, State.WAITING),
    (2, 1, 1, State.WAITING), (2, 3, 0, State.WAITING),
])
def test_nobody_is_let_in_before_those_who_wait(places: int | None, taken: int, waiting: int, state: State) -> None:
    assert state_of_new(places, taken=taken, waiting=waiting) is state


@given(st.none() | st.integers(1, 50), st.integers(0, 60), st.integers(0, 60))
def test_after_moving_up_no_place_is_free_while_somebody_waits(places: int | None, taken: int, waiting: int) -> None:
    up = moving_up(places, taken=taken, waiting=waiting)
    assert 0 <= up <= waiting
    assert places is None or up == 0 or taken + up <= places
    assert up == waiting or (places is not None and taken + up >= places)


def test_sessions_come_back_as_they_were_stored_by_time() -> None:
    late, early = (
        Session(number=number, at=NOW + timedelta(days=days), until=NOW + timedelta(days=days, hours=2), place="3층")
        for number, days in ((1, 3), (2, 1))
    )
    assert sessions_of([late.stored(), early.stored()]) == [early, late]


def test_a_month_and_a_week_know_their_neighbours() -> None:
    assert (month(date(2026, 12, 31)).first, month(date(2026, 12, 31)).end) == (date(2026, 12, 1), date(2027, 1, 1))
    assert month(date(2027, 1, 5)).before == date(2026, 12, 1)
    assert (week(date(2026, 11, 25)).first, week(date(2026, 11, 25)).before) == (date(2026, 11, 23), date(2026, 11, 16))

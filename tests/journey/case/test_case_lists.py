"""What a list is asked for, and how its address says it."""

from datetime import UTC, date, datetime

import pytest

from gilmok.journey.case.lists import COUNTED_TO, Asked, Filters, Key, Sort, View, counted, stages_of
from gilmok.journey.case.stages import Stage

KEY = Key(datetime(2026, 3, 2, 5, 4, 3, 21, UTC), 77, "waiting")


def test_a_key_survives_the_address_to_the_microsecond() -> None:
    assert Key.read(str(KEY)) == KEY


@pytest.mark.parametrize("text", ["", "x", "waiting.zz.1", "waiting.1", "a.b.c.z", "waiting." + "f" * 70 + ".1"])
def test_what_is_no_key_is_the_first_page(text: str) -> None:
    assert Key.read(text) is None


def test_an_address_leaves_out_what_goes_without_saying() -> None:
    assert Asked(view=View.MINE).address() == {"view": "mine"}


def test_an_address_says_filters_and_order() -> None:
    asked = Asked(filters=Filters(topic="tax", received_from=date(2026, 1, 3)), sort=Sort.STAGE, direction="asc")
    assert asked.address() == {
        "view": "all", "topic": "tax", "received_from": "2026-01-03", "sort": "stage", "direction": "asc",
    }


def test_another_filter_begins_at_the_first_page() -> None:
    assert "after" not in Asked(after=KEY).without("topic")


def test_taking_a_filter_off_leaves_the_others() -> None:
    asked = Asked(filters=Filters(topic="tax", handler=3))
    assert asked.without("topic") == {"view": "all", "handler": "3"}


def test_pressing_the_header_again_turns_the_order_round() -> None:
    assert Asked().sorted_by(Sort.RECEIVED)["direction"] == "asc"


def test_pressing_another_header_begins_with_its_usual_order() -> None:
    assert Asked().sorted_by(Sort.STAGE) == {"view": "all", "sort": "stage", "direction": "asc"}


def test_only_the_column_that_sorts_says_how() -> None:
    assert (Asked().turned("received"), Asked().turned("stage")) == ("descending", "")


def test_closed_cases_are_looked_for_by_the_filter() -> None:
    assert Stage.CLOSED not in stages_of(Asked())
    assert stages_of(Asked(filters=Filters(stage="closed"))) == ("closed",)


def test_a_view_of_one_stage_does_not_listen_to_the_stage_filter() -> None:
    assert stages_of(Asked(view=View.TRIAGE, filters=Filters(stage="closed"))) == (Stage.TRIAGE,)


def test_more_than_a_thousand_are_more_than_a_thousand() -> None:
    assert counted(COUNTED_TO + 1) == (COUNTED_TO, True)
    assert counted(COUNTED_TO) == (COUNTED_TO, False)

"""What is switched on is an allow-list of rows that are only added, judged as of a day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.modules.activation import Activations, holds, place_of
from gilmok.modules.activation_file import WrongActivations, parse, write
from gilmok.modules.things import Activation

Table: TypeAlias = tuple[Activation, ...]
Place: TypeAlias = tuple[str, date, str | None]

REGIONS = ("downtown", "northeast")
SCOPES = {"pilot": ("harm", "monitoring"), "shoes": ()}
DAY = date(2026, 6, 1)

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def rows(draw: st.DrawFn) -> Activation:
    starts_on = draw(days)
    return Activation(
        module=draw(st.sampled_from(sorted(SCOPES))),
        region=draw(st.sampled_from(REGIONS)),
        centre=draw(st.none() | st.sampled_from(["hub", "desk"])),
        starts_on=starts_on,
        ends_on=draw(st.none() | st.dates(starts_on, date(2027, 1, 31))),
        scope=draw(st.none() | st.lists(st.sampled_from(["harm", "monitoring"]), unique=True).map(tuple)),
    )


tables = st.lists(rows(), max_size=8).map(tuple)
places = st.tuples(st.sampled_from(REGIONS), days, st.none() | st.sampled_from(["hub", "desk"]))


def row(**changes: Any) -> Activation:
    return replace(Activation(module="pilot", region="northeast", starts_on=date(2026, 1, 1)), **changes)


def active(*table: Activation, region: str | None = "northeast", on: date = DAY, centre: str | None = None) -> set[str]:
    return set(Activations(table, SCOPES).active(region, on, centre))


def test_what_no_row_switches_on_is_off() -> None:
    assert active() == {"core"}


def test_a_row_switches_on_all_scopes_unless_it_names_some() -> None:
    assert active(row()) == {"core", "pilot", "pilot/harm", "pilot/monitoring"}
    assert active(row(scope=("harm",))) == {"core", "pilot", "pilot/harm"}


def test_an_empty_scope_switches_the_module_off() -> None:
    assert active(row(), row(scope=())) == {"core"}


def test_the_newest_row_of_a_place_wins_even_if_it_starts_earlier() -> None:
    assert active(row(starts_on=date(2026, 5, 1)), row(ends_on=date(2026, 2, 1))) == {"core"}


def test_both_days_of_a_row_are_included() -> None:
    table = row(starts_on=DAY, ends_on=DAY)
    assert "pilot" in active(table)
    assert "pilot" not in active(table, on=DAY - timedelta(days=1)) | active(table, on=DAY + timedelta(days=1))


def test_another_region_or_none_sees_nothing() -> None:
    assert active(row(), region="downtown") == {"core"}
    assert active(row(), region=None) == {"core"}


def test_a_row_of_one_centre_holds_there_alone_and_adds_to_the_regions() -> None:
    assert active(row(centre="hub"), centre="desk") == {"core"}
    both = (row(scope=("harm",)), row(centre="hub", scope=("monitoring",)))
    assert active(*both, centre="hub") == {"core", "pilot", "pilot/harm", "pilot/monitoring"}


def test_a_suspended_module_is_off_whatever_the_rows_say() -> None:
    stopped = Activations((row(), row(module="shoes")), SCOPES, suspended=frozenset({"pilot"}))
    assert stopped.active("northeast", DAY) == {"core", "shoes"}


@given(tables, rows(), places)
def test_only_the_newest_row_of_each_place_counts(table: Table, newest: Activation, asked: Place) -> None:
    region, on, centre = asked
    without = tuple(each for each in table if place_of(each) != place_of(newest))
    assert active(*table, newest, region=region, on=on, centre=centre) == active(
        *without, newest, region=region, on=on, centre=centre,
    )


@given(tables, places, st.data())
def test_the_order_of_rows_of_different_places_never_matters(table: Table, asked: Place, data: st.DataObject) -> None:
    region, on, centre = asked
    shuffled = data.draw(st.permutations(list(Activations(table, SCOPES).newest.values())))
    assert active(*shuffled, region=region, on=on, centre=centre) == active(*table, region=region, on=on, centre=centre)


@given(tables, places)
def test_a_day_outside_every_row_is_off(table: Table, asked: Place) -> None:
    region, on, centre = asked
    outside = tuple(each for each in table if not holds(each, on))
    assert active(*outside, region=region, on=on, centre=centre) == {"core"}


@given(tables, tables, places)
def test_a_row_added_later_changes_nothing_outside_its_place(table: Table, added: Table, asked: Place) -> None:
    region, on, _centre = asked
    elsewhere = tuple(each for each in added if each.region != region)
    assert active(*table, *elsewhere, region=region, on=on) == active(*table, region=region, on=on)


@given(tables)
def test_a_written_file_says_the_same_rows(table: Table) -> None:
    assert parse(write(table)) == table


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_survives_the_file(text: str) -> None:
    assert parse(write([row(module=text)]))[0].module == text


@given(tables, places)
def test_the_file_of_what_counts_switches_the_same_on(table: Table, asked: Place) -> None:
    region, on, centre = asked
    again = parse(Activations(table, SCOPES).to_toml())
    assert active(*again, region=region, on=on, centre=centre) == active(*table, region=region, on=on, centre=centre)


GOOD = '[[activation]]\nmodule = "pilot"\nregion = "northeast"\nstarts_on = 2026-01-01\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD + "[[activation]]\n", ["entry 2, module: is missing", "entry 2, region: is missing"]),
        (GOOD + 'ends = 2026-01-01\n', ["entry 1, ends: there is no such field"]),
        (GOOD + "ends_on = 2025-12-31\n", ["entry 1, ends_on: is before starts_on"]),
        (GOOD + "ends_on = 2026-02-01T10:00:00\n", ["entry 1, ends_on: must be a day such as"]),
        (GOOD + 'ends_on = "2026-02-30"\n', ["entry 1, ends_on: must be a day such as"]),
        (GOOD + 'scope = "harm"\n', ["entry 1, scope: must be a list of text"]),
        (GOOD + "scope = [1]\n", ["entry 1, scope: must be text"]),
        (GOOD + 'centre = ""\n', ["entry 1, centre: must be text"]),
        (GOOD + "oops\n", ["line 5"]),
        ('[activation]\nmodule = "pilot"\n', ["two pairs of brackets"]),
        ('[[activations]]\nmodule = "pilot"\n', ["nothing called 'activations'"]),
    ],
)
def test_a_wrong_file_names_the_entry_and_the_field(text: str, words: list[str]) -> None:
    with pytest.raises(WrongActivations) as wrong:
        Activations.parse(text)
    assert all(any(word in problem for problem in wrong.value.problems) for word in words)


def test_the_pilot_is_shipped_on_in_its_two_regions_and_safety_is_off() -> None:
    shipped = Activations.shipped()
    on = {region: shipped.active(region, DAY) for region in ("downtown", "northeast", "southeast", "southwest")}
    assert on["northeast"] == {"core", "northeast", "platform_freelance"}
    assert on["southwest"] == {"core", "southwest", "platform_freelance"}
    assert on["downtown"] == {"core", "downtown"}
    assert on["southeast"] == {"core", "southeast"}


def test_what_was_switched_off_was_on_once_only_if_it_was_ever_switched_on():
    off = row(scope=())
    assert not Activations((off,), SCOPES).was_on("pilot", "northeast", None, DAY)
    assert Activations((row(), off), SCOPES).was_on("pilot", "northeast", None, DAY)

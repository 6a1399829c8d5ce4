"""The proofs of the network pass on what is shipped, and each finds what it is there for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner

from gilmok.network.atlas import Atlas
from gilmok.network.check import days_to_check, faults
from gilmok.network.commands import network
from gilmok.network.places import Network

shipped = Atlas.shipped()
rows = shipped.network


def with_first(name: str, **changes: Any) -> Network:
    first, *others = getattr(rows, name)
    return replace(rows, **{name: (replace(first, **changes), *others)})


def without_first(name: str) -> Network:
    return replace(rows, **{name: getattr(rows, name)[1:]})


def with_centre(code: str, **changes: Any) -> Network:
    centres = tuple(replace(item, **changes) if item.code == code else item for item in rows.centres)
    return replace(rows, centres=centres)


BROKEN = [
    (without_first("memberships"), "jongno belongs to no region"),
    (without_first("jurisdictions"), "jung has 0 agencies for labour_office instead of one"),
    (replace(rows, jurisdictions=(*rows.jurisdictions, rows.jurisdictions[0])), "2 agencies for labour_office"),
    (with_centre("labour_rights_centre", closed_on=date(2026, 1, 1)), "2026-01-01: no city-wide centre is open"),
    (with_centre("labour_rights_centre", opened_on=date(2015, 2, 1)), "no city-wide centre is open"),
    (with_first("districts", neighbours=("dongdaemun",)), "jung names jongno in neighbours"),
    (with_first("districts", tile=(3, 5)), "two districts lie on the tile (3, 5)"),
    (with_first("districts", across_river=("gangnam",)), "jongno is across the river from gangnam"),
    (with_first("districts", code_mois="11140"), "code_mois 11140 is there twice"),
    (with_first("memberships", region="northwest"), "names the region northwest, which is not there"),
    (with_first("agencies", source="hearsay"), "names the source hearsay, which is not there"),
    (with_first("jurisdictions", districts=("bucheon",)), "names the district bucheon, which is not there"),
    (with_centre("gwanak", district=None), "gwanak is a district centre of nowhere"),
    (with_centre("northeast_hub", region=None), "northeast_hub is a hub centre of nowhere"),
    (with_centre("northeast_hub", closed_on=None), "northeast_hub was merged but never closed"),
    (with_centre("northeast_hub", merged_into="northeast_hub"), "northeast_hub was merged into nothing that is open"),
    (with_centre("northeast_hub", closed_on=date(2019, 1, 1)), "northeast_hub closes before it opens"),
    (replace(rows, memberships=(*rows.memberships, rows.memberships[0])), "jongno belongs to two regions at a time"),
    (replace(rows, centres=(*rows.centres, rows.centres[0])), "centre labour_rights_centre is there twice"),
    (with_first("services", gu_rule="none"), "answers for all of Seoul and for single districts at once"),
]


def test_the_shipped_network_has_no_faults() -> None:
    assert faults(shipped) == []


@pytest.mark.parametrize(("broken", "expected"), BROKEN, ids=[expected for _, expected in BROKEN])
def test_a_broken_network_is_found_out(broken: Network, expected: str) -> None:
    assert any(expected in fault for fault in faults(Atlas(broken)))


def test_a_fault_outside_the_asked_days_is_not_counted() -> None:
    closing = Atlas(with_centre("labour_rights_centre", closed_on=date(2026, 1, 1)))
    assert faults(closing, ends_on=date(2025, 12, 31)) == []
    assert faults(closing, starts_on=date(2025, 12, 31), ends_on=date(2026, 1, 1)) != []


def test_a_day_of_each_span_between_changes_is_checked() -> None:
    days = days_to_check(shipped, date(2019, 6, 1), date(2020, 12, 1))
    assert days == [date(2019, 6, 1), date(2019, 6, 20), date(2019, 10, 1), date(2019, 11, 1), date(2020, 12, 1)]


def test_without_days_the_check_begins_before_the_first_change_and_ends_with_the_last() -> None:
    days = days_to_check(shipped)
    assert days[0] < shipped.change_days[0]
    assert days[1:] == list(shipped.change_days)


def test_a_check_of_an_end_alone_stays_before_it() -> None:
    assert max(days_to_check(shipped, None, date(1990, 1, 1))) <= date(1990, 1, 1)


def test_the_command_prints_each_districts_chain_and_exits_with_0() -> None:
    done = CliRunner().invoke(network, ["check", "--from", "2026-01-01"])
    assert done.exit_code == 0
    assert "geumcheon     southwest (assumed): none_yet > merged southwest_hub > labour_rights_centre" in done.output
    assert done.output.count("\n  ") == 25


def test_the_command_refuses_days_in_the_wrong_order() -> None:
    done = CliRunner().invoke(network, ["check", "--from", "2026-01-02", "--to", "2026-01-01"])
    assert done.exit_code == 2


def test_the_command_says_what_is_missing_and_exits_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Atlas, "shipped", staticmethod(lambda: Atlas(without_first("memberships"))))
    done = CliRunner().invoke(network, ["check"])
    assert done.exit_code == 1
    assert "missing: " in done.output
    assert "jongno belongs to no region" in done.output


def test_days_are_told_in_any_usual_form_and_one_that_is_none_is_named() -> None:
    days = ["check", "--from", "2026. 1. 1.", "--to", "2026년 1월 2일"]
    assert CliRunner().invoke(network, days).exit_code == 0
    wrong = CliRunner().invoke(network, ["check", "--from", "2026.13.1"])
    assert (wrong.exit_code, "'--from': '2026.13.1': There is no such day" in wrong.output) == (2, True)

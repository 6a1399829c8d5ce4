"""The atlas: who serves where, before and after openings, closings and mergers."""

from dataclasses import replace
from datetime import date

import pytest

from gilmok.journey.routing.place import place
from gilmok.modules.api import At, Target
from gilmok.network.atlas import Atlas, NoLabourRightsCentre
from gilmok.network.chain import chain, serving
from gilmok.network.places import Jurisdiction, Membership

atlas = Atlas.shipped()
TODAY = date(2026, 11, 22)
LAST_DAY_OF_2023 = date(2023, 12, 31)
NEW_YEAR_2024 = date(2024, 1, 1)


def served_by(district: str, on: date) -> list[tuple[str, str, str | None]]:
    steps = chain(atlas, district, on)
    return [(step.place, step.why.value, step.centre.code if step.centre else None) for step in steps]


def test_the_shipped_atlas_is_read_once() -> None:
    assert Atlas.shipped() is atlas


def test_a_district_is_served_by_its_own_centre() -> None:
    assert served_by("jungnang", TODAY) == [("district", "open", "jungnang")]


def test_a_district_with_a_hub_in_it_is_served_by_the_hub() -> None:
    assert atlas.centre_of("jongno", TODAY) == atlas.hub_of("downtown", TODAY) == atlas.centres["downtown_hub"]


def test_a_districts_newest_centre_of_its_own_comes_before_a_hub_in_it() -> None:
    own = [
        replace(atlas.centres["mapo"], code=code, district="jongno", opened_on=opened)
        for code, opened in (("newer", date(2022, 1, 1)), ("older", date(2021, 1, 1)))
    ]
    other = Atlas(replace(atlas.network, centres=(*own, *atlas.network.centres)))
    assert other.centre_of("jongno", TODAY) == own[0]


def test_a_district_without_a_centre_is_served_by_the_regions_hub() -> None:
    assert served_by("gangnam", TODAY) == [("district", "none_yet", None), ("hub", "open", "southeast_hub")]


def test_where_the_hub_was_merged_the_city_wide_centre_serves_and_the_chain_says_so() -> None:
    assert served_by("geumcheon", TODAY) == [
        ("district", "none_yet", None), ("hub", "merged", "southwest_hub"), ("city", "open", "labour_rights_centre"),
    ]


def test_where_the_hub_was_merged_into_another_centre_that_one_serves_as_in_routing() -> None:
    centres = tuple(
        replace(each, merged_into="guro") if each.code == "southwest_hub" else each for each in atlas.network.centres
    )
    other = Atlas(replace(atlas.network, centres=centres))
    steps = [(step.place, step.centre and step.centre.code) for step in chain(other, "geumcheon", TODAY)]
    assert steps == [("district", None), ("hub", "southwest_hub"), ("successor", "guro")]
    desk = Target(id="made.desk", title="", at=At.DISTRICT, programme="C1")
    assert serving(other, "geumcheon", TODAY) == place(desk, {"home_district": "geumcheon"}, other, TODAY).centre


def test_before_a_hub_opens_the_chain_says_that_it_is_not_open_yet() -> None:
    assert served_by("gangnam", date(2019, 10, 31))[1] == ("hub", "not_opened", "southeast_hub")


@pytest.mark.parametrize(("on", "hub"), [(LAST_DAY_OF_2023, "southwest_hub"), (NEW_YEAR_2024, None)])
def test_a_hub_serves_to_its_last_day_and_not_after(on: date, hub: str | None) -> None:
    found = atlas.hub_of("southwest", on)
    assert (found.code if found else None) == hub


@pytest.mark.parametrize(("on", "centre"), [(date(2019, 6, 19), None), (date(2019, 6, 20), "gangdong")])
def test_a_centre_serves_from_its_first_day(on: date, centre: str | None) -> None:
    found = atlas.centre_of("gangdong", on)
    assert (found.code if found else None) == centre


def test_a_centre_without_a_day_of_opening_was_open_before_the_records_begin() -> None:
    assert atlas.centre_of("jungnang", date.min) == atlas.centres["jungnang"]


def test_the_hub_that_closed_is_known_for_the_explanation() -> None:
    assert atlas.closed_hub("northeast") == atlas.centres["northeast_hub"]
    assert atlas.closed_hub("northeast", LAST_DAY_OF_2023) is None
    assert atlas.closed_hub("downtown") is None


def test_a_merged_hubs_work_went_to_the_labour_rights_centre() -> None:
    assert atlas.successor(atlas.centres["northeast_hub"], NEW_YEAR_2024) == atlas.labour_rights_centre(NEW_YEAR_2024)
    assert atlas.successor(atlas.centres["downtown_hub"], TODAY) is None


def test_centres_merged_in_a_ring_have_no_successor() -> None:
    one = replace(atlas.centres["northeast_hub"], merged_into="southwest_hub")
    other = replace(atlas.centres["southwest_hub"], merged_into="northeast_hub")
    ring = Atlas(replace(atlas.network, centres=(one, other)))
    assert ring.successor(one, TODAY) is None


def test_without_an_open_city_wide_centre_the_chain_raises_instead_of_ending_in_nothing() -> None:
    without = Atlas(replace(atlas.network, centres=()))
    with pytest.raises(NoLabourRightsCentre):
        serving(without, "jungnang", TODAY)


@pytest.mark.parametrize("district", ["outside_seoul", "", "11110", "Jongno"])
def test_an_unknown_district_is_in_no_region_and_has_no_centre(district: str) -> None:
    assert atlas.region_of(district, TODAY) is None
    assert atlas.region_assumed(district, TODAY) is False
    assert atlas.centre_of(district, TODAY) is None
    assert atlas.agencies_for("labour_office", district, TODAY) == ()


def test_a_district_that_moves_to_another_region_does_so_on_the_day() -> None:
    others = tuple(row for row in atlas.network.memberships if row.district != "gangdong")
    moved = Atlas(replace(atlas.network, memberships=(
        *others,
        Membership(district="gangdong", region="southeast", ends_on=date(2027, 1, 1), assumed=True, source="city_page"),
        Membership(district="gangdong", region="northeast", starts_on=date(2027, 1, 1), source="city_page"),
    )))
    days = (date(2026, 12, 31), date(2027, 1, 1))
    assert [moved.region_of("gangdong", on) for on in days] == ["southeast", "northeast"]
    assert [moved.region_assumed("gangdong", on) for on in days] == [True, False]
    assert "gangdong" in moved.districts_of("northeast", date(2027, 1, 1))


def test_the_labour_office_goes_by_district_and_not_by_what_old_lists_say() -> None:
    found = {code: atlas.agencies_for("labour_office", code, TODAY) for code in atlas.districts}
    offices = {code: [item.code for item in agencies] for code, agencies in found.items()}
    assert offices["dongdaemun"] == ["seoul_labour_office"]
    assert offices["jungnang"] == ["bukbu_labour_office"]
    assert offices["geumcheon"] == ["gwanak_labour_office"]
    assert all(len(codes) == 1 for codes in offices.values())


def test_an_agency_of_all_seoul_answers_for_each_district_and_without_one() -> None:
    for district in ("mapo", "outside_seoul", None):
        assert [item.phone for item in atlas.agencies_for("legal_aid", district, TODAY)] == ["132"]


def test_which_employment_centre_answers_is_not_made_up() -> None:
    assert atlas.agencies_for("employment_centre", "mapo", TODAY) == ()
    assert len(atlas.agencies_of("employment_centre", TODAY)) == 9


def test_an_agency_that_ended_is_no_longer_named() -> None:
    assert len(atlas.agencies_for("emotional_labour", None, LAST_DAY_OF_2023)) == 1
    assert atlas.agencies_for("emotional_labour", None, NEW_YEAR_2024) == ()


def test_a_jurisdiction_changes_on_its_day() -> None:
    kept = tuple(row for row in atlas.network.jurisdictions if "guro" not in row.districts)
    day = date(2027, 3, 1)
    changed = Atlas(replace(atlas.network, jurisdictions=(
        *kept,
        Jurisdiction(agency="gwanak_labour_office", districts=("guro",), ends_on=day, source="labour_office_list"),
        Jurisdiction(agency="nambu_labour_office", districts=("guro",), starts_on=day, source="labour_office_list"),
    )))
    found = [changed.agencies_for("labour_office", "guro", on)[0].code for on in (date(2027, 2, 28), day)]
    assert found == ["gwanak_labour_office", "nambu_labour_office"]


def test_a_day_is_worked_out_once_for_all_days_like_it() -> None:
    assert atlas.day(date(2025, 1, 1)) is atlas.day(date(2026, 1, 1))
    assert atlas.day(date(2023, 1, 1)) is not atlas.day(date(2026, 1, 1))

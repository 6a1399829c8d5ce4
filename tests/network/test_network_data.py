"""What the packaged network says, held against the city's page and the facts of the city."""

import pytest

from gilmok.ground.sources import Confidence
from gilmok.network.atlas import Atlas
from gilmok.network.places import PageStatus

PAGE_REGIONS = {
    "downtown": "은평 서대문 종로 마포 중구 용산",
    "northeast": "도봉 강북 노원 성북 중랑 성동 광진",
    "southeast": "서초 강남 송파",
    "southwest": "강서 양천 영등포 구로 동작 관악",
}
PAGE_STATUSES = {
    PageStatus.CITY_RUN: "종로 송파",
    PageStatus.DISTRICT_RUN: "도봉 노원 성북 중랑 광진 성동 은평 서대문 마포 중구 강서 구로 영등포 관악 용산 강북",
    PageStatus.NONE_YET: "동작 서초 강남 강동",
    PageStatus.SILENT: "동대문 금천 양천",
}
# The five numbers that mean one district in one system and another in the other: (number, administrative, statistics).
TRAPS = [
    ("11110", "jongno", "nowon"),
    ("11140", "jung", "mapo"),
    ("11170", "yongsan", "guro"),
    ("11200", "seongdong", "dongjak"),
    ("11230", "dongdaemun", "gangnam"),
]

atlas = Atlas.shipped()


def short(name: str) -> str:
    return name if name == "중구" else name.removesuffix("구")


@pytest.mark.parametrize("region", PAGE_REGIONS)
def test_a_region_has_the_districts_of_the_citys_page(region: str) -> None:
    said = {row.district for row in atlas.network.memberships if row.region == region and not row.assumed}
    assert {short(atlas.districts[code].name_ko) for code in said} == set(PAGE_REGIONS[region].split())


@pytest.mark.parametrize("status", PAGE_STATUSES)
def test_a_districts_status_is_that_of_the_citys_page(status: PageStatus) -> None:
    said = {short(item.name_ko) for item in atlas.districts.values() if item.page_status is status}
    assert said == set(PAGE_STATUSES[status].split())


def test_just_the_regions_that_the_page_does_not_say_are_assumed() -> None:
    assumed = {row.district: row.region for row in atlas.network.memberships if row.assumed}
    assert assumed == {"dongdaemun": "northeast", "geumcheon": "southwest", "gangdong": "southeast"}


def test_there_are_25_districts_on_distinct_tiles_of_five_rows_and_eight_columns() -> None:
    tiles = {item.tile for item in atlas.districts.values()}
    assert len(atlas.districts) == len(tiles) == 25
    assert {row for row, _ in tiles} == set(range(1, 6))
    assert {column for _, column in tiles} == set(range(1, 9))


def test_there_are_52_shared_borders_each_known_from_both_sides() -> None:
    pairs = [(item.code, other) for item in atlas.districts.values() for other in item.neighbours]
    assert len(pairs) == 104
    assert {(b, a) for a, b in pairs} == set(pairs)


def test_districts_that_touch_in_one_point_are_no_neighbours() -> None:
    assert "dongdaemun" not in atlas.districts["jung"].neighbours
    assert atlas.districts["jung"].point_contacts == ("dongdaemun",)
    assert atlas.districts["gwanak"].point_contacts == ("yeongdeungpo",)


def test_gangdong_reaches_gwangjin_only_over_the_river() -> None:
    assert atlas.districts["gangdong"].neighbours == ("gwangjin", "songpa")
    assert atlas.districts["gangdong"].across_river == ("gwangjin",)


@pytest.mark.parametrize(("number", "administrative", "statistics"), TRAPS)
def test_one_number_means_two_districts_in_the_two_systems(number: str, administrative: str, statistics: str) -> None:
    assert [item.code for item in atlas.districts.values() if item.code_mois == number] == [administrative]
    assert [item.code for item in atlas.districts.values() if item.code_kostat == number] == [statistics]


def test_each_district_that_the_page_says_is_district_run_has_a_centre() -> None:
    run = {item.code for item in atlas.districts.values() if item.page_status is PageStatus.DISTRICT_RUN}
    listed = {item.district for item in atlas.centres.values() if item.kind == "district" and item.on_city_page}
    assert listed == run


def test_the_citys_own_centres_of_the_page_are_the_hubs_in_jongno_and_songpa() -> None:
    hubs = {item.code: item.district for item in atlas.centres.values() if item.kind == "hub" and item.on_city_page}
    assert hubs == {"downtown_hub": "jongno", "southeast_hub": "songpa"}


def test_a_filled_field_of_a_centre_names_its_source() -> None:
    fields = ("address", "phone", "fax", "email", "web", "hours", "serves", "opened_on", "closed_on", "merged_into")
    filled = [
        (item, field) for item in atlas.centres.values() for field in fields
        if getattr(item, field, None) or getattr(item, f"{field}_ko", None)
    ]
    assert [(item.code, field) for item, field in filled if not item.sources_of(field)] == []


def test_a_source_names_nothing_that_a_centre_does_not_have() -> None:
    named = [(item, field) for item in atlas.centres.values() for each in item.evidence for field in each.about]
    empty = [
        (item.code, field) for item, field in named
        if not (field == "role" or getattr(item, field, None) or getattr(item, f"{field}_ko", None))
    ]
    assert empty == []


def test_what_nobody_compared_with_its_source_is_unverified_and_the_other_way_round() -> None:
    for source in atlas.sources.values():
        assert (source.verified_on is None) == (source.confidence is Confidence.UNVERIFIED), source.code


def test_every_source_is_used() -> None:
    rows = atlas.network
    used = {each.source for item in rows.centres for each in (*item.evidence, *item.notes)}
    used |= {note.source for item in rows.districts for note in item.notes}
    used |= {row.source for row in (*rows.regions, *rows.memberships, *rows.agencies, *rows.jurisdictions)}
    used |= {item.phone_source for item in rows.agencies}
    assert set(atlas.sources) - used == {"maps", "tile_layout"}


def test_the_merger_of_the_two_hubs_that_is_not_verified_is_only_a_note() -> None:
    for code in ("downtown_hub", "southeast_hub"):
        hub = atlas.centres[code]
        assert hub.closed_on is None
        assert [note.source for note in hub.notes] == ["merger_plan_2025"]
    assert atlas.sources["merger_plan_2025"].confidence is Confidence.UNVERIFIED


def test_nodak_nodak_is_a_note_on_geumcheon_and_no_centre() -> None:
    assert any("노닥노닥" in note.ko for note in atlas.districts["geumcheon"].notes)
    assert not any("노닥노닥" in item.name_ko for item in atlas.centres.values())


def test_every_entry_has_a_korean_and_an_english_name() -> None:
    rows = atlas.network
    entries = (*rows.regions, *rows.districts, *rows.centres, *rows.services, *rows.agencies)
    for item in entries:
        assert any("가" <= letter <= "힣" for letter in item.name_ko), item.code
        assert item.name_en.isascii(), item.code

"""Reading a district as people write it."""

import pytest

from gilmok.network.atlas import Atlas
from gilmok.network.naming import read_district

atlas = Atlas.shipped()

JONGNO = [
    "종로", "종로구", "서울 종로구", "서울시 종로구", "서울특별시 종로구", "서울종로구",
    "Jongno-gu", "jongno", "JONGNO",
]
OURS = [
    ("서울특별시 중구 세종대로 110", "jung"), ("중구", "jung"), ("Jung-gu, Seoul", "jung"),
    ("강남구 세종대로 5", "gangnam"), ("서울 강서구", "gangseo"),
    ("Gangnam", "gangnam"), ("  관악  ", "gwanak"), ("seodaemungu", "seodaemun"),
]
OUTSIDE = [
    "부산 중구", "부산광역시 강서구", "Jung-gu, Busan", "경기도 성남시 중원구", "인천시 부평구", "서울 외", "경기 광주",
]
UNREADABLE = ["", "서울", "중", "11110", "11110 종", "세종대로 110", "강남 아니면 서초", "남구", "?"]


@pytest.mark.parametrize("text", JONGNO)
def test_a_district_is_read_in_each_usual_form(text: str) -> None:
    assert read_district(text, atlas) == "jongno"


@pytest.mark.parametrize(("text", "code"), OURS)
def test_a_name_that_other_cities_have_too_is_ours_alone_or_beside_seoul(text: str, code: str) -> None:
    assert read_district(text, atlas) == code


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_name_beside_another_city_or_province_is_outside_seoul(text: str) -> None:
    assert read_district(text, atlas) == "outside_seoul"


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_names_no_district_or_two_is_not_guessed(text: str) -> None:
    assert read_district(text, atlas) is None


def test_a_five_digit_code_is_never_a_district() -> None:
    for district in atlas.districts.values():
        assert read_district(district.code_mois, atlas) is None
        assert read_district(district.code_kostat, atlas) is None


def test_every_district_is_read_by_its_own_names() -> None:
    for district in atlas.districts.values():
        for written in (district.name_ko, district.name_en, district.code, f"서울 {district.name_ko}"):
            assert read_district(written, atlas) == district.code

"""Reading a district as people write it: '종로', '종로구', '서울 종로구', 'Jongno-gu', 'jongno', or a whole address.

District names are not unique in Korea (중구, 강서구, 동구), so a name beside another city or province is not ours. Five
digits are never read as a district: two code systems share them with different meanings.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from gilmok.network.atlas import Atlas
from gilmok.network.places import District

OUTSIDE = "outside_seoul"

SEOUL = {"서울", "서울시", "서울특별시", "seoul"}
OTHER_PLACES = (
    "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원", "제주",
    "충북", "충청북도", "충남", "충청남도", "전북", "전라북도", "전남", "전라남도",
    "경북", "경상북도", "경남", "경상남도",
    "busan", "daegu", "incheon", "gwangju", "daejeon", "ulsan", "sejong", "gyeonggi", "gangwon", "jeju",
    "chungbuk", "chungnam", "chungcheong", "jeonbuk", "jeonnam", "jeolla", "gyeongbuk", "gyeongnam", "gyeongsang",
)
OTHER_ENDINGS = ("", "시", "도", "광역시", "특별시", "특별자치시", "특별자치도", "do", "si", "city")
OUTSIDE_WORDS = {
    "서울외", "서울 외", "서울밖", "서울 밖", "타지역", "outside seoul", "outside_seoul", "not seoul",
}


def read_district(text: str, atlas: Atlas) -> str | None:
    """The code of the district that `text` names, `outside_seoul` where it names another city or province, None where
    it names no district or more than one."""
    written = unicodedata.normalize("NFKC", text).strip().lower()
    if written in OUTSIDE_WORDS:
        return OUTSIDE
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", written)
    if names_other_place(words):
        return OUTSIDE
    names = names_of(atlas)
    found = {names[word] for word in leading(words) if word in names}
    return found.pop() if len(found) == 1 else None


def names_other_place(words: list[str]) -> bool:
    """Whether one of the words is another city or province, and none is Seoul."""
    return not SEOUL.intersection(words) and any(word in _other_places() for word in words)


def leading(words: list[str]) -> list[str]:
    """The words among which the district stands: with Seoul as the anchor the word beside it, else all of them."""
    for place, word in enumerate(words):
        if word in SEOUL:
            return words[place + 1:place + 2] or words[max(place - 1, 0):place]
    return words


def names_of(atlas: Atlas) -> Mapping[str, str]:
    """Every way to write a district of the atlas in one word, and its code."""
    return _names(tuple(atlas.network.districts))


@lru_cache(maxsize=8)
def _names(districts: tuple[District, ...]) -> Mapping[str, str]:
    return {name: item.code for item in districts for name in _spellings(item)}


def _spellings(district: District) -> tuple[str, ...]:
    korean, english = district.name_ko, district.name_en.lower()
    short = korean.removesuffix("구")
    glued = tuple(f"{city}{korean}" for city in ("서울", "서울시", "서울특별시"))
    # '중' alone is a syllable of many words; every other short name has two or more.
    return (*glued, korean, english, english.replace("-", ""), district.code, *([short] if len(short) > 1 else []))


@lru_cache(maxsize=1)
def _other_places() -> frozenset[str]:
    whole = {place + ending for place in OTHER_PLACES for ending in OTHER_ENDINGS}
    return frozenset(whole | {f"{place}-{ending}" for place in OTHER_PLACES for ending in ("do", "si")})

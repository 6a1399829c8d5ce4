"""Names of people in one spelling, and what lists show of them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.ground.formats.names import mask_address, mask_email, mask_name, name_key, name_spellings, normalise_name


@pytest.mark.parametrize(("name", "masked"), [
    ("홍길동", "홍*동"), ("김철", "김*"), ("남궁민", "남궁*"), ("남궁민수", "남궁*수"), ("제갈 공명", "제갈*명"),
    ("선우진", "선우*"),
    ("김에스더", "김**더"), ("홍 길동", "홍*동"), ("홍", "*"), ("王小明", "王*明"), ("응우옌 반 안", "응우옌 ***"),
    ("John Smith", "John S***"), ("NGUYEN VAN AN", "NGUYEN A***"), ("Madonna", "M***"), ("", "***"),
    ("김철수(가명)", "***"),
])
def test_names_are_masked_for_lists(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text(alphabet="가나다김이박남궁제갈", min_size=2, max_size=6))
def test_a_masked_name_is_as_long_and_never_whole(name: str) -> None:
    assert len(mask_name(name)) == len(name)
    assert "*" in mask_name(name)


def test_one_name_has_one_spelling() -> None:
    decomposed = unicodedata.normalize("NFD", " 홍\u200b  길동\n")
    assert normalise_name(decomposed) == "홍 길동"


def test_spellings_of_one_name_share_a_key() -> None:
    assert name_key("홍 길동") == name_key(unicodedata.normalize("NFD", "홍길동"))
    assert name_key("KIM  Chul") == name_key("ｋｉｍ chul")
    assert name_key("홍길동") != name_key("홍길순")


@pytest.mark.parametrize("blank", ["\u3164", "\uffa0", "\u115f", "\u2800"])
def test_a_letter_that_looks_like_a_space_is_one(blank: str) -> None:
    assert (normalise_name(f"홍{blank}길동"), name_key(f"{blank}홍길동")) == ("홍 길동", "홍길동")


def test_a_name_is_looked_for_in_each_spelling_of_before_its_key_first() -> None:
    assert name_spellings("나길동") == ("나길동", "나 길동", "나길 동")
    assert name_spellings("나 길동")[0] == "나길동"
    assert name_spellings("KIM Chul") == ("kimchul", "KIM Chul")
    assert name_spellings("응우옌 반 안")[:2] == ("응우옌반안", "응우옌 반 안")


def test_addresses_are_masked_to_what_a_list_may_show() -> None:
    assert mask_email(" hong@example.com ") == "h***@example.com"
    assert mask_email("hong") == mask_email("@example.com") == "***"
    assert mask_address("서울특별시 중랑구 망우로 1, 101동") == "서울특별시 중랑구 ***"
    assert mask_address("경기도 성남시 분당구 구미동") == "경기도 성남시 분당구 ***"
    assert mask_address("망우로 1") == "***"

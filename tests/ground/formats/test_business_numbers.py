"""Business registration numbers: read, checked, masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.ground.formats import business
from gilmok.ground.formats.business import (
    is_business_number,
    mask_business_number,
    read_business_number,
    say_business_number,
)
from gilmok.ground.formats.mistakes import FormatError


@pytest.mark.parametrize("text", [
    "124-81-00998", "120-81-47521", "220-81-62517", "116-82-00276", "1248100998", "124 81 00998",
])
def test_numbers_whose_check_digit_fits_are_read(text: str) -> None:
    assert read_business_number(text) == "".join(char for char in text if char.isdigit())


def test_a_wrong_check_digit_is_told_from_a_wrong_form() -> None:
    with pytest.raises(FormatError, match="not a valid business registration number"):
        read_business_number("123-45-67890")
    with pytest.raises(FormatError, match="ten digits"):
        read_business_number("123-45-6789")


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_exactly_one_last_digit_fits(nine: str) -> None:
    assert sum(is_business_number(nine + str(last)) for last in range(10)) == 1


def test_other_texts_are_no_numbers() -> None:
    assert not any(map(is_business_number, ["", "12345", "১২৪৮১০০৯৯৮", "abcdefghij"]))
    assert len(business.WEIGHTS) == 9


def test_numbers_are_said_with_dashes_and_masked() -> None:
    assert say_business_number("1248100998") == "124-81-00998"
    assert mask_business_number("1248100998") == "124-81-*****"

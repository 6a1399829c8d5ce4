"""Amounts of won: read in any usual form, said short and long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.ground.formats import won
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.formats.won import read_won, say_won, say_won_long


@pytest.mark.parametrize(("text", "amount"), [
    ("1,240,000", 1_240_000), ("1240000", 1_240_000), ("124만", 1_240_000), ("124만원", 1_240_000),
    ("₩1,240,000", 1_240_000),
    ("￦1,240,000", 1_240_000), ("1,240,000 won", 1_240_000), ("１２４만", 1_240_000), ("1억 2,000만 원", 120_000_000),
    ("12,000만", 120_000_000), ("123만 4,567원", 1_234_567), ("350만5천", 3_505_000), ("3천5백", 3_500),
    ("3백만 원", 3_000_000),
    ("백만원", 1_000_000), ("이백오십만원", 2_500_000), ("금 일백만원정", 1_000_000), ("만원", 10_000),
    ("1,200천원", 1_200_000),
    ("1만 5원", 10_005), ("0", 0),
    ("3.5만", 35_000), ("2.5백만", 2_500_000), ("1.5천만원", 15_000_000), ("1,240.5만 원", 12_405_000),
    ("0.5억", 50_000_000),
    ("1.25억", 125_000_000), ("1억 2.5천만", 125_000_000),
    ("약 300만원", 3_000_000), ("약3.5만", 35_000), ("한 300만 원쯤", 3_000_000), ("300만원 정도", 3_000_000),
])
def test_an_amount_is_read_in_every_usual_form(text: str, amount: int) -> None:
    assert read_won(text) == amount


@pytest.mark.parametrize("text", [
    "", "원", "약", "약 원", "-5",
    "3.5", "3.0원", "1.24원", "1.23456만", "1.240만", "1.240.000", "3.5만 5천", "3.5만천",
    "2.5천백만", ".5만", "3.만", "천.5", "300여만원", "1,24,000", "1,2400", "1 240", "1만2만", "1만2억", "천천",
    "1만 20000",
    "3백200", "많이", "1" * 50,
])
def test_what_is_no_amount_says_how_to_write_one(text: str) -> None:
    with pytest.raises(FormatError) as error:
        read_won(text)
    assert error.value.text == won.UNREADABLE


def test_a_long_number_that_goes_on_otherwise_is_refused_at_once() -> None:
    with pytest.raises(FormatError):
        read_won("1" * 39 + "x")


def test_a_loose_end_is_asked_for_rather_than_guessed() -> None:
    with pytest.raises(FormatError) as error:
        read_won("1만5")
    assert error.value.text == won.HOW_MUCH_MORE


def test_an_amount_beyond_reason_is_refused() -> None:
    with pytest.raises(FormatError) as error:
        read_won("99조")
    assert error.value.text == won.TOO_MUCH


@given(st.integers(0, won.MOST))
def test_an_amount_is_read_back_as_it_is_said(amount: int) -> None:
    assert read_won(say_won(amount)) == read_won(say_won(amount, "en")) == read_won(say_won_long(amount)) == amount


def outcome(text: str) -> int | str:
    try:
        return read_won(text)
    except FormatError as error:
        return error.text


@given(st.text(alphabet="0123456789,.만억천백십원 일이삼-", max_size=45))
def test_any_text_is_an_amount_or_a_sentence(text: str) -> None:
    said = outcome(text)
    assert said in (won.UNREADABLE, won.TOO_MUCH, won.HOW_MUCH_MORE) or 0 <= int(said) <= won.MOST


@pytest.mark.parametrize(("amount", "short", "long"), [
    (0, "0원", "0원"), (1_240_000, "1,240,000원", "124만 원"), (120_000_000, "120,000,000원", "1억 2,000만 원"),
    (1_234_567, "1,234,567원", "123만 4,567원"), (-50_000, "-50,000원", "-5만 원"),
])
def test_amounts_are_said_short_and_long(amount: int, short: str, long: str) -> None:
    assert (say_won(amount), say_won_long(amount)) == (short, long)

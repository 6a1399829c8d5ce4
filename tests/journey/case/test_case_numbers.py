"""Case numbers: made, and recognised from what is read out."""

from datetime import date

import pytest

from gilmok.journey.case.numbers import YEARS_BACK, meant, new_number

DAY = date(2026, 11, 22)
DISTRICTS = ("gwanak", "gangnam", "gangdong")


@pytest.mark.parametrize("typed", ["GWAN-26-7K3M9P", "gwan-26-7k3m9p", "GWAN267K3M9P", " ｇｗａｎ 26 7k3m9p"])
def test_a_whole_number_is_one_number_however_it_is_spelt(typed: str) -> None:
    assert meant(typed, DISTRICTS, DAY) == ["GWAN-26-7K3M9P"]


def test_the_end_after_its_year_may_be_of_each_place() -> None:
    assert meant("26-7K3M9P", DISTRICTS, DAY) == ["GANG-26-7K3M9P", "GWAN-26-7K3M9P"]


def test_the_end_alone_may_be_of_any_year_back() -> None:
    numbers = meant("7K3M9P", ["gwanak"], DAY)
    assert numbers[0] == "GWAN-26-7K3M9P"
    assert len(numbers) == YEARS_BACK + 1


def test_a_new_number_is_found_by_its_end() -> None:
    number = new_number("gwanak", DAY)
    assert number in meant(number[-6:], DISTRICTS, DAY)


@pytest.mark.parametrize("typed", ["", "홍길동", "010-1234-5678", "GWAN-7K3M9P", "7K3M9", "7K3M9PX"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert meant(typed, DISTRICTS, DAY) == []

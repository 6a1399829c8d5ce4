"""Unit prices from observations: robust, never of few, and not to be worked out by subtracting."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from gilmok_platform_freelance.prices.changes import FELL, GONE, NEW, ROSE, changes
from gilmok_platform_freelance.prices.rules import (
    OTHERS,
    Method,
    Observed,
    Outcome,
    percent_of,
    rounded,
    within_fence,
    work_out,
)
from hypothesis import given
from hypothesis import strategies as st

METHOD = Method()
EXPERIENCES = ("under_3", "3_to_9", "10_up", "unknown")


def made(kind: str, prices: Sequence[float], *, experience: str = "unknown", pool: str = "design") -> list[Observed]:
    """Observations of one kind, each of a giver of its own."""
    return [
        Observed(kind, pool, experience, Decimal(str(price)), f"{kind}{experience}{number}".encode())
        for number, price in enumerate(prices)
    ]


observed = st.builds(
    Observed, kind=st.sampled_from("abc"), pool=st.just("design"), experience=st.sampled_from(EXPERIENCES),
    price=st.integers(100, 10_000_000).map(Decimal), giver=st.integers(0, 12).map(lambda number: bytes([number])),
)
many = st.lists(observed, max_size=60)


@given(many, st.randoms())
def test_the_order_of_observations_never_matters(found: list[Observed], chance: Random) -> None:
    shuffled = sorted(found, key=lambda _each: chance.random())
    assert work_out(shuffled, METHOD) == work_out(found, METHOD)


def covered(outcome: Outcome, kept: Sequence[Observed]) -> list[list[Observed]]:
    """The observations behind each price."""
    return [
        [each for each in kept
         if each.kind in ((price.kind,) if price.kind else price.covers)
         and (price.experience is None or each.experience in price.covers)]
        for price in outcome.prices
    ]


@given(many)
def test_no_price_is_told_of_few_and_none_of_few_follows_by_subtracting(found: list[Observed]) -> None:
    outcome = work_out(found, METHOD)
    groups = covered(outcome, outcome.told)
    for price, group in zip(outcome.prices, groups, strict=True):
        assert price.figures.n == len(group) >= METHOD.least
        assert len({each.giver for each in group}) >= METHOD.givers
    for kind in "abc":
        parts = [each for each in outcome.prices if each.kind == kind and each.experience]
        (whole,) = [each.figures.n for each in outcome.prices if each.kind == kind and not each.experience] or [0]
        assert sum(each.figures.n for each in parts) in (0, whole)
    assert len(outcome.told) == sum(each.figures.n for each in outcome.prices if not each.experience)


@given(st.lists(st.integers(100_000, 200_000), min_size=5, max_size=30), st.sampled_from([100, 90_000_000]))
def test_one_price_far_off_moves_nothing(prices: list[int], far: int) -> None:
    clean, spoilt = (work_out(made("page", each), METHOD) for each in (prices, [*prices, far]))
    assert (spoilt.prices, spoilt.left_out) == (clean.prices, 1)


def test_what_lies_between_half_and_double_is_never_left_out() -> None:
    assert len(within_fence(made("page", [100_000] * 9 + [50_000, 200_000]), fence=3)) == 11
    assert len(within_fence(made("page", [100_000] * 9 + [49_000, 201_000]), fence=3)) == 9


def test_few_by_themselves_are_told_together_and_a_single_one_not_at_all() -> None:
    few = made("a", [100] * 3) + made("b", [110] * 3)
    (price,) = work_out(few, METHOD).prices
    assert (price.kind, price.covers, price.figures.n) == (None, ("a", "b"), 6)
    assert work_out(made("a", [100] * 4), METHOD) == Outcome((), ("a",))
    apart = work_out(made("a", [100] * 4) + made("b", [100] * 4, pool="words"), METHOD)
    assert apart.prices == ()


def test_many_prices_of_two_people_are_not_told() -> None:
    of_two = [replace(each, giver=bytes([place % 2])) for place, each in enumerate(made("a", [100] * 20))]
    assert work_out(of_two, METHOD).prices == ()


def test_experiences_that_are_few_hide_among_the_others() -> None:
    counts = {"3_to_9": 8, "under_3": 6, "10_up": 2}
    found = [each for name, count in counts.items() for each in made("a", [100] * count, experience=name)]
    names = [(each.experience, each.covers) for each in work_out(found, METHOD).prices]
    assert names == [(None, ()), ("3_to_9", ("3_to_9",)), (OTHERS, ("10_up", "under_3"))]


def test_quartiles_and_range_are_told_of_twice_as_many() -> None:
    (nine,), (ten,) = (work_out(made("a", range(101, 101 + count)), METHOD).prices for count in (9, 10))
    assert (nine.figures.median, nine.figures.lowest) == (105, None)
    assert (ten.figures.quartile_1, ten.figures.lowest, ten.figures.highest) == (103, 101, 110)


@pytest.mark.parametrize(
    ("price", "said"), [(152_340, 152_000), (45.67, 45.7), (144_500, 145_000), (999.6, 1000), (8, 8)],
)
def test_three_digits_count(price: float, said: float) -> None:
    assert rounded(price) == said


def test_a_part_of_a_price_is_told_in_whole_per_cents() -> None:
    assert [percent_of(Decimal(paid), 150_000) for paid in ("93000", "92250", "150000")] == [62, 62, 100]


def test_what_rose_fell_came_and_went_is_told() -> None:
    def body(**medians: int) -> dict[str, list[dict[str, object]]]:
        return {"prices": [{"key": key, "median": median} for key, median in medians.items()]}

    found = changes(body(a=100, b=100, c=100, d=100), body(a=120, b=90, c=100, e=5))
    assert [(each.price["key"], each.what, each.percent) for each in found] == [
        ("a", ROSE, 20), ("b", FELL, 10), ("e", NEW, None), ("d", GONE, None),
    ]
    assert changes(None, body(a=1)) == []

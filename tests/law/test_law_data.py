"""The rows of law as shipped: complete, dated, sourced, and never two for one day."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from gilmok.ground.sources import Confidence
from gilmok.law.dated import Row
from gilmok.law.limits import period_of
from gilmok.law.shipped import shipped

LAW = shipped()
DAYS = 365
TIME_LIMITS = 72


def same_code() -> Iterator[tuple[Row, Row]]:
    """Every two rows of one code."""
    for rows in (LAW.limits, LAW.rates):
        yield from ((one, other) for one, other in combinations(rows, 2) if one.code == other.code)


def overlap(one: Row, other: Row) -> bool:
    """Whether two rows hold on some day together."""
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first < min(one.valid_to or date.max, other.valid_to or date.max)


def test_every_time_limit_is_there() -> None:
    assert len(LAW.limit_codes) == TIME_LIMITS


def test_no_two_rows_of_a_code_hold_on_one_day() -> None:
    assert [(one, other) for one, other in same_code() if overlap(one, other)] == []


def test_every_period_can_be_counted() -> None:
    for limit in LAW.limits:
        assert not limit.period or [period_of(each) for each in (limit, *limit.also)]


def test_every_row_names_a_source_that_is_there() -> None:
    named = {each.source for each in (*LAW.rows, *LAW.changes, *LAW.stops.values())}
    assert named <= LAW.sources.keys()


def test_every_row_says_who_compared_it_or_that_nobody_did() -> None:
    unsure = {id(each) for each in LAW.rows if LAW.confidence(each) is Confidence.UNVERIFIED}
    assert [each for each in LAW.rows if (each.verified_on is None) != (id(each) in unsure)] == []


def test_every_row_has_its_article_in_both_languages() -> None:
    assert [each for each in LAW.rows if not (each.basis_ko and each.basis_en)] == []
    assert [each for each in LAW.rows if bool(each.note_ko) != bool(each.note_en)] == []


def test_what_stops_a_limit_is_there_and_used() -> None:
    assert {each.stops for each in LAW.limits if each.stops} == LAW.stops.keys()


def test_the_minimum_wage_has_no_gap() -> None:
    wages = sorted((each for each in LAW.rates if each.code == "minimum_wage"), key=lambda each: str(each.valid_from))
    assert [each.valid_to for each in wages[:-1]] == [each.valid_from for each in wages[1:]]
    assert LAW.rate("minimum_wage", date(2026, 12, 31)).number == 10320
    assert LAW.rate("minimum_wage", date(2027, 1, 1)).number == 10700


def test_what_follows_a_discrimination_decision_is_there_and_owns_that_nobody_compared_it() -> None:
    rows = {each.code: each for each in LAW.limits if each.code.startswith("DISC_")}
    for law in ("FT", "DISPATCH", "GENDER"):
        review, suit = rows[f"DISC_{law}_REVIEW"], rows[f"DISC_{law}_SUIT"]
        assert (review.period, suit.period, review.kind, suit.kind) == ("10 days", "15 days", "cut_off", "cut_off")
        assert {LAW.confidence(each) for each in (review, suit)} == {Confidence.UNVERIFIED}
        assert {each.verified_on for each in (review, suit)} == {None}
    assert (rows["DISC_FT_REVIEW"].size, rows["DISC_DISPATCH_REVIEW"].size) == (5, 1)
    assert (rows["DISC_ORDER_REPORT"].kind, rows["DISC_ORDER_REPORT"].period) == ("none", "")

"""Patterns, thresholds, spellings of companies and what may be published, each as pure functions."""

from collections import Counter
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest
from gilmok_platform_freelance.reports.from_case import prefilled
from gilmok_platform_freelance.reports.months import months, quarter_in
from gilmok_platform_freelance.reports.publicly import shown
from gilmok_platform_freelance.reports.rules import Counted, Quarter, Threshold, due, patterns, quarter_of, reporters
from gilmok_platform_freelance.reports.spelling import company_key
from hypothesis import given
from hypothesis import strategies as st

ON = date(2026, 11, 20)
RULE = Threshold()
companies = st.sampled_from([UUID(int=each) for each in range(1, 4)])
reports_of = st.lists(
    st.builds(
        Counted, id=st.uuids(), company=companies, kind=st.sampled_from(["fee", "abuse"]),
        region=st.sampled_from(["northeast", "southwest"]), on=st.dates(date(2026, 4, 1), date(2026, 12, 31)),
    ),
    max_size=40, unique_by=lambda each: each.id,
)


def told(*days_ago: int, same_as: int | None = None) -> list[Counted]:
    """Reports about one company, so many days ago."""
    first = UUID(int=same_as) if same_as else None
    return [
        Counted(
            UUID(int=place), UUID(int=99), "fee", "southwest", ON - timedelta(days=ago), first if place > 1 else None,
        )
        for place, ago in enumerate(days_ago, start=1)
    ]


@pytest.mark.parametrize("name", [
    "가나배달", "㈜가나배달", "(주)가나 배달", "주식회사 가나배달", "가나배달 주식회사", "가나배달(주)",
    "주식회사가나배달",    " 가나\u00a0배달 ", "（주） 가나배달",
])
def test_spellings_of_one_company_have_one_key(name: str) -> None:
    assert company_key(name) == "가나배달"


@pytest.mark.parametrize("name", ["Gana Co., Ltd.", "GANA CO.,LTD", "gana inc", "ＧＡＮＡ Corp.", "(주)Gana"])
def test_latin_spellings_have_one_key(name: str) -> None:
    assert company_key(name) == "gana"


@pytest.mark.parametrize(("one", "other"), [("가나배달", "가나배송"), ("유한양행", "양행"), ("가나", "가나협동조합")])
def test_other_companies_have_other_keys(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@given(st.text(min_size=1).filter(str.strip))
def test_a_key_is_its_own_key_and_never_empty(name: str) -> None:
    key = company_key(name)
    assert key
    assert company_key(key) == key


@given(
    st.sampled_from(["가나배달", "한빛", "Gana"]), st.sampled_from(["㈜", "(주)", "주식회사 ", " ", ""]), st.booleans(),
)
def test_a_legal_form_changes_nothing(name: str, form: str, before: bool) -> None:
    assert company_key(f"{form}{name}" if before else f"{name} {form}") == company_key(name)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_its_quarter_and_quarters_follow_one_another(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.first <= day <= quarter.last
    assert quarter.before.after == quarter == quarter.after.before
    assert quarter.before.last + timedelta(days=1) == quarter.first


@given(reports_of)
def test_patterns_count_every_report_of_the_quarter_once(reports: list[Counted]) -> None:
    found = patterns(reports, Quarter(2026, 4))
    inside = [each for each in reports if quarter_of(each.on) == (2026, 4)]
    assert sum(each.count for each in found) == len(inside)
    assert sum(each.before for each in found) == sum(quarter_of(each.on) == (2026, 3) for each in reports)
    assert all(0 <= each.reporters <= each.count for each in found)


@given(reports_of, st.integers(1, 6), st.integers(1, 120))
def test_an_alert_is_due_exactly_where_enough_reports_came_lately(
    reports: list[Counted], least: int, days: int
) -> None:
    rule = Threshold(least=least, days=days, times=10_000, rise_least=1000)
    lately = [each for each in reports if ON - timedelta(days=days) < each.on <= ON]
    found = due(reports, rule, ON)
    assert (found is not None) == (len(lately) >= least)
    assert found is None or found.count == len(lately)


@pytest.mark.parametrize(("ago", "why"), [
    ((0, 1, 89), "many"), ((0, 1, 90), None), ((0, 1), None), ((-1, 0, 1), None),
    ((1, 2, 3, 4, 60, 61), "many"),
])
def test_three_within_ninety_days_are_enough(ago: tuple[int, ...], why: str | None) -> None:
    assert getattr(due(told(*ago), RULE, ON), "why", None) == why


@pytest.mark.parametrize(("now", "before", "is_due"), [(4, 2, True), (3, 2, False), (2, 1, False), (4, 0, False)])
def test_twice_the_quarter_before_is_enough(now: int, before: int, is_due: bool) -> None:
    reports = told(*range(now), *range(60, 60 + before))
    found = due(reports, Threshold(least=99), ON)
    assert (found is not None) == is_due
    assert found is None or (found.why, found.count) == ("rise", now)


def test_what_was_worked_on_raises_no_second_alert() -> None:
    reports = told(1, 2, 3, 10, 11)
    assert due(reports, RULE, ON, since=ON - timedelta(days=3)) is None
    assert due(reports, RULE, ON, since=ON - timedelta(days=4)) is not None


def test_one_person_is_counted_once_as_far_as_is_known() -> None:
    assert [reporters(told(1, 2, 3)), reporters(told(1, 2, 3, same_as=1))] == [3, 1]


@given(st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz")), st.integers(0, 12), max_size=12,
))
def test_nothing_that_anybody_sees_is_a_small_number(counts: dict[tuple[str, str], int]) -> None:
    found = shown(Counter(counts), "abcd", "xyz")
    numbers = [cell for _kind, cells in found.rows for cell in cells if cell is not None]
    assert [number for number in [found.total or 0, *numbers] if 0 < number < 5] == []
    if found.rows:
        assert sum(cells[0] or 0 for _kind, cells in found.rows) == found.total == sum(counts.values())


def test_kinds_that_are_too_few_stand_together_and_large_ones_by_themselves() -> None:
    counts = dict(zip(product(["fee", "abuse", "data"], ["north", "south"]), (9, 8, 2, 1, 1, 3), strict=True))
    found = shown(counts, ["fee", "abuse", "data"], ["north", "south"])
    assert found.rows[0] == ("fee", (17,))
    assert found.rows[1] == ("together", (7,))


@pytest.mark.parametrize(("client", "company", "number"), [
    ("㈜가나배달 124-81-00998", "㈜가나배달", "124-81-00998"), ("가나배달 (1248100998)", "가나배달", "1248100998"),
    ("가나배달", "가나배달", ""), ("", "", ""),
])
def test_a_case_fills_in_what_it_knows(client: str, company: str, number: str) -> None:
    facts = {"topics": ["unpaid_wages"], "workplace_district": "gwanak", "event_date": "2026-10-03", "industry": "arts"}
    found = prefilled(facts, client, months(ON))
    assert (found["company"], found["business_number"]) == (company, number)
    assert (found["kind"], found["month"], found["work"]) == ("fee", "2026-10", "content")


def test_a_limited_account_is_what_happened() -> None:
    facts = {"topics": ["other"], "platform_freelance.app_account_status": "limited"}
    assert prefilled(facts, "", months(ON))["kind"] == "account"


@pytest.mark.parametrize(("code", "quarter"), [
    ("2026-3", (2026, 3)), ("2027-1", (2026, 4)), ("x", (2026, 4)), ("2026-5", (2026, 4)), ("", (2026, 4)),
])
def test_an_address_names_a_quarter_that_has_begun(code: str, quarter: tuple[int, int]) -> None:
    assert quarter_in(code, ON) == quarter

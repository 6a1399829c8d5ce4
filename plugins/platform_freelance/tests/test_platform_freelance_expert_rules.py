"""Who fits a question: what holds for every panel, and the words and numbers of single ones."""

from datetime import date, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from gilmok_platform_freelance.experts.codes import FIELDS, LIMITS, MOVES, OUTCOMES, STATES, UNANSWERED, WAYS
from gilmok_platform_freelance.experts.numbers import figures, quarter_of, quarters
from gilmok_platform_freelance.experts.rules import Need, OnPanel, fields_of, match
from hypothesis import given
from hypothesis import strategies as st

TODAY = date(2026, 11, 24)  # a Tuesday
REGIONS = ("northeast", "southwest")
DAYS = st.dates(TODAY - timedelta(days=40), TODAY + timedelta(days=40))
EXPERTS = st.builds(
    OnPanel, id=st.uuids(), profession=st.just("lawyer"), fields=st.frozensets(st.sampled_from([*FIELDS]), min_size=1),
    regions=st.frozensets(st.sampled_from(REGIONS)), languages=st.frozensets(st.sampled_from(["ko", "en"])),
    ways=st.frozensets(st.sampled_from([*WAYS])), days=st.frozensets(st.integers(0, 6)), since=DAYS,
    until=st.none() | DAYS, hours=st.integers(1, 8), used=st.integers(0, 480), last_asked=st.none() | DAYS,
)
PANELS = st.lists(EXPERTS, max_size=8, unique_by=lambda each: each.id)
NEEDS = st.builds(
    Need, fields=st.frozensets(st.sampled_from([*FIELDS]), min_size=1), region=st.sampled_from(REGIONS),
    language=st.sampled_from(["ko", "en"]), minutes=st.sampled_from([60, 120]), on=DAYS, day_named=st.booleans(),
    way=st.none() | st.sampled_from([*WAYS]),
)


@given(NEEDS, PANELS, st.randoms())
def test_the_order_of_the_panel_never_matters(need: Need, panel: list[OnPanel], chance: Random) -> None:
    mixed = panel.copy()
    chance.shuffle(mixed)
    assert match(need, mixed) == match(need, panel)


@given(NEEDS, PANELS)
def test_whoever_is_proposed_keeps_to_every_limit(need: Need, panel: list[OnPanel]) -> None:
    for fit in match(need, panel).fits:
        expert = fit.expert
        assert not expert.regions or need.region in expert.regions
        assert expert.since <= need.on <= (expert.until or date.max)
        assert expert.used + need.minutes <= expert.hours * 60
        assert fit.known == expert.fields & need.fields
        assert fit.known
        assert need.language in expert.languages
        assert need.way in {None, *expert.ways}
        assert not (need.day_named and expert.days) or need.on.weekday() in expert.days


@given(NEEDS, PANELS)
def test_everybody_who_keeps_to_every_limit_is_proposed_or_somebody_says_what_is_missing(
    need: Need, panel: list[OnPanel]
) -> None:
    found = match(need, panel)
    alone = {each.id for each in panel if match(need, [each]).fits}
    assert {fit.expert.id for fit in found.fits} == alone
    assert {limit for limit, _number in found.missing} <= set(LIMITS)
    assert not (found.fits and found.missing)


@given(NEEDS, PANELS)
def test_who_knows_more_of_the_question_stands_before_who_knows_less(need: Need, panel: list[OnPanel]) -> None:
    known = [len(fit.known) for fit in match(need, panel).fits]
    assert known == sorted(known, reverse=True)


def expert(number: int, **more: Any) -> OnPanel:
    usual: dict[str, Any] = {"fields": frozenset({"fee_claims"}), "ways": frozenset({"phone"}), "hours": 4}
    return OnPanel(id=UUID(int=number), profession="lawyer", **usual | more)


def need(**more: Any) -> Need:
    return Need(**{"fields": frozenset({"fee_claims"}), "region": "southwest", "on": TODAY, **more})


def test_of_two_who_know_as_much_the_less_used_one_then_the_one_who_waited_longer_comes_first() -> None:
    panel = [expert(1, used=60), expert(2, last_asked=TODAY), expert(3, last_asked=date(2026, 1, 1))]
    assert [fit.expert.id.int for fit in match(need(), panel).fits] == [3, 2, 1]


def test_of_two_between_whom_nothing_tells_the_same_one_comes_first_in_any_order() -> None:
    one, other = expert(1), expert(2)
    assert match(need(), [one, other]) == match(need(), [other, one])


@pytest.mark.parametrize(("limit", "more"), [
    ("fields", {"fields": frozenset({"invoices"})}), ("region", {"regions": frozenset({"northeast"})}),
    ("period", {"until": date(2026, 11, 1), "since": date(2026, 1, 1)}), ("hours", {"used": 200}),
    ("language", {"languages": frozenset({"en"})}), ("day", {"days": frozenset({4})}),
    ("way", {"ways": frozenset({"written"})}),
])
def test_what_is_missing_is_named(limit: str, more: dict[str, Any]) -> None:
    assert [name for name, _ in match(need(day_named=True, way="phone"), [expert(1, **more)]).missing] == [limit]


def test_nothing_single_is_named_where_two_things_are_missing() -> None:
    panel = [expert(1, used=240, languages=frozenset({"en"}))]
    assert match(need(), panel).missing == ()


def test_the_answers_of_an_intake_lead_to_fields() -> None:
    assert fields_of(["unfair_trade"], ["withholding"], ["rights_taken", "fee_cut"], "suspended") == [
        "fee_claims", "contract_terms", "copyright", "platform_accounts", "tax_withholding",
    ]
    assert fields_of(["tax"], ["invoice", "income_tax"], [], None) == ["invoices", "income_tax"]


def test_every_state_is_in_the_table_and_only_ends_lead_nowhere() -> None:
    assert set(MOVES) == set(STATES) == {"asked"} | {to for follows in MOVES.values() for to in follows}
    assert {state for state, follows in MOVES.items() if not follows} == {"declined", "closed", "withdrawn"}
    assert all("answered" in MOVES[state] for state in UNANSWERED if state != "asked")


def count(**more: Any) -> Any:
    usual = {"centre_id": "gwanak", "profession": "lawyer", "fields": ["fee_claims"], "state": "closed",
             "outcome": "paid", "asked_on": TODAY, "answered_on": TODAY + timedelta(days=3)}
    return SimpleNamespace(**usual | more)


def test_numbers_are_told_by_centre_with_the_median_of_days() -> None:
    found = figures([
        count(), count(answered_on=TODAY + timedelta(days=8), fields=["fee_claims", "copyright"]),
        count(state="declined", outcome=None, answered_on=None), count(centre_id="jungnang", state="asked",
                                                                        outcome=None, answered_on=None),
    ])
    assert [(each.centre, each.asked, each.running, each.freed, each.answered, each.days) for each in found] == [
        ("gwanak", 3, 0, 1, 2, 5.5), ("jungnang", 1, 1, 0, 0, None),
    ]
    assert (found[0].fields, found[0].outcomes) == ({"fee_claims": 3, "copyright": 1}, {"paid": 2})
    assert set(found[0].outcomes) <= set(OUTCOMES)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_its_quarter_and_quarters_leave_no_gap(day: date) -> None:
    first, last = quarter_of(day)
    assert first <= day <= last
    assert quarter_of(last + timedelta(days=1))[0] == last + timedelta(days=1)
    assert quarters(day)[:2] == [first, quarter_of(first - timedelta(days=1))[0]]

"""What comes next in a case, how a visit goes on, which counts are shown: no web and no database."""

from dataclasses import dataclass
from datetime import date

import pytest
from gilmok_occupational_safety.numbers.counting import shown
from gilmok_occupational_safety.quarters import Quarter, latest, quarter_of
from gilmok_occupational_safety.relief.rules import Next, next_thing
from gilmok_occupational_safety.visits import rules
from gilmok_occupational_safety.visits.codes import OPEN, STATES, STEPS, TABLE

TODAY = date(2026, 11, 26)
LATER, SOONER = date(2026, 12, 1), date(2026, 11, 20)
HURT = {"topics": ["industrial_accident"]}
ILL = {"topics": ["safety_health"], "occupational_safety.illness": "brain_heart"}


@dataclass
class Arranged:
    kind: str
    due_on: date
    result: str | None = None


@pytest.mark.parametrize(("facts", "measures", "expected"), [
    (HURT, [], Next.CLAIM),
    ({**HURT, "occupational_safety.employer_helps": False}, [], Next.WITHOUT_EMPLOYER),
    ({**HURT, "occupational_safety.employer_helps": "unknown"}, [], Next.CLAIM),
    ({**HURT, "occupational_safety.claim_filed": True}, [], Next.FIRST),
    (HURT, [Arranged("medical", SOONER)], Next.ASK_BACK),
    (HURT, [Arranged("medical", TODAY)], Next.ASK_BACK),
    (HURT, [Arranged("medical", LATER)], Next.CLAIM),
    (HURT, [Arranged("claim", LATER)], Next.WAIT),
    (HURT, [Arranged("claim", SOONER, "helped")], Next.ALL_ENDED),
    (ILL, [], Next.OVERWORK),
    ({"topics": ["safety_health"], "occupational_safety.hazards": ("overwork",)}, [], Next.OVERWORK),
    (ILL, [Arranged("mind", LATER)], Next.WAIT),
    ({}, [], Next.FIRST),
])
def test_what_is_due_comes_before_what_is_missing(facts: dict[str, object], measures: list[Arranged],
                                                  expected: Next) -> None:
    assert next_thing(facts, measures, TODAY) is expected


def test_every_step_of_a_visit_leads_somewhere_and_its_ends_lead_nowhere() -> None:
    assert {to for steps in TABLE.values() for to in steps} == set(STEPS)
    assert set(OPEN) | set(STEPS) == set(STATES)
    assert [state for state in ("done", "refused", "not_possible") if state in TABLE] == []
    assert not rules.allowed("asked", "done")


def said(to: str, **more: object) -> dict[str, object]:
    return {"to": to, "visit_on": LATER, "consent": "yes", "reason": None, "note": "", **more}


@pytest.mark.parametrize(("step", "wanting"), [
    (said("proposed"), []),
    (said("proposed", visit_on=None), ["visit_on"]),
    (said("agreed", visit_on=SOONER), ["visit_on"]),
    (said("agreed", consent="not_asked"), ["consent"]),
    (said("done", visit_on=TODAY, note="Rails are missing."), []),
    (said("done"), ["visit_on", "note"]),
    (said("refused", visit_on=None), ["reason"]),
    (said("not_possible", visit_on=None, reason="gone"), []),
])
def test_a_step_says_what_it_lacks(step: dict[str, object], wanting: list[str]) -> None:
    assert list(rules.wanting(step, TODAY)) == wanting


def test_counts_of_enough_reports_are_shown_as_they_are() -> None:
    found = shown({("fall", "north"): 7, ("fall", "south"): 9, ("dust", "north"): 6, ("dust", "south"): 5},
                  ["dust", "fall", "noise"], ["north", "south", "west"])
    assert (found.columns, found.total) == (("north", "south"), 27)
    assert found.rows == (("dust", (6, 5)), ("fall", (7, 9)))


def test_a_small_count_is_hidden_with_others_or_told_by_rows_or_in_sum_alone() -> None:
    mixed = {("fall", "north"): 12, ("fall", "south"): 3, ("dust", "north"): 8, ("dust", "south"): 9}
    hidden = shown(mixed, ["dust", "fall"], ["north", "south"])
    assert (hidden.total, 3 in [cell for _row, cells in hidden.rows for cell in cells]) == (32, False)
    rows = shown({("fall", "north"): 9, ("fall", "south"): 1, ("dust", "north"): 9}, ["dust", "fall"],
                 ["north", "south"])
    assert (rows.columns, rows.rows) == ((), (("dust", (9,)), ("fall", (10,))))
    # Where every line would be hidden, there is none.
    alone = shown({("fall", "north"): 5, ("dust", "north"): 1}, ["dust", "fall"], ["north"])
    assert (alone.rows, alone.total) == ((), 6)
    few = shown({("fall", "north"): 4}, ["fall"], ["north"])
    assert (few.rows, few.total) == ((), None)
    assert shown({}, ["fall"], ["north"]).total == 0


def test_quarters_follow_each_other_over_the_year() -> None:
    assert quarter_of(date(2026, 10, 1)) == Quarter(2026, 4) == Quarter(2027, 1).before
    assert (Quarter(2026, 4).first, Quarter(2026, 4).following.first) == (date(2026, 10, 1), date(2027, 1, 1))
    assert [each.code for each in latest(date(2026, 2, 3), 3)] == ["2026-1", "2025-4", "2025-3"]

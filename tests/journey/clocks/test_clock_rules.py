"""The clocks of a case from its facts, days and marks: plain values, no database."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.journey.clocks.rules import THEIRS, Clock, Known, Mark, State, clocks, nearest
from gilmok.journey.clocks.starts import EVENTS, STARTS, Event
from gilmok.journey.vocabulary_codes import TOPICS
from gilmok.law.calendar import Calendar
from gilmok.law.shipped import shipped

TODAY = date(2026, 11, 25)
DISMISSED = {"topics": ("discipline_dismissal",), "event_date": date(2026, 11, 2), "workplace_size": "5_9"}
UNPAID = {"topics": ("unpaid_wages",), "still_employed": False}


def found(facts: dict[str, Any], *days: Known, marks: tuple[Mark, ...] = (), today: date = TODAY) -> list[Clock]:
    """The clocks of a case."""
    return clocks(facts, days, marks, law=shipped(), calendar=Calendar(), today=today)


def of(code: str, all_of_them: list[Clock]) -> list[Clock]:
    """Those of one limit."""
    return [clock for clock in all_of_them if clock.limit.code == code]


def test_a_dismissal_runs_three_months_from_the_day_that_the_intake_recorded() -> None:
    (clock,) = of("UD_RELIEF", found(DISMISSED))
    assert (clock.safe, clock.last, clock.state) == (date(2027, 2, 2), date(2027, 2, 2), State.RUNNING)


@pytest.mark.parametrize(("today", "state"), [
    (date(2026, 3, 3), State.RUNNING), (date(2026, 3, 4), State.LATE),
])
def test_a_clock_runs_to_the_end_of_its_last_day_and_is_listed_by_its_safe_one(today: date, state: State) -> None:
    # Three months end on a Saturday, before a Sunday and a holiday.
    (clock,) = of("UD_RELIEF", found({**DISMISSED, "event_date": date(2025, 11, 30)}, today=today))
    assert (clock.safe, clock.last, clock.state) == (date(2026, 2, 28), date(2026, 3, 3), state)
    near = nearest([clock], today)
    assert near
    assert near.day == date(2026, 2, 28)


def test_an_unknown_day_is_asked_for_and_never_guessed() -> None:
    (clock,) = found({"topics": ("discipline_dismissal",), "event_date": "unknown"})
    assert (clock.state, clock.running, clock.safe) == (State.UNKNOWN, None, None)


def test_each_payday_lapses_by_itself() -> None:
    days = [Known(Event.PAYDAY, date(2023, month, 10), 1_240_000) for month in (9, 11, 12)]
    wages = {clock.known.day: clock for clock in of("WAGE_PRESC", found(UNPAID, *days)) if clock.known}
    assert [(wages[each.day].safe, wages[each.day].state) for each in days] == [
        (date(2026, 9, 10), State.LATE), (date(2026, 11, 10), State.LATE), (date(2026, 12, 10), State.RUNNING),
    ]


def test_who_still_works_there_files_for_wages_from_the_last_payday_alone() -> None:
    days = [Known(Event.PAYDAY, date(2026, month, 10)) for month in (10, 9)]
    clocks_of_it = of("SUB_INSERVICE_FILE", found({**UNPAID, "still_employed": True}, *days))
    assert [clock.known and clock.known.day for clock in clocks_of_it] == [date(2026, 10, 10)]


def test_a_day_that_was_entered_takes_the_place_of_the_intakes_own() -> None:
    entered = Known(Event.DISMISSAL, date(2026, 11, 9))
    assert [clock.known for clock in of("UD_RELIEF", found(DISMISSED, entered))] == [entered]


@pytest.mark.parametrize(("kind", "runs"), [("fixed_term", True), ("unknown", True), ("refused", True),
                                            ("regular", False)])
def test_what_nobody_knows_of_the_employment_rules_no_limit_out(kind: str, runs: bool) -> None:
    told = {"topics": ("discrimination",), "event_date": date(2026, 11, 2), "employment_type": kind}
    assert bool(of("DISC_FT", found(told))) is runs


def test_who_left_has_a_year_for_the_petition_and_who_works_there_has_none() -> None:
    left = Known(Event.LEFT, date(2026, 3, 31))
    assert of("SUB_SIMPLE_ADMIN_FILE", found(UNPAID, left))[0].safe == date(2027, 3, 31)
    assert of("SUB_SIMPLE_ADMIN_FILE", found({**UNPAID, "still_employed": True}, left)) == []


def test_below_five_employees_a_dismissal_has_no_relief_and_the_clock_says_so() -> None:
    (clock,) = of("UD_RELIEF", found({**DISMISSED, "workplace_size": "1_4"}))
    assert clock.state is State.NOT_HERE


def test_what_is_met_no_longer_runs_and_may_run_again() -> None:
    mark = Mark("UD_RELIEF", date(2026, 11, 2), "met", date(2026, 11, 20))
    again = Mark("UD_RELIEF", date(2026, 11, 2), "running", date(2026, 11, 21))
    assert of("UD_RELIEF", found(DISMISSED, marks=(mark,)))[0].state is State.MET
    assert of("UD_RELIEF", found(DISMISSED, marks=(mark, again)))[0].state is State.RUNNING


def test_the_nearest_is_the_first_that_the_person_can_lose() -> None:
    days = (Known(Event.PAYDAY, date(2023, 12, 10)), Known(Event.LEFT, date(2026, 11, 20)))
    near = nearest(found(UNPAID, *days), TODAY)
    # Fourteen days to pay are the employer's duty: nothing of hers is lost with them.
    assert near
    assert (near.day, near.limit) == (date(2026, 12, 10), "WAGE_PRESC")


@pytest.mark.parametrize(("today", "shown"), [(date(2027, 2, 16), True), (date(2027, 2, 17), False)])
def test_a_missed_limit_is_shown_for_two_weeks(today: date, shown: bool) -> None:
    assert (nearest(found(DISMISSED, today=today), today) is not None) is shown


@pytest.mark.parametrize("topic", [each.code for each in TOPICS])
def test_only_topics_without_any_limit_have_no_clock(topic: str) -> None:
    days = [Known(event, date(2026, 11, 2)) for event in Event]
    without = {"employment_contract", "tax", "rights_violation", "other"}
    assert bool(found({"topics": (topic,)}, *days)) is (topic not in without)


def test_every_start_names_a_limit_an_event_and_topics_that_are_there() -> None:
    topics = {each.code for each in TOPICS}
    assert [each for each in STARTS if each.limit not in shipped().limit_codes or not each.topics <= topics] == []
    assert EVENTS.keys() == set(Event)


@given(st.sampled_from([each.code for each in TOPICS]), st.sampled_from(list(Event)), st.dates(
    date(2019, 1, 1), date(2027, 12, 31)), st.integers(0, 400))
def test_as_days_go_by_a_clock_is_first_running_and_then_late(topic, event, day, later):
    states = [
        [clock.state for clock in found({"topics": (topic,)}, Known(event, day), today=each) if clock.safe]
        for each in (TODAY, TODAY + timedelta(days=later))
    ]
    assert len(states[0]) == len(states[1])
    assert states[0].count(State.LATE) <= states[1].count(State.LATE)


def test_nobody_is_reminded_of_what_others_have_to_do() -> None:
    near = nearest(found(UNPAID, Known(Event.LEFT, date(2026, 11, 20))), TODAY)
    assert near
    assert shipped().limit(near.limit, TODAY).kind in THEIRS

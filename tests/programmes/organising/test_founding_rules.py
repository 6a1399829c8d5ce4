"""Stages, clocks and steps without a database."""

from datetime import date

import pytest

from gilmok.law.calendar import Calendar
from gilmok.law.shipped import shipped
from gilmok.network.atlas import Atlas
from gilmok.programmes.organising import kinds, steps
from gilmok.programmes.organising.clocks import CERTIFICATE, RELIEF, SUPPLEMENT, Clock, running
from gilmok.programmes.organising.stages import ENDED, IllegalStage, Stage, way, ways_from

NONE: list[date] = []


def clocks(stage: Stage, on: date, until: date | None = None, practices: list[date] = NONE) -> list[Clock]:
    """What runs."""
    return running(stage, on, until, practices, law=shipped(), calendar=Calendar())


def test_the_certificate_is_due_three_days_after_the_report_was_received() -> None:
    (clock,) = clocks(Stage.FILED, date(2026, 11, 30))
    assert (clock.code, clock.due, clock.last) == (CERTIFICATE, date(2026, 12, 3), date(2026, 12, 3))


def test_a_last_day_on_a_weekend_moves_but_the_day_to_work_by_does_not() -> None:
    (clock,) = clocks(Stage.FILED, date(2026, 11, 26))
    assert (clock.due, clock.last) == (date(2026, 11, 29), date(2026, 11, 30))


@pytest.mark.parametrize(("until", "due"), [(None, date(2026, 12, 20)), (date(2026, 12, 10), date(2026, 12, 10))])
def test_a_supplement_is_due_by_the_offices_letter_or_within_twenty_days(until: date | None, due: date) -> None:
    (clock,) = clocks(Stage.SUPPLEMENT, date(2026, 11, 30), until)
    assert (clock.code, clock.due, clock.set_by_office) == (SUPPLEMENT, due, until is not None)


def test_relief_ends_three_months_after_the_practice_and_the_nearest_comes_first() -> None:
    found = clocks(Stage.FILED, date(2026, 11, 30), practices=[date(2026, 9, 1), date(2026, 10, 1)])
    assert [(each.code, each.due) for each in found] == [
        (RELIEF, date(2026, 12, 1)), (CERTIFICATE, date(2026, 12, 3)), (RELIEF, date(2027, 1, 1)),
    ]


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.FILED, Stage.SUPPLEMENT}))
def test_no_other_stage_has_a_time_limit_of_its_own(stage: Stage) -> None:
    assert clocks(stage, date(2026, 11, 30)) == []


def test_every_stage_can_be_reached_and_left() -> None:
    reached = {each.to for stage in Stage for each in ways_from(stage)}
    assert reached == set(Stage)
    assert [stage for stage in Stage if not ways_from(stage)] == []


@pytest.mark.parametrize(("before", "to"), [
    (Stage.PREPARING, Stage.FILED), (Stage.PREPARING, Stage.CERTIFIED), (Stage.ASSEMBLED, Stage.CERTIFIED),
    (Stage.SUPPLEMENT, Stage.CERTIFIED), (Stage.FILED, Stage.PAUSED), (Stage.CERTIFIED, Stage.GIVEN_UP),
])
def test_no_stage_is_jumped_over(before: Stage, to: Stage) -> None:
    with pytest.raises(IllegalStage):
        way(before, to)


def test_what_ended_goes_back_only_where_it_was_noted_by_mistake_or_is_taken_up_again() -> None:
    assert {(stage, each.to) for stage in ENDED for each in ways_from(stage)} == {
        (Stage.CERTIFIED, Stage.FILED), (Stage.JOINED, Stage.PREPARING), (Stage.GIVEN_UP, Stage.PREPARING),
    }


def test_the_step_at_hand_is_the_first_of_its_stage_that_is_not_done() -> None:
    course = steps.steps_for(kinds.ENTERPRISE)
    assert (first := steps.at_hand(course, Stage.PREPARING, ())) is course[0]
    assert steps.at_hand(course, Stage.PREPARING, first.items) is course[1]
    waiting = steps.at_hand(course, Stage.SUPPLEMENT, ())
    assert waiting is not None
    assert (waiting.code, steps.at_hand(course, Stage.PAUSED, ())) == ("examining", None)


def test_no_line_of_a_checklist_is_there_twice_and_each_step_says_on_what_it_rests() -> None:
    items = [item for each in steps.steps() for item in each.items]
    assert len(items) == len(set(items))
    assert [each.code for each in steps.steps() if not each.basis or not each.check] == []


def test_what_steps_name_exists() -> None:
    named = [each for step in steps.steps() for each in (*step.basis, *step.check) if each.source]
    assert {each.source for each in named} <= set(steps.sources())
    assert {each.starts for each in steps.steps() if each.starts} <= set(shipped().limit_codes)
    assert {paper for each in steps.steps() for paper in each.papers} == set(kinds.PAPERS)
    assert {kind for each in steps.steps() for kind in each.kinds} == set(kinds.KINDS)


def test_the_rules_have_the_fifteen_things_of_article_eleven() -> None:
    assert len(steps.rules()) == 15
    rules = next(each for each in steps.steps() if each.code == "rules")
    assert len(rules.items) == 1 + 15


def test_who_joins_an_existing_union_is_led_to_that_first() -> None:
    assert ways_from(Stage.PREPARING, likely=Stage.JOINED)[0].to is Stage.JOINED
    assert ways_from(Stage.PREPARING)[0].to is Stage.ASSEMBLED


def test_who_joins_an_existing_union_files_no_report() -> None:
    codes = {each.code for each in steps.steps_for(kinds.JOIN)}
    assert codes == {"first_talk", "safety", "join", "demand", "agreement"}


@pytest.mark.parametrize(("area", "district", "where"), [
    ("one_district", "gwanak", "관악구청장"), ("seoul", "gwanak", "서울특별시장"),
    ("country", "gwanak", "고용노동부장관"), ("one_district", kinds.OUTSIDE, "관할 시장·군수·구청장"),
    ("seoul", kinds.OUTSIDE, "관할 특별시장·광역시장·도지사"),
])
def test_where_the_report_goes_depends_on_how_far_the_union_reaches(area: str, district: str, where: str) -> None:
    assert steps.office(area, Atlas.shipped().districts.get(district)).name_ko == where

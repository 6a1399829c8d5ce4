"""The clocks of actions, to the day: what starts them, what stops them, what is asked."""

from collections.abc import Sequence
from datetime import date

import pytest

from gilmok.journey.legal_aid.clocks import Clock, Happened, Reckoning, Standing, clocks_of_action
from gilmok.journey.legal_aid.workflows import workflow
from gilmok.law.calendar import Calendar
from gilmok.law.shipped import shipped

TODAY = date(2026, 12, 1)
Day = date | None


def clocks(kind: str, subkind: str, *moves: tuple[str, Day]) -> dict[str, Clock]:
    """The clocks after these moves, by code; the newest of a code counts."""
    table = workflow(kind)
    happened: Sequence[Happened] = [
        Happened(place, left, to, on)
        for place, (left, (to, on)) in enumerate(zip(["new", *(to for to, _on in moves)], moves, strict=False))
    ]
    found = clocks_of_action(table, subkind, 7, happened, Reckoning(shipped(), Calendar(), TODAY))
    return {clock.limit.code: clock for clock in found}


def last(clock: Clock) -> Day:
    """The last day of a clock."""
    return clock.end.last if clock.end else None


DISMISSED, FILING = ("preparing", date(2026, 8, 31)), ("filed", date(2026, 9, 10))
SERVED = ("served", date(2026, 12, 22))


def test_a_dismissal_gives_three_months() -> None:
    relief = clocks("remedy", "dismissal", DISMISSED)["UD_RELIEF"]
    assert (last(relief), relief.standing) == (date(2026, 11, 30), Standing.RUNNING)
    assert relief.late_on(TODAY)


def test_filing_keeps_it() -> None:
    relief = clocks("remedy", "dismissal", DISMISSED, FILING)["UD_RELIEF"]
    assert (relief.standing, relief.ended_on, relief.late_on(TODAY)) == (Standing.MET, FILING[1], False)


def test_filing_on_the_day_after_is_said_to_be_late() -> None:
    assert clocks("remedy", "dismissal", DISMISSED, ("filed", date(2026, 12, 1)))["UD_RELIEF"].late_on(TODAY)


def test_the_review_runs_from_service_and_rolls_over_new_year() -> None:
    review = clocks("remedy", "dismissal", DISMISSED, FILING, SERVED)["UD_REVIEW"]
    assert review.end is not None
    assert (review.end.safe, review.end.last) == (date(2027, 1, 1), date(2027, 1, 4))


def test_a_review_keeps_it_and_its_decision_gives_fifteen_days() -> None:
    moves = (DISMISSED, FILING, SERVED, ("review_filed", date(2026, 12, 30)), ("review_served", date(2027, 3, 2)))
    found = clocks("remedy", "dismissal", *moves)
    assert (found["UD_REVIEW"].standing, last(found["UD_SUIT"])) == (Standing.MET, date(2027, 3, 17))


def test_an_unfair_practice_has_its_own_rows() -> None:
    found = clocks("remedy", "unfair_practice", DISMISSED, FILING, SERVED)
    assert set(found) == {"ULP_RELIEF", "ULP_REVIEW"}


@pytest.mark.parametrize(("subkind", "code"), [
    ("fixed_term", "DISC_FT"), ("dispatched", "DISC_DISPATCH"), ("gender", "DISC_GENDER"),
])
def test_a_discrimination_decision_gives_ten_days_from_service_and_the_review_fifteen(subkind: str, code: str) -> None:
    found = clocks("remedy", subkind, DISMISSED, FILING, SERVED)
    review = found[f"{code}_REVIEW"]
    assert review.end is not None
    assert (review.event, review.end.safe, review.end.last) == (SERVED[1], date(2027, 1, 1), date(2027, 1, 4))
    assert set(found) == {code, f"{code}_REVIEW"}
    moves = (DISMISSED, FILING, SERVED, ("review_filed", date(2027, 1, 4)), ("review_served", date(2027, 3, 2)))
    found = clocks("remedy", subkind, *moves)
    assert (found[f"{code}_REVIEW"].standing, last(found[f"{code}_SUIT"])) == (Standing.MET, date(2027, 3, 17))
    found = clocks("remedy", subkind, *moves, ("suit_filed", date(2027, 3, 17)))
    assert (found[f"{code}_SUIT"].standing, found[f"{code}_SUIT"].late_on(TODAY)) == (Standing.MET, False)


def test_a_review_that_the_employer_asks_for_keeps_no_limit_of_the_worker() -> None:
    table = workflow("remedy")
    served = Happened(1, "filed", "served", SERVED[1])
    asked = Happened(2, "served", "review_filed", date(2026, 12, 30), by_other=True)
    found = clocks_of_action(table, "fixed_term", 7, [served, asked], Reckoning(shipped(), Calendar(), TODAY))
    assert [(each.limit.code, each.standing) for each in found] == [("DISC_FT_REVIEW", Standing.RUNNING)]


def test_a_day_that_is_not_known_gives_no_limit() -> None:
    relief = clocks("remedy", "dismissal", ("preparing", None))["UD_RELIEF"]
    assert (relief.standing, relief.end, relief.is_open) == (Standing.UNKNOWN, None, True)


def test_an_unknown_day_is_no_longer_asked_for_when_the_thing_was_done() -> None:
    relief = clocks("remedy", "dismissal", ("preparing", None), FILING)["UD_RELIEF"]
    assert (relief.standing, relief.late_on(TODAY)) == (Standing.MET, False)


def test_a_petition_has_25_working_days_with_the_first() -> None:
    office = clocks("petition", "arrears", ("preparing", date(2026, 9, 30)), ("filed", date(2026, 10, 12)))
    assert last(office["COMPLAINT_PROC"]) == date(2026, 11, 13)
    assert office["SUB_SIMPLE_ADMIN_FILE"].standing is Standing.MET


def test_each_extension_gives_25_more() -> None:
    filed = (("preparing", None), ("filed", date(2026, 10, 12)), ("extended", date(2026, 11, 12)))
    once = clocks("petition", "other", *filed)["COMPLAINT_PROC"]
    twice = clocks("petition", "other", *filed, ("extended_again", date(2026, 12, 14)))["COMPLAINT_PROC"]
    calendar = Calendar()
    assert last(once) == calendar.working_day(date(2026, 10, 12), 50) == date(2026, 12, 18)
    assert last(twice) == calendar.working_day(date(2026, 10, 12), 75)


def test_the_certificate_gives_six_months() -> None:
    found = clocks(
        "petition", "arrears", ("preparing", date(2026, 9, 30)), ("filed", date(2026, 10, 12)),
        ("certificate_requested", date(2026, 11, 20)), ("certificate_issued", date(2026, 11, 23)),
    )
    assert last(found["SUB_CERT_ISSUE"]) == date(2026, 11, 23)
    assert last(found["SUB_SIMPLE_ADMIN_CLAIM"]) == date(2027, 5, 24)


def test_an_examination_stops_the_time_to_sue_and_its_result_starts_it_anew() -> None:
    moves = (("preparing", None), ("filed", date(2026, 5, 4)), ("refused", date(2026, 7, 1)))
    before = clocks("accident", "injury", *moves)
    assert (last(before["WC_OBJ1"]), last(before["WC_SUIT"])) == (date(2026, 9, 29), date(2026, 9, 29))
    asked = (*moves, ("examination", date(2026, 9, 1)))
    assert clocks("accident", "injury", *asked)["WC_SUIT"].standing is Standing.STOPPED
    after = clocks("accident", "injury", *asked, ("examination_refused", date(2026, 11, 2)))
    assert (last(after["WC_OBJ2"]), after["WC_SUIT"].standing) == (date(2027, 2, 1), Standing.RUNNING)


def test_an_examination_takes_sixty_days_and_twenty_more() -> None:
    moves = (("preparing", None), ("filed", None), ("refused", None), ("examination", date(2026, 9, 1)))
    assert last(clocks("accident", "injury", *moves)["WC_OBJ1_DEC"]) == date(2026, 10, 31)
    extended = clocks("accident", "injury", *moves, ("examination_extended", date(2026, 10, 20)))
    assert last(extended["WC_OBJ1_DEC"]) == date(2026, 11, 20)


def test_a_crime_before_the_change_keeps_its_five_years() -> None:
    old = clocks("complaint", "wages", ("preparing", date(2026, 9, 15)))
    new = clocks("complaint", "wages", ("preparing", date(2026, 10, 15)))
    assert last(old["CRIM_WAGE_OLD"]) == date(2031, 9, 14)
    assert last(new["CRIM_WAGE_NEW"]) == date(2033, 10, 14)


def test_an_indictment_stops_the_limitation_also_of_the_older_rule() -> None:
    moves = (("preparing", date(2026, 9, 15)), ("filed", None), ("sent", None), ("indicted", None))
    assert clocks("complaint", "wages", *moves)["CRIM_WAGE_OLD"].standing is Standing.STOPPED


def test_a_claim_that_a_judgment_confirmed_outlasts_the_action() -> None:
    judged = (("judged", date(2026, 3, 2)), ("final", date(2026, 3, 20)))
    found = clocks("lawsuit", "wages", ("preparing", None), ("filed", None), *judged, ("closed", None))
    assert (last(found["JUDGMENT_PRESC"]), found["JUDGMENT_PRESC"].standing) == (date(2036, 3, 20), Standing.RUNNING)
    assert found["SUB_SIMPLE_COURT_CLAIM"].standing is Standing.STOPPED


def test_an_action_that_ends_needs_its_other_limits_no_longer() -> None:
    found = clocks("remedy", "dismissal", DISMISSED, FILING, SERVED, ("closed", date(2026, 12, 28)))
    assert found["UD_REVIEW"].standing is Standing.STOPPED


def test_a_review_that_the_employer_applies_for_keeps_no_time_of_the_worker() -> None:
    moves = [Happened(0, "new", "preparing", None), Happened(1, "preparing", "filed", None),
             Happened(2, "filed", "served", date(2026, 12, 22)),
             Happened(3, "served", "review_filed", date(2026, 12, 28), by_other=True)]
    reckoning = Reckoning(shipped(), Calendar(), TODAY)
    found = clocks_of_action(workflow("remedy"), "dismissal", 7, moves, reckoning)
    assert found[-1].standing is Standing.RUNNING
    served = Happened(4, "review_filed", "review_served", date(2027, 3, 2))
    after = clocks_of_action(workflow("remedy"), "dismissal", 7, [*moves, served], reckoning)
    assert [each.standing for each in after[-2:]] == [Standing.STOPPED, Standing.RUNNING]

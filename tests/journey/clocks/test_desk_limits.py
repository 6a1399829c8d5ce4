"""Time limits of a module's desk: beside the core's or in their place, and never silently absent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from flask import Flask
from support.casework import PERSON, browser_of, taken_in
from support.days import Days
from support.house import House
from support.page import Browser

from gilmok.journey.case.models import Case
from gilmok.journey.clocks.rules import Clock, DeskLimits, Known, Mark, State, clocks
from gilmok.journey.clocks.service import wind
from gilmok.journey.clocks.starts import Event
from gilmok.law.calendar import Calendar
from gilmok.law.shipped import shipped
from gilmok.modules.api import AtLeast, CaseLimit, Is, LimitKind
from gilmok.modules.registry import Registry
from gilmok.modules.service import suspend

TODAY = date(2026, 11, 25)
DUE = date(2026, 3, 2)
FEE = CaseLimit(
    code="made.fee", targets=("made.desk",), starts="fee_due", day_from="made.due", replaces=("FREELANCE_FEE",),
    name_ko="보수", name_en="Fee", basis_ko="조문", basis_en="Article", event_ko="날", event_en="day",
    kind=LimitKind.PRESCRIPTION, period="1 year", source="statutes",
)
ABOUT_FEES = {"topics": ("unfair_trade",)}


def found(*rows: CaseLimit, days: tuple[Known, ...] = (), marks: tuple[Mark, ...] = (), stopped: bool = False,
          **facts: Any) -> list[Clock]:
    known = {**ABOUT_FEES, **{name.replace("__", "."): value for name, value in facts.items()}}
    desk = DeskLimits(rows, known, stopped)
    return clocks(known, days, marks, law=shipped(), calendar=Calendar(), today=TODAY, desk=desk)


def told(clock: Clock) -> tuple[str, State, date | None]:
    return clock.limit.code, clock.state, clock.safe


def test_it_runs_from_the_day_that_its_question_was_answered_with() -> None:
    (clock,) = found(FEE, made__due=DUE)
    assert told(clock) == ("made.fee", State.RUNNING, date(2027, 3, 2))


def test_a_day_that_was_entered_counts_before_the_answer() -> None:
    (clock,) = found(FEE, days=(Known(Event.FEE_DUE, date(2026, 4, 1)),), made__due=DUE)
    assert clock.safe == date(2027, 4, 1)


def test_without_a_day_it_is_asked_for() -> None:
    (clock,) = found(FEE)
    assert told(clock) == ("made.fee", State.UNKNOWN, None)


def test_the_cores_limit_stands_where_the_modules_does_not_hold() -> None:
    codes = [clock.limit.code for clock in found(replace(FEE, when=Is("employment_type", "artist")),
                                                 employment_type="regular")]
    assert codes == ["FREELANCE_FEE"]


def test_what_nobody_knows_rules_it_not_out() -> None:
    (clock,) = found(replace(FEE, when=Is("employment_type", "artist")))
    assert clock.limit.code == "made.fee"


def test_a_condition_that_fails_is_said_and_the_cores_limit_runs_on() -> None:
    fails = replace(FEE, when=AtLeast("employment_type", 3))
    by_hand, core = found(fails, employment_type="artist", made__due=DUE)
    assert (by_hand.state, by_hand.known and by_hand.known.day) == (State.BY_HAND, DUE)
    assert core.limit.code == "FREELANCE_FEE"


def test_a_day_beyond_every_calendar_is_for_somebody_to_count() -> None:
    (clock,) = [each for each in found(replace(FEE, period="9000 years"), made__due=DUE) if each.limit.code == FEE.code]
    assert clock.state is State.BY_HAND


def test_a_day_for_which_no_row_holds_is_for_somebody_to_count() -> None:
    rows = (replace(FEE, valid_from=date(2026, 5, 1)),)
    assert State.BY_HAND in {each.state for each in found(*rows, made__due=DUE)}


@pytest.mark.parametrize(("due", "end"), [(date(2026, 4, 30), date(2027, 4, 30)), (date(2026, 5, 1), date(2029, 5, 1))])
def test_a_change_of_law_is_one_more_row(due: date, end: date) -> None:
    changed = date(2026, 5, 1)
    rows = (replace(FEE, valid_from=changed, period="3 years"), replace(FEE, valid_to=changed))
    (clock,) = found(*rows, made__due=due)
    assert clock.safe == end


def test_it_can_be_met_as_any_other() -> None:
    (clock,) = found(FEE, made__due=DUE, marks=(Mark("made.fee", DUE, "met", TODAY),))
    assert clock.state is State.MET


def test_of_a_suspended_module_it_is_for_somebody_to_count() -> None:
    first, *_core = found(FEE, made__due=DUE, stopped=True)
    assert (first.limit.code, first.state) == ("made.fee", State.BY_HAND)


@pytest.fixture
def case(app: Flask, house: House, let_it_be: Days) -> Case:
    """An artist whose fee was due on 2 March and is owed since."""
    let_it_be(TODAY)
    facts = {"northeast.arts_fee_due": DUE, "employment_type": "artist", "industry": "arts"}
    return taken_in(
        house, app.extensions["registry"], "nodong", person=PERSON, consents={"identity": True, "sharing": True},
        workplace_district="jungnang", topics=("unpaid_wages",), **facts,
    )


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    return browser_of(app, house, "nodong")


@pytest.fixture
def stop(house: House) -> Callable[[], None]:
    """The operator's emergency stop of the northeast module."""

    def stopped() -> None:
        with house.session("unyeong") as session:
            suspend(session, "northeast", by=house.people["unyeong"].id, note="")
            session.commit()

    return stopped


def wound(house: House, case: Case) -> tuple[date | None, str | None]:
    """The nearest limit of the case, worked out anew."""
    with house.job() as session:
        again = session.get_one(Case, case.id)
        wind(session, again)
        session.commit()
        return again.due_on, again.due_limit


def test_lists_find_it_from_the_intake_on(case: Case, counsellor: Browser) -> None:
    assert (case.due_on, case.due_limit) == (date(2027, 3, 2), "northeast.artist_fee")
    assert "예술인 보수 소멸시효" in counsellor.get(f"/cases/{case.number}").text


def test_the_page_shows_it_with_its_other_periods_and_it_can_be_met(case: Case, counsellor: Browser) -> None:
    page = counsellor.get(f"/cases/{case.number}/clocks")
    for words in ("예술인 보수 소멸시효", "2027년 3월 2일(화)까지", "그 밖의 일반 채권", "민법 제162조"):
        assert words in page.text
    page = page.press("기한 안에 했음 : 예술인 보수 소멸시효, 2026. 3. 2.")
    assert "기한 안에 함" in page.text


def test_a_limit_that_there_is_not_cannot_be_marked(case: Case, counsellor: Browser) -> None:
    page = counsellor.get(f"/cases/{case.number}/clocks")
    values = {"csrf_token": [str(page.tree.css_first("input[name=csrf_token]").attributes["value"])],
              "form_key": ["1b671a64-40d5-491e-99b0-da01ff1f3341"], "version": [str(case.version)],
              "limit": ["northeast.nothing"], "event_day": ["2026-03-02"], "how": ["met"]}
    assert counsellor.post(f"/cases/{case.number}/clocks/mark", values).status == 404


def test_under_the_emergency_stop_it_is_said_and_stays_the_nearest(
    case: Case, counsellor: Browser, house: House, stop: Callable[[], None]
) -> None:
    stop()
    assert "계산하지 못함: 직접 확인하세요" in counsellor.get(f"/cases/{case.number}/clocks").text
    assert wound(house, case) == (date(2027, 3, 2), "northeast.artist_fee")


def test_when_its_module_is_gone_it_is_said_and_stays_the_nearest(
    case: Case, counsellor: Browser, house: House, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry: Registry = app.extensions["registry"]
    kept = {name: each for name, each in registry.modules.items() if name != "northeast"}
    gone = replace(registry, modules=MappingProxyType(kept))
    monkeypatch.setitem(app.extensions, "registry", gone)
    monkeypatch.setattr("gilmok.modules.current.of_process", lambda: gone)
    page = counsellor.get(f"/cases/{case.number}/clocks")
    assert "northeast 이(가) 설치되어 있지 않아 그 기한을 계산하지 못합니다" in page.text
    assert "northeast.artist_fee (설치되지 않음)" in page.text
    assert wound(house, case) == (date(2027, 3, 2), "northeast.artist_fee")

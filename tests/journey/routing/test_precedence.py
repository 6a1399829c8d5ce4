"""The city settles a standing conflict: as data, shown with the decision, and taken back the same way."""

import pytest
from support.casework import FACTS, switch_on, taken_in
from support.house import House

from gilmok.ground.clock import today
from gilmok.journey.routing.elsewhere import moved
from gilmok.journey.routing.precedence import NoSuchThing, settle
from gilmok.journey.routing.queries import engine
from gilmok.journey.routing.rules import Status
from gilmok.modules.activation import Activations
from gilmok.modules.queries import activations
from gilmok.modules.registry import Registry

DISPUTED = {**FACTS, "industry": "finance"}
DESKS = ("left.desk", "right.desk")


def decided(house: House, rivals: Registry) -> tuple[Status, str | None]:
    with house.job() as session:
        decision = engine(session, rivals).route(DISPUTED, today()).decision
    return decision.status, decision.target


def settled(house: House, rivals: Registry, *, withdrawn: bool = False) -> None:
    with house.job() as session:
        settle(session, *DESKS, note="공문 12", registry=rivals, by=None, withdrawn=withdrawn)
        session.commit()


def test_two_desks_in_one_band_are_sorted_by_a_person(house: House, rivals: Registry) -> None:
    switch_on(house)
    assert decided(house, rivals) == (Status.TRIAGE, None)


def test_what_the_city_settled_decides(house: House, rivals: Registry) -> None:
    switch_on(house)
    settled(house, rivals)
    assert decided(house, rivals) == (Status.ROUTED, "left.desk")


def test_what_was_taken_back_no_longer_decides(house: House, rivals: Registry) -> None:
    switch_on(house)
    settled(house, rivals)
    settled(house, rivals, withdrawn=True)
    assert decided(house, rivals) == (Status.TRIAGE, None)


def test_an_id_that_no_module_has_is_refused(house: House, rivals: Registry) -> None:
    with house.job() as session, pytest.raises(NoSuchThing, match="left.nowhere"):
        settle(session, "left.nowhere", "right.desk", note="", registry=rivals, by=None)


def test_before_a_change_it_is_said_which_cases_would_have_gone_elsewhere(house: House, rivals: Registry) -> None:
    number = taken_in(house, rivals, industry="finance").number
    nothing = Activations((), rivals.scopes)
    switch_on(house)
    with house.job() as session:
        found = list(moved(session, nothing, activations(session, rivals), registry=rivals))
    assert [str(each) for each in found] == [f"{number}: core.counselling (gwanak) → triage (gwanak)"]

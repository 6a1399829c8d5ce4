"""What a case has of its desk: all of it to its end, whatever is switched off; nothing under an operator's stop."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from support.house import House, make_case
from support.modules import core_module, info, made_module

from gilmok.journey.desk_work.queries import desk_of
from gilmok.modules.activation import Activations
from gilmok.modules.api import CaseLimit, LimitKind, Scope, WorkStep
from gilmok.modules.at_desk import AtDesk, as_of, declared_at
from gilmok.modules.registry import Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

DESK = ("made.desk",)
RECEIVED = date(2026, 11, 25)
LIMIT = CaseLimit(
    code="made.limit", targets=DESK, starts="left", name_ko="기한", name_en="Limit", basis_ko="조문",
    basis_en="Article", event_ko="퇴직", event_en="leaving", kind=LimitKind.PRESCRIPTION, period="3 years",
    source="statutes",
)
STEPS = (
    WorkStep(id="made.always", targets=DESK, title="Always"),
    WorkStep(id="made.part", targets=DESK, title="Part", scope="monitoring"),
)
ALL_OF_IT = Activation(module="made", region="northeast", starts_on=date(2026, 1, 1))


@pytest.fixture(scope="module")
def registry() -> Registry:
    scoped = info(scopes=(Scope(id="monitoring", title="Monitoring"),))
    module = made_module(module_info=lambda: scoped, steps=lambda: STEPS, time_limits=lambda: [LIMIT])
    return Registry.load(core=core_module(), entry_points=[module])


def had(registry: Registry, *rows: Activation, target: str = "made.desk", **more: Any) -> AtDesk:
    now = Activations(rows, registry.scopes, **more)
    return as_of(declared_at(registry, target), now, region="northeast", on=RECEIVED, centre="jungnang")


def names(found: AtDesk) -> list[str]:
    return [each.id.removeprefix("made.") for each in found.steps]


@pytest.mark.parametrize(("rows", "steps"), [
    ([ALL_OF_IT], ["always", "part"]),
    ([ALL_OF_IT, replace(ALL_OF_IT, ends_on=date(2026, 11, 30))], ["always", "part"]),
    ([ALL_OF_IT, replace(ALL_OF_IT, scope=())], ["always"]),
    ([replace(ALL_OF_IT, scope=("monitoring",), starts_on=date(2027, 1, 1))], ["always"]),
    ([replace(ALL_OF_IT, centre="jungnang")], ["always", "part"]),
    ([], ["always"]),
])
def test_a_case_keeps_what_its_desk_adds_and_parts_as_of_the_day_it_came(
    registry: Registry, rows: list[Activation], steps: list[str]
) -> None:
    assert names(had(registry, *rows)) == steps


def test_a_stored_case_keeps_the_parts_of_a_pilot_that_has_ended_since(
    registry: Registry, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gilmok.modules.current.of_process", lambda: registry)
    case = make_case(house, target="made.desk", region="northeast", received_on=date(2026, 1, 5))
    with house.job() as session:
        apply(session, [replace(ALL_OF_IT, ends_on=date(2026, 1, 31))], by=None, note="")
        assert names(desk_of(session, case)) == ["always", "part"]


def test_another_desk_adds_nothing(registry: Registry) -> None:
    assert had(registry, ALL_OF_IT, target="core.desk").is_plain


def test_the_emergency_stop_takes_all_but_the_limits_which_somebody_has_to_count(registry: Registry) -> None:
    found = had(registry, ALL_OF_IT, suspended=frozenset({"made"}))
    assert (names(found), found.suspended, [each.id for each in found.limits]) == ([], True, ["made.limit"])


def test_a_module_that_is_gone_is_named(registry: Registry) -> None:
    found = had(registry, ALL_OF_IT, target="lost.desk")
    assert (found.gone, found.is_plain) == ("lost", False)

"""Each module switched off in its region and on again: nothing is lost, nothing changes elsewhere, old cases finish."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from support.casework import taken_in
from support.house import House
from support.page import Browser
from support.source import ROOT

from gilmok.ground.clock import today
from gilmok.ground.db import Base
from gilmok.journey.routing.queries import engine
from gilmok.modules.registry import Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

HOMES = {
    "downtown": "downtown", "northeast": "northeast", "southeast": "southeast", "southwest": "southwest",
    "platform_freelance": "southwest", "occupational_safety": "southwest",
}
LONG_AGO = today() - timedelta(days=400)
YESTERDAY = today() - timedelta(days=1)


def examples(module: str) -> list[dict[str, Any]]:
    """The facts of the example cases of a module's rules."""
    cases = json.loads((ROOT / f"plugins/{module}/tests/examples/cases.json").read_text("utf-8"))
    found = [each["facts"] for each in cases if "goes_to" in each]
    return [{name: tuple(said) if isinstance(said, list) else said for name, said in facts.items()} for facts in found]


def switch(house: House, module: str, **about: Any) -> None:
    """Say anew how the module stands in its region."""
    row = Activation(**{"module": module, "region": HOMES[module], "starts_on": LONG_AGO, **about})
    with house.session("sicheong") as session:
        apply(session, [row], by=None, note="")
        session.commit()


def answers(house: House, registry: Registry) -> dict[tuple[str, int], tuple[Any, Any]]:
    """Where the example cases of every module go today: target and centre, by module and number."""
    with house.session("sangdam") as session:
        routes = engine(session, registry)
    found = {}
    for module in HOMES:
        for number, facts in enumerate(examples(module)):
            routed = routes.route(facts, today())
            found[module, number] = routed.decision.target, routed.placement and routed.placement.centre.code
    return found


def stored(house: House) -> dict[str, int]:
    """How many rows each table has, but for what notes that somebody looked."""
    with house.job() as session:
        tables = (each for each in Base.metadata.sorted_tables if each.name not in ("access_log", "module_activation"))
        return {each.name: session.scalar(select(func.count()).select_from(each)) or 0 for each in tables}


@pytest.mark.parametrize("module", HOMES)
def test_off_and_on_again_loses_nothing(app: Flask, house: House, at: Callable[[str], Browser], module: str) -> None:
    registry = app.extensions["registry"]
    switch(house, module)
    before = answers(house, registry)
    theirs = [each for each, (target, _centre) in before.items() if str(target).startswith(f"{module}.")]
    (_module, number) = next(each for each in theirs if each[0] == module)
    case = taken_in(house, registry, **examples(module)[number])
    assert str(case.target).startswith(f"{module}.")
    kept = stored(house)

    switch(house, module, ends_on=YESTERDAY)
    off = answers(house, registry)
    changed = {each for each in before if off[each] != before[each]}
    assert (module, number) in changed
    assert changed <= set(theirs)
    browser = at("sangdam")
    for page in ("", "/decision", "/clocks", "/documents", "/desk"):
        assert browser.get(f"/cases/{case.number}{page}").status == 200
    assert {name: count for name, count in stored(house).items() if count < kept[name]} == {}

    switch(house, module)
    assert answers(house, registry) == before

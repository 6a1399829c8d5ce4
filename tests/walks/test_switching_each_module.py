"""Each module switched off in its region beside all others, whose cases go where they went.

That it loses nothing, and that its running cases stay open, the kit proves of each: `SiteConformance`.
"""

import json
from datetime import timedelta
from typing import Any

from flask import Flask
from support.house import House
from support.source import ROOT

from gilmok.ground.clock import today
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


def test_switching_one_off_changes_nothing_but_its_own_answers(app: Flask, house: House) -> None:
    registry = app.extensions["registry"]
    for module in HOMES:
        switch(house, module)
    before = answers(house, registry)
    for module in HOMES:
        theirs = {each for each, (target, _centre) in before.items() if str(target).startswith(f"{module}.")}
        switch(house, module, ends_on=YESTERDAY)
        off = answers(house, registry)
        changed = {each for each in before if off[each] != before[each]}
        assert any(name == module for name, _number in changed), module
        assert changed <= theirs, module
        switch(house, module)

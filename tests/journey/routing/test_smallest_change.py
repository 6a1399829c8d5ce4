"""'Why not X?' for every worked case and desk: the changes lead to X, and none of them can be left out."""

from datetime import date
from itertools import combinations

import pytest
from support.casework import browser_of, taken_in
from support.house import House
from support.worked import CASES, registry, routed_with

from gilmok.journey.routing.route import route, why_not_there
from gilmok.journey.routing.why_not import Change
from gilmok.modules.things import Activation

ON = date(2026, 11, 22)
IN_REGION = {"downtown": "mapo", "northeast": "jungnang", "southeast": "gangnam", "southwest": "guro",
             "outside_seoul": "outside_seoul"}
DISTRICT = {"workplace_region": "workplace_district", "home_region": "home_district", "region": "workplace_district"}
SHOP = {"topics": ("unpaid_wages",), "industry": "retail", "employment_type": "regular",
        "workplace_district": "jungnang"}
TOLD = {**CASES, "retail worker": SHOP}


def asked(changes, facts):
    """The facts with the changes, as one would answer them."""
    known = dict(facts)
    for each in changes:
        if each.fact in DISTRICT:
            known[DISTRICT[each.fact]] = IN_REGION[each.would_be]
        elif each.fact == "topic":
            known["topics"] = (each.would_be,)
        else:
            known[each.fact] = each.would_be
    return known


def leads_to(facts, things):
    """Where a case goes with these things different: answers, and what is active where it belongs."""
    known = asked([each for each in things if isinstance(each, Change)], facts)
    found = route(known, on=ON, **routed_with()).decision
    switches = routed_with()["activations"]
    for key in [each for each in things if isinstance(each, str)]:
        module, _slash, scope = key.partition("/")
        row = Activation(module=module, region=found.facts.get("region") or "nowhere", starts_on=date(2019, 1, 1),
                         scope=(scope,) if scope else None)
        switches = switches.with_rows([row])
    return route(known, on=ON, **{**routed_with(), "activations": switches}).decision.target


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("target", sorted(registry().targets))
def test_the_changes_lead_there_and_none_of_them_can_be_left_out(name, target):
    answer = why_not_there(TOLD[name], target, on=ON, **routed_with())
    if not answer.possible:
        return
    things = [*answer.changes, *([answer.activate] if answer.activate else ())]
    assert leads_to(TOLD[name], things) == target
    for size in range(len(things)):
        assert not [some for some in combinations(things, size) if leads_to(TOLD[name], some) == target]


def test_a_desk_of_another_region_needs_no_module_switched_on_here():
    answer = why_not_there(SHOP, "southeast.it_desk", on=ON, **routed_with())
    assert ({each.fact for each in answer.changes}, answer.activate) == ({"industry", "workplace_region"}, None)


def test_the_decision_page_names_no_more_than_that(app, house: House) -> None:
    case = taken_in(house, registry(), "jungnang", **SHOP)
    page = browser_of(app, house, "jungnang").get(f"/cases/{case.number}/decision?why_not=southeast.it_desk")
    changes = [line.text() for line in page.tree.css("section[aria-labelledby=why-not] li")]
    assert len(changes) == 2

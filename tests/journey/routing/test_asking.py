"""What is asked can change the decision, and what can change the decision is asked: tried on every answer."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.routing import book, rule
from support.worked import CASES, routed_with

from gilmok.journey.routing.regions import Regions, region_of_case
from gilmok.journey.routing.route import route
from gilmok.journey.routing.rules import decide
from gilmok.journey.vocabulary import FACTS
from gilmok.modules.api import All, AnyOf, AtLeast, Band, Has, In, IntakeField, Is, Kind, Not, Option

ON = date(2026, 11, 22)
FREELANCER = {"topics": ("unfair_trade",), "employment_type": "freelancer", "industry": "media"}


def go(**facts):
    """The decision about these facts, with what is switched on as shipped."""
    return route(facts, on=ON, **routed_with()).decision


def test_a_workplace_that_was_not_asked_for_is_asked_for_though_the_home_is_known():
    found = go(**FREELANCER, home_district="songpa")
    assert (found.status, found.target, found.ask) == ("ask", "core.counselling", ("workplace_district",))
    assert go(**FREELANCER, home_district="songpa", workplace_district="gwanak").module == "platform_freelance"


@pytest.mark.parametrize("answer", ["unknown", "refused"])
def test_a_workplace_that_was_asked_for_is_not_asked_for_again(answer):
    found = go(**FREELANCER, home_district="songpa", workplace_district=answer)
    assert (found.status, found.ask) == ("routed", ())


def test_a_pilot_where_the_person_lives_waits_for_the_workplace_that_could_lie_outside_of_it():
    found = go(**FREELANCER, home_district="gwanak")
    assert (found.status, found.module, found.ask) == ("ask", "platform_freelance", ("workplace_district",))


def test_where_the_workplace_is_known_the_home_could_change_nothing_and_is_not_asked_for():
    assert go(**FREELANCER, workplace_district="songpa").ask == ()


@pytest.mark.parametrize("name", ["sewing worker", "press injury", "researcher"])
def test_the_kind_of_employment_is_not_asked_for_where_none_changes_the_desk(name):
    found = go(**CASES[name])
    employments = [option.code for option in FACTS["employment_type"].options]
    assert {go(**CASES[name], employment_type=each).target for each in employments} == {found.target}
    assert (found.status, found.ask) == ("routed", ())


def test_it_is_asked_for_where_one_does():
    found = go(topics=("tax",), industry="sewing", workplace_district="jungnang")
    assert (found.status, found.ask) == ("ask", ("employment_type",))


def test_a_module_that_asks_more_is_waited_for_only_where_its_question_could_come_up():
    rider = {"topics": ("working_hours",), "industry": "retail"}
    assert go(**rider, employment_type="platform", workplace_district="gwanak").ask == (
        "platform_freelance.app_account_status",)
    assert go(**rider, employment_type="regular", workplace_district="gwanak").ask == ()
    assert go(**rider, workplace_district="gwanak").ask == ("employment_type",)
    assert go(**rider, workplace_district="songpa").ask == ()


def options(*codes):
    """Options without titles."""
    return tuple(Option(code=code, title=code) for code in codes)


FLAGGED = Is("flag", True)
FIELDS = {each.id: each for each in (
    IntakeField(id="colour", kind=Kind.CODE, label="?", options=options("red", "green")),
    IntakeField(id="tags", kind=Kind.CODES, label="?", options=options("red", "green")),
    IntakeField(id="flag", kind=Kind.BOOL, label="?"),
    IntakeField(id="b.size", kind=Kind.NUMBER, label="?", ask_when=FLAGGED),
)}
ANSWERS = {
    "colour": ["red", "green"], "flag": [True, False], "b.size": [4, 5],
    "tags": [("red",), ("green",), ("red", "green"), ("green", "red")],
    "workplace_district": ["one", "two", "outside_seoul"], "home_district": ["one", "two", "outside_seoul"],
}
REGIONS = Regions({"one": "north", "two": "south"},
                  {"north": frozenset({"a", "b"}), "south": frozenset({"a", "c"})}, frozenset({"a"}))
leaves = st.sampled_from([
    Is("colour", "red"), In("colour", ("red", "green")), Is("tags", "red"), Has("tags", "green"), Is("flag", True),
    AtLeast("b.size", 5), Is("workplace_region", "north"), Is("home_region", "south"),
    Is("workplace_district", "outside_seoul"),
])
conditions = st.recursive(leaves, lambda inner: st.one_of(
    st.builds(Not, inner), st.lists(inner, max_size=3).map(lambda parts: All(*parts)),
    st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(*parts)),
), max_leaves=4)
drawn_rules = st.lists(
    st.tuples(conditions, st.sampled_from(list(Band)[:2]), st.sampled_from("abc"), st.sampled_from([1, 2]),
              st.sets(st.integers(0, 5), max_size=2)),
    min_size=1, max_size=6,
)
drawn_facts = st.fixed_dictionaries({}, optional={
    name: st.sampled_from([*answers, "unknown"]) for name, answers in ANSWERS.items() if name != "b.size"})


def rulebook_of(drawn):
    """A rulebook of drawn rules, each before some that were drawn earlier, and of one that always holds."""
    named = [rule(f"{module}.r{number}", when, band=band, to=f"core.desk{desk}")
             for number, (when, band, module, desk, _over) in enumerate(drawn)]
    declared = [replace(each, overrides=tuple(named[other].id for other in drawn[number][4] if other < number))
                for number, each in enumerate(named)]
    return book(*declared, rule("a.all", All(), band=Band.GENERAL, to="core.desk1"), fields=FIELDS)


def decided(facts, rulebook):
    """The decision about facts as they were asked."""
    known = dict(facts)
    for district, derived in (("workplace_district", "workplace_region"), ("home_district", "home_region")):
        if district in known:
            known[derived] = REGIONS.of_district.get(known[district], known[district])
    known["region"] = region_of_case(known, REGIONS.active)
    return decide(known, rulebook, active=REGIONS.active_in(known["region"]), regions=REGIONS)


def completions(facts):
    """The facts with every answer to what was not asked, and with each left open; only what comes up is answered."""
    waiting = [name for name in ANSWERS if name not in facts]
    for chosen in product(*([None, *ANSWERS[name]] for name in waiting)):
        answered = {name: answer for name, answer in zip(waiting, chosen, strict=True) if answer is not None}
        whole = {**facts, **answered}
        region = decided(whole, book()).facts["region"]
        if "b.size" not in answered or (whole.get("flag") is True and "b" in REGIONS.active_in(region)):
            yield answered, whole


GATED = [(AtLeast("b.size", 5), Band.GENERAL, "a", 2, set())]
AT_HOME = [(All(Is("colour", "red"), Is("home_region", "south")), Band.GENERAL, "a", 2, set())]


@settings(max_examples=60)
@example(GATED, {})
@example(AT_HOME, {})
@given(drawn_rules, drawn_facts)
def test_what_is_asked_can_change_the_decision_and_nothing_else_can(drawn, known):
    rulebook = rulebook_of(drawn)
    now = decided(known, rulebook)
    found = {
        said(answered): (answered, set(decided(whole, rulebook).targets)) for answered, whole in completions(known)
    }
    others = [set(answered) for answered, targets in found.values() if targets != set(now.targets)]
    if now.ask:
        assert any(answered & set(now.ask) for answered in others)
        assert all(any(name in answered for answered in others) or tells(name, found) for name in now.ask)
    else:
        assert others == []


def said(answered):
    """Answers as something that can be looked up."""
    return frozenset((name, str(answer)) for name, answer in answered.items())


def tells(name, found):
    """Whether an answer to this question changes a decision that other answers led to."""
    return any(
        targets != found[without][1] for answered, targets in found.values() if name in answered
        if (without := said({each: answer for each, answer in answered.items() if each != name})) in found
    )


# In the south two desks are to choose from, whatever the colour: it brings a second desk in, and the colour nothing.
IN_A_HIGHER_BAND = [
    (Is("colour", "red"), Band.SPECIALTY, "a", 1, set()), (Is("colour", "red"), Band.SPECIALTY, "c", 2, set()),
    (All(), Band.GENERAL, "c", 2, set()),
]


@settings(max_examples=60)
@example(IN_A_HIGHER_BAND, {})
@given(drawn_rules, drawn_facts)
def test_a_case_waits_if_and_only_if_another_target_could_take_the_place_of_the_one_so_far(drawn, known):
    rulebook = rulebook_of(drawn)
    now = decided(known, rulebook)
    if now.triage is None:
        then = {said(answered): (answered, decided(whole, rulebook)) for answered, whole in completions(known)}
        assert (now.status == "ask") is any(goes_before(each, now) for each in brought_about(then))


def brought_about(then):
    """The decisions to which each of their answers is needed: without it another one is made."""
    for answered, decision in then.values():
        fewer = (said({each: answer for each, answer in answered.items() if each != name}) for name in answered)
        if all(then[each][1].targets != decision.targets for each in fewer if each in then):
            yield decision


def goes_before(then, now):
    """Whether a decision takes the place of the one so far, and does not only bring in a second desk."""
    bands = [max(rule.band for rule in each.winning_rules) for each in (then, now)]
    return not set(now.targets) <= set(then.targets) or (then.targets != now.targets and bands[0] > bands[1])

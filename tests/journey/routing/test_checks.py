"""What is found wrong before anything goes live, and which rules can contradict each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.routing import book, rule

from gilmok.journey.routing.checks import conflicts, problems, sentence
from gilmok.journey.routing.rulebook import Precedence, Rulebook
from gilmok.journey.routing.truth import Truth, evaluate
from gilmok.modules.api import All, AnyOf, AtLeast, AtMost, Band, Between, Has, In, IntakeField, Is, Kind, Not

IT, ARTS = Is("industry", "it"), Is("industry", "arts")
MARCH, MAY = date(2026, 3, 1), date(2026, 5, 1)
MANY = IntakeField(id="a.many", kind=Kind.NUMBER, label="?")
WON = IntakeField(id="a.won", kind=Kind.WON, label="?")
FIELDS = {"a.many": MANY, "a.won": WON}


def pair(first, second, *, one="a.one", other="b.two", **more):
    """The conflicts between two rules of different modules."""
    return conflicts(book(rule(one, first), rule(other, second, **more), fields=FIELDS))


@pytest.mark.parametrize(("first", "second"), [
    (IT, Is("employment_type", "freelancer")),
    (IT, In("industry", ["it", "arts"])),
    (Has("topics", "tax"), Is("topics", "union")),
    (Is("topic", "tax"), In("topics", ["tax", "other"])),
    (AtLeast("a.many", 5), Not(AtLeast("a.many", 6))),
    (Not(AtMost("a.many", 5)), Not(AtLeast("a.many", 6))),
    (Between("event_date", MARCH, MAY), AtLeast("event_date", MAY)),
    (Not(IT), Not(ARTS)),
    (AnyOf(IT, ARTS), All(ARTS)),
    (All(), IT),
])
def test_rules_that_can_hold_together_are_listed_with_an_example_that_is_true(first, second):
    (found,) = pair(first, second)
    known = {**found.facts, "topic": next(iter(found.facts.get("topics", ())), None)}
    assert evaluate(found.first.when, known) is Truth.YES
    assert evaluate(found.second.when, known) is Truth.YES


@pytest.mark.parametrize(("first", "second"), [
    (IT, ARTS),
    (IT, Not(In("industry", ["it", "arts"]))),
    (Is("topic", "tax"), Is("topics", "union")),
    (Not(Has("topics", "tax")), Is("topics", "tax")),
    (AtLeast("a.many", 5), Not(AtLeast("a.many", 5))),
    (Not(AtMost("a.won", 5)), Not(AtLeast("a.won", 6))),
    (Between("event_date", MARCH, MARCH), AtLeast("event_date", MAY)),
    (Is("still_employed", True), Is("still_employed", False)),
    (AnyOf(), IT),
    (Is("industry", "unknown"), All()),
])
def test_rules_that_cannot_hold_together_are_not(first, second):
    assert pair(first, second) == ()


def test_another_band_the_same_target_and_the_same_module_are_no_conflict():
    assert pair(IT, IT, band=Band.STATUTORY) == ()
    assert pair(IT, IT, to="a.one_desk") == ()
    assert pair(IT, IT, other="a.two") == ()


def test_what_is_overridden_or_settled_is_no_conflict():
    assert pair(IT, IT, overrides=("a.one",)) == ()
    settled = [Precedence(winner="a.one_desk", loser="b.two", note="")]
    assert conflicts(book(rule("a.one", IT), rule("b.two", IT), precedence=settled)) == ()


def test_a_region_and_a_district_outside_it_cannot_hold_together():
    rulebook = book(rule("a.one", Is("workplace_region", "northeast")), rule("b.two", Is("workplace_district", "mapo")))
    assert len(conflicts(rulebook)) == 1
    assert conflicts(rulebook, regions={"mapo": "downtown", "jungnang": "northeast"}) == ()
    assert len(conflicts(rulebook, regions={"mapo": "northeast"})) == 1


def test_what_is_too_large_to_try_is_said_to_be_unsure():
    wide = All(*(AnyOf(Is(f"f{number}", True), Is(f"g{number}", True)) for number in range(12)))
    (found,) = pair(All(IT, wide), IT)
    assert not found.certain
    assert " may hold together" in sentence(found)


def test_a_conflict_in_words_names_both_rules_and_the_example():
    (found,) = pair(IT, Is("topics", "tax"))
    assert sentence(found) == (
        "a.one (to a.one_desk) and b.two (to b.two_desk) can hold together,"
        " for example with industry = it, topics = tax"
    )


@pytest.mark.parametrize(("when", "problem"), [
    (Is("shoe_size", 42), "there is no fact 'shoe_size'"),
    (Is("industry", "itt"), "'industry' has no code 'itt'"),
    (In("topics", ["tax", "taxes"]), "'topics' has no code 'taxes'"),
    (Is("workplace_district", "busan"), "'workplace_district' has no code 'busan'"),
    (Is("industry", "refused"), "'industry' is never 'refused' to a rule"),
    (Not(All(IT, Is("a.told", "x"))), "'a.told' holds free text"),
    (AnyOf(IT, 5), "a int is no condition"),
])
def test_what_is_wrong_with_a_condition_is_said(when, problem):
    fields = {"a.told": IntakeField(id="a.told", kind=Kind.TEXT, label="?")}
    assert any(problem in found for found in problems(book(rule("one", when), fields=fields)))


def test_a_target_that_does_not_exist_a_circle_and_a_reach_upwards_are_said():
    rulebook = Rulebook.compile([
        rule("one", IT, overrides=("a.two",)), rule("two", IT, overrides=("a.one", "a.law")),
        rule("law", IT, band=Band.STATUTORY),
    ], targets={})
    found = "\n".join(problems(rulebook))
    assert "there is no target 'a.one_desk'" in found
    assert "override each other in a circle: a." in found
    assert "cannot override 'a.law'" in found


codes = st.sampled_from(["it", "arts", "sewing"])
topics = st.sampled_from(["tax", "union", "other"])
leaf = st.one_of(
    st.builds(Is, st.just("industry"), codes), st.builds(In, st.just("industry"), st.sets(codes, max_size=2)),
    st.builds(Is, st.just("topics"), topics), st.builds(Has, st.just("topics"), topics),
    st.builds(AtLeast, st.just("a.won"), st.integers(0, 3)), st.builds(AtMost, st.just("a.won"), st.integers(0, 3)),
)
condition = st.recursive(leaf, lambda inner: st.one_of(
    st.builds(Not, inner), st.builds(All, inner, inner), st.builds(AnyOf, inner, inner),
), max_leaves=4)
EVERY_CASE = [
    {"industry": industry, "topics": listed, "a.won": won}
    for industry in ("it", "arts", "sewing", "retail")
    for listed in (("tax",), ("union",), ("other",), ("tax", "union"), ("union", "tax"), ("tax", "other"),
                   ("other", "tax"), ("union", "other"), ("other", "union"), ("tax", "union", "other"),
                   ("union", "tax", "other"), ("other", "tax", "union"), ("harassment",), ("harassment", "tax"),
                   ("harassment", "union"), ("harassment", "other"), ("harassment", "tax", "union"),
                   ("harassment", "tax", "other"), ("harassment", "union", "other"),
                   ("harassment", "tax", "union", "other"))
    for won in range(-1, 5)
]


@given(condition, condition)
def test_two_rules_are_listed_exactly_when_some_case_meets_both(first, second):
    together = any(evaluate(All(first, second), case) is Truth.YES for case in EVERY_CASE)
    assert bool(pair(first, second)) == together

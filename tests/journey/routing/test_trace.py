"""What a decision tells of itself: each rule's outcome, what stopped it, and what would have led elsewhere."""

import json
from datetime import date

import pytest
from support.routing import book, rule

from gilmok.journey.routing.rulebook import Precedence
from gilmok.journey.routing.rules import decide
from gilmok.journey.routing.store import replay, restored, stored, to_record
from gilmok.journey.routing.trace import Outcome, explain
from gilmok.journey.routing.why_not import Change, why_not
from gilmok.modules.api import All, AnyOf, AtLeast, Band, Between, Is, Not

RED, BIG = Is("colour", "red"), AtLeast("size", 30)
ALWAYS = rule("all", All(), band=Band.GENERAL)


def outcomes(decision):
    return {each.rule.id: each.outcome for each in explain(decision).rules}


def test_the_trace_names_the_first_condition_that_failed_and_the_value():
    trace = explain(decide({"colour": "red", "size": 4}, book(rule("both", All(RED, BIG)), ALWAYS)))
    (both,) = trace.of("a.both_desk")
    assert (both.outcome, both.unmet.condition, both.unmet.value) == (Outcome.NO, BIG, 4)


def test_a_condition_that_fails_is_told_before_one_that_is_open():
    (both,) = explain(decide({"size": 4}, book(rule("both", All(RED, BIG))))).rules
    assert (both.outcome, both.unmet.condition) == (Outcome.NO, BIG)


def test_a_contrary_condition_is_told_as_one():
    (other,) = explain(decide({"colour": "red"}, book(rule("other", Not(AnyOf(RED, BIG)))))).rules
    assert (other.unmet.condition, other.unmet.wanted) == (RED, False)


def test_every_outcome_has_its_name():
    rulebook = book(
        rule("yes", RED, overrides=("a.beaten",)), rule("no", Not(RED)), rule("open", BIG), rule("beaten", RED),
        rule("b.off", RED), rule("failed", AtLeast("colour", 3), band=Band.GENERAL),
    )
    found = outcomes(decide({"colour": "red"}, rulebook, active=frozenset({"a"})))
    assert found == {
        "a.yes": "yes", "a.no": "no", "a.open": "unknown", "a.beaten": "overridden", "b.off": "inactive",
        "a.failed": "error",
    }


def test_an_overridden_rule_names_who_goes_before_it_and_the_citys_words():
    settled = [Precedence(winner="a.red", loser="a.big_desk", note="Agreed on 2 March.")]
    trace = explain(decide({"colour": "red", "size": 30}, book(rule("red", RED), rule("big", BIG), precedence=settled)))
    (big,) = trace.of("a.big_desk")
    assert (big.outcome, big.beaten_by, big.notes) == (Outcome.OVERRIDDEN, ("a.red",), ("Agreed on 2 March.",))


def test_the_trace_is_json_for_audit():
    rulebook = book(rule("day", Between("day", date(2026, 1, 1), date(2026, 1, 31))), ALWAYS)
    text = json.dumps(explain(decide({"day": date(2026, 2, 1)}, rulebook)).to_json())
    first = json.loads(text)["rules"][0]
    assert first["unmet"] == {
        "fact": "day", "test": "Between", "low": "2026-01-01", "high": "2026-01-31", "was": "2026-02-01",
    }


def test_a_record_is_json_and_keeps_days_lists_and_numbers():
    facts = {"day": date(2026, 1, 2), "tags": ("red", "blue"), "size": 3, "flag": True, "text": "2026-01-02"}
    assert restored(json.loads(json.dumps(stored(facts)))) == facts


def test_a_record_refuses_what_no_fact_can_be():
    with pytest.raises(TypeError, match="no fact"):
        stored({"x": object()})


def test_a_record_replays_under_its_own_rulebook():
    rulebook = book(rule("red", RED), rule("b.red", RED, band=Band.STATUTORY), ALWAYS)
    decision = decide({"colour": "red"}, rulebook, active=frozenset({"a"}), on=date(2026, 1, 2))
    record = json.loads(json.dumps(to_record(decision, activation=7)))
    assert (record["activation"], record["rulebook"], record["target"]) == (7, rulebook.version, "a.red_desk")
    assert replay(record, rulebook) == decision


def test_why_not_names_the_one_answer_that_would_have_led_there():
    decision = decide({"colour": "blue", "size": 30}, book(rule("both", All(RED, BIG)), ALWAYS))
    assert why_not(decision, "a.both_desk").changes == (Change("colour", "blue", "red"),)


def test_why_not_prefers_the_smallest_change():
    rulebook = book(
        rule("two", All(RED, Is("flag", True)), to="a.desk"), rule("one", AtLeast("size", 30), to="a.desk"), ALWAYS,
    )
    decision = decide({"colour": "blue", "flag": False, "size": 29}, rulebook)
    assert why_not(decision, "a.desk").changes == (Change("size", 29, 30),)


def test_why_not_says_which_module_would_have_to_be_active():
    decision = decide({"colour": "red"}, book(rule("b.red", RED, scope="tax"), ALWAYS), active=frozenset({"a"}))
    answer = why_not(decision, "b.red_desk")
    assert (answer.possible, answer.changes, answer.module, answer.activate) == (True, (), "b", "b/tax")


def test_why_not_takes_the_rule_in_the_way_out_of_it():
    rulebook = book(rule("red", RED), rule("law", BIG, band=Band.STATUTORY))
    answer = why_not(decide({"colour": "red", "size": 30}, rulebook), "a.red_desk")
    assert (answer.possible, [each.fact for each in answer.changes]) == (True, ["size"])


def test_why_not_admits_that_nothing_leads_there():
    rulebook = book(rule("law", All(), band=Band.STATUTORY), rule("red", RED))
    answer = why_not(decide({"colour": "blue"}, rulebook), "a.red_desk")
    assert (answer.possible, answer.blocked_by) == (False, ("a.law",))


def test_why_not_of_a_target_that_no_rule_leads_to():
    assert not why_not(decide({}, book(ALWAYS)), "a.nowhere").possible


def test_why_not_leaves_out_what_is_not_needed():
    wide = rule("wide", AnyOf(RED, BIG), to="a.desk", overrides=("a.law",))
    rulebook = book(rule("both", All(RED, BIG), to="a.desk"), wide, rule("law", Is("flag", True)), ALWAYS)
    answer = why_not(decide({"colour": "blue", "size": 1, "flag": True}, rulebook), "a.desk")
    assert len(answer.changes) == 1

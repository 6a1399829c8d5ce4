"""One case, a few rules: which band wins, what goes to a person, what is asked."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from support.routing import book, rule

from gilmok.journey.routing.regions import Regions
from gilmok.journey.routing.rulebook import Precedence
from gilmok.journey.routing.rules import Status, Triage, decide
from gilmok.modules.api import All, AnyOf, AtLeast, Band, Has, In, IntakeField, Is, Kind, Not

RED, BIG = Is("colour", "red"), AtLeast("size", 30)


class Boom:
    """A condition of a module's own that raises at whatever it is asked."""

    def __getattr__(self, name: str) -> None:
        raise RuntimeError("boom")


def test_one_rule_that_holds_routes_the_case():
    decision = decide({"colour": "red"}, book(rule("red", RED)))
    assert (decision.status, decision.target, decision.module) == (Status.ROUTED, "a.red_desk", "a")
    assert decision.reasons == (("a", "Because of a.red."),)


def test_the_highest_band_wins():
    rulebook = book(rule("usual", RED, band=Band.GENERAL), rule("law", RED, band=Band.STATUTORY))
    decision = decide({"colour": "red"}, rulebook)
    assert decision.target == "a.law_desk"


def test_two_rules_for_one_target_give_both_reasons():
    decision = decide({"colour": "red", "size": 30}, book(rule("red", RED, to="a.desk"), rule("big", BIG, to="a.desk")))
    assert decision.status is Status.ROUTED
    assert [reason for _module, reason in decision.reasons] == ["Because of a.big.", "Because of a.red."]


def test_two_targets_in_the_winning_band_go_to_a_person_with_both_reasons():
    decision = decide({"colour": "red", "size": 30}, book(rule("red", RED), rule("big", BIG)))
    assert (decision.status, decision.triage, decision.target) == (Status.TRIAGE, Triage.CONFLICT, None)
    assert set(decision.targets) == {"a.red_desk", "a.big_desk"}
    assert len(decision.reasons) == 2


def test_a_rule_goes_before_the_one_that_it_overrides():
    rulebook = book(rule("red", RED), rule("big", BIG, overrides=("a.red",)))
    assert decide({"colour": "red", "size": 30}, rulebook).target == "a.big_desk"
    assert decide({"colour": "red", "size": 1}, rulebook).target == "a.red_desk"


def test_of_a_list_of_which_a_part_is_unknown_the_rest_counts():
    assert decide({"colour": ("unknown", "red")}, book(rule("red", RED))).target == "a.red_desk"


def test_a_rule_that_is_on_and_was_beaten_is_not_told_as_switched_off():
    rulebook = book(rule("red", RED), rule("big", BIG, overrides=("a.red",)), rule("b.off", RED))
    decision = decide({"colour": "red", "size": 30}, rulebook, active=frozenset({"a"}))
    assert (decision.target, [each.id for each in decision.not_active]) == ("a.big_desk", ["b.off"])


def test_rules_that_override_each_other_leave_it_to_a_person():
    rulebook = book(rule("red", RED, overrides=("a.big",)), rule("big", BIG, overrides=("a.red",)))
    assert decide({"colour": "red", "size": 30}, rulebook).triage is Triage.CONFLICT


@pytest.mark.parametrize(
    ("winner", "loser"), [("a.red", "b.big"), ("a.red_desk", "b.big_desk"), ("a.red", "b.big_desk")],
)
def test_a_precedence_row_of_the_city_settles_a_conflict(winner, loser):
    settled = [Precedence(winner=winner, loser=loser, note="Decided by the city.")]
    rulebook = book(rule("red", RED), rule("b.big", BIG), precedence=settled)
    assert decide({"colour": "red", "size": 30}, rulebook).target == "a.red_desk"


def test_a_precedence_row_never_lets_a_lower_band_win():
    settled = [Precedence(winner="a.red", loser="a.law", note="")]
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("law", BIG, band=Band.STATUTORY), precedence=settled)
    assert decide({"colour": "red", "size": 30}, rulebook).target == "a.law_desk"


def test_a_missing_answer_that_could_let_a_higher_band_win_is_asked_for():
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("big", BIG))
    decision = decide({"colour": "red"}, rulebook)
    assert (decision.status, decision.target, decision.ask) == (Status.ASK, "a.red_desk", ("size",))


def test_a_missing_answer_that_could_only_bring_in_a_second_desk_leaves_the_case_routed():
    decision = decide({"colour": "red"}, book(rule("red", RED), rule("big", BIG)))
    assert (decision.status, decision.target, decision.ask) == (Status.ROUTED, "a.red_desk", ("size",))


def test_a_missing_answer_behind_an_override_is_asked_for():
    decision = decide({"colour": "red"}, book(rule("red", RED), rule("big", BIG, overrides=("a.red",))))
    assert (decision.status, decision.ask) == (Status.ASK, ("size",))


def test_a_missing_answer_that_leads_to_the_same_desk_is_not_asked_for():
    rulebook = book(rule("red", RED, band=Band.GENERAL, to="a.desk"), rule("big", BIG, to="a.desk"))
    assert decide({"colour": "red"}, rulebook).ask == ()


@pytest.mark.parametrize("answer", ["unknown", "refused", ("unknown",), ["refused"]])
def test_what_a_person_does_not_know_or_say_is_never_asked_again(answer):
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("big", Has("tags", "big")))
    decision = decide({"colour": "red", "tags": answer}, rulebook)
    assert (decision.status, decision.target, decision.ask) == (Status.ROUTED, "a.red_desk", ())


def test_a_rule_that_waits_for_two_answers_of_which_one_is_refused_is_not_waited_for():
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("both", All(BIG, Is("flag", True))))
    assert decide({"colour": "red", "size": "refused"}, rulebook).ask == ()


def test_questions_come_in_the_order_of_what_they_would_decide():
    rulebook = book(
        rule("red", RED, band=Band.GENERAL), rule("one", Is("flag", True)), rule("two", BIG),
        rule("three", AtLeast("size", 300)),
    )
    assert decide({"colour": "red"}, rulebook).ask == ("size", "flag")


def test_districts_are_asked_for_first():
    rulebook = book(
        rule("red", RED, band=Band.GENERAL), rule("here", Is("workplace_region", "northeast")),
        rule("big", BIG), rule("huge", AtLeast("size", 300)),
    )
    assert decide({"colour": "red"}, rulebook).ask == ("workplace_district", "size")


def test_a_question_that_does_not_come_up_at_intake_is_not_waited_for():
    fields = {"a.detail": IntakeField(id="a.detail", kind=Kind.BOOL, label="?", ask_when=Is("colour", "green"))}
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("detail", Is("a.detail", True)), fields=fields)
    assert decide({"colour": "red"}, rulebook).status is Status.ROUTED


def test_where_it_is_open_whether_a_question_comes_up_what_decides_that_is_asked_first():
    fields = {"a.detail": IntakeField(id="a.detail", kind=Kind.BOOL, label="?", ask_when=Is("flag", True))}
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("detail", Is("a.detail", True)), fields=fields)
    assert decide({"colour": "red"}, rulebook).ask == ("flag",)
    assert decide({"colour": "red", "flag": True}, rulebook).ask == ("a.detail",)


def test_a_question_of_a_module_that_is_not_active_is_not_asked():
    fields = {"b.detail": IntakeField(id="b.detail", kind=Kind.BOOL, label="?")}
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("x", Is("b.detail", True)), fields=fields)
    assert decide({"colour": "red"}, rulebook, active=frozenset({"a"})).ask == ()
    assert decide({"colour": "red"}, rulebook, active=frozenset({"a", "b"})).ask == ("b.detail",)


def test_a_rule_of_a_module_that_is_not_active_decides_nothing_but_is_told():
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("b.big", BIG))
    decision = decide({"colour": "red", "size": 30}, rulebook, active=frozenset({"a"}))
    assert (decision.target, [each.id for each in decision.not_active]) == ("a.red_desk", ["b.big"])


def test_a_rule_of_a_scope_holds_only_where_its_scope_is_active():
    rulebook = book(rule("red", RED, scope="tax"), rule("all", All(), band=Band.GENERAL))
    assert decide({"colour": "red"}, rulebook, active=frozenset({"a"})).target == "a.all_desk"
    assert decide({"colour": "red"}, rulebook, active=frozenset({"a", "a/tax"})).target == "a.red_desk"


ANYWHERE = Regions({"one": "north", "two": "south"}, {"north": frozenset({"a"}), "south": frozenset({"a", "b"})},
                   frozenset({"a"}))


def test_while_a_district_is_open_a_module_of_some_region_asks_for_it():
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("b.big", BIG))
    decision = decide({"colour": "red", "size": 30}, rulebook, active=frozenset({"a"}), regions=ANYWHERE)
    assert (decision.status, decision.ask) == (Status.ASK, ("workplace_district", "home_district"))


def test_what_is_known_of_the_home_does_not_settle_an_open_workplace():
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("b.big", BIG))
    home = {"home_district": "one", "home_region": "north", "region": "north"}
    decision = decide({"colour": "red", "size": 30, **home}, rulebook, active=frozenset({"a"}), regions=ANYWHERE)
    assert (decision.status, decision.target, decision.ask) == (Status.ASK, "a.red_desk", ("workplace_district",))


@pytest.mark.parametrize(
    "answer", ["many", {"a": 1}, datetime(2026, 1, 1), date(2026, 1, 1), float("nan"), Decimal("sNaN")],
)
def test_a_value_that_cannot_be_compared_goes_to_a_person_if_the_rule_might_have_won(answer):
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("big", BIG))
    decision = decide({"colour": "red", "size": answer}, rulebook)
    assert (decision.status, decision.triage, decision.failed) == (Status.TRIAGE, Triage.FAILED_RULE, ("a.big",))


def test_a_rule_that_failed_leaves_it_to_a_person_whatever_is_still_open():
    rulebook = book(rule("red", RED), rule("odd", AtLeast("colour", 5)), rule("big", BIG, band=Band.STATUTORY))
    decision = decide({"colour": "red"}, rulebook)
    assert (decision.status, decision.triage, decision.ask) == (Status.TRIAGE, Triage.FAILED_RULE, ("size",))


def test_a_failed_rule_that_could_not_have_won_changes_nothing():
    rulebook = book(rule("red", RED), rule("big", BIG, band=Band.GENERAL), rule("no", All(BIG, Is("colour", "blue"))))
    assert decide({"colour": "red", "size": "many"}, rulebook).target == "a.red_desk"


def test_a_rule_whose_condition_raises_goes_to_a_person_where_the_rest_of_it_holds():
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("boom", All(Is("flag", True), Boom())))
    assert decide({"colour": "red", "flag": True}, rulebook).failed == ("a.boom",)
    assert decide({"colour": "red", "flag": False}, rulebook).status is Status.ROUTED


@pytest.mark.parametrize("make", [
    Boom, lambda: None, lambda: "red", lambda: (lambda facts: True), lambda: Is("colour", ["red"]),
    lambda: In("colour", [("x", 1)]),
])
def test_what_is_no_condition_at_all_fails_and_does_not_stop_the_others(make):
    rulebook = book(rule("red", RED, band=Band.GENERAL), rule("odd", make(), band=Band.EMERGENCY))
    decision = decide({"colour": "red"}, rulebook)
    assert (decision.status, decision.failed) == (Status.TRIAGE, ("a.odd",))


def test_where_nothing_holds_a_person_decides():
    decision = decide({"colour": "blue"}, book(rule("red", RED)))
    assert (decision.status, decision.triage, decision.target) == (Status.TRIAGE, Triage.NOTHING_HOLDS, None)


def test_of_several_values_the_main_one_is_meant_unless_has_is_asked():
    main, any_of_them = Is("tags", "red"), Has("tags", "blue")
    rulebook = book(rule("main", main, to="a.x"), rule("any", any_of_them, to="a.y", band=Band.GENERAL))
    assert decide({"tags": ["red", "blue"]}, rulebook).target == "a.x"
    assert decide({"tags": ("blue", "red")}, rulebook).target == "a.y"


def test_a_condition_too_large_to_multiply_out_is_still_exact():
    wide = All(*(AnyOf(Is(f"f{number}", True), Is(f"g{number}", True)) for number in range(12)))
    rulebook = book(rule("wide", wide), rule("all", All(), band=Band.GENERAL))
    held = {f"f{number}": True for number in range(12)}
    assert decide(held, rulebook).target == "a.wide_desk"
    assert decide({**held, "f3": False, "g3": False}, rulebook).target == "a.all_desk"
    assert decide({**held, "f3": False}, rulebook).ask == ("g3",)


def test_not_of_something_unknown_is_unknown():
    rulebook = book(rule("not", Not(RED)), rule("all", All(), band=Band.GENERAL))
    assert decide({}, rulebook).ask == ("colour",)


def test_a_rulebook_refuses_two_rules_with_one_id():
    with pytest.raises(ValueError, match="same id"):
        book(rule("red", RED), rule("red", BIG))


def test_the_version_of_a_rulebook_changes_with_a_reason_a_condition_or_a_precedence():
    versions = {
        book(rule("red", RED)).version,
        book(rule("red", Is("colour", "blue"))).version,
        book(rule("red", RED, to="a.other")).version,
        book(rule("red", RED), precedence=[Precedence(winner="a.red", loser="a.x", note="")]).version,
        book(replace(rule("red", RED), reason="Else.")).version,
    }
    assert len(versions) == 5


def test_answers_beyond_what_is_kept_are_still_decided():
    rulebook = book(rule("big", BIG), rule("all", All(), band=Band.GENERAL))
    targets = {decide({"size": number / 7}, rulebook).target for number in range(9000)}
    assert targets == {"a.big_desk", "a.all_desk"}
    assert len(rulebook.index.columns[0][1]) <= 4096

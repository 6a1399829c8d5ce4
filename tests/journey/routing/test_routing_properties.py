"""What must be true of every rulebook and every case, tried on many."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from support.routing import book, plainly, rule

from gilmok.journey.routing.rules import Decision, decide
from gilmok.journey.routing.store import replay, to_record
from gilmok.journey.routing.trace import Outcome, explain
from gilmok.journey.routing.truth import Truth, evaluate
from gilmok.modules.api import All, AnyOf, AtLeast, AtMost, Band, Between, Has, In, Is, Not

COLOURS = ["red", "green", "blue"]
DAYS = [date(2026, 1, day) for day in (1, 15, 31)]
NUMBERS = [0, 4, 5, 29, 30, 300]

colour = st.sampled_from(COLOURS)
leaves = st.one_of(
    st.builds(Is, st.just("colour"), colour),
    st.builds(In, st.just("colour"), st.sets(colour, max_size=2)),
    st.builds(Is, st.just("tags"), colour),
    st.builds(Has, st.just("tags"), colour),
    st.builds(AtLeast, st.just("size"), st.sampled_from(NUMBERS)),
    st.builds(AtMost, st.just("size"), st.sampled_from(NUMBERS)),
    st.builds(Between, st.just("day"), st.sampled_from(DAYS), st.sampled_from(DAYS)),
    st.builds(Is, st.just("flag"), st.booleans()),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, max_size=4).map(lambda parts: All(*parts)),
        st.lists(inner, max_size=4).map(lambda parts: AnyOf(*parts)),
    ),
    max_leaves=8,
)
odd = st.sampled_from([
    None, "", "unknown", "refused", "red", 5, 4.5, date(2026, 1, 15), ("red", "blue"), ("unknown", "red"), (), {},
])
facts = st.fixed_dictionaries({}, optional={
    "colour": st.one_of(colour, odd),
    "size": st.one_of(st.integers(0, 310), odd),
    "tags": st.one_of(st.lists(colour, max_size=3).map(tuple), odd),
    "day": st.one_of(st.dates(date(2025, 12, 30), date(2026, 2, 1)), odd),
    "flag": st.one_of(st.booleans(), odd),
})
rules = st.lists(
    st.tuples(conditions, st.sampled_from(list(Band)), st.sampled_from(["a", "b", "c"]), st.sampled_from([1, 2, 3])),
    min_size=1, max_size=8,
).map(lambda drawn: [
    rule(f"{module}.r{number}", when, band=band, to=f"core.desk{desk}")
    for number, (when, band, module, desk) in enumerate(drawn)
])
keys = st.sets(st.sampled_from(["a", "b", "c"])).map(frozenset)


def outcome(decision: Decision) -> tuple[object, ...]:
    """All that a decision says, without what it was decided from."""
    return (decision.status, decision.target, decision.targets, decision.winners, decision.ask, decision.triage,
            decision.failed, decision.dormant)


@given(conditions, facts)
def test_the_index_says_of_every_condition_what_a_plain_interpreter_says(condition, known):
    truth, failed = plainly(condition, known)
    expected = "error" if truth == "unknown" and failed else truth
    (only,) = explain(decide(known, book(rule("only", condition)))).rules
    assert only.outcome.value == expected


@given(conditions, facts)
def test_evaluating_one_condition_says_what_a_plain_interpreter_says(condition, known):
    truth, failed = plainly(condition, known)
    assert evaluate(condition, known).name.lower() == ("error" if truth == "unknown" and failed else truth)


@given(rules, facts, keys, st.randoms(use_true_random=False))
def test_the_order_of_rules_and_modules_never_matters(declared, known, active, chance):
    shuffled = list(declared)
    chance.shuffle(shuffled)
    one, other = book(*declared), book(*shuffled)
    assert one.version == other.version
    assert outcome(decide(known, one, active=active)) == outcome(decide(known, other, active=active))


@given(rules, facts, keys)
def test_the_order_of_facts_never_matters(declared, known, active):
    backwards = dict(reversed(known.items()))
    rulebook = book(*declared)
    assert outcome(decide(known, rulebook, active=active)) == outcome(decide(backwards, rulebook, active=active))


@given(rules, facts.filter(lambda known: {} not in known.values()), keys)
def test_a_stored_decision_replays_to_the_same(declared, known, active):
    rulebook = book(*declared)
    decision = decide(known, rulebook, active=active, on=date(2026, 1, 2))
    again = replay(to_record(decision), rulebook)
    assert outcome(again) == outcome(decision)
    assert to_record(again) == to_record(decision)


@given(rules, facts)
def test_removing_a_rule_that_did_not_match_changes_nothing(declared, known):
    decision = decide(known, book(*declared))
    out = {each.rule.id for each in explain(decision).rules if each.outcome is Outcome.NO}
    kept = [each for each in declared if each.id not in out]
    left = decide(known, book(*kept, rule("z.last", AnyOf())))
    assert outcome(left)[:-1] == outcome(decision)[:-1]


@given(rules, facts)
def test_a_routed_case_has_one_target_in_the_highest_band_that_holds(declared, known):
    decision = decide(known, book(*declared))
    held = [each for each in declared if evaluate(each.when, known) is Truth.YES]
    if decision.status == "routed":
        highest = max(each.band for each in held)
        assert {each.to for each in held if each.band is highest} == {decision.target}


@given(rules, facts)
def test_no_answer_to_what_is_open_can_let_another_band_win_over_a_routed_case(declared, known):
    decision = decide(known, book(*declared))
    if decision.status != "routed":
        return
    band = max(each.band for each in decision.winning_rules)
    then = [decide(answered, decision.rulebook) for answered in _answered(known)]
    others = [each for each in then if each.targets != decision.targets and each.triage is None]
    assert all(max(rule.band for rule in each.winning_rules) <= band for each in others)


def _answered(known):
    """The facts with all combinations of answers to what was never asked."""
    asked = [fact for fact in ("colour", "size", "tags", "day", "flag") if known.get(fact) in (None, "", ())]
    answers = {"colour": COLOURS, "size": NUMBERS, "tags": [("red", "green", "blue"), ("blue",)], "day": DAYS,
               "flag": [True, False]}
    tried = [known]
    for fact in asked:
        tried = [{**before, fact: answer} for before in tried for answer in answers[fact]]
    return tried


@given(conditions, facts)
def test_not_turns_yes_and_no_around_and_leaves_the_rest(condition, known):
    turned = {Truth.YES: Truth.NO, Truth.NO: Truth.YES}
    truth = evaluate(condition, known)
    assert evaluate(Not(Not(condition)), known) is truth
    if truth is not Truth.ERROR and evaluate(Not(condition), known) is not Truth.ERROR:
        assert evaluate(Not(condition), known) is turned.get(truth, truth)


@given(conditions, conditions, facts)
def test_all_and_any_follow_de_morgan(one, other, known):
    assert evaluate(Not(All(one, other)), known) is evaluate(AnyOf(Not(one), Not(other)), known)
    assert evaluate(Not(AnyOf(one, other)), known) is evaluate(All(Not(one), Not(other)), known)


@given(conditions, facts)
def test_a_condition_with_itself_is_itself(condition, known):
    truth = evaluate(condition, known)
    assert evaluate(All(condition, condition), known) is truth
    assert evaluate(AnyOf(condition, condition), known) is truth


@given(rules, facts, keys)
def test_what_to_ask_was_never_asked_before(declared, known, active):
    decision = decide(known, book(*declared), active=active)
    assert not [fact for fact in decision.ask if known.get(fact) not in (None, "", ())]


@given(conditions, facts)
def test_every_rule_that_does_not_hold_says_what_stopped_it(condition, known):
    (only,) = explain(decide(known, book(rule("only", condition)))).rules
    empty = All(), AnyOf()
    if only.outcome is not Outcome.YES and not any(part in repr(condition) for part in map(repr, empty)):
        assert only.unmet is not None
        assert only.unmet.value == known.get(only.unmet.condition.fact)

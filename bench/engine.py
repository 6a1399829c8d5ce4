"""a1, a2, a3: what a decision costs, against the least that could do it and a rule engine. python bench/engine.py

Every engine's decisions are first compared with the reference; only then is it timed, in turns, in CPU time.
"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import routing_workload as workload
import turns

from gilmok.journey.routing.index import index
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.rules import decide
from gilmok.journey.routing.trace import explain
from gilmok.modules.api import All, At, Band, RoutingRule, Target

PEERS = Path(__file__).parents[1] / "var" / "bench" / "venv" / "bin" / "python"
MODULES = 10
BANDS = {0: Band.GENERAL, 100: Band.GENERAL, 300: Band.GENERAL, 500: Band.SPECIALTY, 550: Band.SPECIALTY,
         600: Band.SPECIALTY, 700: Band.STATUTORY, 800: Band.EMERGENCY}
Cases = list[dict[str, Any]]
# A decision of ours carries what its trace is made from; explain() also makes it, for all 200 rules.
PAIRS = (
    ("batch", "winner", "goal ≥ × 9"), ("single", "decide()", ""), ("trace", "decide()", ""),
    ("trace", "winner", "goal ≥ × 80"), ("trace", "explain()", ""),
)


def main() -> None:
    """Measure and print; raises AssertionError where a decision is not the reference's."""
    cases = workload.cases()
    small, large = workload.rules(200), workload.rules(5000)
    check_winners(small, cases)
    check_decisions(small, cases[:1000])
    print_winner(small, cases)
    print_public(small, cases)
    print_growth(small, large, cases[:4000])
    print_peer()


def as_rules(rules: list[workload.Rule]) -> list[RoutingRule]:
    """The workload's rules through the public API: ten modules, four bands."""
    return [
        RoutingRule(id=f"module{number % MODULES}.{rule.id.lower()}", band=BANDS[rule.group],
                    when=All(*rule.conditions), to=rule.target, reason="Because.", basis="C1")
        for number, rule in enumerate(rules)
    ]


def winners(rules: list[workload.Rule]) -> Callable[[dict[str, Any]], str]:
    """Our index, asked for the rule of the highest rank: from facts to the rule's id, three-valued."""
    indexed = index(as_rules(rules))
    ids = [rules[place].id for place in indexed.place]
    match = indexed.match

    def winner(case: dict[str, Any]) -> str:
        possible, waiting, unanswerable, failed = match(case)
        return ids[(possible & ~(waiting | unanswerable | failed)).bit_length() - 1]
    return winner


def floor(rules: list[workload.Rule], cases: Cases) -> Callable[[dict[str, Any]], str]:
    """The least in plain Python: one bitmap of rules per fact value, ANDed; no value is ever missing or new."""
    indexed = index(as_rules(rules))
    tables = [
        (fact, {case[fact]: bitmaps[case[fact]] or 0 for case in cases}) for fact, bitmaps, _tested in indexed.columns
    ]
    ids = [rules[place].id for place in indexed.place]
    everything = indexed.everything

    def winner(case: dict[str, Any]) -> str:
        left = everything
        for fact, table in tables:
            left &= table[case[fact]]
        return ids[left.bit_length() - 1]
    return winner


def rulebook(rules: list[workload.Rule]) -> Rulebook:
    """The rulebook of the workload."""
    targets = {rule.target: Target(id=rule.target, title="A desk", at=At.CITY, programme="C1") for rule in rules}
    return Rulebook.compile(as_rules(rules), targets=targets)


def check_winners(rules: list[workload.Rule], cases: Cases) -> None:
    """Hold the index's and the floor's answers against the checksum of the reference."""
    for answer in (winners(rules), floor(rules, cases)):
        assert workload.checksum(answer(case) for case in cases) == workload.CHECKSUM, "not the reference's decisions"


def check_decisions(rules: list[workload.Rule], cases: Cases) -> None:
    """Hold whole decisions against looking at every rule: the targets that hold in the highest band with any."""
    book = rulebook(rules)
    for case in cases:
        holding = [rule for rule in rules if all(workload.holds(each, case) for each in rule.conditions)]
        band = max(BANDS[rule.group] for rule in holding)
        expected = {rule.target for rule in holding if BANDS[rule.group] is band}
        assert set(decide(case, book).targets) == expected, "not the reference's decision"


def over(answer: Callable[[dict[str, Any]], object], cases: Cases) -> Callable[[], None]:
    """A call that answers all cases."""
    def run() -> None:
        for case in cases:
            answer(case)
    return run


def print_winner(rules: list[workload.Rule], cases: Cases) -> None:
    """a1: the winner among 200 rules."""
    spent = turns.medians(
        {"floor": over(floor(rules, cases), cases), "ours": over(winners(rules), cases)}, per=len(cases), rounds=9,
    )
    print(turns.row("a1 floor: bitmap per fact value, 200 rules", spent["floor"], 1))
    print(turns.row("a1 gilmok, winner, three-valued", spent["ours"], spent["ours"] / spent["floor"], "goal ≤ × 2"))


def print_public(rules: list[workload.Rule], cases: Cases) -> None:
    """a2: facts in, decision object out; and the trace of all rules, which is made only when asked for."""
    book = rulebook(rules)
    active = frozenset(f"module{number}" for number in range(MODULES))
    some = cases[:300]
    spent = turns.medians({"decide": over(lambda case: decide(case, book, active=active), cases)}, per=len(cases))
    told = over(lambda case: explain(decide(case, book, active=active)), some)
    traced = turns.medians({"trace": told}, per=len(some))
    print(turns.row("a2 decide(): 200 rules, 10 modules, decision object", spent["decide"], goal="goal ≤ 15 µs"))
    print(turns.row("a2 explain(): outcome and first failing condition of all", traced["trace"]))


def print_growth(small: list[workload.Rule], large: list[workload.Rule], cases: Cases) -> None:
    """a3: what 25 times as many rules cost."""
    contestants = {"200": over(winners(small), cases), "5000": over(winners(large), cases)}
    for run in contestants.values():
        run()
    spent = turns.medians(contestants, per=len(cases), rounds=9)
    print(turns.row("a3 winner, 200 rules", spent["200"], 1))
    print(turns.row("a3 winner, 5,000 rules", spent["5000"], spent["5000"] / spent["200"], "goal ≤ × 1.6"))


def print_peer() -> None:
    """The same workload through zen-engine, where `make bench` has installed it into its own environment."""
    if not PEERS.exists():
        print("zen-engine is not installed in var/bench/venv: no comparison with a peer")
        return
    given = json.dumps({"rules": [zen_rule(rule) for rule in workload.rules(200)], "cases": workload.cases(2000)})
    peer = Path(__file__).with_name("zen_peer.py")
    done = subprocess.run([PEERS, peer], input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"zen-engine could not be measured: {done.stderr.strip().splitlines()[-1:]}")
        return
    measured = json.loads(done.stdout)
    expected = workload.checksum(workload.reference(workload.rules(200), case) for case in workload.cases(2000))
    assert measured["checksum"] == expected, "zen's decisions are not the reference's"
    compare(measured)


def compare(measured: dict[str, float]) -> None:
    """Print zen's figures as multiples of ours on the same cases."""
    cases = workload.cases(2000)
    rules = workload.rules(200)
    book = rulebook(rules)
    ours = {
        "winner": over(winners(rules), cases), "decide()": over(lambda case: decide(case, book), cases),
        "explain()": over(lambda case: explain(decide(case, book)), cases[:200] * 10),
    }
    spent = turns.medians(ours, per=len(cases), rounds=3)
    for name, mine, goal in PAIRS:
        print(turns.row(f"zen-engine, {name}, against our {mine}", measured[name], measured[name] / spent[mine], goal))


def zen_rule(rule: workload.Rule) -> list[str]:
    """A rule as zen-engine writes it: one expression, and the id."""
    return [" and ".join(expression(condition) for condition in rule.conditions), rule.id]


def expression(condition: Any) -> str:
    """A condition in zen's language."""
    inner = {"Not": lambda: f"not ({expression(condition.condition)})",
             "AnyOf": lambda: f"({' or '.join(map(expression, condition.conditions))})"}
    name = type(condition).__name__
    if name in inner:
        return inner[name]()
    fact = condition.fact
    simple = {
        "Is": lambda: f"{fact} == {json.dumps(condition.value, ensure_ascii=False)}",
        "In": lambda: f"{fact} in {json.dumps(sorted(condition.values), ensure_ascii=False)}",
        "Has": lambda: f"{json.dumps(condition.value)} in {fact}",
        "AtLeast": lambda: f"{fact} >= {condition.bound}",
        "AtMost": lambda: f"{fact} <= {condition.bound}",
        "Between": lambda: f"({fact} >= {condition.low} and {fact} <= {condition.high})",
    }
    return simple[name]()


if __name__ == "__main__":
    main()

"""Each rule with examples and near misses, asked as a city asks: with `gilmok route`, this module alone switched on."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from gilmok_northeast.rules import RULES

EXAMPLES = Path(__file__).parent / "examples"
CASES = json.loads((EXAMPLES / "cases.json").read_text("utf-8"))
HOLDS = {"yes", "overridden"}


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """What `gilmok route` says to each case, by the case."""
    command = Path(sys.executable).with_name("gilmok")
    options = ["--activation", EXAMPLES / "switched_on.toml", "--on", "2026-11-23", "--explain", "--processes", "1"]
    lines = "\n".join(json.dumps({"id": each["case"], "facts": each["facts"]}) for each in CASES)
    done = subprocess.run([command, "route", "-", *options], input=lines, capture_output=True, text=True, check=True)
    return {answer["id"]: answer for answer in map(json.loads, done.stdout.splitlines())}


def outcome(answer: dict[str, Any], rule: str) -> str:
    """What became of a rule."""
    return next(each["outcome"] for each in answer["trace"]["rules"] if each["rule"] == rule)


def named(case: dict[str, Any]) -> str:
    """How a case is called in the test's report."""
    return case["case"]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_case_goes_where_the_example_says(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[case["case"]]

    assert (answer["status"], answer["target"]) == ("routed", case["goes_to"])


@pytest.mark.parametrize("case", [each for each in CASES if "example_of" in each], ids=named)
def test_a_rule_holds_for_its_examples(case: dict[str, Any], answers: dict[str, Any]) -> None:
    assert outcome(answers[case["case"]], case["example_of"]) in HOLDS


@pytest.mark.parametrize("case", [each for each in CASES if "near_miss_of" in each], ids=named)
def test_a_rule_does_not_hold_for_its_near_misses(case: dict[str, Any], answers: dict[str, Any]) -> None:
    assert outcome(answers[case["case"]], case["near_miss_of"]) == "no"


@pytest.mark.parametrize("kind", ["example_of", "near_miss_of"])
def test_every_rule_has_an_example_and_a_near_miss(kind: str) -> None:
    assert {rule.id for rule in RULES} == {case[kind] for case in CASES if kind in case}

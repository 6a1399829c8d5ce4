"""Where safety and health is switched on, it goes before the desks that know an industry."""

import json
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent / "examples"
CASES = json.loads((EXAMPLES / "beside_other_modules.json").read_text("utf-8"))
OTHERS = {"downtown", "northeast", "southeast", "southwest", "platform_freelance"}

pytestmark = pytest.mark.skipif(
    not entry_points(group="gilmok.modules").names >= OTHERS, reason="needs the modules beside it",
)


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """What `gilmok route` says to each case, by the case."""
    command = Path(sys.executable).with_name("gilmok")
    options = ["--activation", EXAMPLES / "beside_other_modules.toml", "--on", "2026-11-23", "--processes", "1"]
    lines = "\n".join(json.dumps({"id": each["case"], "facts": each["facts"]}) for each in CASES)
    done = subprocess.run([command, "route", "-", *options], input=lines, capture_output=True, text=True, check=True)
    return {answer["id"]: answer for answer in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_one_desk_is_found_where_two_could_hold(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[case["case"]]

    assert (answer["status"], answer["target"]) == ("routed", case["goes_to"])

"""Where the pilot and a desk for an industry could both take a case, one of them does."""

import json
import subprocess
import sys
from importlib.metadata import entry_points
from itertools import product
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent / "examples"
CASES = json.loads((EXAMPLES / "beside_other_modules.json").read_text("utf-8"))
OTHERS = {"downtown", "northeast", "southeast", "southwest", "platform_freelance"}

pytestmark = pytest.mark.skipif(
    not entry_points(group="gilmok.modules").names >= OTHERS, reason="needs the modules beside it",
)

EVERY = (
    ("jung", "jungnang", "gangnam", "guro"),
    (
        "urban_manufacturing", "sewing", "handmade_shoes", "arts", "media", "it", "digital", "transport", "logistics",
        "rnd", "new_tech", "retail",
    ),
    ("regular", "special", "platform", "freelancer", "artist"),
    (
        "unpaid_wages", "unfair_trade", "tax", "rights_violation", "harassment", "discipline_dismissal", "other",
        "industrial_accident", "safety_health", "union",
    ),
    ("worker", "union"),
)
MORE = {"platform_freelance.app_account_status": "suspended"}


def asked(lines: list[dict[str, Any]], switched_on: Path) -> list[dict[str, Any]]:
    """What `gilmok route` says to each line."""
    command = [Path(sys.executable).with_name("gilmok"), "route", "-", "--activation", switched_on]
    text = "\n".join(map(json.dumps, lines))
    done = subprocess.run(
        [*command, "--on", "2026-11-23"], input=text, capture_output=True, text=True, check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """What `gilmok route` says to each case, by the case."""
    lines = [{"id": each["case"], "facts": each["facts"]} for each in CASES]
    return {answer["id"]: answer for answer in asked(lines, EXAMPLES / "beside_other_modules.toml")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_one_desk_is_found_where_two_could_hold(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[case["case"]]

    assert (answer["status"], answer["target"]) == ("routed", case["goes_to"])


def test_no_full_answer_leaves_two_desks() -> None:
    names = ("workplace_district", "industry", "employment_type", "topics", "client_kind")
    every = [dict(zip(names, each, strict=True)) | MORE for each in product(*EVERY)]

    said = asked([{"facts": facts} for facts in every], EXAMPLES / "everything_on.toml")

    assert [facts for facts, answer in zip(every, said, strict=True) if answer["status"] == "triage"] == []

"""What docs/writing-a-module.md says, and module-pages.md, is done as a stranger would: written, installed, tried."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.modules import number_of_checks
from support.source import ROOT
from support.stranger import FILE, write_package

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the page has one make, with its files."""
    return write_package(tmp_path_factory.mktemp("stranger"))


@pytest.fixture(scope="module")
def run(written: Path, server_url: str) -> Run:
    """Runs a command in that folder, with the package installed beside what is here, and the server of this run."""
    installed = written / "installed"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--target", installed]
    subprocess.run([*pip, "."], cwd=written, check=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    environment = {**os.environ, "PYTHONPATH": str(installed), "GILMOK_DATABASE_URL": server_url}

    def command(*words: object) -> subprocess.CompletedProcess[str]:
        here = Path(sys.executable).parent
        full = [str(here / str(words[0])), *map(str, words[1:])]
        return subprocess.run(full, cwd=written, env=environment, capture_output=True, text=True)

    return command


def test_the_korean_page_has_the_same_files_and_commands() -> None:
    english, korean = ((ROOT / f"docs/writing-a-module{ending}.md").read_text("utf-8") for ending in ("", ".ko"))
    blocks = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
    assert FILE.findall(korean) == FILE.findall(english)
    assert blocks.findall(korean) == blocks.findall(english)


def test_the_module_is_in_the_list(run: Run) -> None:
    listed = run("gilmok", "modules", "list").stdout
    assert re.search(r"^kitchens +0.1.0 +gilmok-kitchens +H1 +1 +1 +1$", listed, re.MULTILINE), listed


def test_it_disagrees_with_no_other_module(run: Run) -> None:
    checked = run("gilmok", "modules", "check", "--strict")
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.once
def test_its_own_tests_pass(run: Run) -> None:
    tested = run("pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert tested.returncode == 0, tested.stdout
    assert f"{number_of_checks()} passed" in tested.stdout


def test_a_case_goes_to_it_where_it_is_switched_on(run: Run, written: Path) -> None:
    cases = json.loads((written / "tests/examples.json").read_text("utf-8"))
    lines = [json.dumps({"facts": each["facts"]}) for each in cases]
    (written / "cases.jsonl").write_text("\n".join(lines), "utf-8")
    routed = run("gilmok", "route", "cases.jsonl", "--activation", "kitchens.toml", "--on", "2026-11-23")
    assert [json.loads(line)["target"] for line in routed.stdout.splitlines()] == ["kitchens.desk", "core.counselling"]

"""`gilmok modules` and `gilmok activation` on the command line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from support.house import House
from support.modules import Raising, made_module, raises, rule

from gilmok.modules.commands import activation, modules
from gilmok.modules.loaded import Pluggable
from gilmok.modules.moving import Moved, Place
from gilmok.modules.queries import activations
from gilmok.modules.registry import Registry
from gilmok.modules.tools import Collision, Tools

SOUND = made_module("sound")
BROKEN = Raising(raises(ImportError("no such library")))
MOVED = Moved("T26-1", Place("core.counselling", "gwanak"), Place(None, None))
COLLISION = Collision(rules=("downtown.a", "northeast.b"), sentence="downtown.a and northeast.b")

PILOT = """
[[activation]]
module = "sound"
region = "northeast"
starts_on = 2026-01-01
"""


def with_modules(*entries: Pluggable, **others: Any) -> Tools:
    return Tools(load=lambda: Registry.load(entry_points=entries), **others)


def modules_command(*arguments: str, tools: Tools) -> Result:
    return CliRunner().invoke(modules, arguments, obj=tools)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pilots.toml"
    path.write_text(PILOT)
    return path


@pytest.fixture
def run(house: House) -> Callable[..., Result]:
    """Runs `gilmok activation …` on the house's database, with the module `sound` installed."""
    tools = with_modules(SOUND, session=house.job)

    def invoke(*arguments: object, **changes: Any) -> Result:
        asked = Tools(**{**vars(tools), **changes})
        return CliRunner().invoke(activation, [str(each) for each in arguments], obj=asked)

    return invoke


def test_the_list_names_what_is_installed_and_what_is_not_loaded() -> None:
    result = modules_command("list", tools=with_modules(SOUND, BROKEN))
    assert result.exit_code == 0
    assert "sound   1.2      gilmok-sound  H1          1        1      0" in result.stdout
    assert "not loaded: raising (no distribution), import: ImportError: no such library" in result.stderr


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)])
@pytest.mark.parametrize("command", ["check", "doctor"])
def test_only_a_strict_check_fails_for_what_is_not_loaded(command: str, options: tuple[str, ...], status: int) -> None:
    result = modules_command(command, *options, tools=with_modules(BROKEN))
    assert (result.exit_code, "no such library" in result.stderr) == (status, True)


@pytest.mark.parametrize("command", ["check", "doctor"])
def test_a_strict_check_of_sound_modules_passes(command: str) -> None:
    assert modules_command(command, "--strict", tools=with_modules(SOUND)).exit_code == 0


def test_the_doctor_shows_the_place_in_the_code() -> None:
    assert "Traceback" in modules_command("doctor", tools=with_modules(BROKEN)).stderr


def test_rules_that_can_disagree_fail_a_strict_check() -> None:
    result = modules_command("check", "--strict", tools=with_modules(collisions=lambda registry: [COLLISION]))
    assert (result.exit_code, result.stderr) == (1, "can disagree: downtown.a and northeast.b\n")


def test_rules_of_two_modules_that_hold_together_are_found() -> None:
    found = modules_command("check", "--strict", tools=with_modules(made_module("one"), made_module("other"))).stderr
    assert "one.rule (to one.desk) and other.rule (to other.desk) can hold together" in found


def test_without_anything_said_the_shipped_activations_are_shown(run: Callable[..., Result]) -> None:
    shown = run("show", "--on", "2026-06-01").stdout
    assert "on 2026-06-01, version 0" in shown
    assert "  northeast  platform_freelance: from 2020-12-01, all of it" in shown
    assert "platform_freelance" not in run("show", "--on", "2020-11-30").stdout


def test_a_plan_changes_nothing(run: Callable[..., Result], file: Path) -> None:
    assert "+ sound in northeast: from 2026-01-01, all of it" in run("plan", file).stdout
    assert "version 0" in run("show").stdout


def test_a_plan_tells_what_was_there_before(run: Callable[..., Result], file: Path) -> None:
    run("apply", file)
    file.write_text(PILOT + "ends_on = 2026-12-31\n")
    assert "~ sound in northeast: from 2026-01-01 to 2026-12-31, all of it  (was from 2026-01-01, all of it)" in run(
        "plan", file,
    ).stdout


def test_a_plan_names_rules_that_could_disagree_from_then_on(run: Callable[..., Result], file: Path) -> None:
    new = Collision(rules=("sound.rule", "northeast.b"), sentence="sound.rule and northeast.b")
    planned = run("plan", file, collisions=lambda registry: [new, COLLISION]).stdout
    assert "can disagree: sound.rule and northeast.b" in planned
    assert "downtown.a" not in planned


def test_a_plan_names_cases_that_would_have_gone_elsewhere(run: Callable[..., Result], file: Path) -> None:
    line = "would have gone elsewhere: T26-1: core.counselling (gwanak) → triage (-)"
    assert line in run("plan", file, moved=lambda session, now, then: [MOVED]).stdout


def test_applying_adds_rows_once(run: Callable[..., Result], file: Path, house: House) -> None:
    assert "1 of 1 rows added; this is version 2" in run("apply", file, "--note", "agreed").stdout
    assert "nothing new" in run("apply", file).stdout
    with house.job() as session:
        now = activations(session, Registry.load(entry_points=[SOUND]))
    assert "sound" in now.active("northeast", date(2026, 1, 1))


def test_what_is_shown_as_a_file_can_be_applied_elsewhere(run: Callable[..., Result], file: Path) -> None:
    run("apply", file)
    assert PILOT.strip() in run("show", "--toml").stdout


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"sound"', '"soud"', "entry 1, module: The module soud is not installed here."),
        ('"northeast"', '"north"', "entry 1, region: There is no region north."),
        ("2026-01-01", "2026-13-01", "line 5"),
        ("2026-01-01", '2026-01-01\ncentre = "gwanak"', "entry 1, centre: The region northeast has no centre gwanak."),
        ("2026-01-01", '2026-01-01\nscope = ["x"]', "entry 1, scope: The module sound has no part called x."),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_changes_nothing(
    run: Callable[..., Result], file: Path, old: str, new: str, words: str,
) -> None:
    file.write_text(PILOT.replace(old, new))
    for command in ("plan", "apply"):
        result = run(command, file)
        assert (result.exit_code, words in result.stderr) == (1, True)
    assert "version 0" in run("show").stdout


def test_a_centre_of_the_region_can_be_named(run: Callable[..., Result], file: Path) -> None:
    file.write_text(PILOT + 'centre = "jungnang"\n')
    assert "+ sound in northeast/jungnang: from" in run("plan", file).stdout


def test_a_module_that_failed_can_still_not_be_switched_on(run: Callable[..., Result], file: Path) -> None:
    bad = made_module("sound", routing_rules=lambda: [rule("sound", to="sound.nowhere")])
    assert run("plan", file, load=lambda: Registry.load(entry_points=[bad])).exit_code == 1

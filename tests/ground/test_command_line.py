"""The command `gilmok`: every command is where the list says, and what is wrong is said in a line."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from gilmok.cli import COMMANDS, gilmok

LIGHT = "import sys; from gilmok.cli import gilmok; import gilmok.modules.api; print(*sorted(sys.modules))"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_says_what_it_does(name: str) -> None:
    said = CliRunner().invoke(gilmok, [name, "--help"])
    assert said.exit_code == 0
    assert "Usage:" in said.output


def test_a_command_that_is_not_there_is_named() -> None:
    said = CliRunner().invoke(gilmok, ["fly"])
    assert said.exit_code == 2
    assert "No such command 'fly'" in said.output


def test_wrong_settings_are_said_without_a_trace(tmp_path: Path) -> None:
    command = [Path(sys.executable).with_name("gilmok"), "db", "status"]
    environ = {"GILMOK_PORT": "many", "PATH": "/usr/bin:/bin"}
    said = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert "GILMOK_PORT" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_module_that_imports_the_api_gets_no_web_and_no_database() -> None:
    loaded = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True).stdout.split()
    assert not {"flask", "sqlalchemy", "waitress"} & set(loaded)


def test_network_and_accounts_are_made_by_commands_alone(open_folder: Callable[[], Path]) -> None:
    """Each in a process of its own, for what another command has imported would help the next."""
    folder = open_folder()

    def said(*arguments: str) -> subprocess.CompletedProcess[str]:
        command, environ = [Path(sys.executable).with_name("gilmok"), *arguments], {"PATH": "/usr/bin:/bin"}
        return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)

    said("db", "upgrade")
    made = ("staff", "add", "jigi", "--name", "지기", "--role", "operator")
    assert said(*made).stdout.startswith("jigi\t")
    assert "there is an account jigi already" in said(*made).stderr
    assert "there is no centre nowhere" in said("staff", "add", "b", *made[3:], "--centre", "nowhere").stderr
    assert "added" in said("network", "load").stdout
    assert "0 faults" in said("network", "check", "--database").stdout
    assert said("staff", "add", "c", *made[3:5], "--role", "manager", "--centre", "gwanak").stdout.startswith("c\t")

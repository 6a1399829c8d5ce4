"""Commands as they are typed: each in a process of its own, which has imported nothing else."""

import base64
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.house import furnish, new_database

from gilmok.cli import COMMANDS, LIGHT

GILMOK = Path(sys.executable).with_name("gilmok")
KEY = base64.b64encode(bytes(32)).decode()
PILOT = '[[activation]]\nmodule = "occupational_safety"\nregion = "downtown"\nstarts_on = 2026-01-01\n'
WRITING = [
    ("activation", "apply", "pilot.toml"),
    ("db", "upgrade"),
    ("network", "load"),
    ("precedence", "settle", "northeast.sewing_desk", "core.counselling", "--note", "The council of 3 March."),
    ("staff", "add", "saesaram", "--name", "새사람", "--role", "counsellor", "--centre", "gwanak"),
]
READING = [
    ("activation", "plan", "pilot.toml"), ("activation", "show"), ("db", "status"), ("modules", "list"),
    ("modules", "check"), ("modules", "doctor"), ("network", "check"), ("network", "check", "--database"),
    ("precedence", "list"),
]


@pytest.fixture(scope="module")
def url(server_url: str, worker_id: str) -> Iterator[str]:
    """A database with schema, network and staff that commands of other processes may change."""
    with new_database(server_url, f"gilmok_commands_{worker_id}") as made:
        furnish(made)
        yield made


@pytest.mark.parametrize("words", [*WRITING, *READING], ids=" ".join)
def test_a_command_works_in_a_process_of_its_own(url: str, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "pilot.toml").write_text(PILOT)
    keys = {f"GILMOK_{name}_KEY": KEY for name in ("SECRET", "FIELD", "INDEX")}
    environ = {"PATH": "/usr/bin:/bin", "GILMOK_DATABASE_URL": url.replace("+psycopg", ""), **keys}
    done = subprocess.run([GILMOK, *words], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_that_ends_is_tried() -> None:
    served = {"run", "worker"}
    assert {words[0] for words in (*WRITING, *READING)} == COMMANDS.keys() - LIGHT - served


@pytest.mark.parametrize("name", sorted(LIGHT))
def test_a_light_command_loads_no_database(name: str) -> None:
    code = f"import sys; from gilmok.cli import gilmok; gilmok.get_command(None, {name!r}); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "psycopg", "waitress"} & set(loaded)

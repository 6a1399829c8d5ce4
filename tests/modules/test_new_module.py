"""`gilmok modules new` writes a package that passes its own tests, and says what it cannot write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.modules import number_of_checks

from gilmok.cli import gilmok

HERE = Path(sys.executable).parent
INSTALL = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--target")


def new(folder: Path, name: str = "media", **options: str) -> Result:
    """What the command says."""
    given = [word for option, value in options.items() for word in (f"--{option.replace('_', '-')}", value)]
    return CliRunner().invoke(gilmok, ["modules", "new", name, "--into", str(folder), *given])


@pytest.mark.once
def test_what_it_writes_passes_its_own_tests_and_disagrees_with_nobody(tmp_path: Path, server_url: str) -> None:
    folder, installed = tmp_path / "media", tmp_path / "installed"
    done = new(folder, title="Media workers", title_ko="미디어 노동자", region="northeast", industry="media")
    assert done.exit_code == 0, done.output
    quiet = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONPATH": str(installed)}
    on_server = {**quiet, "GILMOK_DATABASE_URL": server_url}
    subprocess.run([*INSTALL, installed, "."], cwd=folder, check=True, env=quiet)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [str(HERE / words[0]), *words[1:]]
        return subprocess.run(command, cwd=folder, env=on_server, capture_output=True, text=True, check=False)

    tested = run("pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert tested.returncode == 0, tested.stdout
    assert f"{number_of_checks()} passed" in tested.stdout
    for command in ("check", "doctor"):
        checked = run("gilmok", "modules", command, "--strict")
        assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(("name", "options", "said"), [
    ("Media", {}, "the name 'Media' is not a-z"), ("core", {}, "the name 'core' is not"),
    ("media", {"region": "nowhere"}, "there is no region 'nowhere'; there is downtown"),
    ("media", {"industry": "spaceflight"}, "there is no industry 'spaceflight'"),
    ("media", {"title": 'a "title"'}, "a title is empty, or has a quotation mark"),
])
def test_what_it_cannot_write_is_said_and_nothing_is_written(
    tmp_path: Path, name: str, options: dict[str, str], said: str
) -> None:
    done = new(tmp_path / "media", name, **options)
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "media").exists()


def test_a_folder_that_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    done = new(tmp_path / "media")
    assert done.exit_code == 1
    assert "is there already, and nothing was written" in done.output
    assert list((tmp_path / "media").iterdir()) == []

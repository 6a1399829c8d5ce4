"""What the documentation says of the code is so."""

import re
import runpy
from dataclasses import fields
from typing import Any

import pytest
from support.source import ROOT, ours

from gilmok.ground.config import PREFIX, Settings

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
NAMED = re.compile(r"`((?:core|plugins|tests|docs|tools|bench|ground|network|modules|journey)/[\w./]+\.\w+)`")
SETTING = re.compile(rf"{PREFIX}[A-Z_]+\b")
CODE = re.compile(r"```sh\n.*?```|`[^`\n]+`", re.DOTALL)
TARGET = re.compile(r"\bmake ([a-z-]+)")


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    """What `make docs` runs."""
    return runpy.run_path(str(ROOT / "tools/docs.py"))


def test_the_tables_of_settings_and_commands_are_current(tool: dict[str, Any]) -> None:
    assert [str(path) for path, text in tool["pages"]() if path.read_text("utf-8") != text] == []


def pages(*folders: str) -> list[tuple[str, str]]:
    """Every page for readers, by its path, with its text."""
    return [(str(path.relative_to(ROOT)), path.read_text("utf-8")) for path in ours("*.md", *folders or (".",))]


def found(pattern: re.Pattern[str]) -> set[tuple[str, str]]:
    """What the pages name, each with the page."""
    return {(page, name) for page, text in pages() for name in pattern.findall(text)}


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs/settings.md").read_text("utf-8")
    assert [each.name for each in fields(Settings) if f"`{PREFIX}{each.name.upper()}`" not in page] == []


def test_every_setting_that_a_page_names_exists() -> None:
    known = {PREFIX + each.name.upper() for each in fields(Settings)} | {PREFIX + "CONFIG"}
    assert {each for each in found(SETTING) if each[1] not in known} == set()


def test_every_link_leads_somewhere() -> None:
    assert {(page, link) for page, link in found(LINK) if not (ROOT / page).parent.joinpath(link).exists()} == set()


def test_every_file_that_a_page_names_exists() -> None:
    roots = (ROOT, ROOT / "core/src/gilmok")
    assert {(page, name) for page, name in found(NAMED) if not any((root / name).exists() for root in roots)} == set()


def test_every_make_command_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    code = [(page, part) for page, text in pages() for part in CODE.findall(text)]
    assert {(page, name) for page, part in code for name in TARGET.findall(part) if name not in targets} == set()

"""A module's package as the kit sees it: loaded alone beside the core, its folder, and what it imports of Gilmok."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from gilmok.modules.loaded import LoadedModule
from gilmok.modules.registry import Given, Registry, installed_core

PUBLIC = frozenset({"gilmok.modules.api", "gilmok.modules.site", "gilmok.modules.testing"})


def none(found: Iterable[str], sentence: str) -> None:
    """Fail with the sentence and a line for each thing found; pytest explains asserts of tests alone."""
    lines = [f"  {each}" for each in found]
    if lines:
        raise AssertionError("\n".join([f"{sentence}:", *lines]))


def registry_of(module: Any) -> Registry:
    """The core and this module alone."""
    return Registry.load(core=installed_core(), entry_points=[Given(name=module.__name__, module=module)])


def loaded(module: Any) -> LoadedModule:
    """The module as it was loaded; raises NotAllLoaded where it could not be."""
    found = Registry.load(core=installed_core(), entry_points=[Given(name=module.__name__, module=module)], strict=True)
    return next(each for each in found.modules.values() if each.plugin is module)


def folder_of(module: ModuleType) -> Path:
    """The folder of the module's package."""
    return Path(next(iter(module.__path__)))


def private_imports(folder: Path) -> Iterator[str]:
    """Where the package imports something of gilmok that is not public: `rules.py:3 gilmok.network`."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for name in imported(node):
                if name.partition(".")[0] == "gilmok" and name not in PUBLIC:
                    yield f"{path.relative_to(folder)}:{getattr(node, 'lineno', 0)} {name}"


def imported(node: ast.AST) -> list[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []

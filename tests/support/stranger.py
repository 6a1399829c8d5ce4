"""The package that docs/writing-a-module.md and docs/module-pages.md have a stranger make."""

import re
from pathlib import Path

from support.source import ROOT

PAGES = ("docs/writing-a-module.md", "docs/module-pages.md")
FILE = re.compile(r"^`(?P<name>[\w./-]+)`\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ADDED = re.compile(r"^At the end of `(?P<name>[\w./-]+)`[^`]*\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def write_package(folder: Path) -> Path:
    """Write the files of the pages below a folder, of one that stands twice the later; the folder of the package."""
    for page in PAGES:
        words = (ROOT / page).read_text("utf-8")
        for found in FILE.finditer(words):
            path = folder / found["name"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found["text"], "utf-8")
        for found in ADDED.finditer(words):
            path = folder / found["name"]
            path.write_text(f"{path.read_text('utf-8')}\n\n{found['text']}", "utf-8")
    return folder / "gilmok-kitchens"

"""`make docs`: write what the code knows best, settings, commands and hooks, into the pages of `docs/`."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from functools import partial
from pathlib import Path
from typing import Any

import click

from gilmok.cli import gilmok
from gilmok.ground.config import PREFIX, Settings
from gilmok.modules.api import API_VERSION
from gilmok.modules.reference import hooks_page, site_page
from gilmok.modules.snapshot import snapshot

ROOT = Path(__file__).resolve().parents[1]


def settings_table() -> Iterator[str]:
    """A line for each setting."""
    yield "| setting | what it is for | default |"
    yield "| --- | --- | --- |"
    for each in fields(Settings):
        default = "made by `gilmok run`" if each.default is MISSING else shown(each.default)
        yield f"| `{PREFIX}{each.name.upper()}` | {each.metadata['about']} | {default} |"


def shown(value: Any) -> str:
    """A default as it would be written."""
    if value is None:
        return "not set"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def commands_table() -> Iterator[str]:
    """A line for each command, those of groups too."""
    yield "| command | what it does |"
    yield "| --- | --- |"
    yield from command_lines(gilmok, ())


def command_lines(group: click.Group, before: tuple[str, ...]) -> Iterator[str]:
    """The lines of a group's commands, in the order of their names."""
    context = click.Context(group)
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from command_lines(command, (*before, name))
        elif command is not None:
            arguments = " ".join(each.make_metavar(click.Context(command)) for each in command.params
                                 if isinstance(each, click.Argument))
            words = " ".join(filter(None, ("gilmok", *before, name, arguments)))
            yield f"| `{words}` | {command.get_short_help_str(200)} |"


TABLES: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
    "docs/settings.md": ("settings", settings_table),
    "docs/operating.md": ("commands", commands_table),
    "docs/hooks.md": ("hooks", partial(hooks_page, ROOT / "docs" / "examples" / "hooks")),
    "docs/module-pages.md": ("site", site_page),
}


def renewed(page: str, mark: str, lines: Iterator[str]) -> str:
    """The page with the table between its marks written anew; raises ValueError if it has no such marks."""
    between = re.compile(rf"(<!-- {mark}: [^\n]*-->\n).*?(<!-- end -->)", re.DOTALL)
    if not between.search(page):
        raise ValueError(f"no place for {mark}")
    table = "\n".join(lines)
    return between.sub(lambda found: f"{found[1]}{table}\n{found[2]}", page)


def pages() -> Iterator[tuple[Path, str]]:
    """Each page and what it should say."""
    for name, (mark, table) in TABLES.items():
        path = ROOT / name
        yield path, renewed(path.read_text("utf-8"), mark, table())


def main() -> int:
    """Write the pages; the exit status."""
    for path, text in pages():
        path.write_text(text, "utf-8")
    stored = ROOT / f"docs/api/{API_VERSION}.txt"
    # What was stored for a version stays: what changes the API raises its version.
    if not stored.exists():
        stored.write_text("\n".join([*snapshot(), ""]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

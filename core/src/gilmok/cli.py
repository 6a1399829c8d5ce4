"""The command `gilmok`: each room brings its own commands, this is the list of them.

A command's module is imported only when that command is used: routing a file needs no web and no database. One that
uses the database knows every table, for rows of one room refer to those of others.
"""

import gc
import pkgutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from gilmok.ground.config import CannotRun

COMMANDS = {
    "run": "gilmok.serving:run",
    "worker": "gilmok.serving:worker",
    "db": "gilmok.ground.commands:db",
    "staff": "gilmok.network.staff:staff",
    "network": "gilmok.network.commands:network",
    "calc": "gilmok.law.calculators.commands:calc",
    "law": "gilmok.law.commands:law",
    "limit": "gilmok.law.commands:limit",
    "modules": "gilmok.modules.commands:modules",
    "activation": "gilmok.modules.commands:activation",
    "precedence": "gilmok.journey.routing.precedence:precedence",
    "route": "gilmok.journey.routing.commands:route",
}
# These need no database, and start without its libraries.
LIGHT = frozenset({"calc", "law", "limit", "route"})
TABLES = "gilmok.models"


class Rooms(click.Group):
    """Commands that are found by name in the room that they belong to."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the list."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        with nothing_to_collect():
            if cmd_name not in LIGHT:
                pkgutil.resolve_name(TABLES)
            command: click.Command = pkgutil.resolve_name(place)
        return command


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """While a command is imported Python does not look for garbage: it would look through the same modules again and
    again, a quarter of the time, and finds nothing in them later either."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@click.group(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
def gilmok() -> None:
    """길목: 노동자종합지원센터의 사건 연결과 상담 관리 (case routing for labour support centres)."""


def main() -> None:
    """Run the command; what is wrong with settings or the database is said in a line each, not as a trace."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        # As Ctrl+C does, so that the embedded database is stopped with its last user.
        signal.signal(ending, signal.default_int_handler)
    try:
        gilmok()
    except CannotRun as error:
        click.echo(f"gilmok: {error}", err=True)
        sys.exit(2)

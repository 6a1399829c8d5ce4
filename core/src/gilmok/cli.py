"""The command `gilmok`: each room brings its own commands, this is the list of them."""

import signal
import sys

import click

from gilmok.ground.commands import db, staff
from gilmok.ground.config import WrongSettings
from gilmok.ground.db.account import CannotStart
from gilmok.journey.routing.commands import route
from gilmok.modules.commands import activation, modules
from gilmok.network.commands import network
from gilmok.serving import run, worker

COMMANDS = (run, worker, db, staff, network, modules, activation, route)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def gilmok() -> None:
    """길목: 노동자종합지원센터의 사건 연결과 상담 관리 (case routing for labour support centres)."""


for command in COMMANDS:
    gilmok.add_command(command)


def main() -> None:
    """Run the command; what is wrong with settings or the database is said in a line each, not as a trace."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        # As Ctrl+C does, so that the embedded database is stopped with its last user.
        signal.signal(ending, signal.default_int_handler)
    try:
        gilmok()
    except (WrongSettings, CannotStart) as error:
        click.echo(f"gilmok: {error}", err=True)
        sys.exit(2)

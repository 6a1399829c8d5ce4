"""What is said on the command line, read as what is typed on pages: types of options and arguments."""

from datetime import date

import click

from gilmok.ground.clock import today
from gilmok.ground.formats.dates import read_date
from gilmok.ground.formats.mistakes import FormatError


def day(typed: str) -> date:
    """A day in any usual form, such as 2026-03-02, 2026.3.2 or 어제; a usage error where it is none."""
    try:
        return read_date(typed, today=today())
    except FormatError as error:
        raise click.BadParameter(f"{typed!r}: {error.text}") from error

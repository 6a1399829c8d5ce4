"""What the address of a page asks for, beside what it shows."""

from datetime import date

from flask import request

from gilmok.ground.clock import today
from gilmok.ground.formats.dates import read_date
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.i18n import _


def asked_day() -> tuple[date, dict[str, list[str]]]:
    """The day that the address asks for, today if none; with what is wrong with it, if it is no day."""
    asked = request.args.get("on", "").strip()
    try:
        return (read_date(asked, today=today()) if asked else today()), {}
    except FormatError as error:
        return today(), {"on": [_(error.text)]}

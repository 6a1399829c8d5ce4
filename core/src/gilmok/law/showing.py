"""What every page of the law is made with."""

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from gilmok.ground.clock import today
from gilmok.ground.i18n import _, current_language
from gilmok.law.saying import Words
from gilmok.law.shipped import shipped
from gilmok.law.told import Teller
from gilmok.law.words import KINDS, STATES, UNITS


def teller() -> Teller:
    """Tells what the law computes in the language of the request."""
    return Teller(shipped(), Words(_, current_language()))


def page(template: str, *, status: int = 200, **values: Any) -> ResponseReturnValue:
    """A page of the law with what all of them use."""
    about = {"law": shipped(), "KINDS": KINDS, "STATES": STATES, "UNITS": UNITS, "words": teller().words}
    return render_template(template, today=today(), **{**about, "errors": {}, **values}), status

"""What a centre does beside cases, on one page: the programmes of the core and those that modules bring."""

from flask import render_template
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.web.frame import beside
from gilmok.ground.web.request import needs


@needs(Permission.LOGGED_IN)
def show_beside() -> ResponseReturnValue:
    """Each programme that one may open, with a sentence of what it is."""
    return render_template("beside.html", lines=beside())

"""The help page: how a case finds its desk, what a proposal means, what is kept and how, and whom to ask."""

from flask import render_template
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.web.request import needs
from gilmok.journey.intake.drafts import KEPT_FOR


@needs(Permission.LOGGED_IN)
def show_help() -> ResponseReturnValue:
    """The page, the same for all staff."""
    return render_template("cases/help.html", draft_days=KEPT_FOR.days)

"""How one likes to see pages, and how what one types is understood."""

from flask import Blueprint, current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from gilmok.ground.access.policy import Permission
from gilmok.ground.i18n import _
from gilmok.ground.web.frame import DISPLAY_COOKIE, Display, display
from gilmok.ground.web.request import me, needs
from gilmok.ground.web.words import echo

blueprint = Blueprint("display", __name__, template_folder="templates")
A_YEAR = 31_536_000


@blueprint.get("/display")
@needs(Permission.PUBLIC)
def choices() -> ResponseReturnValue:
    """The page on which one chooses row height, contrast and keys, with the list of keys."""
    return render_template("display.html", chosen=display())


@blueprint.post("/display")
@needs(Permission.PUBLIC)
def choose() -> ResponseReturnValue:
    """Remember the choice on this browser, where it outlives a login."""
    form = request.form
    chosen = Display(
        compact=form.get("rows") == "compact", contrast=form.get("contrast") == "high", keys=form.get("keys") == "on",
    )
    flash(_("Saved. Pages on this browser look like this from now on."), "success")
    response = redirect(url_for("display.choices"), 303)
    secure = current_app.config["SESSION_COOKIE_SECURE"] or request.is_secure
    response.set_cookie(
        DISPLAY_COOKIE, chosen.words(), max_age=A_YEAR, httponly=True, samesite="Lax", secure=secure,
    )
    return response


@blueprint.post("/echo")
@needs(Permission.PUBLIC)
def understood() -> ResponseReturnValue:
    """How a date, phone number or sum of won was understood, as plain text; a POST, as it may be personal."""
    return echo(request.form.get("kind", ""), request.form.get("typed", "")), {"Content-Type": "text/plain"}


@blueprint.get("/stay")
@needs(Permission.LOGGED_IN)
def stay() -> ResponseReturnValue:
    """Go on: any answer begins the time of the login anew. This one says whose login it is, and the token of its forms,
    for a page that was open before: after a login in another window, its own token is of no use any more."""
    return jsonify(person=me().id, token=generate_csrf())

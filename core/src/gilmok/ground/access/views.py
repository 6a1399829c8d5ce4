"""Logging in and out, and the language of the pages."""

import re

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user, logout_user

from gilmok.ground.access.login import end_login, remember_language
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Permission
from gilmok.ground.access.service import log_in
from gilmok.ground.audit import log
from gilmok.ground.i18n import LANGUAGES, _
from gilmok.ground.web.request import db, keep, me, needs, vault

# A second stroke or a backslash names another site. Browsers pass over control characters, and no header can hold them.
INSIDE = re.compile(r"/(?![/\\])[^\x00-\x1f\x7f]*")
blueprint = Blueprint("access", __name__, template_folder="templates")


@blueprint.get("/login")
@needs(Permission.PUBLIC)
def login() -> ResponseReturnValue:
    """The page on which one logs in."""
    return page(wanted=request.args.get("next", ""))


@blueprint.post("/login")
@needs(Permission.PUBLIC)
def log_in_now() -> ResponseReturnValue:
    """Log in and go on to where one wanted to be; one message for a wrong login and a wrong password."""
    name = request.form.get("login", "").strip()
    person = log_in(db(), name, request.form.get("password", ""), vault=vault())
    if person is None:
        keep()
        errors = {"login": [_("This login and password do not match. Please check both.")]}
        return page(login=name, errors=errors, wanted=request.form.get("next", "")), 422
    start_session(person)
    return redirect(inside(request.form.get("next", "")), 303)


@blueprint.post("/logout")
@needs(Permission.LOGGED_IN)
def log_out() -> ResponseReturnValue:
    """Log out, for every copy of the cookie too; the language stays."""
    log(db(), "logged_out", person=me().id)
    end_login(db(), session["_user_id"])
    language = session.get("language")
    logout_user()
    session.clear()
    if language:
        remember_language(language)
    return redirect(url_for("access.login"), 303)


@blueprint.post("/language")
@needs(Permission.PUBLIC)
def choose_language() -> ResponseReturnValue:
    """Show the pages in Korean or English, and stay where one was."""
    language = request.form.get("language", "")
    if language in LANGUAGES:
        remember_language(language)
    return redirect(inside(request.form.get("next", "")), 303)


def page(*, login: str = "", errors: dict[str, list[str]] | None = None, wanted: str = "") -> str:
    """The login page, which leads on to the page that was wanted."""
    minutes = current_app.extensions["settings"].session_minutes
    about = {"next": wanted if is_inside(wanted) else "", "minutes": minutes}
    return render_template("access/login.html", login=login, errors=errors or {}, **about)


def start_session(person: Person) -> None:
    """Begin a login in a fresh cookie; what an earlier person left there is gone."""
    language = session.get("language") or person.language
    session.clear()
    session.permanent = True
    login_user(person)
    remember_language(language)
    log(db(), "logged_in", person=person.id)


def inside(address: str) -> str:
    """`address` if it is a page of this site, else the first page: a login never leads elsewhere."""
    return address if is_inside(address) else url_for("home")


def is_inside(address: str) -> bool:
    """Whether the address is a path of this site, however a browser may read it."""
    return INSIDE.fullmatch(address) is not None

"""Keeping someone logged in: a signed cookie that names the person and the account's epoch, for some idle minutes."""

from datetime import timedelta

from flask import Flask, g, session
from flask_login import LoginManager
from sqlalchemy import bindparam, select

from gilmok.ground.access.models import Person
from gilmok.ground.config import Settings
from gilmok.ground.db import NOBODY, Database, ViewerSession

_current = select(Person).where(Person.id == bindparam("key"), Person.epoch == bindparam("epoch"), Person.active)


def init_login(app: Flask, settings: Settings) -> None:
    """Load the person of a request from its cookie; a cookie of a closed account or an older epoch is nobody's."""
    manager = LoginManager(app)
    manager.session_protection = None
    app.config |= {
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "gilmok",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "PERMANENT_SESSION_LIFETIME": timedelta(minutes=settings.session_minutes),
        "SESSION_REFRESH_EACH_REQUEST": True,
    }

    manager.user_loader(lambda cookie: person_of(app.extensions["database"], cookie))


def person_of(database: Database, cookie: str) -> Person | None:
    """The active person whom the cookie names, at the epoch that it names."""
    key, _, epoch = cookie.partition(".")
    if not (key.isdecimal() and epoch.isdecimal()):
        return None
    if "session" in g:
        return read_person(g.session, int(key), int(epoch))
    with database.session(NOBODY) as reading:
        return read_person(reading, int(key), int(epoch))


def read_person(reading: ViewerSession, key: int, epoch: int) -> Person | None:
    """The active person of this id at this epoch, who from then on belongs to no session."""
    person = reading.scalar(_current, {"key": key, "epoch": epoch})
    if person is not None:
        reading.expunge(person)
    return person


def remember_language(language: str) -> None:
    """Show pages in this language from now on, on this browser."""
    session["language"] = language

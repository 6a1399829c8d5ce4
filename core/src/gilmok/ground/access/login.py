"""Keeping someone logged in: a signed cookie that names the login, for some idle minutes and half a day at most."""

from dataclasses import dataclass
from datetime import timedelta
from time import time
from uuid import UUID

from flask import Flask, g, session
from flask_login import LoginManager
from sqlalchemy import bindparam, exists, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import EndedLogin, Person
from gilmok.ground.clock import now
from gilmok.ground.config import Settings
from gilmok.ground.db import NOBODY, Database, ViewerSession, telling

LONGEST = 12 * 60 * 60
# How far the clocks of two machines may be apart.
APART = 60
_columns = Person.__table__.columns
_current = select(*_columns, *telling(Person.id, Person.centre_id)).where(
    Person.id == bindparam("key"), Person.epoch == bindparam("epoch"), Person.active,
    ~exists().where(EndedLogin.id == bindparam("login")),
)


@dataclass(frozen=True)
class Login:
    """What a cookie says: who logged in, at which epoch of the account, since when (in seconds), and its own id."""

    person: int
    epoch: int
    since: int
    id: UUID

    @classmethod
    def read(cls, cookie: str) -> "Login | None":
        """The login of a cookie; None for anything else."""
        try:
            person, epoch, since, key = cookie.split(".")
            return cls(int(person), int(epoch), int(since), UUID(hex=key))
        except ValueError:
            return None

    @property
    def counts(self) -> bool:
        """Whether it is not too old; one from days to come was made before the clock was set back."""
        return -APART <= time() - self.since <= LONGEST


def init_login(app: Flask, settings: Settings) -> None:
    """Load the person of a request from its cookie; that of a closed account or an ended login is nobody's."""
    # No page has to know who asks: one that says that the database is away must not ask it who reads it.
    manager = LoginManager(app, add_context_processor=False)
    manager.session_protection = None
    app.config |= {
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "__Host-gilmok" if settings.secure_cookies else "gilmok",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "PERMANENT_SESSION_LIFETIME": timedelta(minutes=settings.session_minutes),
    }

    manager.user_loader(lambda cookie: person_of(app.extensions["database"], cookie))


def person_of(database: Database, cookie: str) -> Person | None:
    """The active person whom the cookie names, if its login still counts."""
    login = Login.read(cookie)
    if login is None or not login.counts:
        return None
    if "session" in g:
        return read_person(g.session, login)
    with database.session(NOBODY) as reading:
        return read_person(reading, login)


def read_person(reading: ViewerSession, login: Login) -> Person | None:
    """The active person whose login it is, for whom the session works from then on."""
    values = {"key": login.person, "epoch": login.epoch, "login": login.id}
    found = reading.admit_found(_current, values)
    if found is None:
        return None
    person = Person()
    # Without noting each value as a change, for nothing of it is ever stored.
    vars(person).update(zip(_columns.keys(), found, strict=False))
    return person


def end_login(writing: ViewerSession, cookie: str) -> None:
    """From now on the login of this cookie is nobody's, whoever has a copy."""
    if login := Login.read(cookie):
        writing.execute(insert(EndedLogin).values(id=login.id, at=now()).on_conflict_do_nothing())


def remember_language(language: str) -> None:
    """Show pages in this language from now on, on this browser."""
    session["language"] = language
    g.pop("words", None)

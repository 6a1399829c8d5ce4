"""Logging in, and making accounts."""

import secrets
from datetime import timedelta
from functools import cache
from math import ceil

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gilmok.ground.access.models import LoginFailure, Person
from gilmok.ground.access.policy import Role
from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import TooManyTries

# OWASP's smallest advised argon2id: 64 MiB a login times sixteen threads would be a gigabyte.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
TRIES = 5
WINDOW = timedelta(minutes=10)
# How far the clocks of two machines may be apart.
APART = timedelta(minutes=1)


@cache
def nobodys_hash() -> str:
    """What a password is compared with where there is no such account, so that it takes as long."""
    return _hasher.hash("no account has this password")


def make_person(
    session: Session, login: str, *, password: str, name: str, role: Role, centre: str | None = None
) -> Person:
    """A new account; the password is kept only as an argon2id hash."""
    person = Person(login=login, password_hash=_hasher.hash(password), name=name, role=role, centre_id=centre)
    session.add(person)
    session.flush()
    return person


def new_password() -> str:
    """A random password that can be typed: four groups of four, 80 bits."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))


def log_in(session: ViewerSession, login: str, password: str, *, vault: Vault) -> Person | None:
    """The person whose login and password these are, or None, which is noted.

    Raises TooManyTries, with the seconds to wait, after five failures for one login within ten minutes, whether or not
    such an account exists.
    """
    index = vault.index("login", login)
    # One after the other, so that many guesses at once are not all counted as the first.
    session.execute(select(func.pg_advisory_xact_lock(int.from_bytes(index[:8], signed=True))))
    if closed := seconds_closed(session, index):
        raise TooManyTries(seconds=closed)
    person = session.scalar(select(Person).where(Person.login == login, Person.active))
    if matches(person.password_hash if person else nobodys_hash(), password) and person:
        return person
    session.add(LoginFailure(login_index=index, at=now()))
    log(session, "login_failed", person=person.id if person else None)
    session.flush()
    return None


def seconds_closed(session: Session, index: bytes) -> int:
    """For how long nobody can log in by this name, in seconds: until the newest five of its failures are no longer all
    within ten minutes."""
    moment = now()
    # None from times to come: where the clock is set back an hour, nobody is locked out for an hour longer.
    recent = (LoginFailure.login_index == index, LoginFailure.at.between(moment - WINDOW, moment + APART))
    newest_first = select(LoginFailure.at).where(*recent).order_by(LoginFailure.at.desc())
    fifth = session.scalar(newest_first.offset(TRIES - 1).limit(1))
    return ceil((fifth + WINDOW - moment).total_seconds()) if fifth else 0


def matches(password_hash: str, password: str) -> bool:
    """Whether this is the password; takes as long for a login that does not exist."""
    try:
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False

"""Sessions that belong to one viewer for life, and tell PostgreSQL at each transaction who that is.

Two walls stand between centres: `scope` refuses or scopes each statement of a session, and PostgreSQL's row security
(`protection`) holds without it. Both are closed where nobody is named.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic
from typing import Any

import psycopg
from sqlalchemy import Engine, Result, Row, Select, Text, cast, create_engine, event, func, text
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import Session, SessionTransaction

from gilmok.ground.db.direct import ask, tell

_announce = text(
    "SELECT set_config('role', :role, true), set_config('gilmok.centre', :centre, true),"
    " set_config('gilmok.person', :person, true)"
)

# The centre of the viewer whose statement is being filled in.
viewers_centre: ContextVar[str | None] = ContextVar("gilmok_centre", default=None)
# A connection that rested for longer is tested before it is used.
IDLE_SECONDS = 1.0


class DatabaseRole(StrEnum):
    """The database's own roles; none of them is a superuser, and only the owner owns tables."""

    OWNER = "gilmok_owner"
    WEB = "gilmok_web"
    JOB = "gilmok_job"


@dataclass(frozen=True)
class Viewer:
    """Who a session works for: a member of staff (`person`, their id) at a centre (its code), or a job."""

    person: int | None = None
    centre: str | None = None
    role: DatabaseRole = DatabaseRole.WEB


NOBODY = Viewer()
JOB = Viewer(role=DatabaseRole.JOB)
OWNER = Viewer(role=DatabaseRole.OWNER)


class AlreadyTaken(Exception):
    """A session that works for someone, or has read something, was to work for someone else."""


class ViewerSession(Session):
    """A session that tells PostgreSQL at the start of each transaction who asks."""

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.waiting: list[tuple[Any, Mapping[str, Any]]] = []  # see `later`
        self.own: object = None  # the row that is being made one of its objects, see `entities`

    def admit(self, viewer: Viewer) -> None:
        """Work from now on for the person whom this session, so far nobody's, has found to ask; raises AlreadyTaken."""
        if self.viewer != NOBODY or self.identity_map:
            raise AlreadyTaken
        self.viewer = viewer
        if self.in_transaction():
            announce(self.connection(), viewer)

    def admit_found(self, who: Select[*tuple[Any, ...]], values: Mapping[str, Any]) -> Row[Any] | None:
        """The row that `who` finds of a person, with `id` and `centre_id`, for whom this session, so far nobody's,
        works from now on; None where it finds nobody. `who` reads no case, and has the columns of `telling`: asking
        and admitting is one statement."""
        if self.viewer != NOBODY or self.identity_map:
            raise AlreadyTaken
        found: Row[Any] | None = self.ask(who, values).one_or_none()
        if found is not None:
            self.viewer = Viewer(person=found.id, centre=found.centre_id)
        return found

    def ask(self, statement: Any, values: Mapping[str, Any]) -> Result[Any]:
        """What a statement gives that was made once and is asked as it is; `read` scopes it first."""
        self.send()
        viewers_centre.set(self.viewer.centre)
        return ask(self.connection(), statement, values)

    def begin_nested(self) -> SessionTransaction:
        """A savepoint, behind what waits."""
        self.send()
        return super().begin_nested()

    def send(self) -> None:
        """Send what waits (see `later`). What fails goes on waiting, so that nobody who passes over it can commit."""
        if self.waiting:
            viewers_centre.set(self.viewer.centre)
            tell(self.connection(), self.waiting)
            self.waiting.clear()


def telling(person: Any, centre: Any) -> tuple[Any, ...]:
    """The columns by which a query that finds who asks tells PostgreSQL so, as `announce` does."""
    return (
        func.set_config("gilmok.person", cast(person, Text), True),
        func.set_config("gilmok.centre", func.coalesce(centre, ""), True),
    )


class Database:
    """The database of an installation: one engine, and sessions that each belong to one viewer; `options` are those of
    SQLAlchemy's sessions."""

    def __init__(self, bind: Any, **options: Any) -> None:
        self.bind = bind
        self.options = options

    def session(self, viewer: Viewer) -> ViewerSession:
        """A new session of this viewer. Closing it without a commit undoes what it did."""
        return ViewerSession(self.bind, viewer=viewer, expire_on_commit=False, **self.options)


def engine_of(url: str, **options: Any) -> Engine:
    """An engine whose errors never print the values of a statement, for names and narratives are among them."""
    engine = create_engine(url, hide_parameters=True, **options)
    event.listen(engine, "connect", note_role)
    event.listen(engine, "checkin", note_use)
    event.listen(engine, "checkout", try_if_rested)
    return engine


def note_role(connection: Any, record: Any) -> None:
    """Remember which role a connection has before it is told any."""
    (record.info["role"],) = connection.execute("SELECT current_user").fetchone()
    connection.rollback()


def note_use(_connection: Any, record: Any) -> None:
    """Remember when a connection was used last."""
    record.info["used"] = monotonic()


def try_if_rested(connection: Any, record: Any, _proxy: Any) -> None:
    """See whether a connection still lives that nobody has used for a while: the pool then takes another one.

    Not each time, for that is one more question to the database in every request.
    """
    if monotonic() - record.info.get("used", monotonic()) < IDLE_SECONDS:
        return
    try:
        connection.execute("")
        connection.rollback()
    except psycopg.Error as error:
        raise DisconnectionError from error


@event.listens_for(ViewerSession, "after_begin")
def say_who_asks(session: ViewerSession, _transaction: SessionTransaction, connection: Any) -> None:
    """Tell PostgreSQL who asks; nothing where nobody does on a connection that is for that from its login on."""
    if session.viewer != NOBODY or connection.info["role"] != DatabaseRole.WEB:
        announce(connection, session.viewer)


def announce(connection: Any, who: Viewer) -> None:
    """Set role, centre and person for this transaction only: a later user of the connection inherits nothing."""
    connection.execute(_announce, {"role": who.role, "centre": who.centre or "", "person": str(who.person or "")})

"""Sessions that belong to one viewer for life, and tell PostgreSQL at each transaction who that is.

Two walls stand between centres: `scope` refuses or scopes each statement of a session, and PostgreSQL's row security
(`protection`) holds without it. Both are closed where nobody is named.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session, SessionTransaction

_announce = text(
    "SELECT set_config('role', :role, true), set_config('gilmok.centre', :centre, true),"
    " set_config('gilmok.person', :person, true)"
)


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


class ViewerSession(Session):
    """A session that tells PostgreSQL at the start of each transaction who asks."""

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer


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
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, **options)


@event.listens_for(ViewerSession, "after_begin")
def say_who_asks(session: ViewerSession, _transaction: SessionTransaction, connection: Any) -> None:
    """Set role, centre and person for this transaction only: a later user of the connection inherits nothing."""
    who = session.viewer
    connection.execute(_announce, {"role": who.role, "centre": who.centre or "", "person": str(who.person or "")})

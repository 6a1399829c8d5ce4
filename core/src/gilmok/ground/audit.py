"""The access log: who saw or changed which cases, written in the transaction of what it tells of.

The web's role may only add to it (Standard of safety measures for personal information, article 8). It holds ids and
codes, never a name or a number.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from flask import has_request_context, request
from sqlalchemy import ARRAY, BigInteger, Identity, Table, Text, bindparam, insert
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.clock import now
from gilmok.ground.db import Base, ViewerSession, later


class AccessLog(Base):
    """One thing that someone did: `action`, the `cases` it touched, `origin`, the network address that they did it
    from (None for a job), and what else is worth knowing (codes only)."""

    __tablename__ = "access_log"
    __table_args__ = ({"info": {"web": "INSERT"}},)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime]
    person_id: Mapped[int | None]
    centre_id: Mapped[str | None]
    origin: Mapped[str | None]
    action: Mapped[str]
    cases: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    about: Mapped[dict[str, Any]]


# Made once. Inline: the web's role may add to the log but not read it, not even the number of the new row. The cases as
# one text, `{1,2}`: psycopg takes ten times as long to put a list of fifty together as PostgreSQL to take it apart.
_adding = insert(cast(Table, AccessLog.__table__)).inline().values(
    cases=sql_cast(bindparam("numbers", type_=Text), ARRAY(BigInteger))
)


def log(session: ViewerSession, action: str, *, cases: Iterable[int] = (), **about: Any) -> None:
    """Note that the viewer of this session did `action` to `cases`; one row, however many cases a list shows."""
    later(
        session, _adding,
        {
            "at": now(), "person_id": session.viewer.person, "centre_id": session.viewer.centre,
            "origin": request.remote_addr if has_request_context() else None,
            "action": action, "numbers": f"{{{','.join(map(str, cases))}}}", "about": about,
        },
    )

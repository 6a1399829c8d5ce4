"""What of a case is never overwritten: a change is a row of its own with the next version, and what was is kept."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import insert, inspect, select, update
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.clock import now
from gilmok.ground.db import OfCase, ViewerSession
from gilmok.ground.errors import ChangedMeanwhile


class Revised(OfCase):
    """A version of something that a `key` names: 1 when it was new, one more with each change. `replaced_at` is when
    the next one took its place; the one without it is how things stand."""

    key: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    replaced_at: Mapped[datetime | None]


Row = TypeVar("Row", bound=Revised)


def newest(session: ViewerSession, kind: type[Row], case_id: int, key: UUID) -> Row | None:
    """How it stands now; None where there is no such thing."""
    return session.scalar(select(kind).where(kind.case_id == case_id, kind.key == key, kind.replaced_at.is_(None)))


def revise(
    session: ViewerSession, kind: type[Revised], case_id: int, key: UUID, *, version: int, **changes: Any
) -> None:
    """Put a row with these changes in the place of this version; raises ChangedMeanwhile where another took it."""
    columns = inspect(kind).columns
    standing = (kind.case_id == case_id, kind.key == key, kind.version == version, kind.replaced_at.is_(None))
    replacing = update(kind).where(*standing).values(replaced_at=now()).returning(*columns)
    found = session.execute(replacing, execution_options={"synchronize_session": False}).mappings().one_or_none()
    if found is None:
        raise ChangedMeanwhile
    session.execute(insert(kind).values({**found, **changes, "version": version + 1, "replaced_at": None}))

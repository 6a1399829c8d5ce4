"""A form that is sent twice is carried out once: each form carries a key, and the key remembers where it led."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.clock import now
from gilmok.ground.db import Base, ViewerSession


class Submission(Base):
    """A form that was sent: its key, by whom, and the address that its answer led to."""

    __tablename__ = "submission"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE"}},)

    key: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[int]
    at: Mapped[datetime]
    location: Mapped[str | None]


def earlier(session: ViewerSession, key: UUID) -> str | None:
    """Where this form led when it was sent before; None the first time, which is noted.

    A second sending that comes while the first is still being carried out waits for it: the insert blocks on the key.
    """
    values = {"key": key, "person_id": session.viewer.person, "at": now()}
    fresh = session.scalar(insert(Submission).values(values).on_conflict_do_nothing().returning(Submission.key))
    if fresh:
        return None
    mine = select(Submission.location).where(Submission.key == key, Submission.person_id == session.viewer.person)
    return session.scalar(mine)


def led_to(session: ViewerSession, key: UUID, location: str) -> None:
    """Remember where the form led."""
    session.execute(update(Submission).where(Submission.key == key).values(location=location))

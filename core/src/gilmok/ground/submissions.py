"""A form that is sent twice is carried out once: each form carries a key, and the key remembers where it led."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.clock import now
from gilmok.ground.db import Base, ViewerSession


class Submission(Base):
    """A form that was sent: its key, by whom, and the address that its answer led to."""

    __tablename__ = "submission"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (location)"}},)

    # Under the person first: a key that someone else knows leads them nowhere.
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    location: Mapped[str | None]


def earlier(session: ViewerSession, key: UUID) -> str | None:
    """Where this form led when it was sent before; None the first time, which is noted.

    A second sending that comes while the first is still being carried out waits for it: on the insert, or, where an
    earlier sending led nowhere (the form was only looked at), on the row.
    """
    values = {"key": key, "person_id": session.viewer.person, "at": now()}
    fresh = session.scalar(insert(Submission).values(values).on_conflict_do_nothing().returning(Submission.key))
    if fresh:
        return None
    return session.scalar(select(Submission.location).where(*mine(session, key)).with_for_update())


def led(session: ViewerSession, key: UUID) -> str | None:
    """Where one's own form of this key led; None where it led nowhere yet. Notes nothing and waits for nothing."""
    return session.scalar(select(Submission.location).where(*mine(session, key)))


def led_to(session: ViewerSession, key: UUID, location: str) -> None:
    """Remember where the form led."""
    session.execute(update(Submission).where(*mine(session, key)).values(location=location))


def mine(session: ViewerSession, key: UUID) -> tuple[ColumnElement[bool], ...]:
    """What finds the row of one's own form."""
    return Submission.key == key, Submission.person_id == session.viewer.person

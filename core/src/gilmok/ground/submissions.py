"""A form that is sent twice is carried out once: each form carries a key, and the key remembers where it led."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.clock import now
from gilmok.ground.db import Base, ViewerSession, later, read


class Submission(Base):
    """A form that was sent: its key, by whom, and the address that its answer led to."""

    __tablename__ = "submission"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (location)"}},)

    # Under the person first: a key that someone else knows leads them nowhere.
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    location: Mapped[str | None]


# Made once, for making them costs as much as asking them. The second finds the row of one's own form.
_first_time = insert(Submission).on_conflict_do_nothing().returning(Submission.key)
_mine = Submission.key == bindparam("form"), Submission.person_id == bindparam("sender")
_led = select(Submission.location).where(*_mine)
_before = _led.with_for_update()
_led_to = update(Submission).where(*_mine).values(location=bindparam("to"))
_sent: dict[str, Any] = {"person_id": bindparam("sender"), "at": bindparam("at"), "location": bindparam("to")}
_both = insert(Submission).values([{"key": bindparam(name), **_sent} for name in ("form", "by")])
_both_led = _both.on_conflict_do_update(
    index_elements=[Submission.person_id, Submission.key],
    set_={"location": func.coalesce(Submission.location, _both.excluded.location)},
)


def earlier(session: ViewerSession, key: UUID) -> str | None:
    """Where this form led when it was sent before; None the first time, which is noted.

    A second sending that comes while the first is still being carried out waits for it: on the insert, or, where an
    earlier sending led nowhere (the form was only looked at), on the row.
    """
    sent = {"key": key, "person_id": session.viewer.person, "at": now()}
    if read(session, _first_time, sent).scalar():
        return None
    location: str | None = read(session, _before, mine(session, key)).scalar()
    return location


def led(session: ViewerSession, key: UUID) -> str | None:
    """Where one's own form of this key led; None where it led nowhere yet. Notes nothing and waits for nothing."""
    location: str | None = read(session, _led, mine(session, key)).scalar()
    return location


def led_to(session: ViewerSession, key: UUID, location: str, *, by: UUID | None = None) -> None:
    """Remember where the form led. `by`: another key, that no form was sent with, by which the same place is found; one
    that leads somewhere already goes on leading there."""
    if by is None:
        later(session, _led_to, {**mine(session, key), "to": location})
        return
    later(session, _both_led, {**mine(session, key), "by": by, "at": now(), "to": location})


def mine(session: ViewerSession, key: UUID) -> dict[str, Any]:
    """What finds the row of one's own form."""
    return {"form": key, "sender": session.viewer.person}

"""Decisions about gatherings, in plain Python: when one may register, who gets a place, who moves up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from gilmok.ground.clock import SEOUL


class State(StrEnum):
    """How a registration stands."""

    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class Standing(StrEnum):
    """How a gathering stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    OVER = "over"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class Session:
    """One meeting of a gathering. Its number stays the same when it is moved, for attendance goes by it."""

    number: int
    at: datetime
    until: datetime
    place: str

    @property
    def day(self) -> date:
        """The day in Seoul."""
        return self.at.astimezone(SEOUL).date()

    def stored(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {"number": self.number, "at": self.at.isoformat(), "until": self.until.isoformat(), "place": self.place}


def sessions_of(stored: Iterable[Mapping[str, Any]]) -> list[Session]:
    """The meetings as they were stored, by time."""
    found = [
        Session(
            number=each["number"], at=datetime.fromisoformat(each["at"]), until=datetime.fromisoformat(each["until"]),
            place=each["place"],
        )
        for each in stored
    ]
    return sorted(found, key=lambda each: (each.at, each.number))


def standing(gathering: Any, now: datetime) -> Standing:
    """How it stands at a moment. One may register through the day that was set, else until it begins."""
    if gathering.cancelled_at:
        return Standing.CANCELLED
    if not gathering.published_at:
        return Standing.DRAFT
    if gathering.ends_at <= now:
        return Standing.OVER
    last: date | None = gathering.open_until
    late = now.astimezone(SEOUL).date() > last if last else now >= gathering.starts_at
    return Standing.CLOSED if late else Standing.OPEN


def state_of_new(places: int | None, *, taken: int, waiting: int) -> State:
    """How a new registration stands: nobody is let in before those who wait."""
    free = places is None or (taken < places and not waiting)
    return State.REGISTERED if free else State.WAITING


def moving_up(places: int | None, *, taken: int, waiting: int) -> int:
    """How many of those who wait get a place now."""
    return waiting if places is None else max(0, min(waiting, places - taken))

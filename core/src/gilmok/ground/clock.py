"""What day and time it is, in Seoul. `GILMOK_TODAY` moves the day, for demonstrations and tests; `at` the moment, for
what is entered of the past."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flask import current_app, has_app_context

SEOUL = ZoneInfo("Asia/Seoul")
_pretended: date | None = None
_moment: ContextVar[datetime | None] = ContextVar("gilmok_moment", default=None)


def now() -> datetime:
    """This moment, in UTC; on the pretended day, at this time of day, where one is set."""
    given = _moment.get()
    if given is not None:
        return given
    moment = datetime.now(UTC)
    pretended = pretended_day()
    if pretended is None:
        return moment
    return datetime.combine(pretended, moment.astimezone(SEOUL).timetz()).astimezone(UTC)


def today() -> date:
    """The day in Seoul."""
    return now().astimezone(SEOUL).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be this moment within the block, for what happened then and is stored now."""
    before = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(before)


def pretend(day: date | None) -> None:
    """Let it be this day in whatever this process does outside of a request, such as jobs; None: the real one."""
    global _pretended
    _pretended = day


def pretended_day() -> date | None:
    """The day that `GILMOK_TODAY` sets, if it does."""
    return current_app.extensions["settings"].today if has_app_context() else _pretended

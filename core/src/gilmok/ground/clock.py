"""What day and time it is, in Seoul. `GILMOK_TODAY` moves the day, for demonstrations and tests."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flask import current_app, has_app_context

SEOUL = ZoneInfo("Asia/Seoul")


def now() -> datetime:
    """This moment, in UTC; on the pretended day, at this time of day, where one is set."""
    moment = datetime.now(UTC)
    pretended = pretended_day()
    if pretended is None:
        return moment
    return datetime.combine(pretended, moment.astimezone(SEOUL).timetz()).astimezone(UTC)


def today() -> date:
    """The day in Seoul."""
    return now().astimezone(SEOUL).date()


def pretended_day() -> date | None:
    """The day that `GILMOK_TODAY` sets, if it does."""
    return current_app.extensions["settings"].today if has_app_context() else None

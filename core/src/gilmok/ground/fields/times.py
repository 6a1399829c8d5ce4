"""Times of day and moments as forms carry them."""

import re
from datetime import date, datetime, time
from typing import Any

from marshmallow import ValidationError

from gilmok.ground.clock import SEOUL
from gilmok.ground.fields.answer import Answer
from gilmok.ground.formats.characters import plain
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _

TIME = _("Please write the time like 14:30.")
WRITTEN = re.compile(r"(오전|오후|am|pm)? ?([0-9]{1,2})(?: ?[:시] ?|)(?:([0-9]{2}|[0-9](?=분)) ?분?)? ?(am|pm)?")


class TimeOfDay(Answer):
    """A `time`, typed as `14:30`, `1430`, `14시 30분` or `오후 2:30`."""

    def read(self, value: Any) -> time:
        """The time."""
        found = WRITTEN.fullmatch(plain(str(value)).lower())
        if not found:
            raise ValidationError(translated(TIME))
        half, hour, minute = found[1] or found[4], int(found[2]), int(found[3] or 0)
        if half in {"오후", "pm"} and hour < 12:
            hour += 12
        if hour > 23 or minute > 59:
            raise ValidationError(translated(TIME))
        return time(hour, minute)


def moment_of(day: date, clock: time) -> datetime:
    """The moment of a day and time in Seoul."""
    return datetime.combine(day, clock, SEOUL)

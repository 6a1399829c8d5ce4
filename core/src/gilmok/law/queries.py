"""The calendar as this installation has it: the public holidays, and what the city says of single days."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import JSONB, distinct_on
from sqlalchemy.orm import Session

from gilmok.ground.db import ViewerSession, read
from gilmok.law.calendar import Calendar, Named
from gilmok.law.models import OwnHoliday

_newest = select(OwnHoliday).ext(distinct_on(OwnHoliday.day)).order_by(OwnHoliday.day, OwnHoliday.id.desc())
_said = _newest.with_only_columns(
    OwnHoliday.day, OwnHoliday.working, OwnHoliday.name_ko, OwnHoliday.name_en, OwnHoliday.withdrawn,
)


def own_days(session: Session) -> list[OwnHoliday]:
    """The newest word of the city on each day of which it ever said one, by day; withdrawn ones too."""
    return list(session.scalars(_newest))


# The same as one value, for a query that asks for something else besides; `calendar_of` reads it.
_each = _said.subquery()
DAYS_SAID = select(func.jsonb_agg(func.jsonb_build_array(*_each.c), type_=JSONB)).scalar_subquery()


def calendar(session: ViewerSession) -> Calendar:
    """Working days as the city has them."""
    return calendar_of(read(session, _said, {}))


def calendar_of(said: Iterable[Sequence[Any]]) -> Calendar:
    """Working days by what the city says of single days, as `DAYS_SAID` gives it."""
    return Calendar({
        day if isinstance(day, date) else date.fromisoformat(day): None if working else Named(name_ko, name_en)
        for day, working, name_ko, name_en, withdrawn in said if not withdrawn
    })

"""The calendar as this installation has it: the public holidays, and what the city says of single days."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
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


def calendar(session: ViewerSession) -> Calendar:
    """Working days as the city has them."""
    return Calendar({
        each.day: None if each.working else Named(each.name_ko, each.name_en)
        for each in read(session, _said, {}) if not each.withdrawn
    })

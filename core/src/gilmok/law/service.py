"""What a city says of single days."""

from datetime import date

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.law.models import OwnHoliday


def say_of_day(
    session: ViewerSession, day: date, *, name_ko: str = "", name_en: str = "", working: bool = False,
    withdrawn: bool = False, basis: str, by: Person,
) -> None:
    """Add the city's word on a day: a holiday, a working day, or that neither is said any more; limits that are worked
    out from then on follow it."""
    session.add(OwnHoliday(
        day=day, name_ko=name_ko, name_en=name_en, working=working, withdrawn=withdrawn, basis=basis,
        changed_by=by.id, changed_at=now(),
    ))
    session.flush()
    log(session, "calendar_changed", day=day.isoformat())

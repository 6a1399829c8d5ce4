"""Working days: Saturdays, Sundays and public holidays are none, substitute and temporary ones included.

The public holidays of Korea are those of the library `holidays`; the city adds what no library can know, a temporary
holiday of next month, or takes one away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import holidays

from gilmok.ground.marking import _marked as _

SATURDAY, SUNDAY = 5, 6
DAY = timedelta(days=1)
LANGUAGES = {"ko": "ko", "en": "en_US"}
WEEKEND = {SATURDAY: _("Saturday"), SUNDAY: _("Sunday")}


@dataclass(frozen=True)
class Named:
    """A name in both languages."""

    name_ko: str
    name_en: str


@dataclass(frozen=True)
class DayOff:
    """A day that is no working day, and why: a holiday, else the weekday's name."""

    day: date
    holiday: Named | None = None

    @property
    def weekday(self) -> str:
        """The English name of the weekday, to be translated; empty on Mondays to Fridays."""
        return WEEKEND.get(self.day.weekday(), "")


@dataclass(frozen=True)
class Calendar:
    """The public holidays, with the city's own word on single days: a name for a holiday, None for a working day."""

    own: Mapping[date, Named | None] = field(default_factory=dict)

    def holiday(self, day: date) -> Named | None:
        """The public holiday of a day; None if it is none."""
        return self.own[day] if day in self.own else holidays_of(day.year).get(day)

    def day_off(self, day: date) -> DayOff | None:
        """Why a day is no working day; None for a working day."""
        holiday = self.holiday(day)
        return DayOff(day, holiday) if holiday or day.weekday() >= SATURDAY else None

    def rolled(self, day: date) -> tuple[date, tuple[DayOff, ...]]:
        """The day itself, or the next working day after it, with the days off that were passed over (Civil Act, art.
        161)."""
        passed: list[DayOff] = []
        while off := self.day_off(day):
            passed.append(off)
            day += DAY
        return day, tuple(passed)

    def working_day(self, first: date, number: int) -> date:
        """The `number`-th working day from `first` on, `first` itself being counted if it is one (Civil Petitions Act,
        art. 19 (2))."""
        day = self.rolled(first)[0]
        for _nth in range(number - 1):
            day = self.rolled(day + DAY)[0]
        return day


@cache
def holidays_of(year: int) -> Mapping[date, Named]:
    """The public holidays of Korea in a year, in the order of the days."""
    korean, english = (
        holidays.country_holidays("KR", years=year, language=language) for language in LANGUAGES.values()
    )
    return {day: Named(listed(korean[day]), listed(english[day])) for day in sorted(korean) if day.year == year}


def listed(names: str) -> str:
    """Names of holidays that fall on one day, as they are read out."""
    return names.replace("; ", ", ")

"""Which time limits of a founding run, worked out from its stage and from the practices that were told of. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gilmok.law.calendar import Calendar
from gilmok.law.dated import TimeLimit
from gilmok.law.limits import End, run
from gilmok.law.shipped import Law
from gilmok.programmes.organising.stages import Stage

CERTIFICATE, SUPPLEMENT, RELIEF = "UNION_CERT", "UNION_CERT/supplement", "ULP_RELIEF"


@dataclass(frozen=True)
class Clock:
    """A time limit that runs. `code`: that of its row, with what of it where it is another period; `due`: the day to
    work by; `last`: to which days off may move it; `set_by_office`: the day that the office's letter names."""

    code: str
    limit: TimeLimit
    event: date
    due: date
    last: date
    set_by_office: bool = False


def running(
    stage: Stage, stage_on: date, supplement_by: date | None, practices: Iterable[date], *, law: Law,
    calendar: Calendar,
) -> list[Clock]:
    """Every clock that runs, the nearest first. `practices`: the days of those of which nothing came yet."""
    found = [_clock(RELIEF, law.limit(RELIEF, on), on, calendar) for on in practices]
    if stage is Stage.FILED:
        found.append(_clock(CERTIFICATE, law.limit(CERTIFICATE, stage_on), stage_on, calendar))
    if stage is Stage.SUPPLEMENT:
        limit = law.limit(CERTIFICATE, stage_on)
        longest = run(limit, stage_on, calendar).others[0]
        due, last = (supplement_by, supplement_by) if supplement_by else (longest.safe, longest.last)
        found.append(Clock(SUPPLEMENT, limit, stage_on, due, last, set_by_office=bool(supplement_by)))
    return sorted(found, key=lambda each: (each.due, each.code))


def _clock(code: str, limit: TimeLimit, event: date, calendar: Calendar) -> Clock:
    end = run(limit, event, calendar).end
    # Both rows have a period; without one there would be nothing to run.
    assert isinstance(end, End)
    return Clock(code, limit, event, end.safe, end.last)

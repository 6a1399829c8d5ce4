"""Is somebody who was hired still there? Asked 1, 3 and 6 months after the first day of work.

Nobody has to set a reminder: what is to be asked is worked out from that day. What was not asked after one month is
asked after three, and so on; what was not asked within a year is asked no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.law.counting import month_after
from gilmok.programmes.employment.models import JobOpening, Placement, PlacementCheck
from gilmok.programmes.employment.words import State
from gilmok.programmes.people.queries import still_named

# After how many months it is asked, and until how many.
UNTIL = {1: 3, 3: 6, 6: 12}
YEAR = timedelta(days=370)


@dataclass(frozen=True)
class Question:
    """A placement that is to be asked about: after how many months, and since which day."""

    placement: Placement
    opening: JobOpening
    months: int
    due_on: date


def after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is no such day."""
    last = date(*month_after(day, months + 1), 1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def to_ask(hired_on: date, answers: Mapping[int, str], on: date) -> int | None:
    """After how many months it is to be asked on this day; None where nothing is: not due yet, answered, too late, or
    the person has left."""
    if "left" in answers.values():
        return None
    due = (months for months, until in UNTIL.items() if after(hired_on, months) <= on < after(hired_on, until))
    return next((months for months in due if months not in answers), None)


def waiting(session: ViewerSession) -> list[Question]:
    """What is to be asked now at the viewer's centre, the longest due first."""
    query = (
        select(Placement, JobOpening).join(JobOpening, JobOpening.id == Placement.opening_id)
        .where(Placement.centre_id == session.viewer.centre, Placement.state == State.HIRED,
               Placement.hired_on >= today() - YEAR, still_named(Placement.served_id))
    )
    rows = [(placement, opening) for placement, opening in session.execute(query)]
    answers = answered(session, [placement.id for placement, _opening in rows])
    found = []
    for placement, opening in rows:
        begun = placement.hired_on or today()
        months = to_ask(begun, answers.get(placement.id, {}), today())
        if months is not None:
            found.append(Question(placement, opening, months, after(begun, months)))
    return sorted(found, key=lambda each: (each.due_on, each.placement.id))


def answered(session: ViewerSession, ids: list[int]) -> dict[int, dict[int, str]]:
    """What was answered about these placements, by the number of months."""
    found: dict[int, dict[int, str]] = {}
    for row in session.scalars(select(PlacementCheck).where(PlacementCheck.placement_id.in_(ids))):
        found.setdefault(row.placement_id, {})[row.months] = row.answer
    return found

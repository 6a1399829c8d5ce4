"""What is erased of reports and visits once their time is over: words, notes, and that one was made out of a case. What
is counted of them stays. Relief is part of its case, and goes with it. See docs/decisions/0020-what-modules-keep.md."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from sqlalchemy import Date, Executable, cast, delete, exists, func, or_, select, update

from gilmok.modules.site import ViewerSession, kept_since, moment_of, today
from gilmok_occupational_safety.keeping import kept
from gilmok_occupational_safety.near_miss.models import MadeOfCase, NearMiss, NearMissCheck
from gilmok_occupational_safety.visits.models import Advice, Visit, VisitMove

NO_WORDS = {"wrapped": None, "fields": None}


def erase(session: ViewerSession) -> None:
    """Erase what came before the days that are kept."""
    since = kept_since(today())
    for each in (*of_reports(since), *of_visits(since)):
        session.execute(each, execution_options={"synchronize_session": False})


def of_reports(since: date) -> Iterator[Executable]:
    """What erases reports of earlier days, but for what a quarter is counted by."""
    earlier = (NearMiss.received_on < since, kept(NearMiss))
    old = select(NearMiss.id).where(*earlier).scalar_subquery()
    yield delete(MadeOfCase).where(MadeOfCase.key.in_(old))
    yield delete(NearMissCheck).where(NearMissCheck.report_id.in_(old))
    yield update(NearMiss).where(*earlier).values(
        number="", district="", received_on=first_of_quarter(NearMiss.received_on), **NO_WORDS,
    )


def of_visits(since: date) -> Iterator[Executable]:
    """What erases visits of which nothing was noted or asked back since that day, but for what a quarter is counted by;
    those that nobody carried to their end, too."""
    later = or_(Advice.due_on >= since, Advice.answered_on >= since)
    earlier = (
        Visit.asked_on < since, kept(Visit), ~exists().where(Advice.visit_id == Visit.id, later),
        ~exists().where(VisitMove.visit_id == Visit.id, VisitMove.at >= moment_of(since, time())),
    )
    old = select(Visit.id).where(*earlier).scalar_subquery()
    yield delete(MadeOfCase).where(MadeOfCase.key.in_(old))
    yield update(Advice).where(Advice.visit_id.in_(old)).values(NO_WORDS)
    # Nothing of a visit is left to be carried on: its moves go last, for they tell which visits are old.
    yield update(Visit).where(*earlier).values(
        district="", visit_on=None, asked_on=first_of_quarter(Visit.asked_on), **NO_WORDS,
    )
    yield delete(VisitMove).where(VisitMove.visit_id.in_(select(Visit.id).where(~kept(Visit))))


def first_of_quarter(day: Any) -> Any:
    """The first day of the quarter of a day, which is all that is counted by."""
    return cast(func.date_trunc("quarter", day), Date)

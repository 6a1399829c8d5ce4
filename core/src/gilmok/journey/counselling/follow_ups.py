"""Two short questions after a case was closed: did the money come, is the matter settled?

Nobody has to set a reminder: which cases are to be asked about is worked out from the day on which each was closed.
What was not asked 30 days after is asked 90 days after, and what was not asked then within 180 days is asked no more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.clock import SEOUL, now, today
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _marked as _
from gilmok.journey.case import service as cases
from gilmok.journey.case.endings import CloseReason
from gilmok.journey.case.models import Case
from gilmok.journey.case.queries import midnight
from gilmok.journey.case.stages import Stage
from gilmok.journey.counselling.models import FollowUp

# After how many days it is asked, and until when.
UNTIL = {30: 90, 90: 180}
ASKED = (CloseReason.ADVISED, CloseReason.SETTLED, CloseReason.REFERRED)
MOST_SHOWN = 200
MONEY = {
    "full": _("Yes, all of it"), "part": _("Yes, a part"), "none": _("No"), "no_money": _("It was not about money"),
    "unknown": _("Not reached, or not known"),
}
SETTLED = {"yes": _("Yes, it is settled"), "no": _("No, it goes on"), "unknown": _("Not reached, or not known")}


@dataclass(frozen=True)
class Question:
    """A case that is to be asked about, by whom, and since which day."""

    number: str
    case_id: int
    days: int
    due_on: date
    owner: str


def waiting(session: ViewerSession, *, mine: bool) -> list[Question]:
    """What is to be asked now in the cases of one's centre, or in one's own; the longest due first."""
    conditions = [Case.handler_id == session.viewer.person] if mine else []
    found = [each for days in UNTIL for each in of_days(session, days, conditions)]
    return sorted(found, key=lambda each: (each.due_on, each.number))


def of_case(session: ViewerSession, case: Case) -> Question | None:
    """What is to be asked now about this case."""
    found = (of_days(session, days, [Case.id == case.id]) for days in UNTIL)
    return next((each for questions in found for each in questions), None)


def of_days(session: ViewerSession, days: int, conditions: Iterable[ColumnElement[bool]]) -> list[Question]:
    """The cases that were closed so many days ago, whose person can be asked and was not."""
    first, last = (today() - timedelta(days=each) for each in (UNTIL[days] - 1, days))
    answered = exists().where(
        FollowUp.case_id == Case.id, FollowUp.closed_at == Case.closed_at, FollowUp.days == days,
    )
    query = (
        select(Case.number, Case.id, Case.closed_at, Person.name).outerjoin(Person, Person.id == Case.handler_id)
        .where(
            Case.centre_id == session.viewer.centre, Case.stage == Stage.CLOSED, Case.anonymous.is_(False),
            Case.close_reason.in_(ASKED), Case.closed_at >= midnight(first),
            Case.closed_at < midnight(last + timedelta(days=1)), ~answered, *conditions,
        )
        .order_by(Case.closed_at).limit(MOST_SHOWN)
    )
    return [
        Question(row.number, row.id, days, day_of(row.closed_at) + timedelta(days=days), row.name or "")
        for row in session.execute(query)
    ]


def day_of(moment: datetime) -> date:
    """The day of a moment in Seoul."""
    return moment.astimezone(SEOUL).date()


def answer(session: ViewerSession, case: Case, *, days: int, money: str, settled: str, by: Person) -> None:
    """Keep what the person said; raises NotFound where this is not to be asked now."""
    question = of_case(session, case)
    if question is None or question.days != days:
        raise NotFound
    row = {
        "case_id": case.id, "closed_at": case.closed_at, "days": days, "money": money, "settled": settled, "at": now(),
        "person_id": by.id,
    }
    session.execute(insert(FollowUp).values(row).on_conflict_do_nothing())
    cases.note(session, case, "followed_up", by=by, about={"days": days, "money": money, "settled": settled})


def answers_of(session: ViewerSession, case_id: int) -> list[FollowUp]:
    """What was said of a case, the latest first."""
    return list(session.scalars(select(FollowUp).where(FollowUp.case_id == case_id).order_by(FollowUp.at.desc())))

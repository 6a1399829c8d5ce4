"""The clocks go on at night: what was nearest yesterday may be over, and another day of the calendar a holiday."""

from collections.abc import Sequence

from procrastinate import JobContext
from sqlalchemy import select

from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import each_night, jobs
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import Stage
from gilmok.journey.clocks.service import wind
from gilmok.law.queries import calendar

TOGETHER = 500


@jobs.periodic(cron=each_night(0, 10))
@jobs.task(queueing_lock="wind_all", pass_context=True)
def wind_all(context: JobContext, timestamp: int = 0) -> None:
    """Work out the nearest limit of every open case anew, shortly after midnight in Seoul."""
    database, last = context.additional_context["database"], 0
    while True:
        with database.session(JOB) as session:
            cases = next_cases(session, last)
            own = calendar(session)
            for case in cases:
                wind(session, case, own=own)
            session.commit()
        if not cases:
            return
        last = cases[-1].id


def next_cases(session: ViewerSession, last: int) -> Sequence[Case]:
    """The next open cases after this id."""
    query = select(Case).where(Case.id > last, Case.stage != Stage.CLOSED).order_by(Case.id).limit(TOGETHER)
    return session.scalars(query).all()

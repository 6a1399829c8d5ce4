"""The desks are counted at night."""

from procrastinate import JobContext
from sqlalchemy import delete, func, insert, literal, select, union_all

from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import each_night, jobs
from gilmok.journey.case.models import Case
from gilmok.report.desks.models import DeskCount

NOT_KNOWN = "unknown"
TOPIC, EMPLOYMENT = "topics", "employment_type"


@jobs.periodic(cron=each_night(0, 25))
@jobs.task(queueing_lock="count_desks", pass_context=True)
def count_desks(context: JobContext, timestamp: int = 0) -> None:
    """Count who came to each desk, shortly after midnight in Seoul."""
    with context.additional_context["database"].session(JOB) as session:
        count(session)
        session.commit()


def count(session: ViewerSession) -> None:
    """Count every case anew. Of a million cases it takes a few seconds, once a night."""
    month = func.date_trunc("month", Case.received_on).label("month")
    kinds = {TOPIC: Case.topic, EMPLOYMENT: func.coalesce(Case.facts[EMPLOYMENT].astext, NOT_KNOWN)}
    counted = union_all(*(
        select(Case.target, month, literal(fact), code.label("code"), func.count())
        .where(Case.target.is_not(None)).group_by(Case.target, month, code)
        for fact, code in kinds.items()
    ))
    session.execute(delete(DeskCount))
    session.execute(insert(DeskCount).from_select(["target", "month", "fact", "code", "cases"], counted))

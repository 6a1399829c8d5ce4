"""What is swept away at night: drafts of talks that nobody touches."""

from datetime import timedelta

from procrastinate import JobContext
from sqlalchemy import delete

from gilmok.ground.clock import now
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import each_night, jobs
from gilmok.journey.counselling.models import ConsultationDraft

KEPT_FOR = timedelta(days=14)


@jobs.periodic(cron=each_night(3, 27))
@jobs.task(queueing_lock="sweep_talks", pass_context=True)
def sweep_talks(context: JobContext, timestamp: int) -> None:
    """Throw away the drafts of talks that are no longer needed."""
    with context.additional_context["database"].session(JOB) as session:
        drop_old_drafts(session)
        session.commit()


def drop_old_drafts(session: ViewerSession) -> None:
    """Delete drafts that nobody has touched for two weeks."""
    session.execute(delete(ConsultationDraft).where(ConsultationDraft.saved_at < now() - KEPT_FOR))

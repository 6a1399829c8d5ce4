"""What is erased at night: who came to gatherings that are long past; the numbers stay."""

from datetime import datetime, timedelta

from procrastinate import JobContext
from sqlalchemy import delete, select

from gilmok.ground.clock import now
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import each_night, jobs
from gilmok.programmes.forgetting import forget
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import KEPT_MONTHS
from gilmok.programmes.gatherings.people_models import Registrant

KEPT = timedelta(days=round(KEPT_MONTHS * 365.25 / 12))


@jobs.periodic(cron=each_night(3, 53))
@jobs.task(queueing_lock="erase_registrants", pass_context=True)
def erase_registrants(context: JobContext, timestamp: int) -> None:
    """Erase the names of those whose purpose is fulfilled."""
    with context.additional_context["database"].session(JOB) as session:
        erase(session, now() - KEPT)
        session.commit()


def erase(session: ViewerSession, before: datetime) -> None:
    """Erase name, contact and key of who registered for what ended before this moment; and of people
    of whom no name is kept any more, the digest by which they were counted."""
    past = select(Gathering.id).where(Gathering.ends_at < before).scalar_subquery()
    session.execute(delete(Registrant).where(Registrant.gathering_id.in_(past)))
    forget(session)

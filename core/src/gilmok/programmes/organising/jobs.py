"""What is erased at night: whom to call about foundings in which nothing was noted for a year."""

from datetime import timedelta

from procrastinate import JobContext
from sqlalchemy import select, update

from gilmok.ground.clock import now, today
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import each_night, jobs
from gilmok.programmes.organising.contact import KEPT_MONTHS
from gilmok.programmes.organising.models import Founding, FoundingContact

KEPT = timedelta(days=round(KEPT_MONTHS * 365.25 / 12))


@jobs.periodic(cron=each_night(3, 57))
@jobs.task(queueing_lock="erase_founding_contacts", pass_context=True)
def erase_founding_contacts(context: JobContext, timestamp: int) -> None:
    """Erase the contacts whose purpose is fulfilled."""
    with context.additional_context["database"].session(JOB) as session:
        erase(session)
        session.commit()


def erase(session: ViewerSession) -> None:
    """Erase name, phone and key of the contacts that were kept a year ago, of foundings whose last stage is as old."""
    past = select(Founding.id).where(Founding.stage_on < today() - KEPT).scalar_subquery()
    old = (FoundingContact.at < now() - KEPT, FoundingContact.wrapped.is_not(None))
    gone = update(FoundingContact).where(FoundingContact.founding_id.in_(past), *old)
    session.execute(
        gone.values(wrapped=None, name=None, phone=None), execution_options={"synchronize_session": False},
    )

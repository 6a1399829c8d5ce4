"""What is erased at night: who came to gatherings that are long past; the numbers stay."""

import secrets
from datetime import datetime, timedelta

from procrastinate import JobContext
from sqlalchemy import delete, exists, select, update

from gilmok.ground.clock import now
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import jobs
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import KEPT_MONTHS
from gilmok.programmes.gatherings.people_models import Registrant, Registration

KEPT = timedelta(days=round(KEPT_MONTHS * 365.25 / 12))


@jobs.periodic(cron="53 3 * * *")
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


def forget(session: ViewerSession) -> None:
    """Put a random number in the place of each digest of which no name is kept: who was one person stays one."""
    named = exists().where(Registrant.registration_id == Registration.id)
    known = select(Registration.who).where(named).scalar_subquery()
    gone = select(Registration.who).where(~Registration.erased, Registration.who.not_in(known)).distinct()
    for who in session.scalars(gone).all():
        values = {"who": secrets.token_bytes(16), "erased": True}
        session.execute(
            update(Registration).where(Registration.who == who).values(values),
            execution_options={"synchronize_session": False},
        )

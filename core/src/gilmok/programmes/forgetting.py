"""Erasing who came: names a year after the last entry; and of people of whom no name is kept anywhere, the digest by
which they were counted, at night and right after somebody was erased on request. The numbers stay."""

import secrets
from datetime import date, timedelta

from procrastinate import JobContext
from sqlalchemy import delete, exists, select, union, update

from gilmok.ground.clock import today
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import each_night, jobs
from gilmok.programmes.gatherings.people_models import Registrant, Registration
from gilmok.programmes.people.consents import KEPT_DAYS
from gilmok.programmes.people.models import ServedName, ServedPerson

LEDGERS = (Registration, ServedPerson)


@jobs.periodic(cron=each_night(3, 59))
@jobs.task(queueing_lock="erase_served", pass_context=True)
def erase_served(context: JobContext, timestamp: int) -> None:
    """Erase the people whose purpose is fulfilled."""
    with context.additional_context["database"].session(JOB) as session:
        erase(session, today() - timedelta(days=KEPT_DAYS))
        session.commit()


@jobs.task(pass_context=True)
def forget_erased(context: JobContext) -> None:
    """Forget whoever was just erased on request, as far as no centre keeps their name."""
    with context.additional_context["database"].session(JOB) as session:
        forget(session)
        session.commit()


def erase(session: ViewerSession, before: date) -> None:
    """Erase name, contact, key and everything sealed of those about whom nothing was written since this day."""
    past = select(ServedPerson.id).where(ServedPerson.last_on < before).scalar_subquery()
    session.execute(delete(ServedName).where(ServedName.served_id.in_(past)))
    forget(session)


def forget(session: ViewerSession) -> None:
    """Put a random number in the place of each digest of which no name is kept: who was one person stays one, in
    courses, job support and welfare alike."""
    known = union(
        select(Registration.who).where(exists().where(Registrant.registration_id == Registration.id)),
        select(ServedPerson.who).where(exists().where(ServedName.served_id == ServedPerson.id)),
    ).subquery()
    gone = union(*(select(row.who).where(~row.erased, row.who.not_in(select(known.c.who))) for row in LEDGERS))
    for who in session.scalars(gone).all():
        values = {"who": secrets.token_bytes(16), "erased": True}
        for row in LEDGERS:
            session.execute(
                update(row).where(row.who == who).values(values), execution_options={"synchronize_session": False},
            )

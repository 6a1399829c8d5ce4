"""What becomes of requests by itself: the person finds the state of the case that came of theirs, and what is over is
deleted."""

from datetime import timedelta

from procrastinate import JobContext
from sqlalchemy import case as when
from sqlalchemy import delete, exists, or_, update

from gilmok.ground.clock import now
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.floods import VisitCount
from gilmok.ground.jobs import each_night, jobs
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import Stage
from gilmok.journey.requests.models import OnlineRequest, RequestCase, RequestState
from gilmok.journey.requests.words import CLOSED, SEEN

# Of what became no case; long enough for who asks once more what came of it.
KEPT_FOR = timedelta(days=90)
COUNTS_KEPT = timedelta(days=1)


@jobs.periodic(cron="*/5 * * * *")
@jobs.task(queueing_lock="follow_cases", pass_context=True)
def follow_cases(context: JobContext, timestamp: int = 0) -> None:
    """Tell of each request how its case stands now, and with which centre."""
    with context.additional_context["database"].session(JOB) as session:
        follow(session)
        session.commit()


def follow(session: ViewerSession) -> None:
    """Bring the states up to date that differ from their cases; so nothing that happens to a case need know of them."""
    state = when((Case.stage == Stage.CLOSED, CLOSED), else_=SEEN)
    of_case = (RequestState.request_key == RequestCase.request_key, RequestCase.case_id == Case.id)
    differs = or_(RequestState.state != state, RequestState.centre_id != Case.centre_id)
    session.execute(
        update(RequestState).where(*of_case, differs).values(state=state, centre_id=Case.centre_id),
        execution_options={"synchronize_session": False},
    )


@jobs.periodic(cron=each_night(3, 27))
@jobs.task(queueing_lock="sweep_requests", pass_context=True)
def sweep_requests(context: JobContext, timestamp: int = 0) -> None:
    """Delete what is kept no longer."""
    with context.additional_context["database"].session(JOB) as session:
        sweep(session)
        session.commit()


def sweep(session: ViewerSession) -> None:
    """Delete requests 90 days after their end, with all that was added, unless there is a case of them; counts after a
    day."""
    over = OnlineRequest.ended_at < now() - KEPT_FOR
    of_case = exists().where(RequestCase.request_key == OnlineRequest.key)
    session.execute(delete(OnlineRequest).where(over, ~of_case), execution_options={"synchronize_session": False})
    session.execute(delete(VisitCount).where(VisitCount.since < now() - COUNTS_KEPT))

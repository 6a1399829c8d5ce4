"""What is swept away at night: drafts that nobody touches, keys of forms long sent, failed logins long past."""

from datetime import timedelta

from procrastinate import JobContext
from sqlalchemy import delete

from gilmok.ground.access.models import EndedLogin, LoginFailure
from gilmok.ground.clock import now
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import each_night, jobs
from gilmok.ground.submissions import Submission
from gilmok.journey.intake.drafts import KEPT_FOR, drop_old

# As long as a draft: a tab that is left open for days may send its intake once more.
FORMS_KEPT = KEPT_FOR
FAILURES_KEPT = timedelta(days=1)
# Longer than any login lasts, so that none begins anew where the clock is set back.
ENDS_KEPT = timedelta(days=30)


@jobs.periodic(cron=each_night(3, 17))
@jobs.task(queueing_lock="sweep", pass_context=True)
def sweep(context: JobContext, timestamp: int) -> None:
    """Throw away what is no longer needed for the purpose that it was kept for."""
    with context.additional_context["database"].session(JOB) as session:
        sweep_old(session)
        session.commit()


def sweep_old(session: ViewerSession) -> None:
    """Delete drafts and keys of forms after two weeks, failed logins after a day, ended logins after 30."""
    drop_old(session)
    session.execute(delete(Submission).where(Submission.at < now() - FORMS_KEPT))
    session.execute(delete(EndedLogin).where(EndedLogin.at < now() - ENDS_KEPT))
    session.execute(delete(LoginFailure).where(LoginFailure.at < now() - FAILURES_KEPT))

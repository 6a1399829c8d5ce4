"""What is done at night: files are removed that no row names, because their case was erased or a commit failed."""

from collections.abc import Collection
from datetime import timedelta

from procrastinate import JobContext
from sqlalchemy import delete, select

from gilmok.ground.clock import now
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.files import FileStore
from gilmok.ground.jobs import each_night, jobs
from gilmok.journey.documents.form_models import CentreForm, CentreFormUse
from gilmok.journey.documents.models import Attachment

UNUSED_FOR = timedelta(days=1)


@jobs.periodic(cron=each_night(3, 41))
@jobs.task(queueing_lock="sweep_files", pass_context=True)
def sweep_files(context: JobContext, timestamp: int) -> None:
    """Remove files that belong to nothing any more."""
    with context.additional_context["database"].session(JOB) as session:
        forget_forms(session)
        session.commit()
        sweep(session, context.additional_context["files"])


def forget_forms(session: ViewerSession) -> None:
    """Forget forms that were uploaded more than a day ago and never taken into use."""
    ever_used = select(CentreFormUse.form_id).where(CentreFormUse.form_id == CentreForm.id).exists()
    session.execute(delete(CentreForm).where(CentreForm.added_at < now() - UNUSED_FOR, ~ever_used))


def sweep(session: ViewerSession, store: FileStore) -> int:
    """Remove the files of the store that no row names and that are older than a day; how many."""

    def known(digests: Collection[str]) -> Collection[str]:
        named = (select(table.digest).where(table.digest.in_(digests)) for table in (Attachment, CentreForm))
        return {digest for query in named for digest in session.scalars(query)}

    return store.sweep(known)

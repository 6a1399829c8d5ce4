"""What is done at night: files are removed that no row names, because their case was erased or a commit failed."""

from collections.abc import Collection

from procrastinate import JobContext
from sqlalchemy import select

from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.files import FileStore
from gilmok.ground.jobs import jobs
from gilmok.journey.documents.models import Attachment


@jobs.periodic(cron="41 3 * * *")
@jobs.task(queueing_lock="sweep_files", pass_context=True)
def sweep_files(context: JobContext, timestamp: int) -> None:
    """Remove files that belong to nothing any more."""
    with context.additional_context["database"].session(JOB) as session:
        sweep(session, context.additional_context["files"])


def sweep(session: ViewerSession, store: FileStore) -> int:
    """Remove the files of the store that no row names and that are older than a day; how many."""

    def known(digests: Collection[str]) -> Collection[str]:
        return set(session.scalars(select(Attachment.digest).where(Attachment.digest.in_(digests))))

    return store.sweep(known)

"""Work that is done after the answer: jobs that leave with the commit of what they follow from.

A job is a row of the same transaction; procrastinate carries it out inside `gilmok run` and `gilmok worker`. A job of a
process that died is taken up again.
"""

from typing import Any

import procrastinate
from procrastinate import JobContext
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session
from sqlalchemy.sql import bindparam

jobs = procrastinate.App(connector=procrastinate.PsycopgConnector())
QUEUE = "default"

_defer = text(
    "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW(:queue, :task, 0, NULL, NULL, :args, NULL)"
    "::procrastinate_job_to_defer_v1])"
).bindparams(bindparam("args", type_=JSONB))


def defer(session: Session, task: Any, **args: Any) -> None:
    """Have `task` done once this session's transaction is committed; never, if it is not."""
    values = {"queue": QUEUE, "task": task.name, "args": args}
    session.execute(_defer, values, execution_options={"unscoped": "a job's row holds ids only"})


@jobs.periodic(cron="*/5 * * * *")
@jobs.task(queueing_lock="take_up_stalled", pass_context=True)
async def take_up_stalled(context: JobContext, timestamp: int) -> None:
    """Put back the jobs of processes that died while they worked on them."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)

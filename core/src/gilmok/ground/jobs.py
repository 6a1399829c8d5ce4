"""Work that is done after the answer: jobs that leave with the commit of what they follow from.

A job is a row of the same transaction; procrastinate carries it out inside `gilmok run` and `gilmok worker`. A job of a
process that died is taken up again.
"""

from typing import Any

import procrastinate
from procrastinate import JobContext
from sqlalchemy import Integer, Select, Text, cast, func, null, select
from sqlalchemy.dialects.postgresql import JSONB, array
from sqlalchemy.sql import bindparam
from sqlalchemy.types import UserDefinedType

from gilmok.ground.db import ViewerSession, later

jobs = procrastinate.App(connector=procrastinate.PsycopgConnector())
QUEUE = "default"
SEOUL_IS_AHEAD = 9
IDS_ONLY = "a job's row holds ids only"


def each_night(hour: int, minute: int) -> str:
    """When a job is to be done each night at this time in Seoul, as procrastinate takes it: a cron line in UTC."""
    return f"{minute} {(hour - SEOUL_IS_AHEAD) % 24} * * *"


class JobToDefer(UserDefinedType[Any]):
    """A job as procrastinate's own function takes it."""

    def get_col_spec(self, **_options: Any) -> str:
        """The name of the type."""
        return "procrastinate_job_to_defer_v1"


def deferring(args: Any) -> Select[Any]:
    """The statement that has a task done with these arguments."""
    row = func.row(
        bindparam("queue", type_=Text), bindparam("task", type_=Text), bindparam("priority", 0, type_=Integer), null(),
        null(), args, null(),
    )
    return select(func.procrastinate_defer_jobs_v1(array([cast(row, JobToDefer())])))


_deferring = deferring(bindparam("args", type_=JSONB))


def defer(session: ViewerSession, task: Any, **args: Any) -> None:
    """Have `task` done once this session's transaction is committed; never, if it is not."""
    later(session, _deferring, {"queue": QUEUE, "task": task.name, "args": args}, unscoped=IDS_ONLY)


@jobs.periodic(cron="*/5 * * * *")
@jobs.task(queueing_lock="take_up_stalled", pass_context=True)
async def take_up_stalled(context: JobContext, timestamp: int) -> None:
    """Put back the jobs of processes that died while they worked on them."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)

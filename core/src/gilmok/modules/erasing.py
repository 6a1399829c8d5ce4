"""What modules keep no longer is erased at night, by each its own; also where it is switched off or stopped, for what
is stored stays there."""

import pkgutil

import structlog
from procrastinate import JobContext

from gilmok.ground.db import JOB, Database
from gilmok.ground.jobs import each_night, jobs
from gilmok.modules.registry import Registry


class NotErased(Exception):
    """Some modules could not erase what they keep no longer."""


@jobs.periodic(cron=each_night(3, 35))
@jobs.task(queueing_lock="erase_of_modules", pass_context=True)
def erase_of_modules(context: JobContext, timestamp: int = 0) -> None:
    """Let every module erase, in the night of Seoul. Where one could not, the job counts as failed: privacy fails
    loudly."""
    given = context.additional_context
    if failed := erase(given["registry"], given["database"]):
        raise NotErased(", ".join(failed))


def erase(registry: Registry, database: Database) -> list[str]:
    """Let every module erase, each function in a transaction of its own; the places of those that raised. What such a
    one did is undone, and the others go on."""
    failed = []
    for module in registry.modules.values():
        for place in (place for each in module.tables for place in each.erase):
            try:
                with database.session(JOB) as session:
                    pkgutil.resolve_name(place)(session)
                    session.commit()
            except Exception as error:
                structlog.get_logger().error("module_did_not_erase", module=module.name, place=place, exc_info=error)
                failed.append(place)
    return failed

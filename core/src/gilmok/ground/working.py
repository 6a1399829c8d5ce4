"""Carrying jobs out: in a process of its own, or in a thread beside the pages."""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import procrastinate
from psycopg.conninfo import make_conninfo
from sqlalchemy.engine import make_url

from gilmok.ground.db import DatabaseRole
from gilmok.ground.jobs import jobs


def connector(url: str) -> procrastinate.PsycopgConnector:
    """A connection for the worker, as the database's role for jobs."""
    return procrastinate.PsycopgConnector(conninfo=conninfo(url), kwargs={"options": f"-c role={DatabaseRole.JOB}"})


def conninfo(url: str) -> str:
    """What psycopg connects to for a URL of SQLAlchemy's, which writes a space in a path as PostgreSQL does not."""
    parts = make_url(url)
    query = {name: value if isinstance(value, str) else ",".join(value) for name, value in parts.query.items()}
    return make_conninfo("", **query, **parts.translate_connect_args(username="user", database="dbname"))


async def work(url: str, given: Mapping[str, Any], *, signals: bool) -> None:
    """Carry out jobs until stopped; each task finds `given` in its context's `additional_context`.

    `signals`: stop on SIGTERM and SIGINT (a process of its own).
    """
    with jobs.replace_connector(connector(url)) as app:
        async with app.open_async():
            await app.run_worker_async(
                install_signal_handlers=signals, additional_context=dict(given), delete_jobs="successful",
            )


def work_until_stopped(url: str, given: Mapping[str, Any]) -> None:
    """The whole life of `gilmok worker`."""
    asyncio.run(work(url, given, signals=True))


@contextmanager
def working_beside(url: str, given: Mapping[str, Any]) -> Iterator[None]:
    """Carry out jobs in a thread of this process while the block runs, as `gilmok run` does."""
    loop = asyncio.new_event_loop()
    task = loop.create_task(work(url, given, signals=False))

    def live() -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(task)
        except asyncio.CancelledError:
            pass
        finally:
            loop.close()

    thread = threading.Thread(target=live, name="jobs", daemon=True)
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join(timeout=10)

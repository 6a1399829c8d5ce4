"""Asking a WSGI application for pages, and what that costs: CPU of this process and of PostgreSQL behind it."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from werkzeug.test import EnvironBuilder

Contestant = Callable[[], object]


class Visitor:
    """A browser without a network: calls the application as a server would, and keeps its cookies."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.cookies: dict[str, str] = {}
        self.status = ""
        self.location = ""

    def get(self, path: str) -> str:
        """The page at this path."""
        return self.ask(EnvironBuilder(path).get_environ())

    def post(self, path: str, form: Mapping[str, str | list[str]]) -> str:
        """The answer to a form."""
        return self.ask(EnvironBuilder(path, method="POST", data=form).get_environ())

    def ask(self, environ: dict[str, Any]) -> str:
        """The answer to a request as the server hands it on."""
        environ["HTTP_COOKIE"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        environ.setdefault("wsgi.input", BytesIO())
        answer = self.app(environ, self.begin)
        try:
            return b"".join(answer).decode()
        finally:
            getattr(answer, "close", lambda: None)()

    def begin(self, status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
        """What WSGI calls with the status line and the headers."""
        self.status = status
        for name, value in headers:
            if name.lower() == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
            elif name.lower() == "location":
                self.location = value


class Meter:
    """Reads the CPU seconds of this process and of the database's processes that serve these engines."""

    def __init__(self, *engines: Engine) -> None:
        self.schedules: list[Path] = []
        for engine in engines:
            with engine.connect() as connection:
                pid = connection.scalar(text("SELECT pg_backend_pid()"))
            self.schedules.append(Path("/proc", str(pid), "schedstat"))

    def ours(self) -> float:
        """CPU seconds of this process so far."""
        return time.process_time()

    def database(self) -> float:
        """CPU seconds of the database's processes so far."""
        return sum(int(file.read_text().split()[0]) for file in self.schedules) / 1e9


def medians(
    contestants: Mapping[str, Contestant], meter: Meter, *, rounds: int = 15, per: int = 20
) -> dict[str, tuple[float, float]]:
    """CPU seconds of one call of each contestant, here and in the database: medians over rounds taken in turns.

    What was there before is kept out of the garbage collector's way, so that nobody pays for another's memory.
    """
    for run in contestants.values():
        for _call in range(per):
            run()
    gc.collect()
    gc.freeze()
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in contestants}
    for _round in range(rounds):
        for name, run in contestants.items():
            here, there = meter.ours(), meter.database()
            for _call in range(per):
                run()
            spent[name].append(((meter.ours() - here) / per, (meter.database() - there) / per))
    return {
        name: (statistics.median(here for here, _there in turns), statistics.median(there for _here, there in turns))
        for name, turns in spent.items()
    }

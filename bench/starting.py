"""f: how long the second start takes, and what importing the package costs. python bench/starting.py"""

import os
import re
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

VAR = Path(__file__).parents[1] / "var" / "bench" / "run"
RUN = [sys.executable, "-c", "from gilmok.cli import main; main()", "run", "--demo", "--port", "8400"]
# What the pages and the jobs are built on; each is imported by the application, too.
LIBRARIES = (
    "flask", "flask_babel", "flask_login", "flask_wtf", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql.psycopg",
    "psycopg_pool", "marshmallow", "procrastinate", "pluggy", "argon2", "cryptography.hazmat.primitives.ciphers.aead",
    "structlog", "holidays", "icalendar", "phonenumbers", "waitress", "lxml.etree",
)
ADDRESS = re.compile(r"http://[0-9.:]+")
CPU = "import resource as r; u = r.getrusage(r.RUSAGE_SELF); print(u.ru_utime + u.ru_stime)"
ROUNDS = 7
FLOOR = "import flask"
# What is imported, by whom, and the goal.
IMPORTED = {
    "import gilmok": ("the package", "  goal ≤ × 3"),
    "import gilmok.modules.api": ("what a module declares with", "  goal ≤ × 3"),
    "from gilmok.journey.routing import commands": ("`gilmok route`, which needs no web and no database", ""),
    f"import {', '.join(LIBRARIES)}": ("the libraries of the application alone", ""),
    "import gc; gc.disable(); import gilmok.app": ("the whole application, as `gilmok run` imports it", ""),
}


def main() -> None:
    """Measure and print."""
    first_page()
    seconds = statistics.median(first_page() for _round in range(3))
    print(f"f  second `gilmok run --demo` to its first page: {seconds:.1f} s, goal ≤ 5 s")
    spent: dict[str, list[float]] = {name: [] for name in (FLOOR, *IMPORTED)}
    for _round in range(ROUNDS):
        for statement in spent:
            spent[statement].append(cost(statement))
    costs = {statement: statistics.median(times) for statement, times in spent.items()}
    print(f"f  CPU of a Python that imports flask: {costs[FLOOR]:.2f} s; of one that imports")
    for statement, (what, goal) in IMPORTED.items():
        print(f"f    {what:<58}{costs[statement]:.2f} s  × {costs[statement] / costs[FLOOR]:.2f}{goal}")


def cost(statement: str) -> float:
    """CPU seconds of a Python that carries this out and ends."""
    done = subprocess.run([sys.executable, "-c", f"{statement}; {CPU}"], capture_output=True, text=True, check=True)
    return float(done.stdout)


def first_page() -> float:
    """Seconds from the start of the command until a page has come; the server is stopped then."""
    VAR.parent.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    environment = os.environ | {"GILMOK_VAR": str(VAR)}
    with subprocess.Popen(RUN, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            address = said_address(server)
            with urllib.request.urlopen(f"{address}/login", timeout=30) as page:
                page.read()
            return time.perf_counter() - begun
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)


def said_address(server: "subprocess.Popen[str]") -> str:
    """The address that the server says it answers at."""
    assert server.stdout
    for line in server.stdout:
        found = ADDRESS.search(line)
        if found:
            return found[0]
    raise RuntimeError("the server ended without an address")


if __name__ == "__main__":
    main()

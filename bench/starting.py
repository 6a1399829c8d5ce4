"""f: how long the second start takes, and what importing the application costs. python bench/starting.py"""

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
ADDRESS = re.compile(r"http://[0-9.:]+")
CPU = "import resource as r; u = r.getrusage(r.RUSAGE_SELF); print(u.ru_utime + u.ru_stime)"
ROUNDS = 7


def main() -> None:
    """Measure and print."""
    first_page()
    seconds = statistics.median(first_page() for _round in range(3))
    print(f"f  second `gilmok run --demo` to its first page: {seconds:.1f} s, goal ≤ 5 s")
    imports = {"flask": "flask", "ours": "gilmok.app"}
    spent: dict[str, list[float]] = {name: [] for name in imports}
    for _round in range(ROUNDS):
        for name, module in imports.items():
            spent[name].append(import_cost(module))
    floor, ours = (statistics.median(times) for times in spent.values())
    print(f"f  CPU of a Python that imports the application: {ours:.2f} s, flask alone {floor:.2f} s,"
          f" × {ours / floor:.2f}, goal ≤ × 3")


def import_cost(module: str) -> float:
    """CPU seconds of a Python that imports this and ends."""
    done = subprocess.run([sys.executable, "-c", f"import {module}; {CPU}"], capture_output=True, text=True, check=True)
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

"""b1: `gilmok route`, JSON in and out, validated, against reading and writing the same JSON.

Run as `python bench/route_lines.py [--lines 200000]`.
Goal: at most 5 times the floor on two cores. CPU per line is of one process; the time is of the whole command.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import route_workload
import turns

from gilmok.journey.routing.commands import Wanted, desk

FOLDER = Path(__file__).parents[1] / "var" / "bench"
COMMAND = "from gilmok.journey.routing.commands import route; route()"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000, help="how many lines the whole command is given")
    wanted = parser.parse_args()
    print_cpu(list(route_workload.lines(20_000)))
    print_whole(wanted.lines)


def print_cpu(lines: list[str]) -> None:
    """CPU of one line in one process: reading and writing alone, and `gilmok route`."""
    answering = desk(Wanted(date(2026, 12, 31), None, "ko", False))
    contestants = {"floor: json.loads, json.dumps": lambda: floor(lines),
                   "gilmok route": lambda: sum(1 for _each in answering.answer(lines))}
    spent = turns.medians(contestants, per=len(lines))
    base = spent["floor: json.loads, json.dumps"]
    for name, seconds in spent.items():
        print(turns.row(f"b1 {name}, CPU a line", seconds, seconds / base))


def floor(lines: list[str]) -> int:
    """The least that could be done with lines of JSON."""
    return sum(len(json.dumps(json.loads(line), ensure_ascii=False)) for line in lines)


def print_whole(count: int) -> None:
    """The whole command on a file, with as many processes as there are processors, in wall time."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    source = FOLDER / f"cases-{count}.jsonl"
    if not source.exists():
        source.write_text("".join(route_workload.lines(count)), "utf-8")
    spent: dict[str, list[float]] = {"floor": [], "route": []}
    for _round in range(3):
        start = time.perf_counter()
        with source.open(encoding="utf-8") as lines, (FOLDER / "floor.jsonl").open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(json.loads(line), ensure_ascii=False) + "\n" for line in lines)
        spent["floor"].append(time.perf_counter() - start)
        start = time.perf_counter()
        with (FOLDER / "routed.jsonl").open("wb") as out:
            subprocess.run([sys.executable, "-c", COMMAND, str(source)], stdout=out, check=True)
        spent["route"].append(time.perf_counter() - start)
    least, ours = statistics.median(spent["floor"]), statistics.median(spent["route"])
    print(f"b1 whole command, {count:,} lines, {os.cpu_count()} processors: {ours:.1f} s, floor {least:.1f} s,"
          f" × {ours / least:.2f}, goal ≤ × 5; {count / ours:,.0f} lines/s")


if __name__ == "__main__":
    main()

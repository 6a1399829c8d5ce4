"""Measuring on a shared machine: contestants take turns, A B A B, and medians of CPU time are compared."""

import statistics
import time
from collections.abc import Callable, Mapping


def medians(contestants: Mapping[str, Callable[[], object]], *, rounds: int = 7, per: int = 1) -> dict[str, float]:
    """The median CPU seconds of each contestant, divided by `per` (how many units one call works off)."""
    spent: dict[str, list[float]] = {name: [] for name in contestants}
    for _round in range(rounds):
        for name, run in contestants.items():
            start = time.process_time()
            run()
            spent[name].append((time.process_time() - start) / per)
    return {name: statistics.median(times) for name, times in spent.items()}


def row(name: str, seconds: float, ratio: float | None = None, goal: str = "") -> str:
    """One line of a printed table, in microseconds."""
    compared = f"× {ratio:8.2f}" if ratio is not None else " " * 10
    return f"{name:<58}{seconds * 1e6:>10.2f} µs  {compared}  {goal}".rstrip()

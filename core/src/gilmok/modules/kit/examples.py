"""Worked examples of a module: cases that go somewhere, sums that come out to the won, limits that end on a day."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from gilmok.ground.i18n import Catalogue
from gilmok.law.calculators.declared import Calculator
from gilmok.law.calculators.reading import read
from gilmok.law.calendar import Calendar
from gilmok.law.limits import run
from gilmok.law.shipped import shipped
from gilmok.modules.activation_file import write
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.things import Activation

LONG_AGO = date(2000, 1, 1)
GILMOK = str(Path(sys.executable).with_name("gilmok"))
Answers: TypeAlias = dict[str, dict[str, Any]]


def wrong_sums(module: LoadedModule, worked: Iterable[dict[str, Any]], korean: Catalogue) -> Iterator[str]:
    """What is wrong with worked examples: the calculator, the inputs, the result, a step without Korean."""
    calculators = {each.name: each for each in module.calculators}
    for each in worked:
        calculator = calculators.get(each["calculator"])
        if calculator is None:
            yield f"{each['calculator']}: there is no such calculator"
        else:
            yield from (f"{calculator.name}: {wrong}" for wrong in wrong_sum(calculator, each, korean))


def wrong_sum(calculator: Calculator, example: dict[str, Any], korean: Catalogue) -> Iterator[str]:
    """What is wrong with one worked example."""
    values, errors = read(calculator, example["inputs"], strict=True)
    if errors:
        yield str(errors)
        return
    result = calculator.run(shipped(), values)
    if result.value != example.get("result"):
        yield f"{result.value}, not {example.get('result')}"
    said = (*result.steps, *([result.answer] if result.answer else []))
    yield from (f"no Korean for {step.text!r}" for step in said if step.text not in korean.texts)


def wrong_ends(module: LoadedModule, counted: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The worked examples of time limits that come out on other days."""
    for each in counted:
        on, said = date.fromisoformat(each["from"]), (each["safe"], each["last"])
        row = next((row for row in module.limits if row.code == each["limit"] and row.holds_on(on)), None)
        end = run(row, on, Calendar()).end if row else None
        found = (end.safe.isoformat(), end.last.isoformat()) if end else (None, None)
        if found != said:
            yield f"{each['limit']} from {on}: {found}, not {said}"


def outcome(answer: dict[str, Any], rule: str) -> str:
    """What became of a rule in an answer: yes, overridden, no, unknown, error."""
    rules = answer["trace"]["rules"]
    return next((str(each["outcome"]) for each in rules if each["rule"] == rule), "nothing: it is not in the trace")


def cases_in(path: Path) -> list[dict[str, Any]]:
    """The cases of a file of examples."""
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return found


@cache
def routed(examples: Path, module: str, regions: tuple[str, ...]) -> Answers:
    """What `gilmok route` says to the cases of a file, with the module alone switched on, in these regions."""
    rows = [Activation(module=module, region=region, starts_on=LONG_AGO) for region in regions]
    lines = "\n".join(json.dumps({"id": case["case"], "facts": case["facts"]}) for case in cases_in(examples))
    with tempfile.TemporaryDirectory() as folder:
        switched_on = Path(folder) / "activation.toml"
        switched_on.write_text(write(rows), "utf-8")
        command = [GILMOK, "route", "-", "--explain", "--processes", "1", "--activation", str(switched_on)]
        done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return {answer["id"]: answer for answer in map(json.loads, done.stdout.splitlines())}

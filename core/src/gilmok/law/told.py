"""What the law computes as it is told: the values that JSON, a page and a letter share, in one language."""

from dataclasses import dataclass
from typing import Any

from gilmok.law.calculators.declared import Calculator, Result
from gilmok.law.dated import Row, TimeLimit
from gilmok.law.limits import End, Running
from gilmok.law.saying import Words, iso, number
from gilmok.law.shipped import Law


@dataclass(frozen=True)
class Teller:
    """Tells what the law computes in a language."""

    law: Law
    words: Words

    def limit(self, running: Running) -> dict[str, Any]:
        """A running limit as JSON: `safe_date` (before any holiday moves it), `last_date`, `starts_on` (of interest),
        `basis`, `steps`, what stops it and what does not, its other periods, and how sure the rule is."""
        limit, end = running.limit, running.end
        return {
            "code": limit.code, "name": self.field(limit, "name"), "kind": limit.kind.value,
            "event": self.field(limit, "event"), "event_date": running.event.isoformat(),
            "safe_date": iso(end.safe if end else None), "last_date": iso(end.last if end else None),
            "starts_on": iso(running.starts_on), "size": limit.size,
            "steps": self.steps(end) if end else [], "others": [self.other(each) for each in running.others],
            **self.stops(limit), **self.standing(limit),
        }

    def result(self, calculator: Calculator, result: Result) -> dict[str, Any]:
        """A calculator's result as JSON: `result` in its `unit`, `formula`, `steps`, `basis`, what holds below five
        employees, what the number means where that needs saying (`answer`), and other values by name (`details`)."""
        return {
            "name": calculator.name, "title": self.words.translate(calculator.title),
            "result": number(result.value), "unit": result.unit,
            "answer": self.words.step(result.answer) if result.answer else None,
            "formula": self.words.translate(calculator.formula),
            "steps": [self.words.step(each) for each in result.steps],
            "basis": self.field(calculator, "basis"), "size": calculator.size,
            "under_five": self.words.translate(calculator.under_five),
            "details": {name: number(value) for name, value in result.details.items()},
        }

    def steps(self, end: End) -> list[str]:
        """How an end was computed, a sentence each."""
        return [self.words.step(each) for each in end.steps]

    def other(self, end: End) -> dict[str, Any]:
        """Another period of the limit, and when it counts."""
        when = self.field(end.also, "when") if end.also else ""
        return {"when": when, "safe_date": iso(end.safe), "last_date": iso(end.last), "steps": self.steps(end)}

    def stops(self, limit: TimeLimit) -> dict[str, list[str]]:
        """What stops the limit, and what does not though people believe it."""
        found = self.law.stops.get(limit.stops)
        does, does_not = (self.field(found, "does"), self.field(found, "does_not")) if found else ((), ())
        return {"stops": list(does), "does_not_stop": list(does_not)}

    def standing(self, row: Row) -> dict[str, Any]:
        """The article of a row, its source, how sure it is, when it was compared with it, and since when it holds."""
        return {
            "basis": self.field(row, "basis"), "note": self.field(row, "note"),
            "source": self.field(self.law.sources[row.source], "title"),
            "confidence": self.law.confidence(row).value, "verified_on": iso(row.verified_on),
            "valid_from": iso(row.valid_from), "valid_to": iso(row.valid_to),
        }

    def field(self, entry: Any, name: str) -> Any:
        """The field of an entry that has it in both languages."""
        return self.words.field(entry, name)

"""Cases as lines of JSON in, decisions as lines of JSON out: what `gilmok route` does to each line.

A line is an object of facts, at its top or under `facts`, with an `id` and a `received_on` if it likes. What is wrong
with a line is said in its place, with its number and by field, and the others go on.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from json.encoder import encode_basestring
from typing import Any

from gilmok.ground.formats.mistakes import FormatError
from gilmok.journey.routing.reading import (
    NOT_A_DAY,
    RESIDENT_NUMBER,
    SHORTEST,
    Reader,
    Wrong,
    has_resident_number,
    words_in,
)
from gilmok.journey.routing.reading import read_day as day_of
from gilmok.journey.routing.regions import SwitchedOn
from gilmok.journey.routing.route import Routed, route
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.rules import Decision
from gilmok.journey.routing.saying import Words, not_there, reasons, told, why_here
from gilmok.journey.routing.trace import explain
from gilmok.journey.routing.truth import Facts
from gilmok.modules.things import _
from gilmok.network.atlas import Atlas

NOT_JSON = _("This line is not JSON.")
NOT_AN_OBJECT = _("This line is not an object of facts.")
NOT_FACTS = _("This must be an object of facts.")
NOT_AN_ID = _("This must be text or a number.")
TWO_PLACES = _("Facts stand at the top and under facts; one place, please.")
# What a line may carry beside its facts.
BESIDE_TEXTS = frozenset({"note", "comment"})
BESIDE = frozenset({"id", "received_on", "facts", "note", "comment"})
read_json = json.JSONDecoder().decode
write_json = json.JSONEncoder(ensure_ascii=False).encode
TAILS_KEPT = 50_000
ALWAYS_TOLD = frozenset({"status", "target", "module", "region", "centre", "reasons", "ask", "way"})


class WrongLine(ValueError):
    """A line cannot be read; `fields` say what is wrong with which, the empty name stands for the whole line."""

    def __init__(self, fields: Mapping[str, str], name: Any = None) -> None:
        super().__init__("; ".join(fields.values()))
        self.fields = fields
        self.name = name


@dataclass(frozen=True)
class Desk:
    """Everything that a line is answered from. `on` is the day of receipt of lines that do not say theirs."""

    rulebook: Rulebook
    atlas: Atlas
    activations: SwitchedOn
    reader: Reader
    words: Words
    on: date
    with_trace: bool = False
    _tails: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    def answer(self, lines: Iterable[str], first: int = 1) -> Iterator[tuple[str, bool]]:
        """A line of JSON for each line that is not blank, and whether it could be routed; `first` is the number of the
        first of them."""
        for number, line in enumerate(lines, first):
            if line and not line.isspace():
                yield self.one(line, number)

    def one(self, line: str, number: int) -> tuple[str, bool]:
        """The answer to one line, and whether it could be routed."""
        try:
            name, facts, on = self.read(line)
        except WrongLine as wrong:
            return dumps(self.said_wrong(wrong, number)), False
        routed = self.routed(facts, on)
        said = encode_basestring(name) if name.__class__ is str else dumps(number if name is None else name)
        return f'{{"id": {said}, {self.tail(routed)}', True

    def routed(self, facts: Facts, on: date) -> Routed:
        """Where a case goes that is received on that day."""
        return route(facts, rulebook=self.rulebook, atlas=self.atlas, activations=self.activations, on=on)

    def read(self, line: str) -> tuple[Any, dict[str, Any], date]:
        """The id, the facts and the day of receipt of a line; raises WrongLine."""
        raw = parsed(line)
        name = name_of(raw)
        on, wrong = self.received(raw)
        facts, more = self.reader.read(facts_of(raw, name), today=on)
        if wrong or more:
            raise WrongLine({**wrong, **more}, name)
        return name, facts, on

    def received(self, raw: Mapping[str, Any]) -> tuple[date, dict[str, str]]:
        """The day of receipt, and what is wrong with it."""
        given = raw.get("received_on")
        if given is None or given == "":
            return self.on, {}
        try:
            return day_of(given, today=self.on), {}
        except (Wrong, FormatError) as error:
            return self.on, {"received_on": str(error) or NOT_A_DAY}

    def tail(self, routed: Routed) -> str:
        """The answer behind the id, the same as `told` gives. Cases share its parts: there are far fewer of them."""
        if self.with_trace:
            trace = {"trace": explain(routed.decision).to_json()}
            return dumps({**told(routed, self.words), **trace})[1:]
        decision, region = routed.decision, routed.decision.facts.get("region")
        outcome = (decision.status, decision.winners, decision.targets, decision.ask, decision.failed)
        where = (routed.placement, region, decision.target is None, decision.told_on_the_spot)
        start, own, ask, end = self._tails.get(outcome) or self.keep(outcome, self.said_of_outcome(routed))
        place, here, way = self._tails.get(where) or self.keep(where, self.said_of_place(routed))
        said = f"{own}, {here}" if here else own
        said = self.with_missing(said, decision) if decision.dormant else said
        return f'{start}, {place}, "reasons": [{said}], {ask}, {way}{end}}}'

    def with_missing(self, own: str, decision: Decision) -> str:
        """The inside of the list of reasons, with which modules are missing where the case belongs."""
        key = (decision.dormant, decision.region_is_open, decision.facts.get("region"), decision.on,
               decision.stopped)
        (more,) = self._tails.get(key) or self.keep(key, (listed(not_there(decision, self.words)),))
        return ", ".join(filter(None, (own, more)))

    def said_of_outcome(self, routed: Routed) -> tuple[str, str, str, str]:
        """The pieces of JSON that follow from the outcome: its beginning, the inside of its reasons, what to ask, and
        what is added for triage."""
        said = told(routed, self.words)
        own = reasons(routed.decision, self.words)
        more = members({name: value for name, value in said.items() if name not in ALWAYS_TOLD})
        start = members({name: said[name] for name in ("status", "target", "module")})
        return start, listed(own), members({"ask": said["ask"]}), f", {more}" if more else ""

    def said_of_place(self, routed: Routed) -> tuple[str, str, str]:
        """The pieces of JSON that follow from the place: which, the inside of the reason for it, and the way there."""
        said = told(routed, self.words)
        which = members({"region": said["region"], "centre": said["centre"]})
        return which, listed(why_here(routed, self.words)), members({"way": said["way"]})

    def keep(self, key: Any, parts: Any) -> Any:
        """Remember these pieces, and give them back."""
        if len(self._tails) < TAILS_KEPT:
            self._tails[key] = parts
        return parts

    def said_wrong(self, wrong: WrongLine, number: int) -> dict[str, Any]:
        """The error object of a line."""
        said = {name: self.words.say(text) for name, text in wrong.fields.items()}
        sentence = " ".join(f"{name}: {text}" if name else text for name, text in said.items())
        found = {"id": wrong.name} if wrong.name is not None else {}
        return {**found, "line": number, "status": "error", "error": sentence, "errors": said}


def parsed(line: str) -> dict[str, Any]:
    """The object of a line; raises WrongLine."""
    try:
        raw = read_json(line)
    except (ValueError, RecursionError):
        raise WrongLine({"": NOT_JSON}) from None
    if not isinstance(raw, dict):
        raise WrongLine({"": NOT_AN_OBJECT})
    return raw


def name_of(raw: Mapping[str, Any]) -> Any:
    """The id of a line, if it has one; raises WrongLine for one that is none, and for a resident registration number
    in what stands beside the facts."""
    name = raw.get("id")
    if name.__class__ is str and len(name) < SHORTEST and BESIDE_TEXTS.isdisjoint(raw):
        return name
    refuse_resident_numbers(raw)
    if name is not None and not isinstance(name, str | int):
        raise WrongLine({"id": NOT_AN_ID})
    return name


def refuse_resident_numbers(raw: Mapping[str, Any]) -> None:
    """Raise WrongLine where such a number stands beside the facts."""
    for beside in ("id", "note", "comment"):
        if beside in raw and has_resident_number(words_in(raw[beside])):
            raise WrongLine({beside: RESIDENT_NUMBER}, raw.get("id") if beside != "id" else None)


def facts_of(raw: Mapping[str, Any], name: Any) -> Mapping[str, Any]:
    """The facts of a line, wherever they stand; raises WrongLine."""
    if "facts" not in raw:
        return {fact: answer for fact, answer in raw.items() if fact not in BESIDE}
    facts = raw["facts"]
    if not isinstance(facts, dict):
        raise WrongLine({"facts": NOT_FACTS}, name)
    if raw.keys() - BESIDE:
        raise WrongLine({"facts": TWO_PLACES}, name)
    return facts


def members(value: dict[str, Any]) -> str:
    """The inside of a JSON object."""
    return dumps(value)[1:-1]


def listed(texts: list[str]) -> str:
    """The inside of a JSON list."""
    return dumps(texts)[1:-1]


def dumps(value: Any) -> str:
    """The value as JSON on one line, with Korean as it is written."""
    return write_json(value)

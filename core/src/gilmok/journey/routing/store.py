"""A decision as it is kept: plain JSON from which the same decision can be made again, years later.

A record holds all facts that the decision saw, derived ones too, and the active keys, so that replaying needs the
rulebook alone. Days are kept as `{"date": "2026-01-31"}`, since a text that looks like a day may be one.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from gilmok.journey.routing.place import Placement, Step
from gilmok.journey.routing.regions import Regions
from gilmok.journey.routing.route import Routed
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.rules import Decision, decide
from gilmok.journey.routing.truth import Facts


def stored(facts: Facts) -> dict[str, Any]:
    """The facts as JSON; `restored` gives them back. Raises TypeError for a value that no fact can have."""
    return {fact: _stored(answer) for fact, answer in facts.items()}


def restored(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts from what `stored` gave."""
    return {fact: _restored(answer) for fact, answer in facts.items()}


def receipt(routed: Routed) -> dict[str, Any]:
    """The record of a decision and of where it led."""
    return {**to_record(routed.decision, activation=routed.activation), "place": _place(routed.placement)}


def to_record(decision: Decision, *, activation: int = 0) -> dict[str, Any]:
    """The record of a decision; `activation` is the version of the switches that it was made under."""
    return {
        "facts": stored(decision.facts),
        "on": decision.on.isoformat() if decision.on else None,
        "rulebook": decision.rulebook.version,
        "activation": activation,
        "active": _sorted(decision.active),
        "stopped": sorted(decision.stopped),
        "regions": _regions(decision.regions),
        "status": decision.status.value,
        "triage": decision.triage.value if decision.triage else None,
        "target": decision.target,
        "targets": list(decision.targets),
        "module": decision.module,
        "rules": list(decision.winners),
        "failed": list(decision.failed),
        "reasons": [list(reason) for reason in decision.reasons],
        "ask": list(decision.ask),
    }


def replay(record: Mapping[str, Any], rulebook: Rulebook) -> Decision:
    """The decision that this rulebook makes of the record's facts; with the record's own version, the same one."""
    on = record["on"]
    return decide(
        restored(record["facts"]), rulebook, active=_set(record["active"]),
        regions=_restored_regions(record.get("regions")), stopped=frozenset(record.get("stopped", ())),
        on=date.fromisoformat(on) if on else None,
    )


def _stored(answer: Any) -> Any:
    if isinstance(answer, date) and not isinstance(answer, datetime):
        return {"date": answer.isoformat()}
    if isinstance(answer, tuple | list):
        return [_stored(part) for part in answer]
    if answer is None or isinstance(answer, str | int | float):
        return answer
    raise TypeError(f"no fact can have the value of a {type(answer).__name__}")


def _restored(answer: Any) -> Any:
    if isinstance(answer, Mapping):
        return date.fromisoformat(answer["date"])
    return tuple(_restored(part) for part in answer) if isinstance(answer, list) else answer


def _place(placement: Placement | None) -> dict[str, Any] | None:
    if placement is None:
        return None
    instead = None if placement.instead is None else _step(placement.instead)
    return {"centre": placement.centre.code, "region": placement.region, "steps": list(map(_step, placement.steps)),
            "instead": instead}


def _step(step: Step) -> dict[str, Any]:
    return {"text": step.text, "values": {name: _name(value) for name, value in step.values.items()}}


def _name(value: Any) -> Any:
    """What fills a step: a day, or the code of a district, region or centre."""
    return _stored(value) if isinstance(value, date) else value.code


def _regions(regions: Regions | None) -> dict[str, Any] | None:
    if regions is None:
        return None
    active = {region: sorted(keys) for region, keys in regions.active.items()}
    return {"districts": dict(regions.of_district), "active": active, "nowhere": sorted(regions.nowhere)}


def _restored_regions(record: Mapping[str, Any] | None) -> Regions | None:
    if record is None:
        return None
    active = {region: frozenset(keys) for region, keys in record["active"].items()}
    return Regions(record["districts"], active, frozenset(record["nowhere"]))


def _sorted(keys: frozenset[str] | None) -> list[str] | None:
    return None if keys is None else sorted(keys)


def _set(keys: list[str] | None) -> frozenset[str] | None:
    return None if keys is None else frozenset(keys)

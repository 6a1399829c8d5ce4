"""What a case knows already stands in the forms of legal aid, so that nobody types it again; each can be changed."""

from collections.abc import Iterable, Mapping
from typing import Any

from gilmok.ground.web.request import db
from gilmok.ground.web.words import date_short, won
from gilmok.journey.case.models import Case
from gilmok.journey.clocks.queries import days
from gilmok.journey.clocks.rules import Known, days_of
from gilmok.journey.clocks.starts import STARTS, Event
from gilmok.journey.legal_aid import queries
from gilmok.journey.legal_aid.answers import COLUMNS
from gilmok.journey.legal_aid.models import LegalAction
from gilmok.journey.legal_aid.table import Step, Subkind
from gilmok.journey.routing.store import restored


def known_at_opening(case: Case, step: Step, *, subkind: Subkind) -> Mapping[str, str]:
    """For the form that begins an action: the last day of the event from which its first limit counts, and what was not
    paid, where the action is about that; as they would be typed."""
    events = {each.event for each in STARTS if each.limit in step.starts and each.limit in subkind.limits}
    known = days_of(restored(case.facts), days(db(), case.id))
    last = max((each.day for each in known if each.event in events), default=None)
    return {"on": date_short(last) if last else "", "claimed": owed(known) if Event.LEFT in events else ""}


def owed(known: Iterable[Known]) -> str:
    """What was not paid on the days of a case; empty where no sum is known."""
    total = sum(each.won for each in known if each.won)
    return won(total) if total else ""


def known_of(action: LegalAction) -> Mapping[str, Any]:
    """For the form of a step: what the action holds; what was recovered is at least the substitute payment."""
    held = {name: getattr(action, name) for name in COLUMNS}
    if held["recovered"] is None:
        held["recovered"] = received(action)
    return {name: won(value) if isinstance(value, int) else value for name, value in held.items() if value is not None}


def received(action: LegalAction) -> int | None:
    """The substitute payment that came in this action; None if none did."""
    told = (each.answers.get("substituted") for each in queries.events(db(), [action]))
    return next((each for each in told if each is not None), None)


def recovered_in_actions(case: Case) -> str:
    """What the person got in the case's legal actions, as it would be typed; empty where that is not known."""
    sums = [each.recovered for each in queries.actions(db(), case) if each.recovered is not None]
    return won(sum(sums)) if sums else ""

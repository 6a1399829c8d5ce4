"""What is done to legal actions. `advance` is the only code that sets a state."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import update

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import may
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import ChangedMeanwhile, Invalid, NotAllowed
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import note as note_in_case
from gilmok.journey.clocks.service import wind
from gilmok.journey.legal_aid import queries
from gilmok.journey.legal_aid.answers import COLUMNS
from gilmok.journey.legal_aid.models import LegalAction, LegalEvent
from gilmok.journey.legal_aid.queries import ADVANCED, CORRECTED, FILLED_IN
from gilmok.journey.legal_aid.table import ENDS, FILED, NEW, PREPARING, Step
from gilmok.journey.legal_aid.workflows import workflow


class NotFilledIn(Invalid):
    """Something is missing that this step needs."""


def open_action(
    session: ViewerSession, case: Case, kind: str, subkind: str, *, by: Person, on: date | None,
    answers: Mapping[str, Any] | None = None, agency_reason: str | None = None, note_sealed: bytes | None = None,
) -> LegalAction:
    """A new action of the case, being prepared. `on`: the day from which its first limit counts, None if not known."""
    workflow(kind).subkind(subkind)
    action = LegalAction(
        case_id=case.id, kind=kind, subkind=subkind, state=NEW, agency_reason=agency_reason, handler_id=by.id,
        opened_at=now(),
    )
    session.add(action)
    session.flush()
    advance(session, action, PREPARING, by=by, on=on, answers=answers, note_sealed=note_sealed)
    note_in_case(session, case, "legal_action_opened", by=by, about={"action": action.id})
    return action


def advance(
    session: ViewerSession, action: LegalAction, to: str, *, by: Person, on: date | None,
    answers: Mapping[str, Any] | None = None, note_sealed: bytes | None = None,
) -> LegalEvent:
    """Bring an action to another state and write what happened. `on`: the day of it, None where it is not known.

    Raises IllegalStep where the table knows no such step, NotAllowed where the person may not take it, NotFilledIn
    where something is missing that it needs, ChangedMeanwhile where someone else was quicker.
    """
    step = workflow(action.kind).step(action.state, to)
    case = session.get_one(Case, action.case_id)
    if not may(by, step.permission, case):
        raise NotAllowed
    answers = dict(answers or {})
    if missing(step, action, answers):
        raise NotFilledIn
    event = LegalEvent(
        case_id=case.id, action_id=action.id, at=now(), person_id=by.id, kind=ADVANCED, from_state=action.state,
        to_state=to, event_day=on, note=note_sealed, answers=stored(answers),
    )
    change(session, action, state=to, **columns(answers), **({"filed_on": on} if to == FILED else {}))
    session.add(event)
    session.flush()
    wind(session, case)
    if to in ENDS:
        note_in_case(session, case, "legal_action_ended", by=by, about={"action": action.id, "state": to})
    return event


def missing(step: Step, action: LegalAction, answers: Iterable[str] = ()) -> tuple[str, ...]:
    """What a step needs and neither the action nor the answers have, by code."""
    return tuple(name for name in step.needs if getattr(action, name) is None and name not in answers)


def correct(
    session: ViewerSession, action: LegalAction, event: LegalEvent, *, by: Person, on: date | None,
    note_sealed: bytes | None = None,
) -> LegalEvent:
    """Put the day of an event right: the wrong one stays in the history, and every clock follows the right one."""
    corrected = LegalEvent(
        case_id=action.case_id, action_id=action.id, corrects_id=event.id, at=now(), person_id=by.id, kind=CORRECTED,
        event_day=on, note=note_sealed, answers={},
    )
    change(session, action, **({"filed_on": on} if event.to_state == FILED else {}))
    session.add(corrected)
    session.flush()
    wind(session, session.get_one(Case, action.case_id))
    return corrected


def correct_filing(session: ViewerSession, action: LegalAction, on: date, *, by: Person) -> None:
    """Fill in on which day an action was filed, where that was not known."""
    filings = [each for each in queries.events(session, [action]) if each.to_state == FILED]
    correct(session, action, filings[-1], by=by, on=on)


def fill_in(session: ViewerSession, action: LegalAction, values: Mapping[str, Any], *, by: Person) -> None:
    """Change what is known of an action beside its state, and note what was changed."""
    changed = {name: value for name, value in values.items() if getattr(action, name) != value}
    if not changed:
        return
    change(session, action, **changed)
    session.add(LegalEvent(
        case_id=action.case_id, action_id=action.id, at=now(), person_id=by.id, kind=FILLED_IN, answers=stored(changed),
    ))
    session.flush()


def change(session: ViewerSession, action: LegalAction, **values: Any) -> None:
    """Change an action; exactly one of two people who save at once succeeds, the other gets ChangedMeanwhile."""
    at_version = (LegalAction.id == action.id, LegalAction.version == action.version)
    changed = (
        update(LegalAction).where(*at_version).values(version=action.version + 1, **values).returning(LegalAction.id)
    )
    if session.scalar(changed, execution_options={"synchronize_session": False}) is None:
        raise ChangedMeanwhile
    session.refresh(action)


def columns(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that are the action's own columns."""
    return {name: answers[name] for name in COLUMNS if name in answers}


def stored(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as JSON holds them."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in answers.items()}

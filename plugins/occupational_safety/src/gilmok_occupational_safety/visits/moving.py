"""Carrying a visit from state to state, making recommendations, and keeping what came of them."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from gilmok.modules.site import IllegalMove, Person, ViewerSession, change_version, log, today
from gilmok_occupational_safety.keeping import seal, unseal
from gilmok_occupational_safety.visits.asking import note_move
from gilmok_occupational_safety.visits.codes import DONE, ENDED
from gilmok_occupational_safety.visits.models import Advice, Visit
from gilmok_occupational_safety.visits.rules import allowed


def move(session: ViewerSession, visit: Visit, said: Mapping[str, Any], *, version: int, by: Person) -> None:
    """Carry a visit on; raises IllegalMove where that step does not follow, ChangedMeanwhile for the second of two."""
    if not allowed(visit.state, said["to"]):
        raise IllegalMove
    ends = said["to"] in ENDED
    change_version(
        session, visit, version, state=said["to"], consent=said["consent"],
        visit_on=visit.visit_on if ends else said["visit_on"], reason=said["reason"] if ends else None,
    )
    note_move(session, visit, said, by=by)
    log(session, "occupational_safety_visit_moved", visit=str(visit.id), state=said["to"])


def advise(session: ViewerSession, visit: Visit, said: Mapping[str, Any], *, by: Person) -> Advice:
    """A recommendation to a workplace that was visited; raises IllegalMove where it was not."""
    if visit.state != DONE:
        raise IllegalMove
    key = uuid4()
    made = Advice(
        id=key, visit_id=visit.id, centre_id=visit.centre_id, region=visit.region, by_id=by.id, due_on=said["due_on"],
        version=1, **seal(Advice, key, {"text": said["text"]}),
    )
    session.add(made)
    session.flush()
    log(session, "occupational_safety_advice_given", visit=str(visit.id), advice=str(key))
    return made


def answer(session: ViewerSession, advice: Advice, said: Mapping[str, Any], *, version: int) -> None:
    """Keep what came of a recommendation; raises ChangedMeanwhile for the second of two who do."""
    words = {**unseal(advice), "outcome": said["outcome"]}
    change_version(
        session, advice, version, result=said["result"], answered_on=today(), **seal(Advice, advice.id, words),
    )
    log(session, "occupational_safety_advice_answered", advice=str(advice.id), result=said["result"])

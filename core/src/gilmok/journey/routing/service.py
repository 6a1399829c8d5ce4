"""Keeping what was decided, and bringing the case where the decision says."""

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession, put
from gilmok.ground.errors import IllegalMove
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import Stage
from gilmok.journey.routing.models import OVERRIDDEN, PROPOSED, SORTED, DecisionReceipt
from gilmok.journey.routing.route import Routed
from gilmok.journey.routing.rules import Status
from gilmok.journey.routing.store import receipt

# The stages in which a person decides where a case goes.
DECIDED_IN = cases.HELD | {Stage.TRIAGE}


def keep_receipt(session: ViewerSession, case: Case, routed: Routed, *, by: Person) -> None:
    """Store what the engine decided, so that it can be read and replayed as it was; a job soon proves that it can."""
    placed = None if routed.decision.told_on_the_spot else routed.placement
    put(
        session, DecisionReceipt,
        case_id=case.id, at=now(), person_id=by.id, kind=PROPOSED, status=routed.decision.status,
        target=routed.decision.target, centre_id=placed.centre.code if placed else None, receipt=receipt(routed),
    )


def stage_of(routed: Routed) -> Stage:
    """Where a case stands that nobody has yet: it waits for a counsellor, or for a person to sort it."""
    return Stage.TRIAGE if routed.decision.status is Status.TRIAGE else Stage.WAITING


def follow(session: ViewerSession, case: Case, routed: Routed, *, by: Person, goes_on: bool) -> None:
    """Bring a case that nobody has yet where the decision says.

    A case for a person to sort, one with open questions, and one of which all was told on the spot stay where they were
    taken in. So does one that is not to go on at once; its history says where it would have gone, and whether for want
    of consent.
    """
    decision, stage = routed.decision, stage_of(routed)
    if case.stage != stage:
        cases.move(session, case, stage, by=by)
    if stage is Stage.TRIAGE or decision.told_on_the_spot:
        return
    centre = routed.placement.centre.code if routed.placement else case.centre_id
    if decision.status is Status.ASK:
        cases.note(session, case, "asks_here", by=by, about={"centre": centre, "target": decision.target})
    elif centre == case.centre_id:
        return
    elif goes_on:
        cases.send_to_centre(session, case, centre, by=by)
    else:
        cases.note(session, case, why_kept(case), by=by, about={"centre": centre})


def why_kept(case: Case) -> str:
    """How history calls it that a case stays: for want of consent, or until somebody sends it on."""
    return "held_here" if case.anonymous else "kept_here"


def send_on(session: ViewerSession, case: Case, centre: str, *, by: Person) -> None:
    """Give a case to another centre; one that somebody works on waits for a counsellor there."""
    if case.stage == Stage.COUNSELLING:
        cases.put_back(session, case, by=by)
    cases.send_to_centre(session, case, centre, by=by)


def override(
    session: ViewerSession, case: Case, *, target: str, centre: str, reason: str | None, by: Person,
    note_sealed: bytes | None = None,
) -> DecisionReceipt:
    """A person sends the case to another desk than the engine did, for one of a few reasons, or sorts what it left
    open, which needs no reason. The newest receipt of the engine stays and is referred to. Raises IllegalMove for a
    closed case."""
    if case.stage not in DECIDED_IN:
        raise IllegalMove(before=case.stage, to=Stage.WAITING)
    kind = SORTED if case.stage == Stage.TRIAGE else OVERRIDDEN
    kept = DecisionReceipt(
        case_id=case.id, at=now(), person_id=by.id, kind=kind, status=Status.ROUTED, target=target, centre_id=centre,
        receipt={}, reason=reason, note=note_sealed,
    )
    session.add(kept)
    cases.note(session, case, kind, by=by, why=reason, about={"target": target, "centre": centre})
    cases.change(session, case, target=target)
    if case.stage == Stage.TRIAGE:
        cases.move(session, case, Stage.WAITING, by=by, why=reason)
    if centre != case.centre_id:
        send_on(session, case, centre, by=by)
    return kept

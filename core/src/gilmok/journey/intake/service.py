"""Taking a case in: stored, sealed, routed, and where it belongs, in one transaction."""

from collections.abc import Mapping
from typing import Any

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import SEOUL, now, today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.case.numbers import new_number
from gilmok.journey.case.sealed import new_key
from gilmok.journey.case.stages import Stage
from gilmok.journey.clocks.service import due_at_first, wind
from gilmok.journey.desk_work.queries import desk_of
from gilmok.journey.intake.intake import Intake
from gilmok.journey.intake.sealing import record_consents, seal
from gilmok.journey.routing.queries import Engine
from gilmok.journey.routing.service import follow, keep_receipt, stage_of
from gilmok.journey.routing.store import stored


def take_in(session: ViewerSession, intake: Intake, *, by: Person, engine: Engine, vault: Vault) -> Case:
    """A new case, where it belongs: with a counsellor's queue, at another centre, or waiting to be sorted."""
    moment = now()
    on = moment.astimezone(SEOUL).date()
    routed = engine.route(intake.facts, on)
    centre = by.centre_id or ""
    case = cases.receive(
        session, stage_of(routed), by=by, number=new_number(engine.atlas.centres[centre].district or "seoul", on),
        centre_id=centre, intake_centre_id=centre, taken_in_by_id=by.id, handler_id=None,
        received_at=moment, received_on=on,
        topic=routed.decision.facts.get("topic", "unknown"), region=routed.decision.facts.get("region"),
        target=routed.decision.target, urgency=intake.facts.get("urgency", "normal"),
        anonymous=intake.anonymous, facts=stored(intake.facts), **due_at_first(intake.facts, on, engine.calendar),
    )
    seal(session, case, intake, key=new_key(session, case.id, vault), vault=vault)
    record_consents(session, case, intake, by=by)
    keep_receipt(session, case, routed, by=by)
    follow(session, case, routed, by=by, goes_on=intake.goes_on)
    if desk_of(session, case).limits:
        wind(session, case)
    log(session, "case_taken_in", cases=[case.id])
    return case


def amend(
    session: ViewerSession, case: Case, facts: Mapping[str, Any], *, by: Person, engine: Engine, goes_on: bool
) -> None:
    """Keep further answers of a case and decide it again, as of the day on which it was received.

    A case that nobody has yet goes where the new decision says, to a centre that is open today; one that somebody works
    on stays with them.
    """
    routed = engine.route(facts, case.received_on, goes_on=today())
    known = routed.decision.facts
    cases.change(
        session, case, facts=stored(facts), topic=known.get("topic", "unknown"), region=known.get("region"),
        target=routed.decision.target, urgency=facts.get("urgency", "normal"),
    )
    cases.note(session, case, "amended", by=by)
    wind(session, case)
    keep_receipt(session, case, routed, by=by)
    if case.handler_id is None and case.stage in {Stage.WAITING, Stage.TRIAGE}:
        follow(session, case, routed, by=by, goes_on=goes_on)
    log(session, "case_amended", cases=[case.id])

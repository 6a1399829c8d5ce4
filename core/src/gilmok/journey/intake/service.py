"""Taking a case in: stored, sealed, routed, and where it belongs, in one transaction."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import SEOUL, now
from gilmok.ground.crypto import FieldKey, Vault
from gilmok.ground.db import ViewerSession
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case, Consent
from gilmok.journey.case.sealed import new_key, seal_client, seal_texts
from gilmok.journey.case.stages import Stage
from gilmok.journey.intake.consents import BY_KIND, SHARING
from gilmok.journey.intake.duplicates import remember
from gilmok.journey.routing.queries import Engine
from gilmok.journey.routing.service import follow, keep_receipt
from gilmok.journey.routing.store import stored


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What a complete form says: facts by code, whom it is about (empty where nobody is named), what was told freely,
    and what was agreed to (a kind that was not answered is missing)."""

    facts: Mapping[str, Any]
    person: Mapping[str, Any] = field(default_factory=dict)
    narrative: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    consents: Mapping[str, bool] = field(default_factory=dict)

    @property
    def anonymous(self) -> bool:
        """Whether nobody is named and nobody can be called back."""
        return not any(self.person.values())

    @property
    def may_be_passed_on(self) -> bool:
        """Whether another centre may get the case: it names nobody, or the person agreed."""
        return self.anonymous or self.consents.get(SHARING) is True


def take_in(session: ViewerSession, intake: Intake, *, by: Person, engine: Engine, vault: Vault) -> Case:
    """A new case, where it belongs: with a counsellor's queue, at another centre, or waiting to be sorted."""
    moment = now()
    on = moment.astimezone(SEOUL).date()
    routed = engine.route(intake.facts, on)
    centre = by.centre_id or ""
    case = cases.open_case(session, Case(
        number=cases.new_number(engine.atlas.centres[centre].district or "seoul", on),
        centre_id=centre, intake_centre_id=centre, taken_in_by_id=by.id, handler_id=None,
        received_at=moment, received_on=on, stage=Stage.RECEIVED, close_reason=None, closed_at=None,
        topic=routed.decision.facts.get("topic", "unknown"), region=routed.decision.facts.get("region"),
        target=routed.decision.target, urgency=intake.facts.get("urgency", "normal"),
        anonymous=intake.anonymous, facts=stored(intake.facts),
    ))
    cases.note(session, case, "taken_in", by=by)
    seal(session, case, intake, key=new_key(session, case.id, vault), vault=vault)
    record_consents(session, case, intake, by=by)
    keep_receipt(session, case, routed, by=by)
    follow(session, case, routed, by=by, may_be_passed_on=intake.may_be_passed_on)
    log(session, "case_taken_in", cases=[case.id])
    return case


def amend(
    session: ViewerSession, case: Case, facts: Mapping[str, Any], *, by: Person, engine: Engine, may_be_passed_on: bool
) -> None:
    """Keep further answers of a case and decide it again, as of the day on which it was received.

    A case that nobody has yet goes where the new decision says; one that somebody works on stays with them.
    """
    routed = engine.route(facts, case.received_on)
    known = routed.decision.facts
    cases.change(
        session, case, facts=stored(facts), topic=known.get("topic", "unknown"), region=known.get("region"),
        target=routed.decision.target, urgency=facts.get("urgency", "normal"),
    )
    cases.note(session, case, "amended", by=by)
    keep_receipt(session, case, routed, by=by)
    if case.handler_id is None and case.stage in {Stage.WAITING, Stage.TRIAGE}:
        follow(session, case, routed, by=by, may_be_passed_on=may_be_passed_on)
    log(session, "case_amended", cases=[case.id])


def seal(session: ViewerSession, case: Case, intake: Intake, *, key: FieldKey, vault: Vault) -> None:
    """Store what must not be in the clear, and let other centres learn that this one knows the person."""
    answers = json.dumps(dict(intake.answers), ensure_ascii=False) if intake.answers else ""
    session.add(seal_texts(case.id, narrative=intake.narrative, answers=answers, key=key))
    if intake.anonymous:
        return
    session.add(seal_client(case.id, intake.person, key=key, vault=vault))
    known = {name: intake.person.get(name) for name in ("name", "phone", "birth_year")}
    remember(session, case.centre_id, vault=vault, **known)


def record_consents(session: ViewerSession, case: Case, intake: Intake, *, by: Person) -> None:
    """Keep what was agreed to or refused, with exactly the text that was shown."""
    for kind, given in intake.consents.items():
        shown = BY_KIND[kind]
        session.add(Consent(
            case_id=case.id, kind=kind, given=given, text_version=shown.version, text_hash=shown.text_hash,
            channel=intake.facts.get("channel", "unknown"), at=case.received_at, person_id=by.id,
        ))

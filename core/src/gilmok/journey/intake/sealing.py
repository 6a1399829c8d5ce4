"""Storing of an intake what must not be in the clear, and what was agreed to."""

import json

from gilmok.ground.access.models import Person
from gilmok.ground.crypto import FieldKey, Vault
from gilmok.ground.db import ViewerSession, put, put_all
from gilmok.journey.case.known import remember
from gilmok.journey.case.models import Case, CaseText, Client, Consent
from gilmok.journey.case.sealed import seal_client, seal_texts
from gilmok.journey.intake.consents import BY_KIND
from gilmok.journey.intake.intake import Intake


def seal(session: ViewerSession, case: Case, intake: Intake, *, key: FieldKey, vault: Vault) -> None:
    """Store what must not be in the clear, and let other centres learn that this one knows the person."""
    answers = json.dumps(dict(intake.answers), ensure_ascii=False) if intake.answers else ""
    put(session, CaseText, **seal_texts(case.id, narrative=intake.narrative, answers=answers, key=key))
    if intake.anonymous:
        return
    put(session, Client, **seal_client(case.id, intake.person, key=key, vault=vault))
    known = {name: intake.person.get(name) for name in ("name", "phone", "birth_year")}
    remember(session, case.centre_id, vault=vault, **known)


def record_consents(session: ViewerSession, case: Case, intake: Intake, *, by: Person) -> None:
    """Keep what was agreed to or refused, with exactly the text that was shown."""
    same = {"case_id": case.id, "channel": intake.facts.get("channel", "unknown"), "at": case.received_at,
            "person_id": by.id}
    put_all(session, Consent, [
        {**same, "kind": kind, "given": given, "text_version": BY_KIND[kind].version,
         "text_hash": BY_KIND[kind].text_hash}
        for kind, given in intake.consents.items()
    ])

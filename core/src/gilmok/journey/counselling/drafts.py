"""What someone has typed so far of a talk: kept on the server, sealed with the case's key, seen by its writer only."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.clock import now
from gilmok.ground.crypto import FieldKey, NoLongerReadable
from gilmok.ground.db import ViewerSession
from gilmok.journey.counselling.models import ConsultationDraft as Draft

Typed = dict[str, list[str]]


class Kept(NamedTuple):
    """A draft: what was typed, and when it was kept."""

    typed: Typed
    saved_at: datetime


def keep_draft(
    session: ViewerSession, case_id: int, key: UUID, typed: Mapping[str, list[str]], *, sealing: FieldKey
) -> datetime:
    """Keep what was typed in place of what was kept before; says when."""
    moment = now()
    fields = sealing.seal(column(key), json.dumps(dict(typed), ensure_ascii=False))
    row = {"person_id": session.viewer.person, "case_id": case_id, "key": key, "saved_at": moment, "fields": fields}
    adding = insert(Draft).values(row)
    changed = {name: adding.excluded[name] for name in ("saved_at", "fields")}
    session.execute(adding.on_conflict_do_update(index_elements=["person_id", "case_id", "key"], set_=changed))
    return moment


def draft_of(session: ViewerSession, case_id: int, key: UUID, *, sealing: FieldKey) -> Kept | None:
    """One's own draft of this talk; None where there is none that can be read."""
    own = (Draft.person_id == session.viewer.person, Draft.case_id == case_id, Draft.key == key)
    row = session.scalar(select(Draft).where(*own, Draft.fields.is_not(None)))
    if row is None or row.fields is None:
        return None
    try:
        return Kept(json.loads(sealing.open(column(key), row.fields)), row.saved_at)
    except NoLongerReadable:
        return None


def unfinished(session: ViewerSession, case_id: int) -> UUID | None:
    """The talk of this case of which one has typed something last and not kept it."""
    own = (Draft.person_id == session.viewer.person, Draft.case_id == case_id, Draft.fields.is_not(None))
    return session.scalar(select(Draft.key).where(*own).order_by(Draft.saved_at.desc()).limit(1))


def drop_draft(session: ViewerSession, case_id: int, key: UUID) -> None:
    """Throw one's own draft of this talk away."""
    own = (Draft.person_id == session.viewer.person, Draft.case_id == case_id, Draft.key == key)
    session.execute(update(Draft).where(*own).values(fields=None))


def column(key: UUID) -> str:
    """Under which name a draft is sealed."""
    return f"consultation_draft/{key}"

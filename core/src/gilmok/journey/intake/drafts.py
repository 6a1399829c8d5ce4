"""Drafts of intakes: what was typed so far, sealed with a key of its own, seen by its writer only."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.clock import now
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession, later
from gilmok.ground.i18n import _
from gilmok.journey.case import words
from gilmok.journey.intake.models import Draft

Typed = dict[str, list[str]]
KEPT_FOR = timedelta(days=14)
_dropping = delete(Draft).where(Draft.key == bindparam("form"), Draft.person_id == bindparam("owner"))


@dataclass(frozen=True)
class Saved:
    """A draft in a list: its form's key, when it was saved, and what was typed, by which its writer knows it again."""

    key: UUID
    saved_at: datetime
    typed: Typed

    @property
    def about(self) -> str:
        """What it is about and the masked name, as far as they are known: `임금체불 · 홍*동`."""
        if not self.typed:
            return _("cannot be read any more")
        topic, name = (next(iter(self.typed.get(field, [])), "").strip() for field in ("topics.main", "name"))
        matter = words.topic_title(topic) if topic else _("matter not chosen")
        return f"{matter} · {words.client_title(name)}"


def save(session: ViewerSession, key: UUID, typed: Mapping[str, list[str]], *, vault: Vault) -> datetime:
    """Keep what was typed under the form's key, in place of what was kept before; says when."""
    field_key, wrapped = vault.make_key(owner(key))
    moment = now()
    row = {
        "key": key, "person_id": session.viewer.person, "centre_id": session.viewer.centre, "saved_at": moment,
        "wrapped": wrapped, "fields": field_key.seal("fields", json.dumps(dict(typed), ensure_ascii=False)),
    }
    adding = insert(Draft).values(row)
    changed = {name: adding.excluded[name] for name in ("saved_at", "wrapped", "fields")}
    session.execute(adding.on_conflict_do_update(index_elements=["person_id", "key"], set_=changed))
    return moment


def find(session: ViewerSession, key: UUID, *, vault: Vault) -> Typed | None:
    """What was typed under this form's key; None where there is no such draft of one's own that can be read."""
    row = session.scalar(select(Draft).where(Draft.key == key, Draft.person_id == session.viewer.person))
    return opened(row, vault=vault) if row else None


def mine(session: ViewerSession, *, vault: Vault) -> list[Saved]:
    """One's own drafts, the newest first, each with what was typed where that can be read. Nobody else's is opened."""
    own = select(Draft).where(Draft.person_id == session.viewer.person).order_by(Draft.saved_at.desc())
    return [Saved(row.key, row.saved_at, opened(row, vault=vault) or {}) for row in session.scalars(own)]


def opened(draft: Draft, *, vault: Vault) -> Typed | None:
    """What was typed into a draft; None where it cannot be read any more."""
    try:
        typed: Typed = json.loads(vault.open_key(owner(draft.key), draft.wrapped).open("fields", draft.fields))
    except NoLongerReadable:
        return None
    return typed


def drop(session: ViewerSession, key: UUID) -> None:
    """Throw a draft of one's own away."""
    later(session, _dropping, {"form": key, "owner": session.viewer.person})


def drop_old(session: ViewerSession) -> None:
    """Throw away what nobody has touched for two weeks."""
    session.execute(delete(Draft).where(Draft.saved_at < now() - KEPT_FOR))


def owner(key: UUID) -> str:
    """The name under which a draft's key is wrapped."""
    return f"draft:{key}"

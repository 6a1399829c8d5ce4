"""What is read of policy notes: one's own, and what is published."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on

from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.programmes.projects.note_models import PolicyNote, PolicyNoteVersion


def own_notes(session: ViewerSession, centre: str | None) -> Sequence[PolicyNote]:
    """The policy notes of a centre, or of the city, the newest first."""
    query = select(PolicyNote).where(PolicyNote.centre_id.is_not_distinct_from(centre))
    return session.scalars(query.order_by(PolicyNote.id.desc())).all()


def own_note(session: ViewerSession, key: UUID, centre: str | None) -> PolicyNote:
    """One's own policy note; raises NotFound for another's."""
    query = select(PolicyNote).where(PolicyNote.key == key, PolicyNote.centre_id.is_not_distinct_from(centre))
    found = session.scalars(query).one_or_none()
    if found is None:
        raise NotFound
    return found


def versions(session: ViewerSession, note: PolicyNote) -> Sequence[PolicyNoteVersion]:
    """Every version of one's own note, the newest first."""
    query = select(PolicyNoteVersion).where(PolicyNoteVersion.note_id == note.id)
    return session.scalars(query.order_by(PolicyNoteVersion.version.desc())).all()


def published(session: ViewerSession, *, region: str = "", programme: str = "") -> Sequence[PolicyNoteVersion]:
    """What anybody may read of each published note: its newest published version, the latest first; of one region or
    programme, where they are named. For the page of a region's module, too."""
    query = select(PolicyNoteVersion).ext(distinct_on(PolicyNoteVersion.note_id))
    query = query.where(PolicyNoteVersion.published_on.is_not(None))
    newest = session.scalars(query.order_by(PolicyNoteVersion.note_id, PolicyNoteVersion.version.desc())).all()
    # What a note is of may change with a version: the newest one counts.
    found = [each for each in newest if region in {"", each.region} and programme in {"", each.programme}]
    return sorted(found, key=lambda each: (each.published_on, each.note_id), reverse=True)


def published_versions(session: ViewerSession, key: UUID) -> Sequence[PolicyNoteVersion]:
    """The published versions of a note, the newest first; raises NotFound where there is none."""
    query = select(PolicyNoteVersion).where(
        PolicyNoteVersion.key == key, PolicyNoteVersion.published_on.is_not(None),
    )
    found = session.scalars(query.order_by(PolicyNoteVersion.version.desc())).all()
    if not found:
        raise NotFound
    return found

"""Reading gatherings: those of one's own centre, and those that are announced to everybody."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.programmes.gatherings.models import Gathering, GatheringRevision

MOST_SHOWN = 300
ANNOUNCED = (Gathering.public, Gathering.published_at.is_not(None))


def own(session: ViewerSession, key: UUID) -> Gathering:
    """A gathering of the viewer's centre; raises NotFound for any other, announced or not."""
    query = select(Gathering).where(Gathering.key == key, Gathering.centre_id == session.viewer.centre)
    found = session.scalar(query)
    if found is None:
        raise NotFound
    return found


def announced(session: ViewerSession, key: UUID) -> Gathering:
    """A gathering that everybody may see, raises NotFound for any other; from now on PostgreSQL shows this transaction
    its ledger of places, and no other."""
    found = session.scalar(select(Gathering).where(Gathering.key == key, *ANNOUNCED))
    if found is None:
        raise NotFound
    session.execute(select(func.set_config("gilmok.gathering", str(found.id), True)))
    return found


def of_centre(session: ViewerSession, since: datetime, until: datetime | None = None) -> list[Gathering]:
    """The gatherings of the viewer's centre that last into this time, the earliest first."""
    query = select(Gathering).where(Gathering.centre_id == session.viewer.centre, Gathering.ends_at >= since)
    if until is not None:
        query = query.where(Gathering.starts_at < until)
    return list(session.scalars(query.order_by(Gathering.starts_at, Gathering.id).limit(MOST_SHOWN)))


def to_come(session: ViewerSession, centres: Collection[str] | None = None, kind: str = "") -> list[Gathering]:
    """What is announced to everybody and not over yet, at these centres or at any, the earliest first."""
    query = select(Gathering).where(*ANNOUNCED, Gathering.ends_at >= now())
    if centres is not None:
        query = query.where(Gathering.centre_id.in_(centres))
    if kind:
        query = query.where(Gathering.kind == kind)
    return list(session.scalars(query.order_by(Gathering.starts_at, Gathering.id).limit(MOST_SHOWN)))


def revisions(session: ViewerSession, gathering: Gathering) -> list[GatheringRevision]:
    """What was told of a gathering before and is told now, the newest first."""
    query = select(GatheringRevision).where(GatheringRevision.gathering_id == gathering.id)
    return list(session.scalars(query.order_by(GatheringRevision.version.desc())))

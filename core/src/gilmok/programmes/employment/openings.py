"""Openings: told, told otherwise, closed, read. One that is no longer valid vanishes by itself."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import NotFound
from gilmok.programmes.employment.models import JobOpening

MOST_SHOWN = 200


def make(session: ViewerSession, told: dict[str, Any], *, key: UUID, by: Person) -> JobOpening:
    """A new opening of the person's centre."""
    made = JobOpening(key=key, centre_id=by.centre_id, made_at=now(), made_by_id=by.id, **told)
    session.add(made)
    session.flush()
    log(session, "opening_made", opening=made.id)
    return made


def tell(session: ViewerSession, opening: JobOpening, told: dict[str, Any], *, version: int) -> None:
    """Tell it otherwise. Raises ChangedMeanwhile."""
    change_version(session, opening, version, **told)
    log(session, "opening_changed", opening=opening.id)


def close(session: ViewerSession, opening: JobOpening, *, version: int) -> None:
    """Say that the place is taken or gone; it vanishes from the public page. Raises ChangedMeanwhile."""
    change_version(session, opening, version, closed_at=now())
    log(session, "opening_closed", opening=opening.id)


def own(session: ViewerSession, key: UUID) -> JobOpening:
    """An opening of the viewer's centre; raises NotFound for any other."""
    query = select(JobOpening).where(JobOpening.key == key, JobOpening.centre_id == session.viewer.centre)
    found = session.scalar(query)
    if found is None:
        raise NotFound
    return found


def is_open(opening: JobOpening) -> bool:
    """Whether it can still be proposed."""
    return opening.closed_at is None and opening.valid_until >= today()


def open_now(session: ViewerSession) -> Sequence[JobOpening]:
    """What the viewer's centre can propose today, what ends first at the top."""
    return session.scalars(_standing().where(JobOpening.centre_id == session.viewer.centre)).all()


def past(session: ViewerSession, most: int = 50) -> Sequence[JobOpening]:
    """What is closed or no longer valid at the viewer's centre, the latest first."""
    over = (JobOpening.closed_at.is_not(None)) | (JobOpening.valid_until < today())
    query = select(JobOpening).where(JobOpening.centre_id == session.viewer.centre, over)
    return session.scalars(query.order_by(JobOpening.valid_until.desc(), JobOpening.id.desc()).limit(most)).all()


def published(session: ViewerSession, district: str = "") -> Sequence[JobOpening]:
    """What everybody may see today, in this district or in any."""
    query = _standing().where(JobOpening.public)
    return session.scalars(query.where(JobOpening.district == district) if district else query).all()


def _standing() -> Any:
    standing = (JobOpening.closed_at.is_(None), JobOpening.valid_until >= today())
    return select(JobOpening).where(*standing).order_by(JobOpening.valid_until, JobOpening.id).limit(MOST_SHOWN)

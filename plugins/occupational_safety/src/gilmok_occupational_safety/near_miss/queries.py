"""Reading reports, each of the viewer's own centre, as row security has it too."""

from uuid import UUID

from sqlalchemy import select

from gilmok.modules.site import ViewerSession
from gilmok_occupational_safety.keeping import here, kept, one
from gilmok_occupational_safety.near_miss.models import NearMiss, NearMissCheck

MOST = 200


def waiting(session: ViewerSession) -> list[NearMiss]:
    """The reports that nobody has checked: where somebody is in danger first, then the oldest."""
    unchecked = select(NearMiss).where(here(session, NearMiss), kept(NearMiss), NearMiss.verdict.is_(None))
    ordered = unchecked.order_by(NearMiss.danger_now.desc(), NearMiss.received_on, NearMiss.number)
    return list(session.scalars(ordered.limit(MOST)))


def checked(session: ViewerSession, many: int = 50) -> list[NearMiss]:
    """The reports that were checked last."""
    found = select(NearMiss).where(here(session, NearMiss), kept(NearMiss), NearMiss.verdict.is_not(None))
    return list(session.scalars(found.order_by(NearMiss.checked_on.desc(), NearMiss.number).limit(many)))


def report(session: ViewerSession, key: UUID) -> NearMiss:
    """A report of one's own centre; raises NotFound."""
    return one(session, NearMiss, key, NearMiss.centre_id == session.viewer.centre)


def numbered(session: ViewerSession, number: str) -> NearMiss | None:
    """The report of a number, of one's own centre."""
    of_number = NearMiss.number == number.strip().upper()
    return session.scalar(select(NearMiss).where(here(session, NearMiss), kept(NearMiss), of_number).limit(1))


def number_of(session: ViewerSession, key: UUID | None) -> str:
    """The number of a report of one's own centre; empty where there is none, or it is no longer kept."""
    return session.scalar(select(NearMiss.number).where(here(session, NearMiss), NearMiss.id == key)) or ""


def checks(session: ViewerSession, key: UUID) -> list[NearMissCheck]:
    """The checks of a report, the newest first."""
    found = select(NearMissCheck).where(NearMissCheck.report_id == key).order_by(NearMissCheck.at.desc())
    return list(session.scalars(found))

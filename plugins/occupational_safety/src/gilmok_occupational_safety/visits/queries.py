"""Reading visits and recommendations: the hub's own, and those that one's centre asked for, as row security has it."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from gilmok.modules.site import ViewerSession
from gilmok_occupational_safety.keeping import here, kept, one
from gilmok_occupational_safety.visits.codes import OPEN
from gilmok_occupational_safety.visits.models import Advice, Visit, VisitMove

MOST = 200


def mine(session: ViewerSession) -> ColumnElement[bool]:
    """The condition of a visit that is kept, and that one's centre makes or asked for."""
    centre = session.viewer.centre
    return kept(Visit) & or_(Visit.centre_id == centre, Visit.from_centre_id == centre)


def open_visits(session: ViewerSession) -> list[Visit]:
    """The visits that are to be made: agreed days first, the nearest before."""
    found = select(Visit).where(mine(session), Visit.state.in_(OPEN))
    return list(session.scalars(found.order_by(Visit.visit_on.nulls_last(), Visit.asked_on, Visit.id).limit(MOST)))


def ended(session: ViewerSession, many: int = 50) -> list[Visit]:
    """The visits that came to an end last."""
    found = select(Visit).where(mine(session), Visit.state.not_in(OPEN))
    return list(session.scalars(found.order_by(Visit.visit_on.desc().nulls_last(), Visit.id).limit(many)))


def to_ask_back(session: ViewerSession) -> list[Advice]:
    """The recommendations of which nobody has asked yet what came of them, the nearest day first."""
    found = select(Advice).where(here(session, Advice), kept(Advice), Advice.result.is_(None))
    return list(session.scalars(found.order_by(Advice.due_on, Advice.id).limit(MOST)))


def visit(session: ViewerSession, key: UUID) -> Visit:
    """A visit that one's centre makes or asked for; raises NotFound."""
    return one(session, Visit, key, mine(session))


def visits(session: ViewerSession, keys: Iterable[UUID]) -> dict[UUID, Visit]:
    """The visits of these ids that one may see."""
    return {each.id: each for each in session.scalars(select(Visit).where(mine(session), Visit.id.in_(set(keys))))}


def advice(session: ViewerSession, key: UUID) -> Advice:
    """A recommendation of one's own centre; raises NotFound."""
    return one(session, Advice, key, Advice.centre_id == session.viewer.centre)


def moves(session: ViewerSession, key: UUID) -> list[VisitMove]:
    """The moves of a visit, the newest first."""
    found = select(VisitMove).where(VisitMove.visit_id == key).order_by(VisitMove.at.desc())
    return list(session.scalars(found))


def advice_of(session: ViewerSession, key: UUID) -> list[Advice]:
    """The recommendations of a visit, the nearest day first."""
    return list(session.scalars(select(Advice).where(Advice.visit_id == key).order_by(Advice.due_on, Advice.id)))

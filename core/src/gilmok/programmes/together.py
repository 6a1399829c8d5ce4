"""People across all programmes of a centre: whoever comes to a course, for work and for help is one person."""

from typing import Any

from sqlalchemy import func, select, union

from gilmok.ground.db import ViewerSession
from gilmok.programmes.employment.models import Guidance, Placement
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registration
from gilmok.programmes.gatherings.rules import State
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.spans import Span
from gilmok.programmes.welfare.models import WelfareLink


def people_in_all(session: ViewerSession, span: Span, centre: str | None) -> int:
    """How many different people registered for a course or event that began in this time, were guided or had an opening
    proposed, or were linked to an agency; at a centre, or at any for None."""
    first, end = span.bounds
    registered = (
        select(Registration.who).join(Gathering, Gathering.id == Registration.gathering_id)
        .where(Registration.state != State.CANCELLED, Gathering.published_at.is_not(None),
               Gathering.cancelled_at.is_(None), Gathering.starts_at >= first, Gathering.starts_at < end)
    )
    asked = [
        registered.where(Registration.centre_id == centre) if centre else registered,
        _served(Guidance, Guidance.on.between(span.first, span.last), centre),
        _served(Placement, (Placement.at >= first) & (Placement.at < end), centre),
        _served(WelfareLink, WelfareLink.on.between(span.first, span.last), centre),
    ]
    return session.scalar(select(func.count()).select_from(union(*asked).subquery())) or 0


def _served(row: Any, within: Any, centre: str | None) -> Any:
    query = select(ServedPerson.who).join(row, row.served_id == ServedPerson.id).where(within)
    return query.where(row.centre_id == centre) if centre else query

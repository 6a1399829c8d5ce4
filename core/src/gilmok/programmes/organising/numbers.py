"""How many foundings there were in a year, for the city: numbers only, by centre."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on

from gilmok.ground.db import ViewerSession
from gilmok.programmes.organising.models import Founding, FoundingMove
from gilmok.programmes.organising.stages import Stage


@dataclass(frozen=True)
class Numbers:
    """What was counted of a centre: foundings begun in the year, and how many wanted to join them; foundings filed,
    certified, and that joined an existing union in the year, and how many wanted to join those that were founded."""

    of: str
    begun: int
    joining: int
    filed: int
    certified: int
    joined: int
    organised: int


# A founding that was filed twice, or whose day was put right, counts once: on its newest day.
_newest = (
    select(FoundingMove.founding_id, FoundingMove.to_stage, FoundingMove.on)
    .ext(distinct_on(FoundingMove.founding_id, FoundingMove.to_stage))
    .order_by(FoundingMove.founding_id, FoundingMove.to_stage, FoundingMove.id.desc())
    .subquery()
)
DONE = (Stage.CERTIFIED, Stage.JOINED)


def counted(session: ViewerSession, year: int) -> Sequence[Numbers]:
    """The numbers of a year, a row for each centre that has some: of the viewer's centre, or of all for who has none.
    What the viewer may not count is not there."""
    span = date(year, 1, 1), date(year, 12, 31)
    many = func.count(), func.sum(Founding.joining)
    begun = _of_viewer(session, select(Founding.centre_id, *many))
    rows = {centre: [number, joining, 0, 0, 0, 0] for centre, number, joining in session.execute(
        begun.where(Founding.opened_on.between(*span)).group_by(Founding.centre_id),
    )}
    moved = _of_viewer(session, select(Founding.centre_id, _newest.c.to_stage, *many))
    # What was noted by mistake and taken back is not done.
    stands = (_newest.c.to_stage == Stage.FILED) | (_newest.c.to_stage == Founding.stage)
    moved = moved.join(_newest, _newest.c.founding_id == Founding.id).where(_newest.c.on.between(*span), stands)
    for centre, stage, number, joining in session.execute(moved.group_by(Founding.centre_id, _newest.c.to_stage)):
        row = rows.setdefault(centre, [0] * 6)
        if stage in PLACES:
            row[PLACES[stage]] = number
        if stage in DONE:
            row[5] += joining
    return [Numbers(centre, *row) for centre, row in sorted(rows.items()) if any(row)]


PLACES = {Stage.FILED: 2, Stage.CERTIFIED: 3, Stage.JOINED: 4}


def first_year(session: ViewerSession, until: int) -> int:
    """The year of the first founding that the viewer may count; this one where there is none."""
    found = session.scalar(_of_viewer(session, select(func.min(Founding.opened_on))))
    return found.year if found else until


def _of_viewer(session: ViewerSession, query: Any) -> Any:
    return query.where(Founding.centre_id == session.viewer.centre) if session.viewer.centre else query

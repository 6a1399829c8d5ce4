"""How many people were guided, placed and stayed, in a time; people are counted once, and none is named."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from gilmok.ground.db import ViewerSession
from gilmok.programmes.employment.models import Guidance, Placement, PlacementCheck
from gilmok.programmes.employment.words import State
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.spans import Span


@dataclass(frozen=True)
class Numbers:
    """What was counted: sessions and the different people in them; placements proposed in the time by how they stand,
    and their people; those hired in the time, and by months what was answered about them."""

    sessions: int = 0
    guided: int = 0
    placed: int = 0
    by_state: dict[str, int] = field(default_factory=dict)
    hired: int = 0
    stayed: dict[int, dict[str, int]] = field(default_factory=dict)


def counted(session: ViewerSession, span: Span, centre: str | None) -> Numbers:
    """The numbers of a centre, or of all for None. What the viewer may not count is not there."""
    people = func.count(ServedPerson.who.distinct())
    talks = _of(centre, Guidance, func.count(Guidance.id), people).where(Guidance.on.between(span.first, span.last))
    sessions, guided = session.execute(talks).one()
    begun = (Placement.at >= span.bounds[0], Placement.at < span.bounds[1])
    states = _of(centre, Placement, Placement.state, func.count(Placement.id)).where(*begun).group_by(Placement.state)
    hired = (Placement.state == State.HIRED, Placement.hired_on.between(span.first, span.last))
    answers = (
        _of(centre, Placement, PlacementCheck.months, PlacementCheck.answer, func.count())
        .join(PlacementCheck, PlacementCheck.placement_id == Placement.id).where(*hired)
        .group_by(PlacementCheck.months, PlacementCheck.answer)
    )
    stayed: dict[int, dict[str, int]] = {}
    for months, answer, count in session.execute(answers):
        stayed.setdefault(months, {})[answer] = count
    return Numbers(
        sessions, guided, session.scalar(_of(centre, Placement, people).where(*begun)) or 0,
        {state: count for state, count in session.execute(states)},
        session.scalar(_of(centre, Placement, func.count(Placement.id)).where(*hired)) or 0, stayed,
    )


def _of(centre: str | None, row: Any, *columns: Any) -> Any:
    query = select(*columns).select_from(row).join(ServedPerson, ServedPerson.id == row.served_id)
    return query.where(row.centre_id == centre) if centre else query

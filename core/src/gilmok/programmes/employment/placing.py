"""Placement: an opening is proposed to somebody, and it goes on day by day until they are hired or it ends."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import NotFound
from gilmok.programmes.employment.checks import answered, to_ask
from gilmok.programmes.employment.models import JobOpening, Placement, PlacementCheck, PlacementMove
from gilmok.programmes.employment.words import State
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.people.service import written


@dataclass(frozen=True)
class Way:
    """A placement with its opening, its moves from the first on, what was answered by months, and what is to be asked
    now (None: nothing)."""

    row: Placement
    opening: JobOpening
    moves: list[PlacementMove]
    answers: dict[int, str]
    asks: int | None


def propose(
    session: ViewerSession, served: ServedPerson, opening: JobOpening, on: date, *, key: UUID, by: Person
) -> Placement:
    """Propose an opening to a person."""
    made = Placement(
        key=key, served_id=served.id, opening_id=opening.id, centre_id=served.centre_id, state=State.PROPOSED,
        at=now(), by_id=by.id,
    )
    session.add(made)
    session.flush()
    note(session, made, on, "", by=by)
    written(session, served)
    log(session, "opening_proposed", placement=made.id, served=served.id)
    return made


def move(
    session: ViewerSession, served: ServedPerson, placement: Placement, told: dict[str, Any], *, version: int,
    by: Person,
) -> None:
    """Let a placement go on. Raises ChangedMeanwhile."""
    hired = told["on"] if told["state"] == State.HIRED else None
    change_version(session, placement, version, state=told["state"], hired_on=hired)
    note(session, placement, told["on"], told["reason"], by=by)
    written(session, served)
    log(session, "placement_moved", placement=placement.id, to=told["state"])


def note(session: ViewerSession, placement: Placement, on: date, reason: str, *, by: Person) -> None:
    """Keep that a placement is now where it is."""
    session.add(PlacementMove(
        placement_id=placement.id, centre_id=placement.centre_id, state=placement.state, on=on, reason=reason, at=now(),
        by_id=by.id,
    ))
    session.flush()


def answer(
    session: ViewerSession, served: ServedPerson, placement: Placement, months: int, said: str, *, by: Person
) -> None:
    """Keep whether the person is still there; raises NotFound where this is not to be asked now."""
    if placement.hired_on is None or asks(session, placement) != months:
        raise NotFound
    row = {"placement_id": placement.id, "months": months, "centre_id": placement.centre_id, "answer": said,
           "at": now(), "by_id": by.id}
    session.execute(insert(PlacementCheck).values(row).on_conflict_do_nothing())
    written(session, served)
    log(session, "placement_checked", placement=placement.id, months=months)


def asks(session: ViewerSession, placement: Placement) -> int | None:
    """After how many months it is to be asked about a placement now."""
    if placement.state != State.HIRED or placement.hired_on is None:
        return None
    return to_ask(placement.hired_on, answered(session, [placement.id]).get(placement.id, {}), today())


def own(session: ViewerSession, key: UUID) -> Placement:
    """A placement of the viewer's centre; raises NotFound for any other."""
    query = select(Placement).where(Placement.key == key, Placement.centre_id == session.viewer.centre)
    found = session.scalar(query)
    if found is None:
        raise NotFound
    return found


def way(session: ViewerSession, placement: Placement) -> Way:
    """A placement with everything about it."""
    opening = session.scalars(select(JobOpening).where(JobOpening.id == placement.opening_id)).one()
    moves = select(PlacementMove).where(PlacementMove.placement_id == placement.id).order_by(PlacementMove.id)
    answers = answered(session, [placement.id]).get(placement.id, {})
    return Way(placement, opening, list(session.scalars(moves)), answers, asks(session, placement))


def of_person(session: ViewerSession, served: ServedPerson) -> list[Way]:
    """The placements of a person, the newest first."""
    query = select(Placement).where(Placement.served_id == served.id).order_by(Placement.id.desc())
    return [way(session, each) for each in session.scalars(query).all()]

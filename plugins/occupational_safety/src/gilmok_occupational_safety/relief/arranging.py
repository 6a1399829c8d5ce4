"""Arranging relief in a case, and keeping what came of it; each is counted once, without the case."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from gilmok.modules.site import CaseInView, NotFound, Person, ViewerSession, change_version, log, today
from gilmok_occupational_safety.keeping import seal, unseal
from gilmok_occupational_safety.quarters import quarter_of
from gilmok_occupational_safety.relief.models import Measure, MeasureCount

MOST = 200


def measures(session: ViewerSession, case: int) -> list[Measure]:
    """The measures of a case: the open ones by their day, then those that ended."""
    found = session.scalars(select(Measure).where(Measure.case_id == case))
    return sorted(found, key=lambda each: (each.result is not None, each.due_on, each.id))


def to_ask_back(session: ViewerSession) -> list[Measure]:
    """The open measures of every case that the viewer's centre may see, the nearest day first."""
    still_open = select(Measure).where(Measure.result.is_(None)).order_by(Measure.due_on, Measure.id)
    return list(session.scalars(still_open.limit(MOST)))


def measure(session: ViewerSession, case: int, key: UUID) -> Measure:
    """A measure of a case; raises NotFound."""
    found = session.scalar(select(Measure).where(Measure.case_id == case, Measure.id == key))
    if found is None:
        raise NotFound
    return found


def arrange(session: ViewerSession, case: CaseInView, said: Mapping[str, Any], *, by: Person) -> Measure:
    """A new measure for the person of a case."""
    key = uuid4()
    made = Measure(
        id=key, case_id=case.id, case_number=case.number, begun_on=today(), by_id=by.id, version=1,
        **{name: said[name] for name in ("kind", "sent_to", "consent", "due_on")},
        **seal(Measure, key, {"note": said["note"]}),
    )
    session.add(made)
    count(session, case, made.kind, None)
    session.flush()
    log(session, "occupational_safety_measure_arranged", cases=[case.id], kind=made.kind)
    return made


def end(session: ViewerSession, case: CaseInView, made: Measure, said: Mapping[str, Any], *, version: int) -> None:
    """Keep what came of a measure; raises ChangedMeanwhile for the second of two who do. What is corrected later is not
    counted again."""
    first, words = made.result is None, {**unseal(made), "outcome": said["outcome"]}
    change_version(
        session, made, version, result=said["result"], ended_on=today(), **seal(Measure, made.id, words),
    )
    if first:
        count(session, case, made.kind, made.result)
    log(session, "occupational_safety_measure_ended", cases=[case.id], kind=made.kind, result=made.result)
    session.flush()


def count(session: ViewerSession, case: CaseInView, kind: str, result: str | None) -> None:
    """Count a measure that began or ended."""
    session.add(MeasureCount(
        id=uuid4(), centre_id=case.centre_id, region=case.region or "", quarter=quarter_of(today()).first, kind=kind,
        result=result,
    ))

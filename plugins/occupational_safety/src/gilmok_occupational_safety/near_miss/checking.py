"""What the hub does with a report: look at it, say what it found, and propose a visit."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from gilmok.modules.site import Person, ViewerSession, change_version, log, now, today
from gilmok_occupational_safety.keeping import seal, unseal
from gilmok_occupational_safety.near_miss.codes import PASSED_ON, VISIT
from gilmok_occupational_safety.near_miss.models import NearMiss, NearMissCheck
from gilmok_occupational_safety.visits.asking import ask, of_report


def check(
    session: ViewerSession, report: NearMiss, found: Mapping[str, Any], *, version: int, same_as: UUID | None,
    by: Person, visits: bool,
) -> UUID | None:
    """Say what a check found; raises ChangedMeanwhile for the second of two who check it at once. Where a visit is
    proposed for the first time and `visits` are made, gives the request for it."""
    verdict, before = found["verdict"], report.verdict
    passed_to = found["passed_to"] if verdict == PASSED_ON else None
    change_version(
        session, report, version, verdict=verdict, passed_to=passed_to, same_as=same_as, checked_on=today(),
        checked_by_id=by.id,
    )
    key = uuid4()
    session.add(NearMissCheck(
        id=key, report_id=report.id, at=now(), by_id=by.id, verdict=verdict, passed_to=passed_to,
        **seal(NearMissCheck, key, {"note": found["note"]}),
    ))
    log(session, "occupational_safety_near_miss_checked", report=str(report.id), verdict=verdict)
    session.flush()
    if visits and verdict == VISIT and before != VISIT:
        return ask(session, of_report(report, unseal(report)), by=by).id
    return None

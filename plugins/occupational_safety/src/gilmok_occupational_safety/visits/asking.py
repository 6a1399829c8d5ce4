"""Asking for a visit: at the desk or by phone, out of a case, out of a near-miss report."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from gilmok.modules.site import CaseInView, Person, ViewerSession, atlas, log, now, today
from gilmok_occupational_safety.keeping import seal
from gilmok_occupational_safety.near_miss.models import MadeOfCase, NearMiss
from gilmok_occupational_safety.visits.codes import ASKED, NOT_ASKED, OF_CASE
from gilmok_occupational_safety.visits.models import Visit, VisitMove
from gilmok_occupational_safety.words import region_of_district

CHOSEN = ("district", "industry", "purpose", "asked_by", "agency", "consent")
WRITTEN = ("workplace", "contact", "about")


def ask(
    session: ViewerSession, said: Mapping[str, Any], *, by: Person, case: CaseInView | None = None
) -> Visit:
    """A new request, which goes to the hub of the district's region; on the case is kept that there is one."""
    key, region = uuid4(), region_of_district(said["district"], today())
    words = {name: said[name] for name in WRITTEN if said.get(name)}
    hub = atlas(session).acting_hub(region, today()).code
    visit = Visit(
        id=key, centre_id=hub, from_centre_id=by.centre_id or hub, region=region, asked_on=today(), state=ASKED,
        report_id=said.get("report_id"), version=1, **{name: said[name] for name in CHOSEN},
        **seal(Visit, key, words),
    )
    session.add(visit)
    session.flush()
    note_move(session, visit, {"note": ""}, by=by)
    if case:
        session.add(MadeOfCase(case_id=case.id, kind=OF_CASE, key=key, number="", on=today()))
    log(session, "occupational_safety_visit_asked", cases=[case.id] if case else [], visit=str(key))
    return visit


def note_move(session: ViewerSession, visit: Visit, said: Mapping[str, Any], *, by: Person) -> None:
    """Add to a visit's history how it stands now."""
    key = uuid4()
    session.add(VisitMove(
        id=key, visit_id=visit.id, at=now(), by_id=by.id, state=visit.state, visit_on=visit.visit_on,
        reason=visit.reason, **seal(VisitMove, key, {"note": said["note"]}),
    ))
    session.flush()


def of_report(report: NearMiss, words: Mapping[str, str]) -> dict[str, Any]:
    """The request that a check of a near-miss report proposes."""
    return {
        "district": report.district, "industry": report.industry, "purpose": "hazard_check", "asked_by": "report",
        "agency": None, "consent": NOT_ASKED, "workplace": words.get("employer", ""), "about": words.get("text", ""),
        "report_id": report.id,
    }


def prefilled(facts: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a request as far as a case tells them."""
    named = {"district": "workplace_district", "industry": "industry"}
    return {"asked_by": "worker", **{name: str(facts.get(fact) or "") for name, fact in named.items()}}

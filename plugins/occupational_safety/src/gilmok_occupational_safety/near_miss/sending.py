"""Storing a report: by anybody, at the desk, out of a case. Row security bounds it: to add, and to read nothing."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.dialects.postgresql import insert

from gilmok.modules.site import (
    CaseInView,
    Receipt,
    ViewerSession,
    atlas,
    form_key,
    log,
    read,
    receipt_of,
    today,
    vault,
)
from gilmok_occupational_safety.keeping import seal
from gilmok_occupational_safety.near_miss.codes import CASE, OF_CASE, WEB, WHAT, YES
from gilmok_occupational_safety.near_miss.models import MadeOfCase, NearMiss
from gilmok_occupational_safety.near_miss.schemas import FIELDS
from gilmok_occupational_safety.words import region_of_district

# The same form sent twice finds its row there already.
_sending = insert(NearMiss).on_conflict_do_nothing().inline()
_linking = insert(MadeOfCase).on_conflict_do_nothing().inline()
CHOSEN, WRITTEN = ("district", "kind", "hazard", "industry", "happened", "told_before"), ("text", "employer")


def receipt_here(typed: Mapping[str, str]) -> Receipt:
    """What identifies the form that this request sends: the same words under the same key are one report."""
    return receipt_of(WHAT, form_key(), {name: [typed.get(name, "")] for name in FIELDS}, vault=vault())


def send(session: ViewerSession, values: Mapping[str, Any], receipt: Receipt, *, way: str) -> str:
    """Store a report, its words sealed, once; gives the code of the centre that looks at it. Of what anybody sends,
    nothing is noted in the access log: it would keep their network address."""
    region, day = region_of_district(values["district"], today()), today()
    centre = atlas(session).acting_hub(region, day).code
    words = {name: values[name] for name in WRITTEN if values[name]}
    read(session, _sending, {
        "id": receipt.key, "number": receipt.number, "centre_id": centre, "region": region, "received_on": day,
        "way": way, "danger_now": values["danger_now"] == YES, "version": 1,
        **{name: values[name] for name in CHOSEN}, **seal(NearMiss, receipt.key, words),
    })
    if way != WEB:
        log(session, "occupational_safety_near_miss_noted", report=str(receipt.key))
    return centre


def send_of_case(session: ViewerSession, case: CaseInView, values: Mapping[str, Any], receipt: Receipt) -> str:
    """Store the report of a case, and on the case that there is one; the report itself does not name the case."""
    centre = send(session, values, receipt, way=CASE)
    read(session, _linking, {
        "case_id": case.id, "kind": OF_CASE, "key": receipt.key, "number": receipt.number, "on": today(),
    })
    log(session, "occupational_safety_near_miss_of_case", cases=[case.id])
    return centre


def prefilled(facts: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a report as far as a case tells them."""
    hazards = facts.get("occupational_safety.hazards") or ()
    before = facts.get("occupational_safety.told_before")
    return {
        "kind": "harmed", "hazard": str(hazards[0]) if isinstance(hazards, (list, tuple)) and hazards else "",
        "district": str(facts.get("workplace_district") or ""), "industry": str(facts.get("industry") or ""),
        "told_before": {True: "yes", False: "no"}.get(before, "unknown") if isinstance(before, bool) else "unknown",
    }

"""What anybody may do: send a report, look up how it stands, add to it. Row security bounds it: to add, and to read the
one state whose number and secret are brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hmac import compare_digest
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.modules.site import Centre, Receipt, Vault, ViewerSession, atlas, bring, proof_of, read, sealed, today
from gilmok_platform_freelance.reports.codes import RECEIVED, WHAT
from gilmok_platform_freelance.reports.marks import name_mark, number_mark
from gilmok_platform_freelance.reports.models import Report, ReportedCase, ReportState, ReportWords
from gilmok_platform_freelance.reports.months import month_of

# The same form sent twice finds its row there already.
_sending, _telling, _writing = (
    insert(table).on_conflict_do_nothing().inline() for table in (Report, ReportState, ReportWords)
)
_state = select(
    ReportState.proof, ReportState.report_id, ReportState.centre_id, ReportState.state, ReportState.authority,
    ReportState.done,
).where(ReportState.proof == bindparam("proof"))
_marking = insert(ReportedCase).on_conflict_do_nothing().returning(ReportedCase.mark)
_marked = select(ReportedCase.mark).where(ReportedCase.mark == bindparam("mark"))
NO_PROOF = bytes(16)
WRITTEN = ("company", "business_number", "text")


@dataclass(frozen=True)
class Sender:
    """How a report came, in which language, and where it goes: the region and the centre of its hub."""

    way: str
    language: str
    region: str
    centre: str


def hub_of(session: ViewerSession, region: str, on: date) -> Centre:
    """The centre that does a region's hub's work on a day: the hub, who took over from it, or the city's centre."""
    return atlas(session).acting_hub(region, on)


def send(
    session: ViewerSession, values: Mapping[str, Any], receipt: Receipt, sender: Sender, *, vault: Vault
) -> None:
    """Store a report, its words sealed, and what may be looked up of it; the same form once."""
    proof = proof_of(WHAT, receipt.number, receipt.secret, vault=vault)
    # So that the words may be added to this report.
    bring(session, proof)
    read(session, _sending, {
        "id": receipt.key, "number": receipt.number, "centre_id": sender.centre, "region": sender.region,
        "district": values["district"], "received_on": today(), "way": sender.way, "language": sender.language,
        "kind": values["kind"], "work": values["work"], "month": month_of(values["month"]),
        "name_mark": name_mark(values["company"], vault), "number_mark": number_mark(values["business_number"], vault),
        "version": 1,
    })
    read(session, _telling, {
        "proof": proof, "report_id": receipt.key, "centre_id": sender.centre, "state": RECEIVED,
    })
    write(session, receipt.key, receipt.key, {name: values[name] for name in WRITTEN if values[name]}, vault=vault)
    bring(session, b"")


def write(session: ViewerSession, report: UUID, key: UUID, words: Mapping[str, str], *, vault: Vault) -> None:
    """Add words to the report whose number and secret were brought; the same form once."""
    wrapped, fields = sealed(owner(key), words, vault)
    read(session, _writing, {"id": key, "report_id": report, "on": today(), "wrapped": wrapped, "fields": fields})


def look_up(session: ViewerSession, number: str, secret: str, *, vault: Vault) -> Row[Any] | None:
    """How the report of this number and secret stands; None where they do not belong together. Whether there is such a
    number makes no difference, not in time either."""
    proof = proof_of(WHAT, number, secret, vault=vault)
    bring(session, proof)
    found = read(session, _state, {"proof": proof}).one_or_none()
    return found if compare_digest(found.proof if found else NO_PROOF, proof) else None


def mark_case(session: ViewerSession, case: int, *, vault: Vault) -> bool:
    """Remember that a case was reported, by a digest alone; False where it was already."""
    return read(session, _marking, {"mark": case_mark(case, vault), "year": today().year}).scalar() is not None


def was_reported(session: ViewerSession, case: int, *, vault: Vault) -> bool:
    """Whether a case was reported."""
    return read(session, _marked, {"mark": case_mark(case, vault)}).scalar() is not None


def case_mark(case: int, vault: Vault) -> bytes:
    """The keyed digest of a case."""
    return vault.index(f"{WHAT}/case", str(case))


def owner(key: UUID) -> str:
    """The name under which the key of some words is wrapped."""
    return f"platform_freelance_report_words:{key}"

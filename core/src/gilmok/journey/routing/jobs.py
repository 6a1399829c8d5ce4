"""The proof behind each receipt: soon after a decision is stored, it is made again from its receipt and compared."""

import structlog
from procrastinate import JobContext
from sqlalchemy import select

from gilmok.ground.audit import log
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import jobs
from gilmok.journey.routing.models import DecisionReceipt
from gilmok.journey.routing.queries import precedence, rulebook_of
from gilmok.journey.routing.store import replay, to_record
from gilmok.modules.registry import Registry

# What a receipt says was decided; the rest of it is what it was decided from.
PROVEN = frozenset({"status", "triage", "target", "targets", "rules", "failed", "reasons", "ask"})


@jobs.task(pass_context=True)
def prove_receipt(context: JobContext, receipt: int) -> None:
    """Replay the decision of a receipt; one that comes out differently is logged for the operator."""
    told = context.additional_context
    with told["database"].session(JOB) as session:
        if replays(session, receipt, registry=told["registry"]) is False:
            structlog.get_logger().error("receipt differs", receipt=receipt)
        session.commit()


def replays(session: ViewerSession, receipt: int, *, registry: Registry) -> bool | None:
    """Whether the receipt's decision comes out the same; None where the rulebook is another one by now."""
    kept = session.scalar(select(DecisionReceipt).where(DecisionReceipt.id == receipt))
    rulebook = rulebook_of(registry, precedence(session))
    if kept is None or kept.receipt["rulebook"] != rulebook.version:
        return None
    again = replay(kept.receipt, rulebook)
    same = all(kept.receipt[name] == now for name, now in to_record(again).items() if name in PROVEN)
    if not same:
        log(session, "receipt_differs", cases=[kept.case_id], receipt=receipt)
    return same

"""The proof behind each receipt: soon after a decision is stored, it is made again from its receipt and compared.

The receipts that were not looked at yet are themselves what waits: a job for each would cost whoever takes a case in
more than the receipt, and the worker more than the proof.
"""

from collections.abc import Iterable

import structlog
from procrastinate import JobContext
from sqlalchemy import select

from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.db import JOB, ViewerSession
from gilmok.ground.jobs import jobs
from gilmok.journey.routing.models import PROPOSED, DecisionReceipt
from gilmok.journey.routing.queries import precedence, rulebook_of
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.store import replay, to_record
from gilmok.modules.registry import Registry

# What a receipt says was decided; the rest of it is what it was decided from.
PROVEN = frozenset({"status", "triage", "target", "targets", "rules", "failed", "reasons", "ask"})
TOGETHER = 500


@jobs.periodic(cron="* * * * *")
@jobs.task(queueing_lock="prove_receipts", pass_context=True)
def prove_receipts(context: JobContext, timestamp: int = 0) -> None:
    """Replay the decisions that were stored since the last time; one that comes out differently is logged for the
    operator."""
    told = context.additional_context
    found = TOGETHER
    while found == TOGETHER:
        with told["database"].session(JOB) as session:
            found = prove_next(session, told["registry"])
            session.commit()


def prove_next(session: ViewerSession, registry: Registry) -> int:
    """Look at the next receipts, and say how many there were."""
    waiting = DecisionReceipt.kind == PROPOSED, DecisionReceipt.replayed_at.is_(None)
    query = select(DecisionReceipt).where(*waiting).order_by(DecisionReceipt.id).limit(TOGETHER)
    found = session.scalars(query.with_for_update(skip_locked=True)).all()
    if found:
        tell_differing(session, found, rulebook_of(registry, precedence(session)))
    for kept in found:
        kept.replayed_at = now()
    return len(found)


def tell_differing(session: ViewerSession, found: Iterable[DecisionReceipt], rulebook: Rulebook) -> None:
    """Log each of these receipts that does not replay, in the access log and for the operator."""
    for kept in found:
        if not replays(kept, rulebook):
            structlog.get_logger().error("receipt differs", receipt=kept.id)
            log(session, "receipt_differs", cases=[kept.case_id], receipt=kept.id)


def replays(kept: DecisionReceipt, rulebook: Rulebook) -> bool:
    """Whether the receipt's decision comes out the same; nothing is said against one of another rulebook, and all
    against one that cannot be read or replayed."""
    try:
        if kept.receipt["rulebook"] != rulebook.version:
            return True
        again = to_record(replay(kept.receipt, rulebook))
    except Exception:
        # One that is broken must not keep the others from being looked at.
        return False
    return all(kept.receipt.get(name) == again[name] for name in PROVEN)

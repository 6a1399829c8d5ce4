"""What a decision needs from the database: the city's precedence, and with it rulebook, network and switches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from gilmok.journey.routing.models import DecisionReceipt, PrecedenceRow
from gilmok.journey.routing.route import Routed, route
from gilmok.journey.routing.rulebook import Precedence, Rulebook
from gilmok.journey.vocabulary import KNOWN_FACTS
from gilmok.modules.activation import Activations
from gilmok.modules.queries import activations
from gilmok.modules.registry import Registry
from gilmok.network.atlas import Atlas
from gilmok.network.queries import atlas

# Compiling takes some milliseconds; a few are kept, since tests have registries of their own.
_compiled: dict[tuple[int, tuple[Precedence, ...]], tuple[Registry, Rulebook]] = {}
KEPT = 8
_settled = select(PrecedenceRow).order_by(PrecedenceRow.id)


@dataclass(frozen=True)
class Engine:
    """The rulebook, the network and the switches as they are now."""

    rulebook: Rulebook
    atlas: Atlas
    activations: Activations

    def route(self, facts: Mapping[str, Any], on: date) -> Routed:
        """Where a case with these facts goes that is received on this day."""
        return route(facts, rulebook=self.rulebook, atlas=self.atlas, activations=self.activations, on=on)


def engine(session: Session, registry: Registry) -> Engine:
    """The engine as of now: three cheap queries, and the rest only after a change."""
    return Engine(rulebook_of(registry, precedence(session)), atlas(session), activations(session, registry))


def rulebook_of(registry: Registry, settled: tuple[Precedence, ...]) -> Rulebook:
    """The rulebook of the installed modules under these standing decisions."""
    key = id(registry), settled
    if key not in _compiled:
        if len(_compiled) >= KEPT:
            _compiled.clear()
        # The registry is kept beside it, so that its id is not given to another one.
        _compiled[key] = registry, Rulebook.of(registry, fields=KNOWN_FACTS, precedence=settled)
    return _compiled[key][1]


def precedence(session: Session) -> tuple[Precedence, ...]:
    """The city's standing decisions that count now: the newest row of each pair, unless it was withdrawn."""
    newest = {(row.winner, row.loser): row for row in session.scalars(_settled)}
    counting = (row for row in newest.values() if not row.withdrawn)
    return tuple(Precedence(winner=row.winner, loser=row.loser, note=row.note) for row in counting)


def decisions(session: Session, case_id: int) -> list[DecisionReceipt]:
    """All decisions about a case, the newest first."""
    of_case = select(DecisionReceipt).where(DecisionReceipt.case_id == case_id)
    return list(session.scalars(of_case.order_by(DecisionReceipt.id.desc())))


def open_proposals(session: Session, cases: Sequence[int]) -> dict[int, DecisionReceipt]:
    """The engine's newest decision about each of these cases."""
    newest = select(DecisionReceipt).where(DecisionReceipt.case_id.in_(cases), DecisionReceipt.kind == "proposed")
    return {kept.case_id: kept for kept in session.scalars(newest.order_by(DecisionReceipt.id))}

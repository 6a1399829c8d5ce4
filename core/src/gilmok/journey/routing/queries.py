"""What a decision needs from the database: the city's precedence, and with it rulebook, network and switches."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.orm import Session

from gilmok.ground.db import ViewerSession
from gilmok.ground.db import read as columns
from gilmok.journey.case.beside import ask_beside
from gilmok.journey.routing.models import DecisionReceipt, PrecedenceRow
from gilmok.journey.routing.route import Routed, route
from gilmok.journey.routing.rulebook import Precedence, Rulebook
from gilmok.journey.vocabulary import KNOWN_FACTS
from gilmok.law.calendar import Calendar
from gilmok.law.queries import DAYS_SAID, calendar_of
from gilmok.modules.activation import Activations
from gilmok.modules.models import ActivationVersion
from gilmok.modules.queries import activations_under
from gilmok.modules.registry import Registry
from gilmok.network.atlas import Atlas
from gilmok.network.models import NetworkVersion
from gilmok.network.queries import atlas_under

# Compiling takes some milliseconds; a few are kept, since tests have registries of their own.
_compiled: dict[tuple[int, tuple[Precedence, ...]], tuple[Registry, Rulebook]] = {}
KEPT = 8
_decisions = PrecedenceRow.winner, PrecedenceRow.loser, PrecedenceRow.note, PrecedenceRow.withdrawn
_settled = select(*_decisions).order_by(PrecedenceRow.id)
# Which network and which switches there are, and the city's decisions and words on days themselves: a few, if any.
_as_of_now = select(
    select(NetworkVersion.stamp).scalar_subquery().label("network"),
    select(ActivationVersion.version).scalar_subquery().label("version"),
    select(ActivationVersion.stamp).scalar_subquery().label("switches"),
    select(func.jsonb_agg(aggregate_order_by(func.jsonb_build_array(*_decisions), PrecedenceRow.id), type_=JSONB))
    .scalar_subquery().label("settled"),
    DAYS_SAID.label("days"),
)
# What counts now of a case's decisions.
_newest = (
    select(
        DecisionReceipt.kind, DecisionReceipt.status, DecisionReceipt.target, DecisionReceipt.centre_id,
        DecisionReceipt.receipt["ask"].label("ask"),
    )
    .where(DecisionReceipt.case_id == bindparam("case")).order_by(DecisionReceipt.id.desc()).limit(1)
)
ask_beside("decision", _newest)


@dataclass(frozen=True)
class Engine:
    """The rulebook, the network, the switches and the working days as they are now."""

    rulebook: Rulebook
    atlas: Atlas
    activations: Activations
    calendar: Calendar

    def route(self, facts: Mapping[str, Any], on: date, *, goes_on: date | None = None) -> Routed:
        """Where a case with these facts goes that is received on this day; `goes_on`: to a centre open on this later
        one."""
        return route(
            facts, rulebook=self.rulebook, atlas=self.atlas, activations=self.activations, on=on, goes_on=goes_on,
        )


def engine(session: ViewerSession, registry: Registry) -> Engine:
    """The engine as of now: one cheap query, and the rest only after a change."""
    now = columns(session, _as_of_now, {}).one()
    switches = activations_under(session, registry, version=now.version or 0, stamp=now.switches)
    rulebook = rulebook_of(registry, counting(now.settled or ()))
    return Engine(rulebook, atlas_under(session, now.network), switches, calendar_of(now.days or ()))


def rulebook_of(registry: Registry, settled: tuple[Precedence, ...]) -> Rulebook:
    """The rulebook of the installed modules under these standing decisions."""
    key = id(registry), settled
    found = _compiled.get(key)
    if found is None:
        if len(_compiled) >= KEPT:
            _compiled.clear()
        # The registry is kept beside it, so that its id is not given to another one.
        found = _compiled[key] = registry, Rulebook.of(registry, fields=KNOWN_FACTS, precedence=settled)
    return found[1]


def precedence(session: Session) -> tuple[Precedence, ...]:
    """The city's standing decisions that count now: the newest row of each pair, unless it was withdrawn."""
    return counting(session.execute(_settled).all())


def counting(rows: Iterable[Sequence[Any]]) -> tuple[Precedence, ...]:
    """The decisions that count, of all rows from the oldest to the newest."""
    newest = {(winner, loser): (note, withdrawn) for winner, loser, note, withdrawn in rows}
    return tuple(
        Precedence(winner=winner, loser=loser, note=note)
        for (winner, loser), (note, withdrawn) in newest.items() if not withdrawn
    )


def decisions(session: Session, case_id: int) -> list[DecisionReceipt]:
    """All decisions about a case, the newest first."""
    of_case = select(DecisionReceipt).where(DecisionReceipt.case_id == case_id)
    return list(session.scalars(of_case.order_by(DecisionReceipt.id.desc())))


def open_proposals(session: Session, cases: Sequence[int]) -> dict[int, DecisionReceipt]:
    """The engine's newest decision about each of these cases."""
    newest = select(DecisionReceipt).where(DecisionReceipt.case_id.in_(cases), DecisionReceipt.kind == "proposed")
    return {kept.case_id: kept for kept in session.scalars(newest.order_by(DecisionReceipt.id))}

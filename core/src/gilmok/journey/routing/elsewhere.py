"""Which cases would have gone elsewhere if other modules had been active: asked before a change is made."""

from collections.abc import Iterator

from sqlalchemy import select

from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.routing.queries import precedence, rulebook_of
from gilmok.journey.routing.route import Routed, route
from gilmok.journey.routing.store import restored
from gilmok.modules.activation import Activations
from gilmok.modules.moving import Moved, Place
from gilmok.modules.registry import Registry
from gilmok.network.queries import atlas

MOST = 10_000


def moved(session: ViewerSession, now: Activations, then: Activations, *, registry: Registry) -> Iterator[Moved]:
    """Each of the newest ten thousand cases whose target or centre would be another one."""
    known, rulebook = atlas(session), rulebook_of(registry, precedence(session))
    newest = select(Case.number, Case.received_on, Case.facts).order_by(Case.id.desc()).limit(MOST)
    for number, on, facts in session.execute(newest):
        before, after = (
            route(restored(facts), rulebook=rulebook, atlas=known, activations=each, on=on) for each in (now, then)
        )
        if place_of(before) != place_of(after):
            yield Moved(number, place_of(before), place_of(after))


def place_of(routed: Routed) -> Place:
    """Where a decision leads; a case for a person to sort stays where it is."""
    return Place(routed.decision.target, routed.placement.centre.code if routed.placement else None)

"""What the desk of a case adds to it, and what is known of the case by now."""

from typing import Any

from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case, DeskAnswers
from gilmok.journey.routing.route import completed
from gilmok.journey.routing.store import restored
from gilmok.modules import queries
from gilmok.modules.at_desk import AtDesk, as_of, declared_at
from gilmok.modules.current import registry
from gilmok.network.queries import atlas


def desk_of(session: ViewerSession, case: Case) -> AtDesk:
    """What the case has of its desk, judged as of the day on which it was received."""
    found = declared_at(registry(), case.target)
    if found.is_plain:
        return found
    now = queries.activations(session, registry())
    return as_of(found, now, region=case.region, on=case.received_on, centre=case.centre_id)


def known_facts(session: ViewerSession, case: Case) -> dict[str, Any]:
    """Every fact of the case: told at the intake, derived from that, and answered at the desk, but for sealed ones."""
    later = session.get(DeskAnswers, case.id)
    told = {**restored(case.facts), **(restored(later.known) if later else {})}
    return completed(told, atlas(session), case.received_on)

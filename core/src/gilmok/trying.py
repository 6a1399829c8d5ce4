"""What the kit for modules needs of the rooms above it: the whole application, its staff, and cases at a desk."""

from collections.abc import Mapping
from typing import Any

from gilmok.app import create_app
from gilmok.ground.access.models import Person
from gilmok.ground.clock import today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.demo.people import STAFF
from gilmok.journey.intake.intake import Intake
from gilmok.journey.intake.service import take_in
from gilmok.journey.routing.queries import engine
from gilmok.journey.routing.reading import Reader
from gilmok.journey.routing.service import stage_of
from gilmok.modules.registry import Registry

__all__ = ["STAFF", "case_from", "create_app", "destination"]


def case_from(
    session: ViewerSession, registry: Registry, facts: Mapping[str, Any], *, by: Person, vault: Vault
) -> Case:
    """A case with these facts, written as JSON, that this person has taken in: routed and stored, with no name."""
    routes = engine(session, registry)
    read, _errors = Reader(registry.facts, routes.atlas).read(facts, today=today())
    return take_in(session, Intake(facts=read), by=by, engine=routes, vault=vault)


def destination(session: ViewerSession, registry: Registry, facts: Mapping[str, Any]) -> tuple[str | None, str]:
    """To which desk a case with these facts would go today, and at which stage it would wait there."""
    routes = engine(session, registry)
    read, _errors = Reader(registry.facts, routes.atlas).read(facts, today=today())
    routed = routes.route(read, today())
    return routed.decision.target, stage_of(routed)

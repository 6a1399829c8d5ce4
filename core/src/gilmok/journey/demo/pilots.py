"""What the demonstration's city switched on beyond what is shipped, so that one sees it at work; the cases there."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from gilmok.ground import clock
from gilmok.ground.access.models import Person
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Database, ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import HELD, take
from gilmok.journey.case.showing import told_to_modules
from gilmok.journey.demo.cases import session_of
from gilmok.journey.demo.telling import somebody
from gilmok.journey.intake.consents import IDENTITY, SHARING
from gilmok.journey.intake.intake import Intake
from gilmok.journey.intake.service import take_in
from gilmok.journey.routing.queries import engine
from gilmok.modules.parts import CaseInView
from gilmok.modules.registry import Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

# Shipped off, for its start and scope follow from consultation with the city (H3).
MODULE, REGION, DAYS = "occupational_safety", "southwest", 90
NOTE = "가상 결정: 시연을 위해 서남권에서만 켰습니다. (made up)"
TAKES_IN, WORKS = "gwanak1", "nodong1"
# So many days ago, what was told, and the facts.
TOLD: tuple[tuple[int, str, dict[str, Any]], ...] = (
    (24, "비계에서 떨어져 허리를 다쳤습니다. 사장은 산재로 하지 말자고 합니다(가상).",
     {"topics": ("industrial_accident",), "industry": "construction", "workplace_district": "gwanak",
      f"{MODULE}.hazards": ("fall",), f"{MODULE}.employer_helps": False, f"{MODULE}.claim_filed": False}),
    (16, "손님이 욕을 하고 물건을 던지는데 계속 응대하라고 합니다(가상).",
     {"topics": ("harassment",), "industry": "retail", "workplace_district": "dongjak",
      f"{MODULE}.customer_abuse": True}),
    (13, "지게차에 발을 다쳐 쉬고 있습니다. 복귀가 걱정됩니다(가상).",
     {"topics": ("industrial_accident",), "industry": "logistics", "workplace_district": "gangseo",
      f"{MODULE}.hazards": ("struck",), f"{MODULE}.employer_helps": True, f"{MODULE}.claim_filed": True}),
)


def switch_on(session: ViewerSession, *, by: Person) -> None:
    """Switch safety and health on in one region, all of its parts."""
    begun = Activation(module=MODULE, region=REGION, starts_on=clock.today() - timedelta(days=DAYS))
    apply(session, [begun], by=by.id, note=NOTE)


def make_pilot_cases(
    database: Database, people: Mapping[str, Person], *, registry: Registry, vault: Vault, seed: int = 20
) -> int:
    """Take in some cases there, each taken up the next day where it was sent; says how many."""
    chance, by = Random(seed), people[TAKES_IN]
    for number, (days, story, facts) in enumerate(TOLD, start=9500):
        about = {"channel": "visit", "employment_type": "regular", **facts}
        intake = Intake(
            facts=about, person=somebody(chance, number), narrative=story, consents={IDENTITY: True, SHARING: True},
        )
        came = clock.now() - timedelta(days=days)
        with clock.at(came), session_of(database, by) as session:
            case = take_in(session, intake, by=by, engine=engine(session, registry), vault=vault)
            session.commit()
        with clock.at(came + timedelta(days=1)), session_of(database, people[WORKS]) as session:
            take(session, session.get_one(Case, case.id), by=people[WORKS])
            session.commit()
    return len(TOLD)


def cases_of(session: ViewerSession, module: str) -> Sequence[CaseInView]:
    """The open cases of a module's desks that somebody of the viewer's centre works on, the oldest first."""
    of_module = Case.target.startswith(f"{module}.", autoescape=True)
    here = (Case.centre_id == session.viewer.centre, Case.handler_id.is_not(None), Case.stage.in_(HELD))
    found = select(Case).where(of_module, *here).order_by(Case.received_at)
    return [told_to_modules(case) for case in session.scalars(found)]

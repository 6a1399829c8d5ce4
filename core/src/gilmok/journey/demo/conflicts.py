"""Made-up cases on which two rules disagree, so that a person has to sort them: a made-up decision of the city about
two desks contradicts the modules' own. It is taken back at once; what was decided by it stays."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from random import Random

from gilmok.ground.access.models import Person
from gilmok.ground.crypto import Vault
from gilmok.ground.db import JOB, Database, Viewer
from gilmok.journey.demo.telling import somebody
from gilmok.journey.intake.consents import IDENTITY, SHARING
from gilmok.journey.intake.intake import Intake
from gilmok.journey.intake.service import take_in
from gilmok.journey.routing.precedence import settle
from gilmok.journey.routing.queries import engine
from gilmok.modules.registry import Registry

NOTE = "가상 결정: 두 창구 중 어디가 먼저인지 협의 중입니다. (made up)"
# Who takes it in; which rules disagree; what is told, and the facts.
TOLD = (
    ("jungnang1", ("platform_freelance.fees_and_terms", "northeast.sewing"),
     "공임을 떼였습니다. 사업자등록이 있으니 근로자가 아니라고 합니다.",
     {"employment_type": "special", "industry": "sewing", "workplace_district": "jungnang"}),
    ("gwanak1", ("southwest.digital", "platform_freelance.fees_and_terms"),
     "게임 그래픽 외주를 납품했는데 대금을 못 받았습니다.",
     {"employment_type": "freelancer", "industry": "digital", "workplace_district": "gwanak"}),
)


def make_conflicts(
    database: Database, people: Mapping[str, Person], *, registry: Registry, vault: Vault, seed: int = 20
) -> int:
    """Take in a case of each; says how many."""
    chance = Random(seed)
    for number, (login, rules, story, facts) in enumerate(TOLD, start=9000):
        person, about = people[login], {"topics": ("unpaid_wages",), "channel": "phone", **facts}
        intake = Intake(
            facts=about, person=somebody(chance, number), narrative=story, consents={IDENTITY: True, SHARING: True},
        )
        viewer = Viewer(person=person.id, centre=person.centre_id)
        with disagreeing(database, *rules, registry=registry), database.session(viewer) as session:
            take_in(session, intake, by=person, engine=engine(session, registry), vault=vault)
            session.commit()
    return len(TOLD)


@contextmanager
def disagreeing(database: Database, winner: str, loser: str, *, registry: Registry) -> Iterator[None]:
    """Let the city's decision say so within the block, and take it back."""
    for withdrawn in (False, True):
        with database.session(JOB) as session:
            settle(session, winner, loser, note=NOTE, registry=registry, by=None, withdrawn=withdrawn)
            session.commit()
        if not withdrawn:
            yield

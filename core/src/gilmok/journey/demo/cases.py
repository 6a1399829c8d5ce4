"""The demonstration's cases: taken in through the same door as real ones, spread over the year that ends today."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random

from gilmok.ground import clock
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Database, Viewer, ViewerSession
from gilmok.journey.case import service as cases
from gilmok.journey.case.endings import CloseReason
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import Stage
from gilmok.journey.demo.stories import STORIES
from gilmok.journey.demo.telling import near, told
from gilmok.journey.intake.service import take_in
from gilmok.journey.routing.queries import engine
from gilmok.modules.registry import Registry

YEAR = 365


def make_cases(
    database: Database, people: Mapping[str, Person], *, count: int, registry: Registry, vault: Vault, seed: int = 20
) -> int:
    """Store `count` made-up cases, each in its own transaction, from the oldest to the newest; says how many."""
    chance = Random(seed)
    desks = [person for person in people.values() if person.centre_id and person.role != Role.MANAGER]
    moments = sorted(_moment(chance) for _ in range(count))
    for number, moment in enumerate(moments):
        person = chance.choice(desks)
        with clock.at(moment), session_of(database, person) as session:
            story = chance.choices(STORIES, [story.weight for story in STORIES])[0]
            running = engine(session, registry)
            intake = told(chance, story, near(chance, running.atlas, person.centre_id or ""), number, moment)
            case = take_in(session, intake, by=person, engine=running, vault=vault)
            live_on(session, chance, case, person, moment)
            session.commit()
    return count


def live_on(session: ViewerSession, chance: Random, case: Case, person: Person, moment: datetime) -> None:
    """What became of the case since: most older ones were taken up, many are closed."""
    age = (datetime.now(UTC) - moment).days
    if case.stage != Stage.WAITING or case.centre_id != person.centre_id or chance.random() > age / 20:
        return
    with clock.at(moment + timedelta(hours=2)):
        cases.take(session, case, by=person)
    if chance.random() < age / 120:
        with clock.at(moment + timedelta(days=min(age, chance.randint(1, 40)))):
            cases.close(session, case, chance.choice(list(CloseReason)[:4]), by=person)


def session_of(database: Database, person: Person) -> ViewerSession:
    """A session that works for this person."""
    return database.session(Viewer(person=person.id, centre=person.centre_id))


def _moment(chance: Random) -> datetime:
    """Some working moment of the year that ends now."""
    day = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) - timedelta(days=chance.randrange(YEAR))
    return min(day.replace(hour=chance.randrange(9), minute=chance.randrange(60)), datetime.now(UTC))


"""The demonstration's cases: taken in through the same door as real ones, spread over the year that ends today."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import text

from gilmok.ground import clock
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Database, Viewer, ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.case.sealed import key_of
from gilmok.journey.case.stages import Stage
from gilmok.journey.demo.lives import Diary, Life
from gilmok.journey.demo.living import live_on
from gilmok.journey.demo.stories import STORIES
from gilmok.journey.demo.telling import near, told
from gilmok.journey.intake.service import take_in
from gilmok.journey.routing.queries import engine
from gilmok.modules.registry import Registry

YEAR, SENT_TAKEN = 365, 0.4


def session_of(database: Database, person: Person) -> ViewerSession:
    """A session that works for this person."""
    return database.session(Viewer(person=person.id, centre=person.centre_id))


@dataclass(frozen=True)
class Maker:
    """What cases are made with, and who works at desks, by login."""

    database: Database
    desks: Sequence[Person]
    registry: Registry
    vault: Vault
    chance: Random
    now: datetime
    diary: Diary = field(default_factory=Diary)

    @contextmanager
    def working(self, person: Person) -> Iterator[ViewerSession]:
        """A session that works for this person, committed after the block."""
        with session_of(self.database, person) as session:
            # Nothing made up has to be on the disk before the next is made, and disks may be slow.
            session.execute(text("SET LOCAL synchronous_commit = off"), execution_options={"unscoped": "a setting"})
            yield session
            session.commit()

    def who_takes(self, case: Case, person: Person) -> Person | None:
        """Who may take the case: who took it in, or someone of the centre to which it was sent; of these only some."""
        if case.stage != Stage.WAITING:
            return None
        if case.centre_id == person.centre_id:
            return person
        there = [each for each in self.desks if each.centre_id == case.centre_id]
        return self.chance.choice(there) if there and self.chance.random() < SENT_TAKEN else None


def make_cases(
    database: Database, people: Mapping[str, Person], *, count: int, registry: Registry, vault: Vault, seed: int = 20
) -> int:
    """Store `count` made-up cases, each in its own transaction, from the oldest to the newest; says how many."""
    desks = [each for _login, each in sorted(people.items()) if each.centre_id and each.role != Role.MANAGER]
    maker = Maker(database, desks, registry, vault, Random(seed), clock.now())
    for number, moment in enumerate(sorted(_moment(maker.chance, maker.now) for _ in range(count))):
        make_case(maker, number, moment)
    return count


def make_case(maker: Maker, number: int, moment: datetime) -> None:
    """A case that is taken in at this moment, and what became of it since."""
    chance, person = maker.chance, maker.chance.choice(maker.desks)
    story = chance.choices(STORIES, [story.weight for story in STORIES])[0]
    with clock.at(moment), maker.working(person) as session:
        running = engine(session, maker.registry)
        intake = told(chance, story, near(chance, running.atlas, person.centre_id or ""), number, moment, maker.now)
        case = take_in(session, intake, by=person, engine=running, vault=maker.vault)
    taker = maker.who_takes(case, person)
    if taker is not None:
        with maker.working(taker) as session:
            case, key = session.get_one(Case, case.id), key_of(session, case.id, maker.vault)
            live_on(Life(session, chance, case, taker, key, running.atlas, moment, maker.now), maker.diary)


def _moment(chance: Random, now: datetime) -> datetime:
    """Some working moment of the year that ends now."""
    day = now.replace(minute=0, second=0, microsecond=0) - timedelta(days=chance.randrange(YEAR))
    return min(day.replace(hour=chance.randrange(9), minute=chance.randrange(60)), now)

"""The demonstration's courses and events: some took place, some are open, one is full. Nobody in them exists."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from random import Random
from uuid import uuid4

from gilmok.ground.access.models import Person
from gilmok.ground.clock import at, today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Database, ViewerSession
from gilmok.ground.fields.times import moment_of
from gilmok.journey.demo.cases import session_of
from gilmok.journey.demo.courses import COURSES, Course
from gilmok.journey.demo.telling import somebody
from gilmok.programmes.gatherings import attendance, seats, service
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registration
from gilmok.programmes.gatherings.rules import Session, State, sessions_of
from gilmok.programmes.gatherings.schemas import Told
from gilmok.programmes.people.someone import Someone

# Phone numbers of the same block as those of the made-up cases, beyond them: nobody is a client by accident.
FIRST_NUMBER = 5000


def make_gatherings(database: Database, people: Mapping[str, Person], *, vault: Vault, seed: int = 5) -> int:
    """Store the made-up courses and events of each centre that has a counsellor; says how many."""
    chance, made = Random(seed), 0
    for login in ("jungnang1", "gwanak1", "nodong1"):
        for course in COURSES:
            told = told_of(course)
            # Written down a month before it begins, as it would be.
            with at(told.sessions[0].at - timedelta(days=30)), session_of(database, people[login]) as session:
                gathering = service.make(session, told, by=people[login])
                service.publish(session, gathering, version=1)
                rows = list(register(session, chance, gathering, course, vault=vault, by=people[login]))
                attend(session, chance, gathering, rows, by=people[login])
                session.commit()
                made += 1
    return made


def told_of(course: Course) -> Told:
    """What is told of it, a session a week."""
    first = moment_of(today() + timedelta(days=course.days), time(course.hour))
    weeks = (first + timedelta(weeks=week) for week in range(course.sessions))
    sessions = tuple(
        Session(number=number, at=begins, until=begins + timedelta(hours=2), place="3층 교육실(가상)")
        for number, begins in enumerate(weeks, start=1)
    )
    return Told(
        title=course.title, kind=course.kind, programme=course.programme, about=course.about, for_whom=course.for_whom,
        places=course.places, open_until=None, public=course.public, sessions=sessions,
    )


def register(
    session: ViewerSession, chance: Random, gathering: Gathering, course: Course, *, vault: Vault, by: Person
) -> Iterable[Registration]:
    """Register made-up people; some of them come to several courses."""
    for _place in range(course.people):
        who = somebody(chance, FIRST_NUMBER + chance.randrange(60))
        someone = Someone(name=who["name"], phone=who["phone"])
        yield seats.register(session, gathering, someone, key=uuid4(), vault=vault, by=by)


def attend(
    session: ViewerSession, chance: Random, gathering: Gathering, rows: Iterable[Registration], *, by: Person
) -> None:
    """Tick most of those who have a place as present at each session that is over."""
    for each in sessions_of(gathering.sessions):
        there = [row for row in rows if row.state == State.REGISTERED and chance.random() < 0.8]
        if each.until < datetime.now(UTC):
            attendance.mark(session, gathering, each.number, there, there=True, by=by)

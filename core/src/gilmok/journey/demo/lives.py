"""What became of a made-up case since somebody took it: talks, days, a legal action, its end or what is to be done."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import uuid4

from gilmok.ground import clock
from gilmok.ground.access.models import Person
from gilmok.ground.clock import SEOUL
from gilmok.ground.crypto import FieldKey
from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case
from gilmok.journey.counselling.appointments import Booking, book
from gilmok.journey.counselling.talks import Talk, write_down
from gilmok.journey.counselling.tasks import Wording, add_task, set_done
from gilmok.journey.demo.plans import PLANS, USUAL, Plan
from gilmok.network.atlas import Atlas

# How many of something each person has.
Diary = Counter[tuple[str, int]]
MEETINGS, HOURS, WEEK = 4, (10, 14, 11, 16), 7
DUE_IN = (-1, 0, 0, 1, 2, 4, 7, 12)


@dataclass(frozen=True)
class Life:
    """A case in someone's hands, from the moment it was taken in until it ends, or, open, until now."""

    session: ViewerSession
    chance: Random
    case: Case
    person: Person
    sealing: FieldKey
    atlas: Atlas
    began: datetime
    until: datetime
    is_open: bool = True

    @property
    def plan(self) -> Plan:
        """What is done in such a case."""
        return PLANS.get(self.case.topic, USUAL)

    @property
    def action(self) -> tuple[str, str] | None:
        """Which legal action there may be, by kind and subkind; none for who gave no name."""
        return None if self.case.anonymous else self.plan.action


def talked(life: Life) -> None:
    """The first talk, and often another one."""
    plan = life.plan
    for hours, advised in ((2, plan.advised), (24 * life.chance.randint(5, 20), plan.later)):
        at = life.began + timedelta(hours=hours)
        if at > life.until or (hours > 2 and life.chance.random() < 0.4):
            return
        told = Talk(
            at=at, person_id=life.person.id, channel=life.chance.choice(("phone", "phone", "visit", "online")),
            topics=tuple(life.case.facts.get("topics", ())) or ("other",), advised=advised,
            minutes=life.chance.choice((15, 20, 30, 45)), they_do=plan.they_do, we_do=plan.we_do,
        )
        with clock.at(at):
            write_down(life.session, life.case, uuid4(), told, version=1, by=life.person, sealing=life.sealing)


def planned(life: Life, diary: Diary) -> None:
    """What is still to be done in an open case, some of it done; an appointment, while there is room in the week."""
    today = life.until.astimezone(SEOUL).date()
    for title in life.chance.sample(life.plan.tasks, life.chance.randint(0, 2)):
        due = today + timedelta(days=life.chance.choice(DUE_IN))
        with clock.at(life.until - timedelta(hours=life.chance.randint(1, 20))):
            what = Wording(title, life.person, due)
            task = add_task(life.session, life.case, what, by=life.person, sealing=life.sealing)
            if life.chance.random() < 0.6:
                set_done(life.session, life.case, task, done=True, by=life.person, sealing=life.sealing)
    if diary["meeting", life.person.id] < MEETINGS and life.chance.random() < 0.5:
        at = slot(today, diary["meeting", life.person.id])
        room = f"가상 상담실 {life.person.id}"
        booking = Booking(at=at, minutes=60, person_id=life.person.id, channel="visit", room=room)
        book(life.session, life.case, booking, by=life.person, sealing=life.sealing)
        diary["meeting", life.person.id] += 1


def slot(today: date, number: int) -> datetime:
    """The time of the appointment of this number: each on a working day of its own within the week."""
    days = [day for ahead in range(WEEK) if (day := today + timedelta(days=ahead)).weekday() < 5]
    return datetime.combine(days[number % len(days)], time(HOURS[number % len(HOURS)]), SEOUL)

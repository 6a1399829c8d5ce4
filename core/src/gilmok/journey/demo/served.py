"""The demonstration's job support and welfare links: made-up people, openings, agencies. Nobody in them exists."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Any
from uuid import uuid4

from gilmok.ground.access.models import Person
from gilmok.ground.clock import at, now, today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Database, ViewerSession
from gilmok.journey.demo.cases import session_of
from gilmok.journey.demo.telling import somebody
from gilmok.programmes.employment import guidance, openings, placing
from gilmok.programmes.employment.words import State
from gilmok.programmes.people import service
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.people.someone import Someone
from gilmok.programmes.welfare import directory, links
from gilmok.programmes.welfare.forms import Told

# Some of the numbers are those of people who came to courses, so that they are counted once.
FIRST_NUMBER = 5050
OPENINGS: tuple[dict[str, Any], ...] = (
    {"work": "물류센터 포장(가상)", "employer": "가상물류", "pay": 11_000, "pay_unit": "hour", "public": True},
    {"work": "사무 보조(가상)", "employer": "", "pay": 2_300_000, "pay_unit": "month", "hours_week": 40,
     "public": True},
    {"work": "주방 보조(가상)", "employer": "가상식당", "pay": 9_500, "pay_unit": "hour", "public": False},
)
AGENCIES: tuple[tuple[str, list[str]], ...] = (
    ("가상 종합사회복지관", ["livelihood", "housing", "care"]), ("가상 금융복지상담소", ["debt"]),
    ("가상 마음건강센터", ["health"]),
)
ENDS = (State.HIRED, State.APPLIED, State.NOT_HIRED)


def make_served(database: Database, people: Mapping[str, Person], *, vault: Vault, seed: int = 7) -> int:
    """Store made-up openings, people and links of some centres; says how many people."""
    chance, made = Random(seed), 0
    for login in ("jungnang1", "gwanak1"):
        # Two months ago, so that some of it is to be asked about today.
        with at(now() - timedelta(days=40)), session_of(database, people[login]) as session:
            made += len(served_at(session, chance, vault=vault, by=people[login]))
            session.commit()
    return made


def served_at(session: ViewerSession, chance: Random, *, vault: Vault, by: Person) -> list[ServedPerson]:
    """The made-up people of one centre, each guided, some placed, some linked."""
    jobs = [openings.make(session, opening(told), key=uuid4(), by=by) for told in OPENINGS]
    places = [directory.of_row(directory.add(session, agency(*told), key=uuid4(), by=by)) for told in AGENCIES]
    found = []
    for number in range(6):
        who = somebody(chance, FIRST_NUMBER + number)
        person = service.serve(
            session, Someone(name=who["name"], phone=who["phone"]), key=uuid4(), sensitive=True, vault=vault, by=by,
        )
        told = {"on": today(), "said": "가상 상담: 일자리를 찾고 있습니다.", "agreed": "이력서 가져오기",
                "next_on": today() + timedelta(days=38 + number), "linked": ("work24",)}
        guidance.keep(session, person, told, course=None, key=uuid4(), vault=vault, by=by)
        if number < len(ENDS):
            made = placing.propose(session, person, jobs[number % 2], today(), key=uuid4(), by=by)
            reason = "other_chosen" if ENDS[number] == State.NOT_HIRED else ""
            step = {"state": ENDS[number], "on": today(), "reason": reason}
            placing.move(session, person, made, step, version=1, by=by)
        place = places[number % len(places)]
        links.link(session, person, place, link(place.needs[0], number), key=uuid4(), vault=vault, by=by)
        found.append(person)
    return found


def opening(told: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that is told of a made-up opening."""
    return {"through": "employer", "district": "gwanak", "place": "", "hours": "월~금 9시~18시", "hours_day": None,
            "hours_week": None, "conditions": "", "source": "가상 통화", "valid_until": today() + timedelta(days=70),
            **told}


def agency(name: str, needs: list[str]) -> dict[str, Any]:
    """Everything that is told of a made-up agency."""
    return {"name": name, "needs": needs, "about": "가상의 기관입니다", "district": "", "phone": "01000000000",
            "since": None, "until": None, "checked_on": today()}


def link(need: str, number: int) -> Told:
    """A made-up link; the first ones are overdue by now."""
    how = ("sent", "told", "called")[number % 3]
    return Told(
        need=need, how=how, on=today(), due_on=today() + timedelta(days=37 + 2 * number),
        facts=None if how == "told" else True, handed="" if how == "told" else "가상으로 전달한 내용입니다.",
    )

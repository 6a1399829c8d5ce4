"""People served, openings and links for tests: written by staff of a centre."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from support.house import House
from support.page import Page

from gilmok.ground.clock import today
from gilmok.programmes.employment import openings
from gilmok.programmes.employment.models import JobOpening
from gilmok.programmes.people import service
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.people.someone import Someone
from gilmok.programmes.welfare import directory, links
from gilmok.programmes.welfare.forms import Told
from gilmok.programmes.welfare.models import WelfareLink

# Digits of a block that is given to nobody.
NAME, PHONE = "가상하나", "01000009999"
KEEPING, SENSITIVE = "취업지원·복지 연계를 위한 이름", "취업지원·복지 연계를 위한 민감정보"
AGENCY = "가상 복지관"


def served(
    house: House, name: str = NAME, phone: str = PHONE, *, login: str = "sangdam", sensitive: bool = False,
    key: UUID | None = None,
) -> ServedPerson:
    """Somebody whom staff took down."""
    with house.session(login) as session:
        found = service.serve(
            session, Someone(name=name, phone=phone), key=key or uuid4(), sensitive=sensitive,
            vault=house.installed.vault, by=house.people[login],
        )
        session.commit()
    return found


def opening(house: House, login: str = "sangdam", **more: Any) -> JobOpening:
    """An opening of this person's centre."""
    told: dict[str, Any] = {
        "employer": "가상상회", "through": "employer", "work": "가상 포장", "district": "gwanak", "place": "",
        "hours": "", "pay": 12_000, "pay_unit": "hour", "hours_day": None, "hours_week": None, "conditions": "",
        "source": "담당자와 통화", "valid_until": today() + timedelta(days=10), "public": True, **more,
    }
    with house.session(login) as session:
        made = openings.make(session, told, key=uuid4(), by=house.people[login])
        session.commit()
    return made


def linked(house: House, person: ServedPerson, login: str = "sangdam", **more: Any) -> WelfareLink:
    """A link of this person to a made-up agency of the centre's directory."""
    about: dict[str, Any] = {"need": "debt", "how": "told", "on": today(), "facts": None, "handed": "",
                             "due_on": today() + timedelta(days=14), **more}
    with house.session(login) as session:
        row = directory.add(session, agency_told(), key=uuid4(), by=house.people[login])
        made = links.link(
            session, person, directory.of_row(row), Told(**about), key=uuid4(), vault=house.installed.vault,
            by=house.people[login],
        )
        session.commit()
    return made


def agency_told(**more: Any) -> dict[str, Any]:
    """What is told of a made-up agency."""
    return {"name": AGENCY, "needs": ["debt", "health"], "about": "", "district": "", "phone": "", "since": None,
            "until": None, "checked_on": today(), **more}


def person_typed(page: Page, name: str = NAME, phone: str = PHONE, *, sensitive: str = "동의하지 않음") -> Page:
    """The fields of a person, filled; they agree to being kept."""
    page.fill("이름", name).fill("연락처", phone)
    return page.choose(KEEPING, "동의함").choose(SENSITIVE, sensitive)

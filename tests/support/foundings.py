"""Foundings for tests: begun and moved by staff, as the pages do."""

from datetime import date
from typing import Any

from support.house import House
from support.page import Browser, Page

from gilmok.programmes.organising import noting, service
from gilmok.programmes.organising.contact import Contact
from gilmok.programmes.organising.models import Founding
from gilmok.programmes.organising.schemas import Told
from gilmok.programmes.organising.stages import Stage

NAME = "가상정밀 노동조합"
# A number of a block that is given to nobody.
SOMEONE = Contact(name="가상하나", phone="01000008888")


def told(**more: Any) -> Told:
    """What is told of a made-up founding."""
    given: dict[str, Any] = {
        "name": NAME, "district": "gwanak", "area": "one_district", "kind": "enterprise", "industry": "manufacturing",
        "joining": 9,
    }
    return Told(**{**given, **more})


def begun(house: House, login: str = "sangdam", *, contact: Contact | None = None, **more: Any) -> Founding:
    """A founding of this person's centre."""
    by, vault = house.people[login], house.installed.vault
    with house.session(login) as session:
        made = service.begin(session, told(**more), by=by, vault=vault)
        if contact:
            service.keep_contact(session, made, contact, by=by, vault=vault)
        session.commit()
    return made


def moved(house: House, founding: Founding, *ways: tuple[Stage, date], login: str = "sangdam", **more: Any) -> Founding:
    """The founding after these moves."""
    with house.session(login) as session:
        found = session.get_one(Founding, founding.id)
        for to, on in ways:
            service.move(session, found, to, on=on, version=found.version, by=house.people[login], **more)
        session.commit()
    return found


def practised(house: House, founding: Founding, on: date, login: str = "sangdam") -> None:
    """An unfair labour practice is told of."""
    with house.session(login) as session:
        found = session.get_one(Founding, founding.id)
        noting.note_practice(session, found, on=on, kind="1", by=house.people[login])
        session.commit()


def filled(browser: Browser, **more: str) -> Page:
    """The form of a founding, filled in Korean; nobody is to be called."""
    page = browser.get("/unions/new")
    typed = {"가칭": NAME, "가입하려는 사람 수": "9명", "주된 사무소의 자치구": "관악구", "업종": "기타 제조", **more}
    for label, value in typed.items():
        page.fill(label, value)
    return page.choose("노조 형태", "기업별 노조")


def walked(browser: Browser, page: Page, way: str, day: str, on: date, **more: str) -> Page:
    """The page of a founding after a way was taken."""
    form = page.click(way).fill(day, on.isoformat())
    for label, value in more.items():
        form.fill(label, value)
    return form.press("기록")

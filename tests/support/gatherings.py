"""Gatherings for tests: made and published by staff, registered for at the desk."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from support.house import House
from support.page import Browser, Page

from gilmok.ground.clock import now, today
from gilmok.programmes.gatherings import seats, service
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registration
from gilmok.programmes.gatherings.rules import Session
from gilmok.programmes.gatherings.schemas import Told
from gilmok.programmes.people.someone import Someone

TITLE = "가상 노동법 교실"
# Digits of a block that is given to nobody.
PHONE = "01000009999"
DAY = today() + timedelta(days=8)


def sessions_from(at: datetime, count: int = 2) -> tuple[Session, ...]:
    """So many meetings of two hours, a day apart."""
    days = (at + timedelta(days=each) for each in range(count))
    return tuple(
        Session(number=number, at=day, until=day + timedelta(hours=2), place="3층 교육실")
        for number, day in enumerate(days, start=1)
    )


def told(at: datetime | None = None, *, count: int = 2, **more: Any) -> Told:
    """What is told of a made-up course that begins in a week, or at this moment."""
    begins = at or now().replace(hour=1, minute=0, second=0, microsecond=0) + timedelta(days=7)
    given: dict[str, Any] = {
        "title": TITLE, "kind": "labour_education", "programme": "C5", "about": "임금명세서를 함께 읽습니다.",
        "for_whom": "", "places": None, "open_until": None, "public": True, "sessions": sessions_from(begins, count),
    }
    return Told(**{**given, **more})


def gathered(
    house: House, login: str = "sangdam", *, published: bool = True, at: datetime | None = None, **more: Any
) -> Gathering:
    """A gathering of this person's centre."""
    with house.session(login) as session:
        made = service.make(session, told(at, **more), by=house.people[login])
        if published:
            service.publish(session, made, version=1)
        session.commit()
    return made


def registered(
    house: House, gathering: Gathering, name: str = "가상하나", phone: str = PHONE, *, login: str = "sangdam",
    key: UUID | None = None, email: str = "",
) -> Registration:
    """Somebody whom staff registered."""
    with house.session(login) as session:
        made = seats.register(
            session, gathering, Someone(name=name, phone=phone, email=email), key=key or uuid4(),
            vault=house.installed.vault, by=house.people[login],
        )
        session.commit()
    return made


def filled(browser: Browser, **more: str) -> Page:
    """The form of a gathering, filled with a course of two sessions and one place."""
    page = browser.get("/gatherings/new")
    typed = {
        "제목": "가상 노동법 교실", "종류": "노동교육", "사업 구분": "C5 노동자 교육 및 취업지원",
        "내용": "임금명세서를 함께 읽습니다.", "정원": "1",
        "날짜 (1)": DAY.isoformat(), "장소 (1)": "3층 교육실", "시작 (1)": "19:00", "끝 (1)": "21:00",
        "날짜 (2)": (DAY + timedelta(days=7)).isoformat(), "장소 (2)": "3층 교육실", "시작 (2)": "오후 7시",
        "끝 (2)": "2100", **more,
    }
    for label, value in typed.items():
        page.fill(label, value)
    return page

"""What the demonstration shows: reports, visits in every state, relief in cases; made once."""

from collections.abc import Sequence
from datetime import date

from flask import Flask
from gilmok_occupational_safety.demo import make
from gilmok_occupational_safety.near_miss.models import NearMiss
from gilmok_occupational_safety.relief.models import Measure
from gilmok_occupational_safety.visits.codes import STATES
from gilmok_occupational_safety.visits.models import Visit
from sqlalchemy import func, select
from support.casework import browser_of
from support.days import Days
from support.house import House, make_case

from gilmok.ground.db import ViewerSession
from gilmok.modules.demo import Demo
from gilmok.modules.parts import CaseInView
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

BASE, HUB = "/m/occupational_safety", "nodong"
LATE_IN_A_QUARTER = date(2026, 11, 25)


def test_it_fills_every_page_and_only_once(app: Flask, house: House, let_it_be: Days) -> None:
    let_it_be(LATE_IN_A_QUARTER)
    case = make_case(house, HUB, target="occupational_safety.relief_desk", region="southwest")
    seen = CaseInView(id=case.id, number=case.number, centre_id=case.centre_id, handler_id=None, region="southwest",
                      received_on=case.received_on, target=case.target, facts={})

    def cases(session: ViewerSession, _module: str) -> Sequence[CaseInView]:
        return [seen] if session.viewer.centre == case.centre_id else []

    people = {"nodong1": house.people[HUB], "gwanak1": house.people["sangdam"]}
    demo = Demo(people=people, database=house.installed.database, vault=house.installed.vault, cases=cases)
    make(demo)
    with house.job() as session:
        counts = [select(func.count()).select_from(each) for each in (NearMiss, Visit, Measure)]
        made = [session.scalar(each) for each in counts]
        assert set(session.scalars(select(Visit.state))) == set(STATES)
    make(demo)
    with house.job() as session:
        assert [session.scalar(each) for each in counts] == made

    with house.session("sicheong") as session:
        apply(session, [Activation(module="occupational_safety", region="southwest", starts_on=date(2020, 1, 1))],
              by=None, note="")
        session.commit()
    hub = browser_of(app, house, HUB)
    reports = hub.get(f"{BASE}/near-miss/")
    assert "지금 위험" in reports.text
    assert "가상금속" in reports.click(reports.rows()[0][0].split()[0]).text
    assert "2일 지남" in hub.get(f"{BASE}/visits/").text
    assert "요양급여 신청서를 함께 씀" in hub.get(f"{BASE}/relief/{case.number}/").text
    assert ["떨어짐·넘어짐", "6"] in browser_of(app, house, "sicheong").get(f"{BASE}/numbers/").rows()
    assert [row[0] for row in browser_of(app, house, "sangdam").get(f"{BASE}/visits/").rows()] == ["지어낸요양원"]

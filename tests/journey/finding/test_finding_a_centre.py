"""The page on which anybody finds the centre that helps: the same answer as for a case, and honest about hours."""

from datetime import datetime, time

import pytest
from flask import Flask
from sqlalchemy import select
from support.casework import taken_in
from support.house import House
from support.page import Browser

from gilmok.ground import clock
from gilmok.ground.clock import SEOUL
from gilmok.journey.finding.hours import Hours, OpenNow, Standing, open_now, read_hours
from gilmok.journey.routing.models import DecisionReceipt
from gilmok.law.calendar import Calendar
from gilmok.network.atlas import Atlas

GURO = "평일 09:00–18:00, 화·목요일 전화 야간상담 21:00까지"
VAGUE = "상담 10:00–18:00"
LUNCH = "평일 09:00–18:00 (점심시간 12:00–13:00 제외)"
LATE = "평일 09:00–18:00, 화요일은 21:00까지"


def at(day: int, hour: int, month: int = 11) -> datetime:
    """A moment of 2026; 26 November is a Thursday."""
    return datetime(2026, month, day, hour, tzinfo=SEOUL)


@pytest.mark.parametrize(("hours", "moment", "standing"), [
    (GURO, at(25, 10), Standing.OPEN), (GURO, at(25, 8), Standing.CLOSED), (GURO, at(25, 18), Standing.CLOSED),
    (GURO, at(26, 20), Standing.BY_PHONE), (GURO, at(26, 21), Standing.CLOSED),
    (GURO, at(28, 10), Standing.CLOSED), (GURO, at(25, 10, 12), Standing.CLOSED),
    (VAGUE, at(26, 10), Standing.OPEN), (VAGUE, at(28, 10), Standing.UNKNOWN), (VAGUE, at(25, 10, 12), Standing.CLOSED),
    (LUNCH, at(26, 12), Standing.CLOSED), (LUNCH, at(26, 13), Standing.OPEN), (LATE, at(24, 20), Standing.OPEN),
    ("", at(26, 10), Standing.UNKNOWN), ("예약 필요", at(26, 10), Standing.UNKNOWN),
])
def test_open_is_what_the_published_hours_say(hours: str, moment: datetime, standing: Standing) -> None:
    assert open_now(hours, moment, Calendar()).standing is standing


def test_when_it_opens_next_is_a_working_day() -> None:
    assert open_now(GURO, at(27, 20), Calendar()) == OpenNow(Standing.CLOSED, opens=at(30, 9))
    assert open_now(GURO, at(26, 7), Calendar()).opens == at(26, 9)


def test_over_lunch_it_says_what_is_known_and_what_is_not() -> None:
    assert open_now(LUNCH, at(26, 10), Calendar()) == OpenNow(Standing.OPEN, until=time(12))
    assert open_now(LUNCH, at(26, 12), Calendar()).opens == at(26, 13)
    assert open_now(GURO, at(26, 12), Calendar()) == OpenNow(Standing.OPEN, until=time(18), may_rest=True)


def test_every_sentence_of_hours_that_is_shipped_is_understood() -> None:
    sentences = {centre.hours_ko for centre in Atlas.shipped().network.centres} - {""}
    read = {sentence: read_hours(sentence) for sentence in sentences}
    assert [sentence for sentence, hours in read.items() if hours is None or hours.opens >= hours.closes] == []
    assert isinstance(read[GURO], Hours)


@pytest.mark.parametrize(("workplace", "home", "topic"), [
    ("gwanak", "jungnang", "unpaid_wages"), ("dongjak", "geumcheon", "industrial_accident"),
    ("outside_seoul", "outside_seoul", "severance_pay"), ("gangnam", "nowon", "unfair_trade"),
])
def test_it_is_the_centre_that_a_case_would_go_to(
    app: Flask, house: House, workplace: str, home: str, topic: str
) -> None:
    facts = {"workplace_district": workplace, "home_district": home, "topics": (topic,), "channel": "online"}
    unsaid = {"client_kind": None, "employment_type": None, "industry": None, "workplace_size": None}
    registry = app.extensions["registry"]
    case = taken_in(house, registry, consents={"sharing": True}, person={"name": "홍길동"}, **unsaid, **facts)
    with house.job() as session:
        named = session.scalars(select(DecisionReceipt.centre_id).where(DecisionReceipt.case_id == case.id)).one()
    page = Browser(app).get(f"/find?topic={topic}&workplace={workplace}&home={home}")
    assert page.tree.css_first("#helps").text() == Atlas.shipped().centres[named or ""].name_ko


def test_an_answer_has_all_that_one_needs_to_go_there(app: Flask, house: House) -> None:
    with clock.at(at(26, 11)):
        page = Browser(app).get("/find").fill("상담 분야", "해고나 징계를 당했어요")
        page = page.fill("일하는 곳의 자치구", "관악구").press("센터 찾기")
    links = {link.attributes["href"] for link in page.tree.css("main a[href^='tel:']")}
    assert {"tel:02-886-7900", "tel:1350"} <= links
    needed = {"남부순환로234길 37", "지금 열려 있습니다 (18:00까지)", "해고 통지서나 문자", "지방노동위원회"}
    assert {said for said in needed if said not in page.text} == set()


def test_where_nothing_is_open_it_says_so_and_what_is(app: Flask, house: House) -> None:
    with clock.at(at(26, 20)):
        page = Browser(app).get("/find?workplace=gwanak&home=guro&now=yes")
    assert "지금은 닫혀 있습니다" in page.text
    assert "구로구노동자종합지원센터 " in page.text
    with clock.at(at(28, 11)):
        assert "확인된 곳이 없습니다" in Browser(app).get("/find?workplace=gwanak&now=yes").text


def test_a_closed_hub_and_who_took_over_are_told(app: Flask, house: House) -> None:
    page = Browser(app).get("/find?topic=unpaid_wages&workplace=dongjak")
    assert page.tree.css_first("#helps").text() == "서울노동권익센터"
    assert "문을 닫았고" in page.text


@pytest.mark.parametrize(("asked", "said"), [
    ("topic=unpaid_wages&workplace=gwanak", "노동상담: "), ("topic=union&workplace=gangnam", "노동자 조직화지원: "),
    ("topic=unpaid_wages&work=sewing&workplace=nowon", "봉제 상담창구: "),
    ("topic=working_hours&work=it&workplace=gangnam", "IT 상담창구: "),
])
def test_it_says_which_desk_helps(app: Flask, house: House, asked: str, said: str) -> None:
    lines = [line.text() for line in Browser(app).get(f"/find?{asked}").tree.css("dl.facts div")]
    assert [line for line in lines if "이 일을 맡는 상담창구" in line and said in line]


def test_codes_of_nowhere_are_taken_for_no_answer(app: Flask, house: House) -> None:
    assert Browser(app).get("/find?topic=zz&workplace=%00&home=pusan").tree.css("#helps") == []


def test_an_address_cannot_say_where_the_languages_lead(app: Flask, house: House) -> None:
    page = Browser(app).get("/find?endpoint=x&_external=1&_scheme=javascript&topic=other&lang=ko")
    link = page.tree.css_first("a[hreflang=en]").attributes["href"] or ""
    assert link.startswith("/find?")
    assert link.endswith("topic=other&lang=en")


def test_in_english_the_way_is_asked_for_in_korean(app: Flask, house: House) -> None:
    page = Browser(app).get("/find?lang=en&topic=unpaid_wages&workplace=gwanak")
    assert page.heading == "Find your centre"
    assert "관악구 노동복지센터" in page.text

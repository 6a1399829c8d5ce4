"""A manager erases one person who asks for it: what goes, what stays, who may."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from support.casework import browser_of
from support.gatherings import gathered, registered
from support.house import House
from support.page import Page
from support.served import PHONE, linked, opening, served

from gilmok.ground.audit import AccessLog
from gilmok.ground.clock import now, today
from gilmok.programmes.employment import checks, guidance, placing
from gilmok.programmes.forgetting import forget_erased
from gilmok.programmes.gatherings.people_models import Registrant, Registration
from gilmok.programmes.people.models import ServedName, ServedPerson
from gilmok.programmes.spans import Span
from gilmok.programmes.together import people_in_all
from gilmok.programmes.welfare import links
from gilmok.programmes.welfare.models import WelfareLink, WelfareNote

SPAN = Span(today() - timedelta(days=40), today() + timedelta(days=40), {}, {})
ASKED, WITHDRAWN = "본인이 삭제를 요청함 (개인정보 보호법 제36조)", "본인이 동의를 철회함 (개인정보 보호법 제37조)"


def kept(house: House, *columns: Any) -> list[Any]:
    """What stands in the database, whoever may see it."""
    with house.job() as session:
        return [tuple(row) for row in session.execute(select(*columns))]


def asked(app: Flask, house: House, path: str) -> Page:
    """The page on which the manager is asked, from the person's page."""
    return browser_of(app, house, "senteojang").get(path).click("본인 요청으로 개인정보 삭제")


def people(house: House) -> int:
    """How many different people the centre counts."""
    with house.session("senteojang") as session:
        return people_in_all(session, SPAN, "gwanak")


def test_name_contact_and_sealed_texts_go_at_once_and_the_numbers_stay(app: Flask, house: House) -> None:
    person, over = served(house), registered(house, gathered(house, at=now() - timedelta(days=3)), phone=PHONE)
    linked(house, person, how="sent", facts=False, handed="빚 이야기")
    before = people(house)
    page = asked(app, house, f"/employment/people/{person.key}")
    refused = page.press("지금 삭제")
    assert (refused.status, refused.errors) == (422, ["사유를 선택해 주세요."])
    done = refused.choose("삭제 사유", WITHDRAWN).press("지금 삭제")
    assert (done.heading, done.messages) == ("이름 파기됨", ["삭제했습니다. 삭제한 사실을 본인에게 알려 주세요."])
    assert kept(house, ServedName.served_id) == kept(house, Registrant.registration_id) == []
    assert kept(house, WelfareNote.link_id) == []
    assert len(kept(house, WelfareLink.id)) == len(kept(house, Registration.id)) == 1
    rows = kept(house, AccessLog.person_id, AccessLog.about, AccessLog.action)
    about = {"served": [person.id], "registrations": [over.id], "why": "withdrawn"}
    assert [row[:2] for row in rows if row[2] == "person_erased"] == [(house.people["senteojang"].id, about)]
    forget_erased(SimpleNamespace(additional_context={"database": house.installed.database}))
    assert kept(house, ServedPerson.erased, ServedPerson.who) == kept(house, Registration.erased, Registration.who)
    assert kept(house, ServedPerson.erased, ServedPerson.who) != [(False, person.who)]
    assert people(house) == before == 1


def test_of_who_is_erased_nothing_is_asked_any_more(app: Flask, house: House) -> None:
    person, vault = served(house), house.installed.vault
    linked(house, person, due_on=today())
    told = {"on": today(), "next_on": today(), "linked": (), "said": "경비 일", "agreed": "이력서 쓰기"}
    with house.session("sangdam") as session:
        guidance.keep(session, person, told, course=None, key=uuid4(), vault=vault, by=house.people["sangdam"])
        job = placing.propose(session, person, opening(house), today(), key=uuid4(), by=house.people["sangdam"])
        hired = {"state": "hired", "on": today() - timedelta(days=40), "reason": ""}
        placing.move(session, person, job, hired, version=1, by=house.people["sangdam"])
        session.commit()

    def asked_for() -> list[int]:
        with house.session("sangdam") as session:
            lists = checks.waiting(session), guidance.steps(session), links.to_ask(session, vault=vault)
            return [*map(len, lists), links.overdue(session), len(links.ended(session, vault=vault))]

    assert asked_for() == [1, 1, 1, 1, 0]
    asked(app, house, f"/employment/people/{person.key}").choose("삭제 사유", ASKED).press("지금 삭제")
    assert asked_for() == [0, 0, 0, 0, 1]


def test_a_place_in_what_is_to_come_goes_to_the_first_who_waits(app: Flask, house: House) -> None:
    course = gathered(house, places=1)
    first, waiting = registered(house, course), registered(house, course, "가상두리", "01000008888")
    page = asked(app, house, f"/gatherings/{course.key}/registrations/{first.key}")
    assert "신청 취소: “가상 노동법 교실”" in page.text
    page.choose("삭제 사유", ASKED).press("지금 삭제")
    assert kept(house, Registrant.registration_id) == [(waiting.id,)]
    states = dict(kept(house, Registration.id, Registration.state))
    assert states == {first.id: "cancelled", waiting.id: "registered"}


def test_another_name_of_the_same_phone_and_another_centre_keep_theirs(app: Flask, house: House) -> None:
    person, namesake, elsewhere = served(house), served(house, "가상두리"), served(house, login="jungnang")
    page = asked(app, house, f"/employment/people/{person.key}")
    assert "이름이 다른 기록 1건은 그대로 남습니다." in page.text
    page.choose("삭제 사유", ASKED).press("지금 삭제")
    forget_erased(SimpleNamespace(additional_context={"database": house.installed.database}))
    assert sorted(kept(house, ServedName.served_id)) == [(namesake.id,), (elsewhere.id,)]
    assert set(kept(house, ServedPerson.who)) == {(person.who,)}


def test_the_same_form_twice_erases_once_and_a_later_page_has_nothing_to_ask(app: Flask, house: House) -> None:
    person = served(house)
    page = asked(app, house, f"/employment/people/{person.key}").choose("삭제 사유", ASKED)
    page.press("지금 삭제")
    assert page.press("지금 삭제").status == 200
    assert browser_of(app, house, "senteojang").get(f"/employment/people/{person.key}/erase").heading == "이름 파기됨"
    assert [row for row in kept(house, AccessLog.action) if row == ("person_erased",)] == [("person_erased",)]


@pytest.mark.parametrize(("login", "status"), [("sangdam", 403), ("nomusa", 403), ("jungnang_manager", 404)])
def test_nobody_but_the_manager_of_the_centre_erases(app: Flask, house: House, login: str, status: int) -> None:
    person, course = served(house), gathered(house)
    row = registered(house, course, "가상두리", "01000008888")
    browser = browser_of(app, house, login)
    for path in (f"/employment/people/{person.key}", f"/gatherings/{course.key}/registrations/{row.key}"):
        assert browser.client.get(f"{path}/erase").status_code == status
        if status == 403:
            assert "센터장이 이 화면에서 삭제합니다." in browser.get(path).text
            assert "개인정보 삭제" not in [link.text() for link in browser.get(path).tree.css("a")]


@pytest.mark.parametrize("table", [ServedName, Registrant])
def test_row_security_alone_lets_no_other_centre_remove_a_name(house: House, table: Any) -> None:
    served(house)
    registered(house, gathered(house))
    with house.session("jungnang_manager") as session:
        raw = table.__table__.delete()
        session.execute(raw, execution_options={"unscoped": "to see whether row security holds alone"})
        session.commit()
    assert len(kept(house, table.wrapped)) == 1

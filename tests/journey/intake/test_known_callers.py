"""Who calls again: what the desk is told of them, and what is noted of its telling."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update
from support.casework import browser_of, settled, taken_in
from support.house import House
from support.page import Page

from gilmok.ground.audit import AccessLog
from gilmok.journey.case.models import Case, Client, Consent, KnownContact
from gilmok.journey.case.queries import by_number
from gilmok.journey.case.service import send_to_centre

PHONE, NAME = "01000000001", "가상 하나"


def called_again(app: Flask, house: House, person: dict[str, Any], login: str = "sangdam") -> tuple[Case, Page]:
    """The earlier case of a person, and the intake of one with the same phone."""
    case = taken_in(house, app.extensions["registry"], person=person, consents={"identity": True})
    page = browser_of(app, house, login).get("/intake/")
    page.fill("연락처", PHONE).fill("이름", NAME).fill("태어난 해", "1980")
    return case, page.press("연결할 곳 보기")


@pytest.mark.parametrize("person", [{"phone": PHONE}, {"name": NAME, "birth_year": 1980}], ids=["phone", "name"])
def test_a_caller_of_whom_only_one_thing_is_known_is_told_of(app: Flask, house: House, person: dict[str, Any]) -> None:
    case, page = called_again(app, house, person)
    assert (page.status, case.number in page.text) == (200, True)


@pytest.mark.parametrize("name", ["가상하나", "가상  하나", "가 상하나"])
@pytest.mark.parametrize("login", ["sangdam", "jungnang"])
def test_spaces_within_a_name_do_not_matter(app: Flask, house: House, name: str, login: str) -> None:
    _case, page = called_again(app, house, {"name": name, "birth_year": 1980}, login)
    assert "이미 상담한 분일 수 있습니다" in page.text


@pytest.mark.parametrize("login", ["sangdam", "jungnang"])
def test_one_who_was_stored_with_a_space_in_the_index_is_still_known(app: Flask, house: House, login: str) -> None:
    person = {"name": "나길동", "birth_year": 1980}
    taken_in(house, app.extensions["registry"], person=person, consents={"identity": True})
    as_stored_before(house, "나 길동", 1980)
    page = browser_of(app, house, login).get("/intake/").fill("이름", "나길동").fill("태어난 해", "1980")
    assert "이미 상담한 분일 수 있습니다" in page.press("연결할 곳 보기").text


def as_stored_before(house: House, name: str, year: int) -> None:
    """The indexes of the only person as they were made when they held the name's spaces."""
    vault = house.installed.vault
    with house.job() as session:
        session.execute(update(Client).values(name_index=vault.index("name", name)))
        session.execute(update(KnownContact).values(digest=vault.index("known/name", f"{name} {year}")))
        session.commit()


def test_telling_of_an_earlier_case_is_in_the_access_log(app: Flask, house: House) -> None:
    case, _page = called_again(app, house, {"phone": PHONE})
    assert noted(house) == ([case.id], {"centres": []})


def test_telling_that_another_centre_knows_them_is_too(app: Flask, house: House) -> None:
    case, page = called_again(app, house, {"phone": PHONE}, "jungnang")
    assert case.number not in page.text
    assert noted(house) == ([], {"centres": ["gwanak"]})


def test_after_a_case_was_sent_the_centre_that_has_it_is_told_as_well(app: Flask, house: House) -> None:
    case, _page = called_again(app, house, {"phone": PHONE})
    with house.session("sangdam") as session:
        send_to_centre(session, by_number(session, case.number), "jungnang", by=house.people["sangdam"])
        session.commit()
    settled(house, case)
    page = browser_of(app, house, "nodong").get("/intake/").fill("연락처", PHONE)
    told = page.press("연결할 곳 보기").text
    assert "관악구" in told
    assert "중랑구" in told


def test_who_takes_a_case_in_without_having_looked_was_told_of_nobody(app: Flask, house: House) -> None:
    taken_in(house, app.extensions["registry"], person={"phone": PHONE}, consents={"identity": True})
    page = browser_of(app, house, "sangdam").get("/intake/").fill("주된 문제", "임금체불").fill("연락처", PHONE)
    page.typed["consent.identity"] = ["yes"]
    assert "이미 상담한 분" not in page.press("접수하기").text
    with house.job() as session:
        assert len(session.scalars(select(Case)).all()) == 2
        assert "likely_same_seen" not in session.scalars(select(AccessLog.action)).all()


def noted(house: House) -> tuple[list[int], dict[str, Any]]:
    with house.job() as session:
        row = session.scalars(select(AccessLog).where(AccessLog.action == "likely_same_seen")).one()
        return row.cases, row.about


def test_answers_that_are_added_later_bring_no_consent_with_them(app: Flask, house: House) -> None:
    person, refused = {"phone": PHONE}, {"identity": True, "sharing": False, "sensitive": False}
    case = taken_in(house, app.extensions["registry"], person=person, consents=refused)
    page = browser_of(app, house, "sangdam").get(f"/cases/{case.number}/questions")
    page.typed |= {f"consent.{kind}": ["yes"] for kind in refused} | {
        "union_member": ["yes"], "workplace_district": ["jungnang"], "home_district": ["jungnang"],
    }
    assert page.press("답변 저장").status == 200
    with house.session("sangdam") as session:
        kept = session.get_one(Case, case.id)
        assert (kept.centre_id, kept.facts.get("union_member")) == ("gwanak", None)
        assert {row.kind: row.given for row in session.scalars(select(Consent))} == refused

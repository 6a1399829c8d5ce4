"""The person of a case is sent on to a welfare agency: name and phone come along, consent is asked anew."""

from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select, text
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.served import AGENCY, KEEPING, SENSITIVE, agency_told

from gilmok.ground.audit import AccessLog
from gilmok.journey.case.models import Case
from gilmok.journey.referral.models import CaseWelfare
from gilmok.modules.registry import Registry
from gilmok.programmes.welfare import directory


@pytest.fixture
def case(house: House, rivals: Registry) -> Case:
    """A case with a person, at a centre whose directory has an agency."""
    with house.session("sangdam") as session:
        directory.add(session, agency_told(), key=uuid4(), by=house.people["sangdam"])
        session.commit()
    return taken_in(house, rivals, person=PERSON, consents={"identity": True})


def test_the_person_of_a_case_is_sent_on_and_the_case_remembers(app: Flask, house: House, case: Case) -> None:
    staff = browser_of(app, house, "sangdam")
    form = staff.get(f"/cases/{case.number}/welfare").click(f"이 기관으로 연계 : {AGENCY}")
    assert form.value("이름") == PERSON["name"]
    assert PERSON["name"] not in form.path
    with house.job() as session:
        assert "person_revealed" in session.scalars(select(AccessLog.action)).all()
    refused = form.press("연계 저장")
    assert "이름·연락처 수집·이용에 동의하는지 선택해 주세요." in refused.errors
    assert refused.value("이름") == PERSON["name"]
    refused.choose(KEEPING, "동의함").choose(SENSITIVE, "동의하지 않음").choose("필요한 도움", "채무")
    tab = refused.choose("연계 방법", "찾아갈 곳 안내(제공한 정보 없음)").press("연계 저장")
    assert "D-14" in tab.text
    link = tab.click(AGENCY)
    assert link.click(case.number).click("이력").status == 200
    with house.session("jungnang") as session:
        assert session.scalars(select(CaseWelfare)).all() == []
        assert session.scalar(text("SELECT count(*) FROM case_welfare"), execution_options={"unscoped": "wall"}) == 0


def test_another_centre_can_send_nobody_on_from_it(app: Flask, house: House, case: Case) -> None:
    client = browser_of(app, house, "jungnang").client
    for path in ("", "/northern_comwel"):
        assert client.get(f"/cases/{case.number}/welfare{path}").status_code == 404

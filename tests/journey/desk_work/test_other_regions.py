"""The desks of downtown, southeast and southwest: what a case of each is shown, and which time limit it has."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from support.casework import browser_of, taken_in
from support.house import PASSWORD, House
from support.page import Page

from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person

from .test_desk_work import listed

Facts = dict[str, object]
Show = Callable[[Facts, str], Page]

PIECES = {"industry": "urban_manufacturing", "workplace_district": "jung", "downtown.manufacturing_pay": ("piece",)}
RIDER = {
    "employment_type": "platform", "workplace_district": "mapo", "topics": ("unfair_trade",),
    "downtown.platform_account_status": "suspended",
}
CODER = {
    "industry": "it", "workplace_district": "gangnam", "topics": ("working_hours",), "employment_type": "regular",
    "southeast.it_income_form": "insured", "southeast.it_command": "client",
}
LORRY = {
    "industry": "transport", "workplace_district": "songpa", "topics": ("unfair_trade",), "employment_type": "special",
    "southeast.transport_role": "lorry", "southeast.transport_goods": "cement",
}
CLOSED = {
    "industry": "digital", "workplace_district": "guro", "topics": ("unpaid_wages",), "still_employed": False,
    "event_date": date(2025, 11, 10), "southwest.digital_closure_signs": ("office_closed",),
}
LAB = {
    "industry": "rnd", "workplace_district": "gwanak", "topics": ("discipline_dismissal",),
    "southwest.rnd_noncompete": True, "southwest.rnd_invention": False,
}
HUBS = {"jung": "downtown_hub", "mapo": "downtown_hub", "gangnam": "southeast_hub", "songpa": "southeast_hub"}


@pytest.fixture
def show(app: Flask, house: House) -> Show:
    """Takes such a case in where it belongs, and gives the page of this tab: `show(RIDER, "desk")`."""

    def shown(facts: Facts, tab: str) -> Page:
        centre = HUBS.get(str(facts["workplace_district"]), "labour_rights_centre")
        with house.job() as session:
            house.people[centre] = make_person(
                session, centre, password=PASSWORD, name="권역 담당", role=Role.COUNSELLOR, centre=centre,
            )
            session.commit()
        case = taken_in(house, app.extensions["registry"], centre, **facts)
        return browser_of(app, house, centre).get(f"/cases/{case.number}/{tab}")

    return shown


@pytest.mark.parametrize(("facts", "shown", "left_out"), [
    (PIECES, "개수임금을 시급으로 환산하기", "화학물질이나 방호장치 없는 기계: 노동안전보건 창구와 상의하기"),
    (RIDER, "회사에 계정 제한 사유와 정산 내역 묻기", "산재보험: 18개 직종에 드는지 확인하기"),
    (CODER, "실제 지시자 정리하기: 불법파견 검토", "프리랜서인지 근로자인지 먼저 살펴보기"),
    (LORRY, "받은 운임과 안전운임 비교하기", "사고: 산재보험 대상인지 확인하기"),
    (CLOSED, "폐업: 도산등사실인정을 신청할지 정하기", "고객 폭언: 보호조치를 서면으로 요청하기"),
    (LAB, "회사의 경고에 답하기: 근거와 대가 묻기", "직무발명 보상금 추정하기"),
])
def test_a_case_is_shown_the_steps_that_concern_it(
    show: Show, facts: Facts, shown: str, left_out: str
) -> None:
    steps = listed(show(facts, "desk"))
    assert shown in steps
    assert left_out not in steps


@pytest.mark.parametrize(("facts", "limit", "instead_of"), [
    (RIDER, "플랫폼 정산금 소멸시효", "용역대금(프리랜서 보수) 소멸시효"),
    (LORRY, "프리랜서 보수·운임 소멸시효", "용역대금(프리랜서 보수) 소멸시효"),
    (CLOSED, "문 닫은 회사의 도산등사실인정 신청", "도산등사실인정 신청"),
])
def test_the_limit_of_the_desk_stands_among_those_of_the_case(
    show: Show, facts: Facts, limit: str, instead_of: str
) -> None:
    limits = show(facts, "clocks").text
    assert limit in limits
    assert instead_of not in limits.replace(limit, "")

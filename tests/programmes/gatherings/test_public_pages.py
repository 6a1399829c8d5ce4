"""What everybody sees without a login: what is announced, searched by place and kind, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from icalendar import Calendar
from sqlalchemy import func, select
from support.gatherings import TITLE, gathered, registered
from support.house import House
from support.page import Browser

from gilmok.programmes.gatherings.people_models import Registrant

CONSENT = "강좌·행사 신청을"


def test_only_what_is_announced_is_there(visitor: Browser, house: House) -> None:
    shown = gathered(house, title="가상 공개 강좌")
    hidden = [
        gathered(house, title="가상 미공개", published=False), gathered(house, title="가상 직원용", public=False),
    ]
    past = gathered(house, title="가상 지난 강좌", at=datetime(2026, 1, 5, 1, tzinfo=UTC))
    listed = visitor.get("/programmes/").text
    assert "가상 공개 강좌" in listed
    assert not [each.title for each in (*hidden, past) if each.title in listed]
    assert [visitor.get(f"/programmes/{each.key}").status for each in (shown, past, *hidden)] == [200, 200, 404, 404]


@pytest.mark.parametrize(("asked", "found"), [
    ({}, 2), ({"district": "gwanak"}, 1), ({"district": "jungnang"}, 1), ({"district": "mapo"}, 0),
    ({"centre": "gwanak"}, 1), ({"centre": "gwanak", "district": "jungnang"}, 0), ({"kind": "culture"}, 1),
    ({"kind": "x"}, 0), ({"centre": "' OR 1=1"}, 0),
])
def test_the_calendar_is_searched_by_district_centre_and_kind(
    visitor: Browser, house: House, asked: dict[str, str], found: int
) -> None:
    gathered(house)
    gathered(house, "jungnang", kind="culture", programme="C6", title=f"{TITLE} 둘")
    assert visitor.get("/programmes/", query_string=asked).text.count(TITLE) == found


def test_a_calendar_file_tells_each_session_and_no_person(visitor: Browser, staff: Browser, house: House) -> None:
    made = gathered(house, places=5)
    registered(house, made)
    gathered(house, title="가상 직원용", public=False)
    paths = (f"/programmes/{made.key}.ics", "/programmes/centres/gwanak.ics")
    for path in paths:
        answer = visitor.client.get(path)
        events = Calendar.from_ical(answer.data).walk("VEVENT")
        assert [str(each["summary"]) for each in events] == [f"{TITLE} (2회차 중 {n}회차)" for n in (1, 2)]
        assert "3층 교육실" in str(events[0]["location"])
        assert "가상하나" not in answer.text
    assert len(Calendar.from_ical(staff.client.get("/gatherings/calendar.ics").data).walk("VEVENT")) == 4
    assert visitor.get("/programmes/centres/nowhere.ics").status == 404


def test_no_place_without_consent_and_nothing_typed_is_lost(visitor: Browser, house: House) -> None:
    page = visitor.get(f"/programmes/{gathered(house).key}")
    assert not page.tree.css("input[name=consent][checked]")
    page = page.fill("이름", "가상하나").fill("연락처", "010-0000-0001").choose(CONSENT, "동의하지 않음").press("신청")
    assert page.status == 422
    assert page.errors == ["이름·연락처 수집·이용에 동의해야 자리를 잡아 둘 수 있습니다."]
    assert page.value("이름") == "가상하나"


@pytest.mark.parametrize(("label", "typed"), [
    ("이름", "홍길동 900101-1234567"), ("연락처", "123"), ("연락처", ""), ("전자우편", "no address"),
])
def test_what_is_wrong_is_said_beside_its_field(visitor: Browser, house: House, label: str, typed: str) -> None:
    page = visitor.get(f"/programmes/{gathered(house).key}").fill("이름", "가상하나").fill("연락처", "010-0000-0001")
    page = page.fill(label, typed).choose(CONSENT, "동의함").press("신청")
    assert (page.status, bool(page.error(label))) == (422, True)
    assert "1234567" not in page.value("이름")


@pytest.mark.parametrize("wrong", [("AAAAAAAA", ""), ("", ""), ("가나다", "라마바"), ("A" * 20, "9" * 20)])
def test_a_wrong_slip_leads_nowhere(visitor: Browser, house: House, wrong: tuple[str, str]) -> None:
    made = gathered(house)
    row = registered(house, made)
    page = visitor.get(f"/programmes/{made.key}/slip")
    page = page.fill("신청번호", wrong[0] or row.number).fill("확인코드", wrong[1]).press("확인하기")
    assert page.status == 422
    assert page.errors == ["신청번호와 확인코드가 맞는 신청이 없습니다. 둘 다 확인해 주세요."]


def test_a_slip_opens_nothing_at_another_gathering(visitor: Browser, staff: Browser, house: House) -> None:
    made, other = gathered(house), gathered(house)
    row = registered(house, made)
    slip = staff.get(f"/gatherings/{made.key}/registrations/{row.key}")
    secret = [each.text() for each in slip.tree.css(".facts dd")][1]
    for gathering, status in ((other, 422), (made, 200)):
        page = visitor.get(f"/programmes/{gathering.key}/slip").fill("신청번호", row.number).fill("확인코드", secret)
        assert page.press("확인하기").status == status


def test_registration_closes_when_it_begins(visitor: Browser, house: House) -> None:
    page = visitor.get(f"/programmes/{gathered(house, at=datetime(2026, 1, 5, 1, tzinfo=UTC)).key}")
    assert "신청이 마감되었습니다." in page.text
    assert page.tree.css_first("input[name=name]") is None


def test_a_form_without_its_token_registers_nobody(visitor: Browser, house: House) -> None:
    made = gathered(house)
    assert visitor.client.post(f"/programmes/{made.key}", data={"name": "가상하나"}).status_code == 400


@pytest.mark.usefixtures("still")
def test_a_flood_of_one_address_is_refused(app: Flask, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.extensions, "settings", replace(house.installed.settings, visitor_pages=2))
    client = app.test_client()
    assert [client.get("/programmes/").status_code for _nth in range(3)] == [200, 200, 429]


def test_who_goes_back_and_registers_somebody_else_registers_both(visitor: Browser, house: House) -> None:
    gathering = gathered(house)
    page = visitor.get(f"/programmes/{gathering.key}")
    hidden = {each.attributes["name"]: each.attributes.get("value", "") for each in page.tree.css("input[type=hidden]")}
    for name, phone in (("가상하나", "010-0000-9999"), ("가상둘", "010-0000-8888"), ("가상둘", "010-0000-8888")):
        told = {**hidden, "name": name, "phone": phone, "consent": "yes"}
        assert visitor.client.post(f"/programmes/{gathering.key}", data=told).status_code == 200
    with house.job() as session:
        assert session.scalar(select(func.count()).select_from(Registrant)) == 2

"""Appointments: booked on a case, never twice, seen by week, taken along as a calendar file."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from icalendar import Calendar
from sqlalchemy import select
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser, Page

from gilmok.ground.clock import today
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import send_to_centre
from gilmok.journey.counselling.appointment_models import Appointment

# A Wednesday that has not come yet.
DAY = today() + timedelta(days=9 - today().weekday())


def booked(browser: Browser, case: Case, time: str = "14:30", *, day: date = DAY, **more: str) -> Page:
    """What an attempt to book an hour leads to."""
    page = browser.get(f"/cases/{case.number}/counselling/").click("예약하기")
    for label, value in {"날짜": day.isoformat(), "시작 시각": time, **more}.items():
        page.fill(label, value)
    return page.press("예약 저장")


def test_an_appointment_is_booked_cancelled_and_undone(counsellor: Browser, case: Case) -> None:
    page = booked(counsellor, case, 상담실="상담실 1")
    assert page.messages == ["예약했습니다."]
    assert "14:30–15:30 · sangdam 담당 · 방문 · 상담실 1" in page.text
    cancel = next(each.text() for each in page.tree.css("button") if "예약 취소" in each.text())
    page = page.press(" ".join(cancel.split()).replace("취소:", "취소 :"))
    assert page.messages == ["예약을 취소했습니다. 그 시간은 다시 비었습니다."]
    undo = next(each.text() for each in page.tree.css("button") if "되돌리기" in each.text())
    assert page.press(" ".join(undo.split()).replace("되돌리기:", "되돌리기 :")).messages == ["예약했습니다."]


@pytest.mark.parametrize(("time", "length", "free"), [
    ("13:30", "60분", True), ("15:30", "60분", True), ("13:30", "90분", False), ("15:15", "15분", False),
    ("14:00", "180분", False), ("14:45", "15분", False),
])
def test_nobody_is_booked_twice_at_a_time(
    counsellor: Browser, case: Case, time: str, length: str, free: bool
) -> None:
    booked(counsellor, case)
    page = booked(counsellor, case, time, **{"걸리는 시간": length})
    assert (page.status == 200) is free
    assert free or page.error("상담할 사람") == "그 시간에 이미 다른 예약이 있는 사람입니다."
    assert free or page.value("시작 시각") == time


def test_a_room_is_booked_once_at_a_time(counsellor: Browser, app: Flask, house: House, case: Case) -> None:
    booked(counsellor, case, 상담실="상담실 1")
    colleague = browser_of(app, house, "nomusa")
    page = booked(colleague, case, 상담실="상담실 1", **{"상담할 사람": "nomusa 담당"})
    assert page.error("상담실") == "그 시간에 이미 예약된 상담실입니다."
    assert booked(colleague, case, 상담실="상담실 2", **{"상담할 사람": "nomusa 담당"}).status == 200
    assert booked(colleague, case, **{"상담할 사람": "senteojang 담당"}).status == 200


def test_a_room_of_the_same_name_elsewhere_is_another_room(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    other = taken_in(house, app.extensions["registry"], "jungnang", person=PERSON)
    booked(counsellor, case, 상담실="상담실 1")
    assert booked(browser_of(app, house, "jungnang"), other, 상담실="상담실 1").status == 200


def test_what_is_cancelled_takes_no_time_and_cannot_come_back_into_a_taken_one(
    counsellor: Browser, case: Case, house: House
) -> None:
    page = booked(counsellor, case)
    with house.job() as session:
        key = session.scalars(select(Appointment.key)).one()
    form = {"csrf_token": page.tree.css_first("meta[name=csrf-token]").attributes["content"] or ""}
    path = f"/cases/{case.number}/appointments/{key}"
    counsellor.client.post(f"{path}/cancel", data=form)
    booked(counsellor, case)
    page = counsellor.post(f"{path}/undo", {"csrf_token": [form["csrf_token"]]})
    assert page.messages[-1] == "그 시간에 이미 다른 예약이 있는 사람입니다."


def test_what_is_wrong_is_said_beside_its_field(counsellor: Browser, case: Case) -> None:
    assert booked(counsellor, case, "0:00", day=today()).error("시작 시각") == "이미 지난 시각입니다."
    assert booked(counsellor, case, "25:00").status == 422
    assert booked(counsellor, case, 상담실="850101-1234567").error("상담실")


def test_the_week_of_the_centre_shows_numbers_and_no_names(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    booked(counsellor, case, 상담실="상담실 1")
    browser = browser_of(app, house, "senteojang")
    page = browser.get("/").click("예약")
    assert (page.status, case.number in page.text) == (200, False)
    page = page.click("다음 주")
    assert f"14:30–15:30 {case.number} · sangdam 담당 · 방문 · 상담실 1" in page.text
    assert "홍" not in page.text
    assert case.number not in page.click("내 예약").text
    assert case.number not in browser_of(app, house, "jungnang").get(f"/appointments/?on={DAY}").text


def test_the_week_is_found_by_any_of_its_days_in_english_too(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    booked(counsellor, case)
    page = browser_of(app, house, "nomusa", "en").get("/appointments/").fill("Week of the day", DAY.isoformat())
    assert case.number in page.press("Show").text
    assert page.fill("Week of the day", "2026-13-40").press("Show").status == 422


def test_a_calendar_file_tells_of_no_person(counsellor: Browser, case: Case) -> None:
    booked(counsellor, case, 상담실="상담실 1")
    answer = counsellor.client.get(f"/appointments/week.ics?on={DAY}")
    event = Calendar.from_ical(answer.data).walk("VEVENT")[0]
    assert answer.mimetype == "text/calendar"
    assert str(event["summary"]) == f"상담 {case.number}"
    assert str(event["location"]).endswith("상담실 1")
    assert f"{event.decoded('dtstart'):%H:%M}" == "05:30"
    assert "홍길동" not in answer.text


def test_one_appointment_is_a_file_of_its_own(counsellor: Browser, case: Case) -> None:
    page = booked(counsellor, case)
    link = next(each for each in page.tree.css("a") if (each.attributes["href"] or "").endswith(".ics"))
    assert len(Calendar.from_ical(counsellor.client.get(link.attributes["href"]).data).walk("VEVENT")) == 1
    assert counsellor.get(f"/cases/{case.number}/appointments/{uuid4()}.ics").status == 404


def test_history_tells_of_appointments(counsellor: Browser, case: Case) -> None:
    assert "예약함" in booked(counsellor, case).click("이력").text


def test_the_centre_that_sent_a_case_on_sees_its_appointments_no_more(
    counsellor: Browser, house: House, case: Case
) -> None:
    booked(counsellor, case)
    with house.session("sangdam") as session:
        send_to_centre(session, session.get_one(Case, case.id), "jungnang", by=house.people["sangdam"])
        session.commit()
    assert case.number not in counsellor.get(f"/appointments/?on={DAY}").text
    with house.session("sangdam") as session:
        assert session.scalars(select(Appointment)).all() == []


def test_the_week_says_which_days_it_is_and_how_much_is_booked(counsellor: Browser, case: Case) -> None:
    booked(counsellor, case)
    booked(counsellor, case, "16:30")
    text = counsellor.get(f"/appointments/?on={DAY}").text
    monday, sunday = DAY - timedelta(days=2), DAY + timedelta(days=4)
    days = " – ".join(f"{day.year}. {day.month}. {day.day}." for day in (monday, sunday))
    assert f"{days} · 예약 2건" in text


def test_the_week_of_one_colleague_stays_theirs_from_week_to_week(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    booked(counsellor, case)
    booked(counsellor, case, **{"상담할 사람": "nomusa 담당"})
    page = browser_of(app, house, "senteojang").get("/appointments/").fill("상담할 사람", "nomusa 담당").press("보기")
    page = page.click("다음 주")
    assert "nomusa 담당 · 방문" in page.text
    assert "sangdam 담당 · 방문" not in page.text
    assert page.value("상담할 사람") == "nomusa 담당"


def test_somebody_elsewhere_is_no_colleague_whose_week_can_be_asked_for(
    counsellor: Browser, house: House, case: Case
) -> None:
    booked(counsellor, case)
    page = counsellor.get(f"/appointments/?on={DAY}&with={house.people['jungnang'].id}")
    assert (page.status, case.number in page.text, page.value("상담할 사람")) == (200, True, "모두")
    assert counsellor.get(f"/appointments/?on={DAY}&with=x").status == 200


def test_what_is_booked_on_a_day_is_shown_where_the_time_is_taken(counsellor: Browser, case: Case) -> None:
    booked(counsellor, case)
    page = booked(counsellor, case, "15:00")
    assert "그날 잡힌 예약" in page.text
    assert "14:30–15:30 · sangdam 담당 · 방문" in page.text
    assert "그날 잡힌 예약" not in booked(counsellor, case, "25:00").text

"""An appointment is moved: never into a taken time, with where it was kept, and calendars that follow."""

from datetime import timedelta

import pytest
from flask import Flask
from icalendar import Calendar, Event
from journey.counselling.test_appointments import DAY, booked
from sqlalchemy import select, text
from support.casework import browser_of, taken_in
from support.house import House
from support.page import Browser, Page

from gilmok.ground.web.words import date_typed
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import send_to_centre
from gilmok.journey.counselling.appointment_models import Appointment

NEXT = DAY + timedelta(days=7)


@pytest.fixture
def tab(counsellor: Browser, case: Case) -> Page:
    """The case's tab with an appointment from 14:30 to 15:30."""
    return booked(counsellor, case, 상담실="상담실 1", 메모="급여명세서 지참")


def link(page: Page, words: str) -> str:
    """The address of the first link that begins with these words."""
    return next(each.attributes["href"] or "" for each in page.tree.css("a") if each.text().startswith(words))


def moving(page: Page, **typed: str) -> Page:
    """The form in which the appointment is moved, with this typed into it."""
    form = page.browser.get(link(page, "옮기기"))
    for label, value in typed.items():
        form.fill(label, value)
    return form


def moved(page: Page, **typed: str) -> Page:
    """What moving it leads to."""
    return moving(page, **typed).press("옮긴 예약 저장")


def kept(house: House) -> list[Appointment]:
    """Every version of the appointments."""
    with house.job() as session:
        return list(session.scalars(select(Appointment).order_by(Appointment.version, Appointment.made_at)))


def event(browser: Browser, address: str) -> tuple[str, Event]:
    """The method of a calendar file, and its first event."""
    calendar = Calendar.from_ical(browser.client.get(address).data)
    return str(calendar["method"]), calendar.walk("VEVENT")[0]


def test_the_form_shows_where_the_appointment_is(tab: Page) -> None:
    page = moving(tab)
    assert page.heading == "예약 옮기기"
    assert [page.value(label) for label in ("날짜", "시작 시각", "걸리는 시간", "상담할 사람", "상담실")] == [
        date_typed(DAY), "14:30", "60분", "sangdam 담당", "상담실 1",
    ]


def test_a_moved_appointment_says_where_it_was(tab: Page, house: House) -> None:
    page = moved(tab, **{"날짜": NEXT.isoformat(), "시작 시각": "10:00", "상담할 사람": "nomusa 담당", "상담실": ""})
    assert page.messages == ["예약을 옮겼습니다."]
    assert "10:00–11:00 · nomusa 담당 · 방문" in page.text
    assert "고치기 전 내용 보기" in page.text
    assert "14:30–15:30 · sangdam 담당 · 방문 · 상담실 1" in page.text
    assert [(row.version, row.replaced_at is None) for row in kept(house)] == [(1, False), (2, True)]


def test_history_tells_from_when_to_when_and_from_whom_to_whom(tab: Page) -> None:
    page = moved(tab, **{"시작 시각": "16:00", "상담할 사람": "nomusa 담당"}).click("이력")
    day = f"{DAY.year}. {DAY.month}. {DAY.day}."
    assert f"예약 옮김 {day} 14:30 → {day} 16:00 · sangdam 담당 → nomusa 담당" in page.text


def test_an_appointment_is_moved_in_english_too(tab: Page, app: Flask, house: House, case: Case) -> None:
    page = browser_of(app, house, "nomusa", "en").get(f"/cases/{case.number}/counselling/")
    page = page.browser.get(link(page, "Move")).fill("From", "9:00").press("Move the appointment")
    assert page.messages == ["The appointment is moved."]
    assert "Appointment moved" in page.click("History").text


def test_it_is_not_moved_into_a_taken_time_and_nothing_typed_is_lost(
    tab: Page, counsellor: Browser, case: Case, house: House
) -> None:
    booked(counsellor, case, "16:30")
    page = moved(tab, **{"시작 시각": "16:00", "상담실": "상담실 2"})
    assert page.status == 422
    assert page.error("상담할 사람") == "그 시간에 이미 다른 예약이 있는 사람입니다."
    assert (page.value("시작 시각"), page.value("상담실")) == ("16:00", "상담실 2")
    assert len(kept(house)) == 2
    assert page.fill("시작 시각", "17:30").press("옮긴 예약 저장").messages == ["예약을 옮겼습니다."]


def test_it_is_not_moved_into_a_taken_room(tab: Page, app: Flask, house: House, case: Case) -> None:
    booked(browser_of(app, house, "nomusa"), case, "16:30", **{"상담할 사람": "nomusa 담당", "상담실": "상담실 2"})
    page = moved(tab, **{"시작 시각": "16:00", "상담실": "상담실 2"})
    assert page.error("상담실") == "그 시간에 이미 예약된 상담실입니다."


def test_it_may_be_moved_into_its_own_time_and_leaves_the_old_one_free(
    tab: Page, counsellor: Browser, case: Case
) -> None:
    page = moved(tab, **{"시작 시각": "15:00"})
    assert page.messages == ["예약을 옮겼습니다."]
    assert booked(counsellor, case, "14:00", 상담실="상담실 1").messages == ["예약했습니다."]


def test_what_is_wrong_is_said_beside_its_field(tab: Page, house: House) -> None:
    page = moved(tab, **{"날짜": "2월 30일", "시작 시각": "25:00", "상담실": "850101-1234567"})
    assert page.status == 422
    assert [bool(page.error(label)) for label in ("날짜", "시작 시각", "상담실")] == [True] * 3
    assert page.value("날짜") == "2월 30일"
    assert len(kept(house)) == 1


def test_two_who_move_it_at_once_see_where_it_is_by_now(tab: Page, app: Flask, house: House, case: Case) -> None:
    mine = moving(tab, **{"시작 시각": "10:00"})
    other = browser_of(app, house, "nomusa")
    moved(other.get(f"/cases/{case.number}/counselling/"), **{"시작 시각": "16:00"})
    page = mine.press("옮긴 예약 저장")
    assert page.status == 409
    assert "16:00–17:00 · sangdam 담당" in page.text
    assert page.value("시작 시각") == "10:00"
    assert page.press("옮긴 예약 저장").messages == ["예약을 옮겼습니다."]
    assert [row.version for row in kept(house)] == [1, 2, 3]


def test_what_is_the_same_is_no_move(tab: Page, house: House) -> None:
    assert moved(tab).messages == ["달라진 내용이 없어 그대로 두었습니다."]
    assert len(kept(house)) == 1


def test_one_that_was_cancelled_is_booked_again_by_moving_it(tab: Page, house: House, case: Case) -> None:
    cancel = next(" ".join(each.text().split()) for each in tab.tree.css("button") if "예약 취소" in each.text())
    page = tab.press(cancel.replace("취소:", "취소 :"))
    form = moving(page, **{"시작 시각": "16:00"})
    assert "취소된 예약입니다." in form.text
    page = form.press("옮긴 예약 저장")
    assert "16:00–17:00" in page.text
    assert [row.cancelled_at is None for row in kept(house)] == [True, False, True]


def test_a_calendar_file_of_a_moved_appointment_takes_the_place_of_the_old_one(
    tab: Page, counsellor: Browser
) -> None:
    method, first = event(counsellor, link(tab, "달력 파일"))
    page = moved(tab, **{"시작 시각": "16:00", "상담실": "상담실 2"})
    _method, second = event(counsellor, link(page, "달력 파일"))
    assert method == "PUBLISH"
    assert first["uid"] == second["uid"]
    assert (first["sequence"], second["sequence"]) == (0, 1)
    assert f"{second.decoded('dtstart'):%H:%M}" == "07:00"
    assert str(second["location"]).endswith("상담실 2")
    assert second["organizer"].params["CN"]


def test_a_calendar_file_of_a_cancelled_appointment_cancels_it(tab: Page, counsellor: Browser) -> None:
    uid = event(counsellor, link(tab, "달력 파일"))[1]["uid"]
    cancel = next(" ".join(each.text().split()) for each in tab.tree.css("button") if "예약 취소" in each.text())
    page = tab.press(cancel.replace("취소:", "취소 :"))
    method, gone = event(counsellor, link(page, "취소한 예약의 달력 파일"))
    assert (method, str(gone["status"]), gone["uid"], gone["sequence"]) == ("CANCEL", "CANCELLED", uid, 1)


def test_the_week_of_the_centre_shows_the_new_place(tab: Page, app: Flask, house: House, case: Case) -> None:
    moved(tab, **{"날짜": NEXT.isoformat(), "상담할 사람": "nomusa 담당"})
    browser = browser_of(app, house, "senteojang")
    assert case.number not in browser.get(f"/appointments/?on={DAY}").text
    assert f"14:30–15:30 {case.number} · nomusa 담당" in browser.get(f"/appointments/?on={NEXT}").text


def test_ones_own_week_as_a_file_puts_right_what_an_earlier_file_said(
    tab: Page, app: Flask, house: House
) -> None:
    moved(tab, **{"날짜": NEXT.isoformat(), "상담할 사람": "nomusa 담당"})
    _method, gone = event(browser_of(app, house, "sangdam"), f"/appointments/week.ics?on={DAY}")
    _method, new = event(browser_of(app, house, "nomusa"), f"/appointments/week.ics?on={NEXT}")
    assert (str(gone["status"]), gone["sequence"], gone["uid"]) == ("CANCELLED", 1, new["uid"])
    assert str(new["status"]) == "CONFIRMED"
    assert new.decoded("dtstart").date() == NEXT


def test_the_access_log_tells_of_the_move(tab: Page, house: House, case: Case) -> None:
    moved(tab, **{"시작 시각": "16:00"})
    with house.job() as session:
        logged = session.scalars(text("SELECT cases FROM access_log WHERE action = 'appointment_moved'")).all()
    assert logged == [[case.id]]


def test_it_is_moved_only_to_a_colleague(tab: Page, house: House) -> None:
    page = moving(tab)
    page.typed["person"] = [str(house.people["jungnang"].id)]
    assert page.press("옮긴 예약 저장").error("상담할 사람")


def test_with_its_case_an_appointment_is_moved_to_the_other_centre(
    tab: Page, app: Flask, house: House, case: Case
) -> None:
    with house.session("sangdam") as session:
        send_to_centre(session, session.get_one(Case, case.id), "jungnang", by=house.people["sangdam"])
        session.commit()
    there = browser_of(app, house, "jungnang")
    page = there.get(f"/cases/{case.number}/counselling/")
    moved(page, **{"상담할 사람": "jungnang 담당"})
    assert f"14:30–15:30 {case.number} · jungnang 담당" in there.get(f"/appointments/?on={DAY}").text


@pytest.mark.parametrize("login", ["jungnang", "sicheong", "unyeong"])
def test_to_everyone_else_there_is_no_such_appointment(
    tab: Page, app: Flask, house: House, login: str
) -> None:
    path = link(tab, "옮기기")
    browser = browser_of(app, house, login)
    token = browser.get("/network/").tree.css_first("meta[name=csrf-token]").attributes["content"] or ""
    form = {"csrf_token": token, "form_key": "0" * 32, "time": "9:00", "version": "1"}
    assert [browser.get(path).status, browser.client.post(path, data=form).status_code] == [404, 404]


def test_an_appointment_of_another_case_is_not_moved_under_this_one(
    tab: Page, app: Flask, house: House, counsellor: Browser, case: Case
) -> None:
    other = taken_in(house, app.extensions["registry"])
    assert counsellor.get(link(tab, "옮기기").replace(case.number, other.number)).status == 404


def test_the_note_of_an_appointment_is_changed_without_moving_it_and_stays_in_the_case(
    tab: Page, counsellor: Browser, house: House
) -> None:
    assert "급여명세서 지참" in tab.text
    assert moving(tab).value("메모") == "급여명세서 지참"
    page = moved(tab, 메모="통역 필요")
    assert page.text.index("통역 필요") < page.text.index("급여명세서 지참")
    assert "통역 필요" not in counsellor.get(f"/appointments/?on={DAY}").text
    assert "통역 필요" not in counsellor.client.get(link(page, "달력 파일")).text
    assert [row.version for row in kept(house)] == [1, 2]
    assert "통역".encode() not in (kept(house)[1].note or b"")


def test_a_note_holds_no_identification_number(tab: Page) -> None:
    assert moved(tab, 메모="850101-1234567").error("메모")


def test_a_cancelled_appointment_keeps_its_note(tab: Page, house: House) -> None:
    cancel = next(" ".join(each.text().split()) for each in tab.tree.css("button") if "예약 취소" in each.text())
    assert "급여명세서 지참" in tab.press(cancel.replace("취소:", "취소 :")).text
    assert kept(house)[0].note == kept(house)[1].note

"""One calendar for all: courses and what is done for projects, for staff and for everybody, on pages and as files."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from flask import Flask
from icalendar import Calendar, Component
from support.casework import browser_of
from support.gatherings import TITLE, gathered
from support.house import House
from support.page import Browser
from support.projects import action_of, project_of

from gilmok.ground.clock import today

SOON = today() + timedelta(days=4)
Read = Callable[[str, str | None], list[Component]]


@pytest.fixture
def events(app: Flask, house: House) -> Read:
    """Reads a calendar file as this person, or as nobody: `events("/programmes/centres/gwanak.ics", None)`."""
    def read(path: str, login: str | None) -> list[Component]:
        browser = browser_of(app, house, login) if login else Browser(app)
        return Calendar.from_ical(browser.client.get(path).data).walk("VEVENT")

    return read


def test_staff_see_courses_and_the_days_of_projects_in_which_they_take_part(app: Flask, house: House) -> None:
    gathered(house, "jungnang")
    action_of(house, project_of(house), days=4, starts=time(14, 30), public=False)
    action_of(house, project_of(house, roles=()), days=4, title="남의 활동")
    page = browser_of(app, house, "jungnang").get(f"/gatherings/?on={SOON}")
    assert "14:30 가상 거리 상담" in page.text
    assert "남의 활동" not in page.text
    assert "직원용" in page.text
    week = browser_of(app, house, "jungnang").get(f"/gatherings/?on={today() + timedelta(days=7)}&by=week")
    assert TITLE in week.text


def test_everybody_sees_what_is_public_and_to_come(app: Flask, house: House) -> None:
    shown, hidden = project_of(house, published=True), project_of(house)
    gathered(house)
    action_of(house, shown, days=4, title="가상 공개 활동")
    action_of(house, shown, days=4, title="가상 비공개 활동", public=False)
    action_of(house, shown, days=-4, title="가상 지난 활동")
    action_of(house, hidden, days=4, title="가상 미공개 사업 활동")
    text = Browser(app).get("/programmes/").text
    kinds = ("공개 활동", "비공개 활동", "지난 활동", "미공개 사업 활동")
    assert [each for each in kinds if f"가상 {each}" in text] == ["공개 활동"]
    assert TITLE in text
    # Who takes part sees more of it elsewhere, not on the page for everybody.
    assert browser_of(app, house, "jungnang").get("/programmes/").text.count("비공개 활동") == 0


@pytest.mark.parametrize(("asked", "course", "action"), [
    ({"kind": "project"}, 0, 1), ({"kind": "labour_education"}, 1, 0), ({"centre": "gwanak"}, 1, 0),
    ({"centre": "jungnang"}, 0, 1), ({"district": "jungnang"}, 0, 1), ({"kind": "x"}, 0, 0),
])
def test_the_public_calendar_is_searched_in_all_of_it(
    app: Flask, house: House, asked: dict[str, str], course: int, action: int
) -> None:
    gathered(house)
    action_of(house, project_of(house, published=True), "jungnang", days=4)
    text = Browser(app).get("/programmes/", query_string=asked).text
    assert (text.count(TITLE), text.count("가상 거리 상담")) == (course, action)


def test_the_files_hold_both(events: Read, house: House) -> None:
    gathered(house, count=1)
    action_of(house, project_of(house, published=True), days=4)
    for path, login in (("/programmes/centres/gwanak.ics", None), ("/gatherings/calendar.ics", "sangdam")):
        assert {str(each["summary"]) for each in events(path, login)} == {TITLE, "가상 공동사업: 가상 거리 상담"}
    assert events("/programmes/centres/jungnang.ics", None) == []


def test_a_day_without_a_time_is_a_whole_day_and_without_an_end_none_is_invented(events: Read, house: House) -> None:
    made = project_of(house)
    action_of(house, made, days=4)
    action_of(house, made, days=5, starts=time(11))
    action_of(house, made, days=6, called_off=True)
    whole, begun, off = events(f"/projects/{made.key}.ics", "jungnang")[::-1]
    assert (whole["dtstart"].dt, whole["dtend"].dt) == (SOON, SOON + timedelta(days=1))
    assert type(whole["dtstart"].dt) is date
    assert ("dtend" in begun, str(off["status"])) == (False, "CANCELLED")

"""Registrations as the centre keeps them: masked, revealed with a note, certified, carried on to a case, erased."""

import io
from datetime import UTC, datetime, timedelta

import pypdf
import pytest
from flask import Flask
from sqlalchemy import func, select
from support.casework import browser_of, taken_in
from support.gatherings import PHONE, gathered, registered
from support.house import House
from support.page import Browser

from gilmok.ground.audit import AccessLog
from gilmok.ground.clock import now
from gilmok.ground.web import pdf
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import send_to_centre
from gilmok.journey.intake.models import CaseOrigin
from gilmok.programmes.gatherings import attendance, numbers
from gilmok.programmes.gatherings.jobs import KEPT, erase
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registrant, Registration

LONG_AGO = datetime(2025, 3, 3, 1, tzinfo=UTC)


def came(house: House, gathering: Gathering, row: Registration, *sessions: int) -> None:
    """Note that somebody was at these sessions."""
    with house.session("sangdam") as session:
        for number in sessions:
            attendance.mark(session, gathering, number, [row], there=True, by=house.people["sangdam"])
        session.commit()


def noted(house: House) -> list[str]:
    """What the access log tells, the oldest first."""
    with house.job() as session:
        return list(session.scalars(select(AccessLog.action).order_by(AccessLog.id)))


def test_a_name_is_masked_until_a_press_that_is_noted(staff: Browser, house: House) -> None:
    made = gathered(house)
    row = registered(house, made, email="made@example.com")
    page = staff.get(f"/gatherings/{made.key}/registrations/{row.key}")
    assert "가상하나" not in page.text
    shown = page.press("전체 보기 (기록이 남습니다)")
    assert "가상하나 · 010-0000-9999 · made@example.com" in shown.text
    assert noted(house)[-1] == "registrant_revealed"


def test_names_on_the_attendance_list_are_shown_by_a_press_that_loses_no_tick(staff: Browser, house: House) -> None:
    made = gathered(house)
    row = registered(house, made)
    page = staff.get(f"/gatherings/{made.key}/attendance/1")
    page.typed["present"] = [str(row.id)]
    shown = page.press("전체 보기 (기록이 남습니다)")
    assert "가상하나" in shown.text
    assert shown.tree.css_first("input[name=present][checked]")
    assert "registrants_revealed" in noted(house)
    assert shown.press("출석 저장").messages == ["저장했습니다. 1명이 출석했습니다."]


def test_two_who_tick_at_once_do_not_undo_each_other(staff: Browser, app: Flask, house: House) -> None:
    made = gathered(house)
    rows = [registered(house, made) for _ in range(2)]
    other = browser_of(app, house, "senteojang")
    pages = [each.get(f"/gatherings/{made.key}/attendance/1") for each in (staff, other)]
    for page, row in zip(pages, rows, strict=True):
        page.typed["present"] = [str(row.id)]
        page.press("출석 저장")
    with house.session("sangdam") as session:
        assert attendance.present(session, made, 1) == {row.id for row in rows}


@pytest.mark.parametrize(("sessions", "title"), [((1, 2), "수료증"), ((2,), "참여확인서")])
def test_a_certificate_says_what_was_attended(
    staff: Browser, house: House, sessions: tuple[int, ...], title: str
) -> None:
    made = gathered(house)
    row = registered(house, made)
    address = f"/gatherings/{made.key}/registrations/{row.key}/certificate"
    assert staff.get(address).status == 404
    came(house, made, row, *sessions)
    page = staff.get(address)
    assert page.tree.css_first(".letter h2").text() == title
    assert f"2회 중 {len(sessions)}회" in page.text
    assert "가상하나" in page.text
    assert noted(house)[-1] == "certificate_seen"


def test_a_certificate_is_a_pdf_where_the_machine_can_make_one(staff: Browser, house: House) -> None:
    made = gathered(house)
    row = registered(house, made)
    came(house, made, row, 1)
    answer = staff.client.get(f"/gatherings/{made.key}/registrations/{row.key}/certificate/pdf")
    if pdf.printer() is None:
        assert answer.status_code == 503
        return
    said = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.data)).pages)
    assert "가상하나" in said.replace(pdf.JOINER, "")
    assert "제출 전 확인" not in said.replace(pdf.JOINER, "")


def test_an_intake_begins_with_what_was_told_and_the_case_remembers(staff: Browser, house: House) -> None:
    made = gathered(house)
    row = registered(house, made)
    page = staff.get(f"/gatherings/{made.key}/registrations/{row.key}").press("상담 접수 시작")
    assert (page.value("이름"), page.value("연락처")) == ("가상하나", PHONE)
    assert "01000009999" not in page.path
    page.fill("주된 문제", "임금체불").choose("이름·연락처", "동의함")
    case = page.press("접수하기")
    assert "가상 노동법 교실" in case.text
    with house.session("sangdam") as session:
        origin = session.scalars(select(CaseOrigin)).one()
        assert (origin.gathering_id, session.get_one(Case, origin.case_id).anonymous) == (made.id, False)
    again = staff.get(f"/gatherings/{made.key}/registrations/{row.key}").press("상담 접수 시작")
    assert again.path == case.path


def test_an_intake_that_a_colleague_began_is_not_taken_over(staff: Browser, app: Flask, house: House) -> None:
    made = gathered(house)
    row = registered(house, made)
    first = staff.get(f"/gatherings/{made.key}/registrations/{row.key}").press("상담 접수 시작")
    colleague = browser_of(app, house, "senteojang")
    second = colleague.get(f"/gatherings/{made.key}/registrations/{row.key}").press("상담 접수 시작")
    assert second.path != first.path
    assert second.value("이름") == "가상하나"


def test_the_origin_of_a_case_goes_with_it_to_another_centre_as_far_as_it_is_public(
    app: Flask, house: House
) -> None:
    for public, said in ((True, True), (False, False)):
        made = gathered(house, public=public)
        case = taken_in(house, app.extensions["registry"])
        with house.session("sangdam") as session:
            session.add(CaseOrigin(case_id=case.id, gathering_id=made.id))
            send_to_centre(session, session.get_one(Case, case.id), "jungnang", by=house.people["sangdam"])
            session.commit()
        page = browser_of(app, house, "jungnang").get(f"/cases/{case.number}")
        assert (page.status, made.title in page.text) == (200, said)


def test_a_person_is_counted_once_and_served_many_times(staff: Browser, house: House) -> None:
    one, two = gathered(house), gathered(house, kind="culture", programme="C6")
    rows = [registered(house, one), registered(house, two, name="가상 하나"),
            registered(house, two, name="가상두리", phone=""), registered(house, two, name="가상두리", phone="")]
    came(house, one, rows[0], 1, 2)
    came(house, two, rows[1], 1)
    with house.session("sangdam") as session:
        (total,) = numbers.counted(session, now(), now() + timedelta(days=30))
    assert (total.gatherings, total.registered, total.attended) == (2, 4, 2)
    assert (total.people_registered, total.people_attended) == (3, 1)
    page = staff.get(f"/gatherings/{one.key}/registrations/{rows[0].key}")
    assert page.click(two.title).status == 200


def test_a_year_after_the_last_session_names_are_erased_and_the_numbers_stay(staff: Browser, house: House) -> None:
    past, newer = gathered(house, at=LONG_AGO), gathered(house)
    rows = [registered(house, past), registered(house, past, phone="01000000002"), registered(house, newer)]
    came(house, past, rows[0], 1)

    def counted() -> tuple[numbers.Numbers, ...]:
        with house.session("sangdam") as session:
            return tuple(numbers.counted(session, LONG_AGO, now() + timedelta(days=30)))

    before = counted()
    with house.job() as session:
        erase(session, now() - KEPT)
        session.commit()
        assert session.scalars(select(Registrant.registration_id)).all() == [rows[2].id]
        after = {row.id: row for row in session.scalars(select(Registration))}
    assert counted() == before
    # Who still has a name somewhere is counted by their digest; of the other nothing is left that finds them.
    assert after[rows[0].id].who == rows[0].who
    assert (after[rows[1].id].who != rows[1].who, after[rows[1].id].erased) == (True, True)
    page = staff.get(f"/gatherings/{past.key}")
    assert "이름 파기됨" in page.text
    assert staff.get(f"/gatherings/{past.key}/registrations/{rows[0].key}").status == 200


def test_erasing_twice_changes_nothing(house: House) -> None:
    registered(house, gathered(house, at=LONG_AGO))
    with house.job() as session:
        erase(session, now() - KEPT)
        first = session.scalars(select(Registration.who)).all()
        erase(session, now() - KEPT)
        assert session.scalars(select(Registration.who)).all() == first
        assert session.scalar(select(func.count()).select_from(Registration).where(Registration.erased)) == 1


def test_an_official_gets_the_numbers_of_every_centre(app: Flask, house: House) -> None:
    registered(house, gathered(house))
    with house.session("jungnang") as session:
        assert session.scalars(select(Registration)).all() == []
    other = gathered(house, "jungnang", public=False)
    registered(house, other, login="jungnang")
    page = browser_of(app, house, "sicheong").get(f"/gatherings/numbers/?to={now() + timedelta(days=60):%Y-%m-%d}")
    assert [row[1:] for row in page.rows()][0] == ["2", "2", "0", "0", "1", "0"]
    assert len(page.rows()) == 3
    assert "가상" not in page.text


def test_numbers_of_a_wrong_time_are_refused_beside_the_field(staff: Browser) -> None:
    page = staff.get("/gatherings/numbers/?from=2026-05-01&to=2026-04-01")
    assert (page.status, page.error("종료일")) == (422, "시작일보다 앞서지 않은 날짜를 적어 주세요.")
    assert staff.get("/gatherings/numbers/?from=never").status == 422


@pytest.mark.parametrize(("said", "found"), [
    ("가상하나", 1), ("가상 하나", 1), ("010-0000-9999", 1), ("가상", 0), ("010-0000-9998", 0), ("", 0),
    ("900101-1234567", 0),
])
def test_a_person_is_found_by_the_whole_name_or_phone_at_their_own_centre_alone(
    staff: Browser, app: Flask, house: House, said: str, found: int
) -> None:
    registered(house, gathered(house))
    for browser, expected in ((staff, found), (browser_of(app, house, "jungnang"), 0)):
        page = browser.get("/gatherings/").fill("신청자 찾기", said).press("찾기")
        assert (page.path, len(page.rows())) == ("/gatherings/people", expected)
        assert "1234567" not in page.text


def test_somebody_who_registered_twice_is_marked(staff: Browser, house: House) -> None:
    made = gathered(house)
    registered(house, made)
    registered(house, made)
    assert staff.get(f"/gatherings/{made.key}").text.count("중복 신청") == 2

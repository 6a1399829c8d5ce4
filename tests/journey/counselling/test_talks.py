"""Talks with the person of a case: written down, corrected, kept apart, and never lost."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from marshmallow import ValidationError
from sqlalchemy import select, text, update
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

from gilmok.ground.clock import now
from gilmok.ground.fields.times import TimeOfDay
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import send_to_centre
from gilmok.journey.counselling.jobs import drop_old_drafts
from gilmok.journey.counselling.models import Consultation, ConsultationDraft

ADVICE = "석 달 임금은 진정과 민사를 함께 준비하시라고 안내함"
FORM = {"상담일": "2026-01-05", "상담 시각": "오후 2:05", "상담 시간(분)": "40분", "상담·조언 내용": ADVICE}


def filled(page: Page, **more: str) -> Page:
    """The form of a talk, filled in."""
    for label, value in {**FORM, **more}.items():
        page.fill(label, value)
    return page.choose("상담 경로", "전화").choose("상담 분야(모두)", "임금체불", "퇴직금")


def written(browser: Browser, case: Case) -> Page:
    """A talk that was written down, on the case's tab."""
    page = browser.get(f"/cases/{case.number}").click("상담").click("상담 기록하기")
    return filled(page).press("상담 기록 저장")


def rows(house: House) -> list[Consultation]:
    """Everything that was kept of talks."""
    with house.job() as session:
        return list(session.scalars(select(Consultation).order_by(Consultation.version)))


def test_a_talk_is_written_down_and_read_again(counsellor: Browser, case: Case) -> None:
    page = written(counsellor, case)
    assert page.messages == ["상담 기록을 저장했습니다."]
    assert "2026. 1. 5. 14:05 · 전화" in page.text
    assert "sangdam 담당 · 40분 임금체불 퇴직금" in page.text
    assert ADVICE in page.text


def test_talks_and_topics_are_two_counts(counsellor: Browser, case: Case) -> None:
    written(counsellor, case)
    assert "상담 2회 · 분야 4건" in written(counsellor, case).text


def test_a_talk_is_written_down_in_english_too(app: Flask, house: House, case: Case) -> None:
    page = browser_of(app, house, "nomusa", "en").get(f"/cases/{case.number}/counselling/new")
    page.fill("Day of the talk", "2026-01-05").fill("Time of the talk", "9:30").fill("What was advised", "Wait.")
    page = page.choose("By which way", "Visit").press("Keep the talk")
    assert page.messages == ["The talk is kept."]
    assert "5 Jan 2026 09:30 · Visit" in page.text
    assert "nomusa 담당" in page.text


def test_nothing_of_a_talk_is_readable_in_the_database(counsellor: Browser, case: Case, house: House) -> None:
    written(counsellor, case)
    with house.job() as session:
        stored = session.scalar(text("SELECT string_agg(c::text, ' ') FROM consultation c"))
    assert "진정" not in stored
    assert ADVICE.encode().hex() not in stored


def test_history_and_access_log_tell_of_a_talk(counsellor: Browser, case: Case, house: House) -> None:
    page = written(counsellor, case).click("이력")
    assert "상담 기록" in page.text
    with house.job() as session:
        logged = session.scalars(text("SELECT cases FROM access_log WHERE action = 'counselled'")).all()
    assert logged == [[case.id]]


def test_what_is_missing_is_said_and_nothing_is_lost(counsellor: Browser, case: Case) -> None:
    page = counsellor.get(f"/cases/{case.number}/counselling/new").fill("상담 시각", "25시")
    page = page.fill("내담자가 할 일", "서류").press("상담 기록 저장")
    assert page.status == 422
    assert page.error("상담 시각") == "시각을 14:30처럼 적어 주세요."
    assert page.error("상담·조언 내용")
    assert page.value("내담자가 할 일") == "서류"


def test_identification_numbers_are_refused(counsellor: Browser, case: Case, house: House) -> None:
    page = counsellor.get(f"/cases/{case.number}/counselling/new")
    page = filled(page, **{"센터가 할 일": "850101-1234567 확인"}).press("상담 기록 저장")
    assert page.status == 422
    assert "주민등록번호" in page.error("센터가 할 일")
    assert rows(house) == []


@pytest.mark.usefixtures("still")
def test_a_talk_to_come_is_an_appointment(counsellor: Browser, case: Case) -> None:
    page = filled(counsellor.get(f"/cases/{case.number}/counselling/new"), 상담일="오늘", **{"상담 시각": "23:59"})
    assert "예약" in page.press("상담 기록 저장").error("상담 시각")


def test_a_correction_keeps_what_stood_before(counsellor: Browser, case: Case, house: House) -> None:
    page = written(counsellor, case).click("고치기 : 2026. 1. 5. 14:05").fill("상담·조언 내용", "고친 내용")
    page = page.press("고친 내용 저장")
    assert "고친 내용" in page.text
    assert ADVICE in page.text
    assert [row.version for row in rows(house)] == [1, 2]
    assert "상담 1회" in page.text


def test_two_who_correct_at_once_see_both_texts(counsellor: Browser, app: Flask, house: House, case: Case) -> None:
    link = "고치기 : 2026. 1. 5. 14:05"
    mine = written(counsellor, case).click(link).fill("상담·조언 내용", "나의 글")
    tab = browser_of(app, house, "nomusa").get(f"/cases/{case.number}/counselling/")
    tab.click(link).fill("상담·조언 내용", "남의 글").press("고친 내용 저장")
    page = mine.press("고친 내용 저장")
    assert page.status == 409
    assert "남의 글" in page.text
    assert page.value("상담·조언 내용") == "나의 글"
    assert page.press("고친 내용 저장").messages == ["상담 기록을 저장했습니다."]
    assert [row.version for row in rows(house)] == [1, 2, 3]


def test_a_mistake_in_the_form_does_not_hide_that_someone_was_quicker(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    mine = written(counsellor, case).click("고치기 : 2026. 1. 5. 14:05").fill("상담 시각", "x").press("고친 내용 저장")
    theirs = browser_of(app, house, "nomusa").get(mine.path).fill("상담·조언 내용", "남의 글")
    theirs.press("고친 내용 저장")
    assert mine.fill("상담 시각", "10:00").press("고친 내용 저장").status == 409


def draft(browser: Browser, case: Case, advised: str) -> Page:
    """The form, after the page's script has sent what was typed to be kept."""
    page = browser.get(f"/cases/{case.number}/counselling/new")
    token = page.tree.css_first("meta[name=csrf-token]").attributes["content"] or ""
    values = {"csrf_token": [token], "advised": [advised], "version": ["0"], "topics": ["tax", "other"]}
    assert "임시저장" in browser.client.post(f"{page.path}/draft", data=values).text
    return page


def test_a_draft_is_there_again_for_its_writer_alone(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    begun = draft(counsellor, case, "쓰던 글 850101-1234567")
    page = counsellor.get(f"/cases/{case.number}/counselling/new")
    assert page.path == begun.path
    assert page.value("상담·조언 내용") == "쓰던 글 [주민번호 삭제]"
    assert "쓰던 글" not in browser_of(app, house, "nomusa").get(begun.path).text
    assert counsellor.get(begun.path).press("임시저장 지우기").messages == ["임시저장한 글을 지웠습니다."]
    assert "쓰던 글" not in counsellor.get(begun.path).text


def test_what_is_kept_is_no_draft_any_more(counsellor: Browser, case: Case, house: House) -> None:
    filled(draft(counsellor, case, "쓰던 글")).press("상담 기록 저장")
    with house.job() as session:
        assert session.scalars(select(ConsultationDraft.fields)).all() == [None]


def test_the_centre_that_sent_a_case_on_reads_no_talk(
    counsellor: Browser, app: Flask, house: House, case: Case
) -> None:
    written(counsellor, case)
    with house.session("sangdam") as session:
        send_to_centre(session, session.get_one(Case, case.id), "jungnang", by=house.people["sangdam"])
        session.commit()
    overview = counsellor.get(f"/cases/{case.number}")
    assert "상담" not in [link.text(strip=True) for link in overview.tree.css(".tabs a")]
    assert counsellor.get(f"/cases/{case.number}/counselling/").status == 403
    with house.session("sangdam") as session:
        assert session.scalars(select(Consultation)).all() == []
    assert ADVICE in browser_of(app, house, "jungnang").get(f"/cases/{case.number}/counselling/").text


@pytest.mark.parametrize("login", ["jungnang", "jungnang_manager", "sicheong", "unyeong"])
def test_to_everyone_else_there_is_no_such_talk(app: Flask, house: House, case: Case, login: str) -> None:
    browser = browser_of(app, house, login)
    for path in ("", "new", f"talks/{uuid4()}"):
        assert browser.get(f"/cases/{case.number}/counselling/{path}").status == 404


@pytest.mark.parametrize(("typed", "meant"), [
    ("14:05", time(14, 5)), ("1405", time(14, 5)), ("14시 5분", time(14, 5)), ("9", time(9)),
    ("오후 2:30", time(14, 30)), ("2:30 pm", time(14, 30)), ("12시", time(12)), ("0:00", time(0)),
])
def test_a_time_is_read_in_any_usual_form(typed: str, meant: time) -> None:
    assert TimeOfDay().deserialize(typed) == meant


@pytest.mark.parametrize("typed", ["24:00", "12:60", "noon", "1:2:3", "99999"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        TimeOfDay().deserialize(typed)


def test_a_draft_that_nobody_touches_is_thrown_away(counsellor: Browser, case: Case, house: House) -> None:
    draft(counsellor, case, "쓰던 글")
    with house.job() as session:
        drop_old_drafts(session)
        assert session.scalar(select(ConsultationDraft.key)) is not None
        session.execute(update(ConsultationDraft).values(saved_at=now() - timedelta(days=15)))
        drop_old_drafts(session)
        assert session.scalar(select(ConsultationDraft.key)) is None

"""What came of a case, and how it went on after it was closed."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

from gilmok.ground.clock import now
from gilmok.journey.case.models import Case
from gilmok.journey.counselling.models import FollowUp


def closed(browser: Browser, case: Case, *, reason: str = "해결됨", **more: str) -> Page:
    """The overview of the case, which was just closed."""
    page = browser.get(f"/cases/{case.number}").press("내가 맡기").click("종결하기").choose("종결 사유", reason)
    for label, value in more.items():
        page.fill(label, value)
    return page.press("종결하기")


def days_ago(house: House, case: Case, days: int) -> None:
    """Let the case have been closed so many days ago."""
    with house.job() as session:
        session.execute(update(Case).where(Case.id == case.id).values(closed_at=now() - timedelta(days=days)))
        session.commit()


@pytest.mark.parametrize(("typed", "stored", "said"), [
    ("124만", 1_240_000, "받은 금액: 1,240,000원"), ("0", 0, "받은 금액: 0원"), ("", None, "받은 금액 모름"),
])
def test_nothing_and_unknown_are_two_answers(
    counsellor: Browser, case: Case, house: House, typed: str, stored: int | None, said: str
) -> None:
    page = closed(counsellor, case, 결과="일부 받음", **{"받은 금액": typed})
    assert f"종결됨: 해결됨 · 일부 받음 · {said}" in page.text
    with house.job() as session:
        kept = session.get_one(Case, case.id)
        assert (kept.outcome, kept.recovered_won) == ("paid_in_part", stored)


def test_what_is_no_sum_is_said_beside_its_field(counsellor: Browser, case: Case) -> None:
    page = closed(counsellor, case, 결과="전액 받음", **{"받은 금액": "많이"})
    assert page.status == 422
    assert page.error("받은 금액")
    assert page.value("결과") == "전액 받음"


def test_a_case_that_is_opened_again_has_no_outcome(counsellor: Browser, case: Case, house: House) -> None:
    closed(counsellor, case, 결과="전액 받음").press("다시 열기")
    with house.job() as session:
        assert session.get_one(Case, case.id).outcome is None


@pytest.mark.parametrize(("days", "asked"), [
    (29, None), (30, "종결하고 30일이"), (89, "종결하고 30일이"), (90, "종결하고 90일이"), (179, "종결하고 90일이"),
    (180, None),
])
def test_questions_appear_by_themselves(
    counsellor: Browser, case: Case, house: House, days: int, asked: str | None
) -> None:
    closed(counsellor, case)
    days_ago(house, case, days)
    page = counsellor.get(f"/cases/{case.number}/counselling/")
    assert (asked or "종결하고") in page.text if asked else "종결하고" not in page.text
    assert (case.number in counsellor.get("/tasks/").text) is bool(asked)


@pytest.mark.parametrize("reason", ["연락이 닿지 않음", "본인이 원하지 않음"])
def test_who_cannot_be_asked_is_not(counsellor: Browser, case: Case, house: House, reason: str) -> None:
    closed(counsellor, case, reason=reason)
    days_ago(house, case, 40)
    assert case.number not in counsellor.get("/tasks/").text


def test_the_answers_are_kept_and_asked_for_again_after_90_days(
    counsellor: Browser, case: Case, house: House
) -> None:
    closed(counsellor, case)
    days_ago(house, case, 31)
    assert "1 기한이 된 할 일" in counsellor.get("/").text
    page = counsellor.get("/tasks/").click(case.number)
    page.choose("돈을 받았습니까?", "일부 받음").choose("문제가 해결되었습니까?", "아직 진행 중")
    page = page.press("답변 저장")
    assert "종결 30일 뒤 : 받은 돈: 일부 받음 · 해결 여부: 아직 진행 중" in page.text
    assert "두 가지만" not in page.text
    assert "종결 뒤 확인" in page.click("이력").text
    with house.job() as session:
        assert session.scalars(select(FollowUp.days)).all() == [30]
    days_ago(house, case, 91)
    assert "종결하고 90일이" in counsellor.get(page.path).text


def test_both_questions_need_an_answer_in_english_too(
    app: Flask, counsellor: Browser, case: Case, house: House
) -> None:
    closed(counsellor, case)
    days_ago(house, case, 100)
    page = browser_of(app, house, "nomusa", "en").get("/tasks/?whose=all").click(case.number)
    page = page.choose("Did the money come?", "Yes, all of it").press("Keep the answers")
    assert page.status == 422
    page = page.choose("Did the money come?", "Yes, all of it").choose("Is the matter settled?", "Yes, it is settled")
    assert page.press("Keep the answers").messages == ["The answers are kept."]


def test_another_centre_is_not_asked(app: Flask, counsellor: Browser, case: Case, house: House) -> None:
    closed(counsellor, case)
    days_ago(house, case, 40)
    assert case.number not in browser_of(app, house, "jungnang").get("/tasks/?whose=all").text
    with house.session("jungnang") as session:
        assert session.scalars(select(FollowUp)).all() == []

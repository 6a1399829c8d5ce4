"""Advice and further questions: dated rows with sources, put into a talk by one press."""

from datetime import date

from flask import Flask
from sqlalchemy import select
from support.casework import browser_of
from support.house import House
from support.page import Browser

from gilmok.ground.clock import today
from gilmok.journey.case.models import Case
from gilmok.journey.counselling.advice import inserted, sections
from gilmok.journey.counselling.advice_rows import advice, all_advice, questions
from gilmok.journey.counselling.models import Consultation
from gilmok.journey.vocabulary import FACTS
from gilmok.journey.vocabulary_codes import TOPICS
from gilmok.law.shipped import shipped

WAGES = "넣기 : 임금채권은 월급날마다 3년이 지나면 시효로 소멸합니다. 오래된 달부터 없어지므로 먼저 확인하겠습니다."


def test_every_advice_names_a_topic_an_article_and_a_source() -> None:
    topics = {each.code for each in TOPICS}
    wrong = [each for each in all_advice() if each.topic not in topics or each.source not in shipped().sources]
    assert wrong == []
    assert len({each.code for each in advice(today())}) == len(advice(today()))


def test_what_is_verified_says_when() -> None:
    assert [each.code for each in all_advice() if (each.verified_on is None) is not (each.source == "knowledge")] == []


def test_every_question_serves_a_time_limit_or_a_fact() -> None:
    known = {*shipped().limit_codes, *FACTS}
    assert [each for each in questions() if each.serves not in known] == []


def test_every_topic_of_counselling_has_advice_and_questions() -> None:
    core = {each.code for each in TOPICS if each.basis == "C1"}
    assert {each.topic for each in all_advice()} >= core
    assert {each.topic for each in questions()} >= core


def test_the_topics_of_the_talk_come_first() -> None:
    assert [each.here for each in sections({"severance_pay"}, today())][:2] == [True, False]


def test_unverified_advice_says_so_in_the_text_too() -> None:
    said = inserted("", "accident_claim", today())
    assert said.endswith("(산업재해보상보험법 · not verified)")
    assert inserted("A", "no such", date(2026, 1, 1)) == "A"


def test_a_press_puts_the_text_into_the_form_and_keeps_nothing(counsellor: Browser, case: Case, house: House) -> None:
    page = counsellor.get(f"/cases/{case.number}/counselling/new").fill("상담·조언 내용", "쓰던 글")
    page = page.fill("상담 시각", "9:10").press(WAGES)
    assert page.status == 200
    assert page.value("상담·조언 내용").startswith("쓰던 글\n\n임금채권은")
    assert page.value("상담·조언 내용").endswith("(근로기준법 제49조)")
    assert page.value("상담 시각") == "9:10"
    with house.job() as session:
        assert session.scalars(select(Consultation)).all() == []


def test_after_it_the_talk_is_kept_as_ever(counsellor: Browser, case: Case) -> None:
    page = counsellor.get(f"/cases/{case.number}/counselling/new").choose("상담 경로", "전화").press(WAGES)
    page = page.fill("상담일", "2026-01-05").press("상담 기록 저장")
    assert "근로기준법 제49조" in page.text


def test_the_page_says_what_to_ask_and_why_in_english_too(app: Flask, house: House, case: Case) -> None:
    text = browser_of(app, house, "nomusa", "en").get(f"/cases/{case.number}/counselling/new").text
    assert "When were the unpaid wages due? The three years run from each payday." in text
    assert "Not verified" in text

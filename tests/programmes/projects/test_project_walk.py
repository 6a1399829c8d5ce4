"""The whole way through pages, in Korean and in English: a campaign of two centres, an agenda item, a policy note."""

from datetime import timedelta

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House
from support.page import Browser
from support.walker import Walker

from gilmok.ground.clock import today

AHEAD = (today() + timedelta(days=5)).isoformat()
NEXT_YEAR = (today() + timedelta(days=365)).isoformat()
MENU = ("협력사업·캠페인", "Projects and campaigns")
JUNGNANG = ("중랑구 노동자종합지원센터", "Jungnang-gu Labour Support Centre")
KEEP = ("저장", "Save")
EVERYBODY = ("누구나(사업을 공개한 뒤)", "Everybody, once the project is published")
ANSWERED = ("회신을 저장하고 공개", "Save the answer and publish it")
pytestmark = pytest.mark.parametrize("language", ["ko", "en"])


def walker(app: Flask, house: House, login: str, language: str) -> Walker:
    """The screen of this person, at the list of projects."""
    return Walker(browser_of(app, house, login, language), language).click("사업", "Programmes").click(*MENU)


def begun(app: Flask, house: House, language: str) -> Walker:
    """A project that one centre leads and another takes part in, published."""
    lead = walker(app, house, "sangdam", language).click("새 사업", "New project")
    lead.fill("제목", "Title", "가상 쉼터 알리기").fill("종류", "Kind", "캠페인", "Campaign")
    lead.fill("사업 구분", "Programme", "H4d 노동환경 개선 캠페인", "H4d Campaigns for better working conditions")
    lead.fill("목표", "Aim", "쉼터를 알립니다").fill("시작일", "First day", today().isoformat())
    lead.fill("함께하는 곳 (1)", "Who takes part (1)", *JUNGNANG)
    lead.fill("맡은 일 (1)", "What they do (1)", "거리 상담").press(*KEEP)
    return lead.sees(*JUNGNANG).press("공개하기", "Publish").is_told("공개했습니다", "Published")


def test_a_campaign_goes_from_its_making_to_its_numbers(app: Flask, house: House, language: str) -> None:
    lead = begun(app, house, language)
    partner = walker(app, house, "jungnang", language).click("가상 쉼터 알리기")
    partner.misses("고치기", "Change").click("활동 추가", "Add an action")
    partner.fill("종류", "Kind", "거리 상담·홍보", "Street table").fill("활동", "What is done", "면목역 상담")
    partner.fill("만난 사람(추정, 명)", "People reached (estimate)", "40")
    partner.choose("볼 수 있는 사람", "Who may see this action", *EVERYBODY)
    partner.press(*KEEP).sees("면목역 상담")
    lead.page = lead.browser.get(lead.page.path)
    lead.sees("면목역 상담").click("목표와 결과", "Aims and outcome")
    lead.fill("지표 (1)", "What is measured (1)", "쉼터를 안다").fill("목표값 (1)", "Target (1)", "절반")
    lead.fill("결과 (1)", "Result (1)", "40%").fill("사업 결과", "What it led to", "더 알려졌다")
    lead.fill("사업을 마친 날", "Over since", today().isoformat()).press(*KEEP).sees("마침", "over")
    numbers = walker(app, house, "sicheong", language).click("실적", "Numbers")
    programme, leads, acts = [row[1:5] for row in numbers.page.rows()]
    assert programme == ["1", "1", "1", "40"]
    assert (leads, acts) == (["1", "0", "0", "0"], ["0", "1", "1", "40"])


def test_what_is_published_is_read_without_a_login(app: Flask, house: House, language: str) -> None:
    path = begun(app, house, language).page.path.replace("/projects/", "/projects/published/")
    page = Browser(app).get(f"{path}?lang={language}")
    assert page.heading == "가상 쉼터 알리기"
    assert {"ko": "역할 분담", "en": "Who does what"}[language] in page.text


def test_centres_answer_a_question_together(app: Flask, house: House, language: str) -> None:
    city = walker(app, house, "sicheong", language).click("안건 올리기", "New agenda item")
    city.fill("제목", "Title", "가상 안건").fill("의견 제출 기한", "Positions until", AHEAD)
    city.fill("안건 내용", "Question to the centres", "함께 할까요?").press(*KEEP)
    centre = walker(app, house, "jungnang", language).click("쓰기 가상 안건", "Write it 가상 안건")
    centre.fill("의견", "Position", "함께 합시다").press(*KEEP).sees("함께 합시다")
    city.page = city.browser.get(city.page.path)
    city.click("공동 입장 쓰기", "Write the joint answer").sees("함께 합시다")
    city.fill("공동 입장", "Joint answer", "함께 합니다").press(*KEEP).press("공개하기", "Publish")
    path = city.page.path.replace("/projects/", "/projects/published/")
    assert "함께 합니다" in (public := Browser(app).get(path).text)
    assert "함께 합시다" not in public


def test_a_policy_note_is_adopted_published_and_answered(app: Flask, house: House, language: str) -> None:
    note = walker(app, house, "senteojang", language).click("정책제안 쓰기", "New policy note")
    note.fill("제목", "Title", "가상 정책제안").fill("제안 받는 곳", "To whom", "서울시")
    note.fill("현안과 문제점", "What the problem is", "가상 현안").fill("제안 내용", "What is proposed", "가상 제안")
    note.fill("수치 (1)", "Figure (1)", "10명 중 3명").fill("출처 (1)", "Source (1)", "가상 자료").press(*KEEP)
    note.press("채택했습니다", "It is adopted").press("공개하기", "Publish")
    note.fill("회신과 결과", "What was answered", "검토하겠다고 했다").press(*ANSWERED)
    public = Browser(app).get(note.page.path.replace("/projects/", "/projects/published/"))
    assert "검토하겠다고 했다" in public.text
    assert "10명 중 3명" in public.text

"""The pages on which staff write, ask on paper and read results; and what their forms refuse."""

from typing import Any

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House
from support.page import Browser
from support.surveys import Maker

from gilmok.programmes.surveys.demo import make_demo_survey
from gilmok.programmes.surveys.rules import State

SHEETS = [
    ({"q1": "12"[n % 2], "q2": "1", "q3": "123"[n % 3], "q4": 1_000_000.0 + n, "q5": ["1"], "q6": "123"[n % 3]}, {})
    for n in range(30)
]


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    """The browser of a counsellor."""
    return browser_of(app, house, "sangdam")


def test_what_a_survey_needs_is_asked_for_beside_its_field(counsellor: Browser) -> None:
    page = counsellor.get("/surveys/new").fill("제목", "조사").fill("시작일", "2026-05-02").press("저장")
    assert (page.status, page.value("제목")) == (422, "조사")
    assert page.error("표본 추출 방법") == "표본 추출 방법을 적어 주세요."
    assert len(page.errors) == len(set(page.errors)) == 5


def test_a_period_that_ends_before_it_begins_is_refused(counsellor: Browser) -> None:
    page = counsellor.get("/surveys/new")
    for label in ("제목", "조사 목적", "누구에게 묻는지", "표본 추출 방법"):
        page.fill(label, "조사")
    page = page.fill("목표 응답 수", "10").fill("시작일", "2026-05-02").fill("종료일", "2026-05-01").press("저장")
    assert page.error("종료일") == "종료일이 시작일보다 앞섭니다."


@pytest.mark.parametrize(("kind", "fields", "label", "error"), [
    ("하나 고르기", {"보기": "하나"}, "보기", "보기를 한 줄에 하나씩 두 개 이상 적어 주세요."),
    ("숫자", {"가장 작은 값": "9", "가장 큰 값": "3"}, "가장 큰 값",
     "얼마부터 얼마까지가 있을 수 있는 답인지 적어 주세요."),
    ("여러 개 고르기", {"보기": "하나\n\n | two"}, "보기", "보기는 한국어를 먼저 적어 주세요."),
    ("5점 척도", {"보기": "하나\n둘"}, "보기", "척도는 5점입니다. 다섯 줄을 적거나 비워 두세요."),
])
def test_a_question_that_nobody_could_answer_is_refused(
    counsellor: Browser, asking: Maker, kind: str, fields: dict[str, str], label: str, error: str
) -> None:
    page = counsellor.get(f"/surveys/{asking(state=State.DRAFT).id}/questions/new")
    page.choose("응답 방식", kind).fill("한국어 문항", "무엇입니까?")
    for name, value in fields.items():
        page.fill(name, value)
    refused = page.press("문항 저장")
    assert (refused.error(label), refused.value("한국어 문항")) == (error, "무엇입니까?")


def test_a_draft_can_be_turned_over_and_keeps_its_order(counsellor: Browser, asking: Maker) -> None:
    survey = asking(state=State.DRAFT)
    page = counsellor.get(f"/surveys/{survey.id}/").press("아래로 업종").press("빼기 만족")
    asked = [item.css_first("b").text() for item in page.tree.css(".survey-questions > li")]
    assert asked == ["나이", "업종", "근로계약서", "월급", "어려운 점", "바라는 점"]
    changed = counsellor.get(f"/surveys/{survey.id}/questions/q2").fill("한국어 문항", "하는 일").press("문항 저장")
    assert "하는 일" in changed.text


def test_an_open_survey_is_copied_to_be_changed(counsellor: Browser, asking: Maker) -> None:
    page = counsellor.get(f"/surveys/{asking().id}/")
    assert "빼기" not in page.text
    copied = page.press("새 초안으로 복사")
    assert "작성 중" in copied.text
    assert "빼기" in copied.text


def test_a_draft_without_questions_cannot_be_opened(counsellor: Browser, asking: Maker) -> None:
    survey = asking(state=State.DRAFT)
    page = counsellor.get(f"/surveys/{survey.id}/")
    for name in ("업종", "나이", "근로계약서", "월급", "어려운 점", "만족", "바라는 점"):
        page = page.press(f"빼기 {name}")
    assert "응답을 받기 전에: 아직 문항이 없습니다." in page.text


def test_paper_is_typed_by_numbers_one_sheet_after_the_other(counsellor: Browser, asking: Maker) -> None:
    page = counsellor.get(f"/surveys/{asking().id}/paper")
    typed = {"1. 업종": "2", "4. 월급": "2,400,000", "5. 어려운 점": "1 3", "6. 만족": "4"}
    for label, value in typed.items():
        page.fill(label, value)
    after = page.press("저장하고 다음 장")
    assert after.messages == ["종이 설문지 1장을 저장했습니다. 다음 장을 입력하세요."]
    assert after.value("1. 업종") == ""
    assert "autofocus" in (after.field("1. 업종").html or "")


def test_a_wrong_number_on_paper_is_named_and_the_rest_stays(counsellor: Browser, asking: Maker) -> None:
    page = counsellor.get(f"/surveys/{asking().id}/paper").fill("1. 업종", "7").fill("6. 만족", "4")
    refused = page.press("저장하고 다음 장")
    assert (refused.status, refused.value("6. 만족")) == (422, "4")
    assert refused.error("1. 업종") == "보기에 있는 것을 골라 주세요."


def test_the_empty_questionnaire_is_printed_with_boxes(counsellor: Browser, asking: Maker) -> None:
    page = counsellor.get(f"/surveys/{asking().id}/print")
    assert "□ 1. 봉제" in page.text
    assert "이 설문은 익명입니다." in page.text


def test_results_wait_until_the_survey_is_closed(counsellor: Browser, asking: Maker) -> None:
    page = counsellor.get(f"/surveys/{asking(sheets=SHEETS).id}/results")
    assert page.status == 400
    assert "결과는 마감한 뒤에 볼 수 있습니다." in page.text


@pytest.mark.parametrize(("language", "said"), [
    ("ko", ("응답 수", "표본 추출 방법", "응답률 75.0%", "조사 기간", "5점 만점에 평균 2.0점")),
    ("en", ("Sample size", "How they were chosen", "Response rate 75.0%", "Period", "Mean 2.0 of 5")),
])
def test_results_stand_beside_how_they_were_found(
    app: Flask, house: House, asking: Maker, language: str, said: tuple[str, ...]
) -> None:
    survey = asking(state=State.CLOSED, sheets=SHEETS, invited=40)
    page = browser_of(app, house, "sangdam", language).get(f"/surveys/{survey.id}/results")
    assert [each for each in said if each not in page.text] == []
    assert len(page.tree.css("svg.survey-bars")) == 5
    assert ["30", "1,000,014", "1,000,007", "1,000,014", "1,000,022", "0"] in [row[1:] for row in page.rows()]


def test_codes_are_shown_once_and_only_their_digests_kept(counsellor: Browser, asking: Maker) -> None:
    survey: Any = asking(coded=True)
    page = counsellor.get(f"/surveys/{survey.id}/").fill("새로 만들 개수", "3").press("인쇄할 참여 번호 만들기")
    assert len(page.tree.css(".survey-codes li")) == 3
    assert "만든 번호 3개, 아직 쓰이지 않은 번호 3개." in counsellor.get(f"/surveys/{survey.id}/").text


def test_the_demonstrations_survey_looks_made_up_and_is_published(app: Flask, house: House) -> None:
    with house.session("senteojang") as session:
        make_demo_survey(session, by=house.people["senteojang"], vault=house.installed.vault)
        session.commit()
    report = Browser(app).get("/surveys/published/").click("중랑구 봉제 노동자 실태조사(가상)")
    assert "이 보고서의 모든 수는 지어낸 것입니다." in report.text
    assert "응답 수 120명" in report.text

"""Answering: by anybody with the link, once, in four languages, and without a trace of who it was."""

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import inspect, text
from support.house import House
from support.page import Browser, Page
from support.surveys import Maker

from gilmok.programmes.surveys.answering import make_codes
from gilmok.programmes.surveys.models import Survey, SurveyAnswer, SurveyCode, SurveyText
from gilmok.programmes.surveys.rules import State

TRACES = re.compile(r"person|user|address|origin|ip$|agent|time|_at$|^at$|session|login|by_id")
ONE_TRADE = "1. 업종"


def sheet(app: Flask, survey: Survey, language: str = "ko") -> Page:
    """The page of answers, for somebody who is not logged in."""
    return Browser(app).get(f"/s/{survey.link}?lang={language}")


def rows(house: House, table: str) -> list[Any]:
    """Everything in a table."""
    with house.job() as session:
        return list(session.execute(text(f"SELECT to_json(t) FROM {table} t")).scalars())


@pytest.mark.parametrize("model", [SurveyAnswer, SurveyText, SurveyCode])
def test_no_column_could_tell_who_answered_or_at_what_time(model: Any) -> None:
    columns = {column.key: str(column.type) for column in inspect(model).columns}
    assert [name for name in columns if TRACES.search(name)] == []
    assert [kind for kind in columns.values() if "TIME" in kind] == []


def test_neither_what_was_written_freely_nor_a_code_leads_to_a_sheet() -> None:
    assert set(inspect(SurveyText).columns.keys()) == {"id", "survey_id", "question", "sealed"}
    assert set(inspect(SurveyCode).columns.keys()) == {"survey_id", "digest"}


def test_an_answer_by_link_leaves_one_row_with_the_day_and_nothing_anywhere_else(
    app: Flask, house: House, asking: Maker
) -> None:
    page = sheet(app, asking()).choose(ONE_TRADE, "제화").fill("4. 월급 (원)", "2,100,000")
    before = {table: rows(house, table) for table in ("access_log", "submission", "ended_login", "survey_text")}
    assert page.press("답 보내기").heading == "답해 주셔서 고맙습니다."
    assert {table: rows(house, table) for table in before} == before
    (row,) = rows(house, "survey_answer")
    assert row["answers"] == {"q1": "2", "q4": 2100000.0}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["on"])
    assert set(row) == {"id", "survey_id", "on", "way", "answers"}


def test_the_page_says_what_is_not_kept_and_carries_no_script(app: Flask, asking: Maker) -> None:
    page = sheet(app, asking())
    assert "인터넷 주소(IP), 계정, 시각은 저장하지 않고 답한 날짜만 저장합니다." in page.text
    assert "<script" not in page.response.text


@pytest.mark.parametrize(("language", "said"), [
    ("ko", "이 설문은 익명입니다."), ("en", "This survey is anonymous."), ("zh", "이 설문은 익명입니다."),
])
def test_the_page_speaks_a_language_in_which_every_question_is_written(
    app: Flask, asking: Maker, language: str, said: str
) -> None:
    assert said in sheet(app, asking(), language).text


def test_a_sheet_that_is_sent_twice_is_kept_once(app: Flask, house: House, asking: Maker) -> None:
    page = sheet(app, asking()).choose(ONE_TRADE, "봉제").fill("7. 바라는 점", "쉬고 싶다")
    page.press("답 보내기")
    page.press("답 보내기")
    assert (len(rows(house, "survey_answer")), len(rows(house, "survey_text"))) == (1, 1)


def test_an_empty_sheet_is_refused(app: Flask, asking: Maker) -> None:
    page = sheet(app, asking(), "en").press("Send my answers")
    assert (page.status, "Please answer one question at least." in page.text) == (422, True)


def test_a_number_outside_what_is_sensible_is_refused_beside_its_question_and_nothing_is_lost(
    app: Flask, asking: Maker
) -> None:
    page = sheet(app, asking()).choose(ONE_TRADE, "봉제").fill("4. 월급 (원)", "99,000,000").press("답 보내기")
    assert page.error("4. 월급 (원)") == "범위를 벗어난 숫자입니다."
    assert page.value("4. 월급 (원)") == "99,000,000"
    assert page.tree.css_first("input[name=q1][checked]").attributes["value"] == "1"


def test_a_resident_number_in_a_free_answer_is_refused_and_does_not_come_back(app: Flask, asking: Maker) -> None:
    page = sheet(app, asking()).fill("7. 바라는 점", "저는 900101-1234567 입니다").press("답 보내기")
    assert page.status == 422
    assert "주민등록번호 같은 번호는 저장할 수 없습니다." in page.text
    assert "1234567" not in page.response.text


def test_what_is_written_freely_is_sealed(app: Flask, house: House, asking: Maker) -> None:
    sheet(app, asking()).fill("7. 바라는 점", "만든 소원").press("답 보내기")
    (row,) = rows(house, "survey_text")
    assert "만든 소원".encode().hex() not in str(row)


def test_a_link_that_is_not_there_a_draft_and_a_closed_survey_take_no_answers(app: Flask, asking: Maker) -> None:
    draft, closed = asking(state=State.DRAFT), asking(state=State.CLOSED)
    assert Browser(app).get("/s/none").status == sheet(app, draft).status == 404
    assert "지금은 답을 받는 기간이 아닙니다." in sheet(app, closed).text


def test_a_one_time_code_works_once_and_is_gone_then(app: Flask, house: House, asking: Maker) -> None:
    survey = asking(coded=True)
    with house.session("senteojang") as session:
        code, _other = make_codes(session, session.get_one(Survey, survey.id), 2, vault=house.installed.vault)
        session.commit()
    spelt = code.lower().replace("-", " ")
    first = sheet(app, survey).fill("참여 번호", spelt).choose(ONE_TRADE, "봉제").press("답 보내기")
    assert first.heading == "답해 주셔서 고맙습니다."
    again = sheet(app, survey).fill("참여 번호", code).choose(ONE_TRADE, "봉제").press("답 보내기")
    assert again.error("참여 번호") == "이 번호는 맞지 않거나 이미 쓰였습니다."
    assert (len(rows(house, "survey_answer")), len(rows(house, "survey_code"))) == (1, 1)
    assert code not in str(rows(house, "survey_code"))

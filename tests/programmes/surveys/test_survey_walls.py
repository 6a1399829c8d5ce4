"""Whose a survey is: another centre finds nothing of it but what is published, and nobody changes what was asked."""

from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from support.casework import browser_of
from support.house import House
from support.page import Browser
from support.surveys import Maker

from gilmok.ground.clock import today
from gilmok.ground.db import NOBODY, Base
from gilmok.ground.errors import IllegalMove, NotFound
from gilmok.programmes.surveys import queries, service
from gilmok.programmes.surveys.models import Survey, SurveyAnswer, SurveyCode, SurveyForm, SurveyReport, SurveyText
from gilmok.programmes.surveys.publishing import publish
from gilmok.programmes.surveys.question_form import QUESTION
from gilmok.programmes.surveys.rules import State
from gilmok.programmes.surveys.schemas import REPORT, SURVEY

SHEETS = [({"q1": "1", "q4": 100.0}, {"q7": "만든 소원"})] * 9
SAID = {"summary": "요약", "findings": "결과", "chosen": ["q1"], "change": ""}
OF_A_SURVEY = ("", "results", "texts", "report", "paper", "print", "edit", "questions/q1", "questions/new")


def published(house: House, survey: Survey) -> SurveyReport:
    """A published report of a closed survey."""
    with house.session("senteojang") as session:
        report = publish(session, session.get_one(Survey, survey.id), SAID)
        session.commit()
    return report


@pytest.mark.parametrize("login", ["jungnang_manager", "jungnang", "sicheong", "unyeong"])
@pytest.mark.parametrize("path", OF_A_SURVEY)
def test_another_centre_the_city_and_the_operator_get_404(
    app: Flask, house: House, asking: Maker, login: str, path: str
) -> None:
    survey = asking(state=State.CLOSED, sheets=SHEETS)
    assert browser_of(app, house, login).get(f"/surveys/{survey.id}/{path}").status == 404


@pytest.mark.parametrize("model", [Survey, SurveyForm, SurveyAnswer, SurveyText, SurveyCode])
@pytest.mark.parametrize("login", ["jungnang_manager", "sicheong", None])
def test_postgres_shows_nobody_else_a_row(house: House, asking: Maker, model: Any, login: str | None) -> None:
    asking(state=State.CLOSED, sheets=SHEETS)
    with house.session(login) if login else house.installed.database.session(NOBODY) as session:
        assert session.scalars(select(model)).all() == []


def test_the_query_of_ones_own_finds_no_other_without_row_security(house: House, asking: Maker) -> None:
    survey = asking()
    with house.job() as session, pytest.raises(NotFound):
        queries.own_survey(session, survey.id, "jungnang")


def test_with_the_link_one_reads_the_questions_but_no_answer(house: House, asking: Maker) -> None:
    survey = asking(sheets=SHEETS)
    with house.installed.database.session(NOBODY) as session:
        found = queries.survey_by_link(session, survey.link)
        assert len(queries.questions_of(session, found.id)) == 7
        assert queries.answers_of(session, found.id) == []
        assert session.scalars(select(SurveyText)).all() == []


def test_with_the_link_of_one_survey_no_other_takes_an_answer(house: House, asking: Maker) -> None:
    mine, other = asking(), asking("jungnang_manager")
    with house.installed.database.session(NOBODY) as session:
        queries.survey_by_link(session, mine.link)
        row = {"id": other.id, "survey_id": other.id, "on": today(), "way": "link", "answers": {}}
        with pytest.raises(DBAPIError, match="row-level security"):
            session.execute(insert(SurveyAnswer).values(row))


def test_a_closed_survey_takes_no_answer_from_anybody(house: House, asking: Maker) -> None:
    survey = asking(state=State.CLOSED)
    row = {"id": survey.id, "survey_id": survey.id, "on": today(), "way": "paper", "answers": {}}
    with house.session("senteojang") as session, pytest.raises(DBAPIError, match="row-level security"):
        session.execute(insert(SurveyAnswer).values(row))


def test_questions_cannot_be_changed_once_the_survey_is_open(house: House, asking: Maker) -> None:
    survey = asking()
    with house.session("senteojang") as session:
        with pytest.raises(service.NoDraft):
            service.keep_questions(session, session.get_one(Survey, survey.id), ())
        session.execute(update(SurveyForm).where(SurveyForm.survey_id == survey.id).values(questions=[]))
        assert len(queries.questions_of(session, survey.id)) == 7


def test_answers_cannot_be_changed_or_removed(house: House, asking: Maker) -> None:
    asking(sheets=SHEETS)
    for statement in ("UPDATE survey_answer SET answers = '{}'", "DELETE FROM survey_answer", "DELETE FROM survey"):
        with house.session("senteojang") as session, pytest.raises(DBAPIError, match="permission denied"):
            session.execute(text(statement), execution_options={"unscoped": "a test"})


def test_nothing_is_published_before_the_survey_is_closed(house: House, asking: Maker) -> None:
    survey = asking(sheets=SHEETS)
    with house.session("senteojang") as session, pytest.raises(IllegalMove):
        publish(session, session.get_one(Survey, survey.id), SAID)


def test_another_centre_cannot_publish_in_ones_name(house: House, asking: Maker) -> None:
    survey = asking(state=State.CLOSED, sheets=SHEETS)
    row = {"code": survey.code, "version": 9, "published_on": today(), "change": "", "body": {}}
    with house.session("jungnang_manager") as session, pytest.raises(DBAPIError, match="row-level security"):
        session.execute(insert(SurveyReport).values(row))


@pytest.mark.parametrize("login", ["jungnang_manager", "sicheong"])
def test_what_is_published_is_everybodys(app: Flask, house: House, asking: Maker, login: str) -> None:
    report = published(house, asking(state=State.CLOSED, sheets=SHEETS))
    page = browser_of(app, house, login).get("/surveys/").click("봉제 실태조사(가상)")
    assert page.path == f"/surveys/published/{report.code}"
    assert Browser(app).get(page.path).status == 200
    assert "만든 소원" not in Browser(app).client.get(f"{page.path}/tables.json").text


def test_an_official_makes_a_survey_for_the_city_that_no_centre_sees(app: Flask, house: House, asking: Maker) -> None:
    survey = asking("sicheong")
    assert browser_of(app, house, "sicheong").get(f"/surveys/{survey.id}/").status == 200
    assert browser_of(app, house, "senteojang").get(f"/surveys/{survey.id}/").status == 404
    assert browser_of(app, house, "unyeong").get(f"/surveys/{survey.id}/").status == 404
    assert "서울특별시" in Browser(app).get(f"/s/{survey.link}").text


def test_reading_the_free_answers_is_logged(app: Flask, house: House, asking: Maker) -> None:
    survey = asking(state=State.CLOSED, sheets=SHEETS)
    assert "만든 소원" in browser_of(app, house, "senteojang").get(f"/surveys/{survey.id}/texts").text
    with house.job() as session:
        seen = text("SELECT count(*) FROM access_log WHERE action = 'survey_texts_read'")
        assert session.scalar(seen) == 1


def test_postgres_forces_row_security_on_every_table_of_surveys(connection: Connection) -> None:
    statement = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    tables = {each.name for each in Base.metadata.sorted_tables if each.info.get("rows") == "survey"}
    assert len(tables) == 6
    assert tables <= set(connection.scalars(statement))


ODD = ("\x00", "9" * 500, "<script>alert(1)</script>", "{{7*7}}", "| | |",
       "\u202e\u200b", "1e400", "0001-01-01", "-1", "[" * 900)
NAMES = (
    *SURVEY.fields, *QUESTION.fields, *REPORT.fields, "q1", "q4", "q5", "q7", "count", "to", "chosen", "action",
    "sheet", "lang", "code",
)


@pytest.mark.parametrize("odd", ODD)
def test_nothing_odd_that_is_typed_anywhere_is_a_fault(app: Flask, house: House, asking: Maker, odd: str) -> None:
    browser = browser_of(app, house, "senteojang")
    token = browser.get("/surveys/new").tree.css_first("input[name=csrf_token]").attributes["value"]
    for state in State:
        survey = asking(state=state, sheets=SHEETS if state == State.CLOSED else ())
        parts = ("edit", "questions/new", "questions/q1", "questions/q1/move", "paper", "codes", "report")
        for path in (*(f"/surveys/{survey.id}/{part}" for part in parts), f"/s/{survey.link}", "/surveys/new"):
            form = dict.fromkeys(NAMES, odd) | {"csrf_token": token, "form_key": str(uuid4())}
            answer = browser.client.post(path, data=form)
            assert answer.status_code < 500, path
            assert "<script>alert" not in answer.text, path

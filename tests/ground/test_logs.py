"""Logs tell what went wrong and where, and nothing of what someone typed."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.logging import default_handler
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from structlog.testing import capture_logs
from support.casework import browser_of
from support.house import House

from gilmok.ground.access.policy import Permission
from gilmok.ground.logs import Line, without_values
from gilmok.ground.web.request import db, needs

TYPED = "가상하나 010-9876-5432"


def a_fault() -> ValueError:
    try:
        raise ValueError(TYPED)
    except ValueError as error:
        return error


def test_of_an_exception_only_its_kind_and_place_are_logged() -> None:
    told = without_values(None, "error", {"event": "fault", "exc_info": a_fault()})
    assert (told["error"], told["raised_at"].split(":")[0]) == ("ValueError", __name__)
    assert TYPED not in str(told)


def test_what_other_libraries_log_of_an_exception_is_cut_likewise() -> None:
    record = logging.LogRecord("procrastinate", logging.ERROR, "", 0, "Job %s failed", ("7",), None)
    error = a_fault()
    record.exc_info = (type(error), error, error.__traceback__)
    line = Line().format(record)
    assert json.loads(line) | {"timestamp": ""} == {
        "event": "Job 7 failed", "logger": "procrastinate", "level": "error", "timestamp": "",
        "error": "ValueError", "raised_at": json.loads(line)["raised_at"],
    }


@pytest.mark.parametrize(("said", "filled"), [("ignored: %s", (a_fault(),)), (a_fault(), ())])
def test_an_exception_within_what_other_libraries_say_is_cut_too(said: Any, filled: tuple[Any, ...]) -> None:
    line = Line().format(logging.LogRecord("psycopg", logging.WARNING, "", 0, said, filled, None))
    assert json.loads(line)["event"].endswith("ValueError")
    assert TYPED not in line


def test_every_way_to_standard_error_cuts_it(app: Flask) -> None:
    assert [isinstance(each.formatter, Line) for each in (logging.lastResort, default_handler) if each] == [True, True]


def failing(app: Flask, house: House, monkeypatch: pytest.MonkeyPatch, view: Callable[[], str]) -> str:
    """The page and the log lines of a view that fails, as they would be for staff."""
    monkeypatch.setattr(app, "testing", False)
    monkeypatch.setitem(app.view_functions, "network.index", needs(Permission.SEE_NETWORK)(view))
    with capture_logs(processors=[without_values]) as lines:
        answer = browser_of(app, house, "sangdam").client.get("/network/", query_string={"q": TYPED})
    assert answer.status_code == 500
    assert lines[0]["endpoint"] == "network.index"
    return answer.text + str(answer.headers) + str(lines)


def test_neither_page_nor_log_of_a_fault_holds_what_was_typed(
    app: Flask, house: House, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def view() -> str:
        raise a_fault()

    assert TYPED not in failing(app, house, monkeypatch, view)
    assert TYPED not in "".join(capfd.readouterr())


def test_neither_page_nor_log_of_an_error_of_the_database_holds_a_row(
    app: Flask, house: House, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """PostgreSQL tells the whole failing row in its message."""

    def view() -> str:
        statement = text("INSERT INTO routing_precedence (winner, loser, note) VALUES ('a', 'b', :typed)")
        db().execute(statement, {"typed": TYPED}, execution_options={"unscoped": "a planted fault"})
        return ""

    assert IntegrityError.__name__ in failing(app, house, monkeypatch, view)
    assert TYPED not in "".join(capfd.readouterr())

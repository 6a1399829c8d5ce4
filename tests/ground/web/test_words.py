"""Days, sums and numbers as pages write and echo them."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from support.page import Browser

from gilmok.ground.web.words import Due, date_typed, due, moment


def echoed(walker: Browser, kind: str, typed: str) -> str:
    """What the page shows while this is typed."""
    token = walker.get("/form").tree.css_first("meta[name=csrf-token]")
    assert token
    headers = {"X-CSRFToken": token.attributes["content"] or ""}
    return walker.client.post("/echo", data={"kind": kind, "typed": typed}, headers=headers).text


@pytest.mark.parametrize(("kind", "typed", "said"), [
    ("date", "20250302", "2025년 3월 2일(일)"),
    ("date", "25-3-2", "2025년 3월 2일(일)"),
    ("phone", "01012345678", "010-1234-5678"),
    ("won", "120만", "1,200,000원"),
    ("date", "2025.13.2", ""),
    ("won", "많이", ""),
    ("nothing", "1", ""),
])
def test_what_is_typed_is_echoed_as_it_was_understood(walker: Browser, kind: str, typed: str, said: str) -> None:
    assert echoed(walker, kind, typed) == said


@pytest.mark.parametrize(("day", "expected"), [
    (20, Due("2일 지남", "late")), (22, Due("오늘", "soon")), (25, Due("D-3", "soon")), (26, Due("D-4", "later")),
])
def test_a_time_limit_says_how_near_it_is(parts: Flask, day: int, expected: Due) -> None:
    with parts.test_request_context():
        assert due(date(2026, 11, day)) == expected


def test_a_moment_is_said_in_the_time_of_seoul(parts: Flask) -> None:
    with parts.test_request_context():
        assert moment(datetime(2026, 11, 21, 20, 30, tzinfo=UTC)) == "2026. 11. 22. 05:30"


def test_a_stored_day_stands_in_its_field_as_people_type_it_and_what_else_was_typed_stays() -> None:
    typed = ("2025-03-02", "내일", "2025-13-02", "", None)
    assert [date_typed(each) for each in typed] == ["2025.3.2", "내일", "2025-13-02", "", None]

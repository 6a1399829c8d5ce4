"""Who came to a desk, in numbers: counted of all centres, and never so small that somebody could be recognised."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import ProgrammingError
from support.house import House, make_case
from support.page import Browser

from gilmok.ground.clock import today
from gilmok.ground.db import read
from gilmok.report.desks.figures import Part, a_year_ago, figures, of_desks, parts
from gilmok.report.desks.jobs import EMPLOYMENT, TOPIC, count
from gilmok.report.desks.models import DeskCount

DESK = "northeast.sewing_desk"
COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 30), max_size=8).map(Counter)


def came(house: House, login: str = "sangdam", topic: str = "unpaid_wages", **about: object) -> None:
    make_case(house, login, target=DESK, topic=topic, facts={"employment_type": "daily"}, **about)


def counted(house: House) -> None:
    with house.job() as session:
        count(session)
        session.commit()


def test_cases_of_every_centre_are_counted_together(house: House) -> None:
    for login in ("sangdam", "jungnang", "nodong") * 2:
        came(house, login)
    counted(house)
    with house.session("sicheong") as session:
        (found,) = of_desks(session, [DESK])
    assert found.cases == 6
    assert found.parts == {TOPIC: (Part("unpaid_wages", 6),), EMPLOYMENT: (Part("daily", 6),)}


def test_counting_again_adds_nothing_and_forgets_what_is_gone(house: House) -> None:
    came(house)
    with house.job() as session:
        session.add(DeskCount(target="gone.desk", month=date(2026, 1, 1), fact=TOPIC, code="x", cases=9))
        session.commit()
    counted(house)
    counted(house)
    with house.job() as session:
        assert set(session.execute(select(DeskCount.target, DeskCount.cases))) == {(DESK, 1)}


def test_what_came_more_than_a_year_ago_is_not_told(house: House) -> None:
    for _each in range(6):
        came(house, received_on=a_year_ago(today()) - timedelta(days=1))
    counted(house)
    with house.session("sicheong") as session:
        assert of_desks(session, [DESK]) == []


def test_a_few_cases_are_not_said(house: House, at: Callable[[str], Browser]) -> None:
    for _each in range(4):
        came(house)
    counted(house)
    page = at("jungnang").get("/modules/northeast")
    assert "다섯 건 미만" in page.text
    assert "임금체불 4" not in page.text


def test_the_page_of_a_module_tells_its_numbers(house: House, at: Callable[[str], Browser]) -> None:
    for topic in ("unpaid_wages",) * 7 + ("severance_pay",) * 5 + ("working_hours", "discrimination", "tax") * 2:
        came(house, topic=topic)
    counted(house)
    rows = at("sicheong").get("/modules/northeast").rows()
    told = [row for row in rows if row[0] in ("임금체불", "퇴직금", "그 밖 합계")]
    assert told == [["임금체불", "7"], ["퇴직금", "5"], ["그 밖 합계", "6"]]


def test_pages_can_not_write_what_is_counted(house: House) -> None:
    with house.session("sicheong") as session, pytest.raises(ProgrammingError):
        read(session, DeskCount.__table__.insert(), {
            "target": DESK, "month": date(2026, 1, 1), "fact": TOPIC, "code": "x", "cases": 1,
        })


@given(COUNTS)
def test_no_number_of_fewer_than_five_is_told_and_none_can_be_worked_out(counts: Counter[str]) -> None:
    told = parts(counts)
    assert all(each.cases >= 5 for each in told)
    hidden = len(counts) - sum(each.code is not None for each in told)
    assert not told or hidden != 1
    assert sum(each.cases for each in told) == (counts.total() if told else 0)


@given(COUNTS)
def test_a_desk_of_fewer_than_five_cases_tells_nothing(counts: Counter[str]) -> None:
    told = figures(DESK, date(2026, 1, 1), {TOPIC: counts})
    assert (told.cases is None) == (counts.total() < 5)

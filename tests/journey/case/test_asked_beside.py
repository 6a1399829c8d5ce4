"""What the stages know of a case is asked as one, and each reads its own answer."""

from collections.abc import Iterator

import pytest
from flask import Flask, g
from sqlalchemy import bindparam, select
from support.house import House, make_case

from gilmok.journey.case import beside as asking
from gilmok.journey.case.beside import ask_beside, beside
from gilmok.journey.case.models import Case, CaseKey


@pytest.fixture
def known() -> Iterator[None]:
    """Two stages more that know something: one of each case, one only of a case that has a key."""
    before = dict(asking._queries)
    ask_beside("number", select(Case.number, Case.due_on).where(Case.id == bindparam("case")))
    ask_beside("key", select(CaseKey.wrapped).where(CaseKey.case_id == bindparam("case")))
    yield
    asking._queries.clear()
    asking._queries.update(before)
    asking.together.cache_clear()


@pytest.mark.usefixtures("known")
def test_each_stage_has_its_own_answer_or_none(app: Flask, house: House) -> None:
    case = make_case(house, "sangdam")
    with app.test_request_context(), house.session("sangdam") as session:
        g.session = session
        assert (beside(case, "number").number, beside(case, "number").due_on) == (case.number, None)
        assert beside(case, "key") is None


@pytest.mark.usefixtures("known")
def test_nothing_is_known_of_another_centres_case(app: Flask, house: House) -> None:
    case = make_case(house, "jungnang")
    with app.test_request_context(), house.session("sangdam") as session:
        g.session = session
        assert beside(case, "number") is None

"""Surveys that take answers, made by their service."""

from typing import Any
from uuid import uuid4

import pytest
from support.house import House
from support.surveys import ABOUT, ALL, Maker

from gilmok.programmes.surveys import service
from gilmok.programmes.surveys.answering import LINK, keep_sheet
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.reading import Sheet
from gilmok.programmes.surveys.rules import State


@pytest.fixture
def asking(house: House) -> Maker:
    """Makes a survey with every kind of question."""

    def make(login: str = "senteojang", *, state: State = State.OPEN, sheets: Any = (), **more: Any) -> Survey:
        vault = house.installed.vault
        with house.session(login) as session:
            survey = service.make(session, ABOUT | more, by=house.people[login], vault=vault, questions=ALL)
            if state != State.DRAFT:
                service.open_survey(session, survey, ALL)
                session.flush()
            for answers, texts in sheets:
                keep_sheet(session, survey, Sheet(answers, texts), id=uuid4(), way=LINK, vault=vault)
            if state == State.CLOSED:
                service.close_survey(session, survey)
            session.commit()
        return survey

    return make

"""The demonstration's survey: made-up answers of people who do not exist, and the report on them."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from gilmok.ground import clock
from gilmok.ground.access.models import Person
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.entries import read_entries
from gilmok.programmes.surveys import service
from gilmok.programmes.surveys.answering import LINK, PAPER, keep_sheet
from gilmok.programmes.surveys.publishing import publish
from gilmok.programmes.surveys.questions import Question
from gilmok.programmes.surveys.reading import Sheet

FILE = Path(__file__).parent / "data/demo.toml"
SHEETS = 120


def make_demo_survey(session: ViewerSession, *, by: Person, vault: Vault, seed: int = 4) -> None:
    """Store a survey of the person's centre with its answers, and publish its report; nothing is committed."""
    today, chance = clock.now(), Random(seed)
    told = tomllib.loads(FILE.read_text("utf-8"))
    questions = read_entries(FILE, "questions", Question)
    with clock.at(today - timedelta(days=90)):
        period = {"opens_on": clock.today(), "closes_on": clock.today() + timedelta(days=40)}
        survey = service.make(session, told["about"] | period, by=by, vault=vault, questions=questions)
        service.open_survey(session, survey, questions)
        session.flush()
    for sheet in made_up(chance, told["wishes"]):
        with clock.at(today - timedelta(days=chance.randint(50, 90))):
            way = chance.choices((LINK, PAPER), (60, 40))[0]
            keep_sheet(session, survey, sheet, id=uuid4(), way=way, vault=vault)
    with clock.at(today - timedelta(days=30)):
        service.close_survey(session, survey)
        session.flush()
        publish(session, survey, told["report"])


def made_up(chance: Random, wishes: list[str]) -> Iterator[Sheet]:
    """What nobody answered."""
    for _number in range(SHEETS):
        answers: dict[str, Any] = {
            "q1": chance.choices("1234", (14, 60, 22, 4))[0], "q2": chance.choices("123", (15, 55, 30))[0],
            "q3": chance.choices("123", (30, 62, 8))[0], "q4": min(100, max(4, round(chance.gauss(52, 9)))),
            "q5": sorted(chance.sample("1234", chance.randint(1, 3))),
            "q6": chance.choices("12345", (12, 25, 38, 20, 5))[0],
        }
        kept = {key: value for key, value in answers.items() if chance.random() > 0.03}
        yield Sheet(kept, {"q7": chance.choice(wishes)} if chance.random() < 0.1 else {})

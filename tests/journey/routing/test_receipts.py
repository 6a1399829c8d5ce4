"""What is stored of a decision is what comes out when it is made again."""

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import select
from support.casework import PERSON
from support.house import House
from support.worked import CASES, registry, routed_with

from gilmok.journey.intake.intake import Intake
from gilmok.journey.intake.service import take_in
from gilmok.journey.routing.jobs import replays
from gilmok.journey.routing.models import DecisionReceipt
from gilmok.journey.routing.queries import engine, precedence, rulebook_of
from gilmok.journey.routing.route import route
from gilmok.journey.routing.store import receipt, replay, to_record
from gilmok.journey.vocabulary import FACTS, options_of
from gilmok.modules.things import Kind

ON = date(2026, 11, 22)
FREE = {Kind.BOOL: st.booleans(), Kind.DATE: st.dates(date(2020, 1, 1), ON)}
CODED = {name: st.sampled_from([option.code for option in options_of(field)]) for name, field in FACTS.items()
         if field.kind in (Kind.CODE, Kind.DISTRICT)}
ANSWERS = {**CODED, **{name: FREE[field.kind] for name, field in FACTS.items() if field.kind in FREE}}
TOPICS = st.lists(st.sampled_from([option.code for option in FACTS["topics"].options]), max_size=3, unique=True)
facts = st.fixed_dictionaries({}, optional={**ANSWERS, "topics": TOPICS.map(tuple)})


@pytest.mark.parametrize("name", CASES)
def test_the_job_finds_the_receipt_of_each_worked_case_as_it_was_stored(house: House, name: str) -> None:
    with house.session("sangdam") as session:
        intake = Intake(facts=CASES[name], person=PERSON, narrative="", consents={})
        take_in(session, intake, by=house.people["sangdam"], engine=engine(session, registry()),
                vault=house.installed.vault)
        session.commit()
    with house.job() as session:
        kept = session.scalars(select(DecisionReceipt)).one()
        rulebook = rulebook_of(registry(), precedence(session))
        assert kept.receipt["rulebook"] == rulebook.version
        assert replays(kept, rulebook)
        assert replay(kept.receipt, routed_with()["rulebook"]).status == kept.status


@example({"topics": ("unpaid_wages",), "employment_type": "regular", "industry": "retail"})
@example({"client_kind": "employer"})
@given(facts)
def test_whatever_is_routed_and_stored_replays_to_the_same_word_for_word(known):
    routed = route(known, on=ON, **routed_with())
    record = json.loads(json.dumps(receipt(routed)))
    again = json.loads(json.dumps(to_record(replay(record, routed_with()["rulebook"]), activation=routed.activation)))
    assert again == {name: value for name, value in record.items() if name != "place"}

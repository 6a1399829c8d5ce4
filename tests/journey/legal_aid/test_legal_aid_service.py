"""Actions as they are stored: one code sets a state, one of two writers wins, walls hold without each other."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from support.house import House

from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import ChangedMeanwhile, NotAllowed
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import send_to_centre
from gilmok.journey.clocks import service as clock_service
from gilmok.journey.clocks.queries import clocks_of
from gilmok.journey.clocks.rules import State
from gilmok.journey.clocks.starts import Event
from gilmok.journey.legal_aid import queries, service
from gilmok.journey.legal_aid.clocks import Standing
from gilmok.journey.legal_aid.models import LegalAction, LegalEvent
from gilmok.journey.legal_aid.service import NotFilledIn
from gilmok.journey.legal_aid.table import IllegalStep

Held = Callable[..., Case]
DAY = date(2027, 1, 4)


@pytest.fixture
def case(held: Held) -> Case:
    """A case in counselling."""
    return held(workplace_district="nowon")


def opened(session: ViewerSession, house: House, case: Case) -> LegalAction:
    """A remedy application of this case."""
    return service.open_action(session, case, "remedy", "dismissal", by=house.people["sangdam"], on=DAY)


def test_an_action_begins_with_its_first_event(house: House, case: Case) -> None:
    with house.session("sangdam") as session:
        action = opened(session, house, case)
        event = queries.events(session, [action])[0]
        assert (action.state, event.to_state, event.event_day) == ("preparing", "preparing", DAY)


def test_the_clocks_of_a_case_are_plain_values(house: House, case: Case) -> None:
    with house.session("sangdam") as session:
        opened(session, house, case)
        clock = queries.clocks_of(session, case)[0]
    assert (clock.limit.code, clock.event, clock.standing) == ("UD_RELIEF", DAY, Standing.RUNNING)
    assert clock.end is not None
    assert clock.end.last == date(2027, 4, 5)


def test_filing_meets_the_limit_of_the_case_and_what_follows_becomes_its_nearest(house: House, held: Held) -> None:
    case, person = held(workplace_district="nowon", topics="discipline_dismissal"), house.people["sangdam"]
    with house.session("sangdam") as session:
        held_case = session.get_one(Case, case.id)
        clock_service.enter_day(session, held_case, Event.DISMISSAL, DAY, won=None, by=person)
        assert (held_case.due_limit, held_case.due_on) == ("UD_RELIEF", date(2027, 4, 4))
        action = opened(session, house, held_case)
        service.advance(session, action, "filed", by=person, on=date(2027, 2, 1))
        (relief,) = [each for each in clocks_of(session, held_case).found if each.limit.code == "UD_RELIEF"]
        assert relief.state is State.MET
        assert held_case.due_limit != "UD_RELIEF"
        served = service.advance(session, action, "served", by=person, on=date(2027, 3, 8))
        assert (held_case.due_limit, held_case.due_on) == ("UD_REVIEW", date(2027, 3, 18))
        service.correct(session, action, served, by=person, on=date(2027, 3, 9))
        assert held_case.due_on == date(2027, 3, 19)


def test_a_step_past_the_table_is_refused(house: House, case: Case) -> None:
    with house.session("sangdam") as session, pytest.raises(IllegalStep):
        service.advance(session, opened(session, house, case), "served", by=house.people["sangdam"], on=DAY)


def test_who_may_not_file_cannot(house: House, case: Case) -> None:
    with house.session("sangdam") as session, pytest.raises(NotAllowed):
        service.advance(session, opened(session, house, case), "filed", by=house.people["jungnang"], on=DAY)


def test_what_is_missing_blocks_the_closing_alone(house: House, case: Case) -> None:
    person = house.people["sangdam"]
    with house.session("sangdam") as session:
        action = opened(session, house, case)
        service.advance(session, action, "filed", by=person, on=None)
        with pytest.raises(NotFilledIn):
            service.advance(session, action, "closed", by=person, on=DAY)
        service.advance(session, action, "withdrawn", by=person, on=DAY)
        assert action.state == "withdrawn"


def test_exactly_one_of_two_writers_wins(house: House, case: Case) -> None:
    person = house.people["sangdam"]
    with house.session("sangdam") as session:
        action = opened(session, house, case)
        session.commit()
        with house.session("sangdam") as other:
            service.advance(other, other.get_one(LegalAction, action.id), "filed", by=person, on=DAY)
            other.commit()
        with pytest.raises(ChangedMeanwhile):
            service.fill_in(session, action, {"claimed": 1}, by=person)


def test_the_history_of_the_case_says_that_an_action_began(house: House, case: Case) -> None:
    with house.session("sangdam") as session:
        opened(session, house, case)
        kinds = session.scalars(text("SELECT kind FROM case_event"), execution_options={"unscoped": "a test"}).all()
    assert kinds == ["legal_action_opened"]


@pytest.mark.parametrize("table", ["legal_action", "legal_event"])
def test_the_database_alone_hides_an_action_from_other_centres(house: House, case: Case, table: str) -> None:
    with house.session("sangdam") as session:
        opened(session, house, case)
        session.commit()
    count = text(f"SELECT count(*) FROM {table}")
    seen = {}
    for login in ("sangdam", "jungnang", "sicheong"):
        with house.session(login) as session:
            seen[login] = session.scalar(count, execution_options={"unscoped": "the second wall is tested"})
    assert seen == {"sangdam": 1, "jungnang": 0, "sicheong": 0}


def test_the_session_alone_hides_it_too(house: House, case: Case) -> None:
    with house.session("sangdam") as session:
        opened(session, house, case)
        session.commit()
    with house.session("jungnang") as session:
        assert session.query(LegalAction).all() == session.query(LegalEvent).all() == []


def test_a_centre_that_sent_the_case_on_reads_and_does_not_write(house: House, case: Case) -> None:
    with house.session("sangdam") as session:
        action = opened(session, house, case)
        session.commit()
        send_to_centre(session, session.get_one(Case, case.id), "jungnang", by=house.people["sangdam"])
        session.commit()
    with house.session("sangdam") as session:
        found = session.get_one(LegalAction, action.id)
        with pytest.raises(ChangedMeanwhile):
            service.change(session, found, claimed=1)
        session.add(LegalEvent(
            case_id=case.id, action_id=action.id, at=action.opened_at, person_id=house.people["sangdam"].id,
            kind="filled_in", answers={},
        ))
        with pytest.raises(DBAPIError):
            session.flush()

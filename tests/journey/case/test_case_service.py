"""What is done to a case, as rows: handlers, stages, centres, history."""

from typing import Any

import pytest
from sqlalchemy import text
from support.casework import settled
from support.house import House, make_case

from gilmok.ground.errors import ChangedMeanwhile, IllegalMove
from gilmok.journey.case import queries, service
from gilmok.journey.case.endings import CloseReason
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import Stage


def do(house: House, login: str, number: str, verb: Any, *args: Any, **more: Any) -> Case:
    """Let this person do it to the case of this number."""
    with house.session(login) as session:
        case = queries.by_number(session, number)
        verb(session, case, *args, by=house.people[login], **more)
        session.commit()
    return case


def grants(house: House) -> dict[str, str]:
    """What each centre's grant says of the only case."""
    with house.job() as session:
        return dict(session.execute(text("SELECT centre_id, status FROM case_grant")).all())


def received(house: House, to: Stage) -> Case:
    """A case that is taken in and goes on to this stage at once."""
    said, by = said_of(make_case(house)), house.people["sangdam"]
    with house.session("sangdam") as session:
        case = service.receive(session, to, by=by, **said, number="T26-COPY")
        session.commit()
    return case


def said_of(case: Case) -> dict[str, Any]:
    """What a case says, for another one."""
    own = {"id", "number", "stage", "version"}
    return {each.key: getattr(case, each.key) for each in Case.__table__.columns if each.key not in own}


def test_a_case_waits_as_soon_as_it_is_taken_in_and_its_history_tells_both_steps(house: House) -> None:
    case = received(house, Stage.WAITING)
    with house.session("sangdam") as session:
        happened = [(event.kind, event.from_stage, event.to_stage) for event, _who in queries.history(session, case.id)]
    assert (case.stage, case.version) == (Stage.WAITING, 1)
    assert happened == [("moved", Stage.RECEIVED, Stage.WAITING), ("taken_in", None, None)]


def test_a_case_that_is_taken_in_does_not_skip_a_stage(house: House) -> None:
    with pytest.raises(IllegalMove):
        received(house, Stage.CLOSED)


def test_taking_a_case_counsels_it(house: House) -> None:
    case = do(house, "sangdam", make_case(house).number, service.take)
    assert (case.stage, case.handler_id) == (Stage.COUNSELLING, house.people["sangdam"].id)


@pytest.mark.parametrize("stage", [Stage.TRIAGE, Stage.CLOSED])
def test_a_case_that_nobody_can_work_on_is_not_given_out(house: House, stage: Stage) -> None:
    with pytest.raises(IllegalMove):
        do(house, "sangdam", make_case(house, stage=stage).number, service.take)


def test_a_case_put_back_waits_and_is_nobodys(house: House) -> None:
    number = do(house, "sangdam", make_case(house).number, service.take).number
    case = do(house, "sangdam", number, service.put_back)
    assert (case.stage, case.handler_id) == (Stage.WAITING, None)


def test_a_case_closed_while_nobody_had_it_waits_when_opened_again(house: House) -> None:
    number = do(house, "senteojang", make_case(house).number, service.close, CloseReason.WITHDRAWN).number
    case = do(house, "senteojang", number, service.reopen)
    assert (case.stage, case.close_reason, case.closed_at) == (Stage.WAITING, None, None)


def test_the_second_of_two_who_change_a_case_at_once_is_told(house: House) -> None:
    number = make_case(house).number
    with house.session("nomusa") as slow:
        read = queries.by_number(slow, number)
        do(house, "sangdam", number, service.take)
        with pytest.raises(ChangedMeanwhile):
            service.change(slow, read, topic="tax")


def test_a_case_that_was_sent_is_known_to_both_centres(house: House) -> None:
    do(house, "sangdam", make_case(house).number, service.send_to_centre, "jungnang")
    assert grants(house) == {"gwanak": "sent", "jungnang": "waiting"}


def test_a_case_sent_back_is_the_first_centres_again(house: House) -> None:
    case = do(house, "sangdam", make_case(house).number, service.send_to_centre, "jungnang")
    do(house, "jungnang", case.number, service.send_to_centre, "gwanak")
    settled(house, case)
    assert grants(house) == {"gwanak": "waiting", "jungnang": "sent"}


def test_a_job_that_puts_the_grant_right_leaves_with_the_sending(house: House) -> None:
    case = do(house, "sangdam", make_case(house).number, service.send_to_centre, "jungnang")
    with house.job() as session:
        args = session.scalars(text("SELECT args FROM procrastinate_jobs WHERE task_name LIKE '%settle_in'"))
        assert list(args) == [{"case_id": case.id}]

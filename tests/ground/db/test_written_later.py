"""What is written and whose answer nobody waits for: in its order, before anything that could see it, or never."""

from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DataError, IntegrityError, ProgrammingError
from support.house import House, make_case

from gilmok.ground.audit import AccessLog, log
from gilmok.ground.clock import now
from gilmok.ground.db import Unscoped, ViewerSession, later, put, put_all, read
from gilmok.ground.db.session import viewers_centre
from gilmok.ground.submissions import Submission
from gilmok.journey.case.models import Case, CaseEvent, CaseKey

SENT = select(Submission.location).order_by(Submission.location)
RENAMING = update(Submission).values(location="/new")


def sent(session: ViewerSession, key: UUID, location: str) -> dict[str, Any]:
    return {"person_id": session.viewer.person, "key": key, "at": now(), "location": location}


def locations(house: House) -> list[str | None]:
    with house.job() as session:
        return list(session.scalars(SENT))


ASKING = {
    "a kept query": lambda session: read(session, SENT, {}).scalars().all(),
    "a query of the session": lambda session: session.scalars(SENT).all(),
    "a savepoint": lambda session: session.begin_nested().rollback() or session.scalars(SENT).all(),
}


@pytest.mark.parametrize("asking", ASKING)
def test_what_was_written_is_there_for_who_asks(house: House, asking: str) -> None:
    with house.session("sangdam") as session:
        put(session, Submission, **sent(session, uuid4(), "/one"))
        put(session, Submission, **sent(session, uuid4(), "/two"))
        assert ASKING[asking](session) == ["/one", "/two"]


def test_it_is_carried_out_in_its_order(house: House) -> None:
    with house.session("sangdam") as session:
        put(session, Submission, **sent(session, uuid4(), "/before"))
        later(session, RENAMING, {})
        put(session, Submission, **sent(session, uuid4(), "/after"))
        session.add(Submission(**sent(session, uuid4(), "/added")))
        later(session, RENAMING.where(Submission.location == "/added"), {})
        session.commit()
    assert locations(house) == ["/after", "/new", "/new"]


def test_it_is_undone_with_its_transaction(house: House) -> None:
    with house.session("sangdam") as session:
        put(session, Submission, **sent(session, uuid4(), "/undone"))
        session.rollback()
        put(session, Submission, **sent(session, uuid4(), "/done"))
        session.commit()
        put(session, Submission, **sent(session, uuid4(), "/closed"))
    assert locations(house) == ["/done"]


def test_one_that_fails_undoes_all_and_tells_no_value(house: House) -> None:
    twice = uuid4()
    with house.session("sangdam") as session:
        for location in ("/one", "/two", "/three"):
            put(session, Submission, **sent(session, twice, location))
        with pytest.raises(IntegrityError) as clash:
            session.commit()
    assert "/two" not in str(clash.value)
    assert locations(house) == []


def test_what_the_driver_refuses_is_not_passed_over_by_who_goes_on(house: House) -> None:
    with house.session("sangdam") as session:
        log(session, "form_sent")
        put(session, Submission, **sent(session, uuid4(), "/no\x00where"))
        with suppress(DataError), session.begin_nested():
            pass
        with pytest.raises(DataError):
            session.commit()
    with house.job() as session:
        assert session.scalars(select(AccessLog.action)).all() == []


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_rows_none_may_say_more_than_another(house: House, order: int) -> None:
    with house.session("sangdam") as session:
        more = sent(session, uuid4(), "/more")
        less = {name: value for name, value in more.items() if name != "location"} | {"key": uuid4()}
        with pytest.raises(ValueError, match="Submission"):
            put_all(session, Submission, [less, more][::order])


def test_a_row_of_another_centres_case_is_refused(house: House) -> None:
    case = make_case(house, "jungnang")
    with house.session("sangdam") as session:
        about: dict[str, Any] = {"at": now(), "person_id": session.viewer.person, "kind": "taken_in", "about": {}}
        put(session, CaseEvent, **{"case_id": case.id, **about})
        put(session, CaseKey, case_id=case.id, wrapped=b"")
        with pytest.raises(ProgrammingError):
            session.commit()


def test_a_change_is_scoped_and_what_cannot_be_scoped_is_refused(house: House) -> None:
    case = make_case(house, "jungnang")
    with house.session("sangdam") as session:
        session.connection().exec_driver_sql("RESET ROLE")
        later(session, update(Case).values(topic="harassment"), {})
        log(session, "case_seen")
        session.send()
        with pytest.raises(Unscoped):
            later(session, update(Case.__table__).values(topic="harassment"), {})
        session.commit()
    with house.job() as session:
        assert session.scalar(select(Case.topic).where(Case.id == case.id)) == case.topic


def test_the_default_of_a_column_is_kept(house: House) -> None:
    case = make_case(house, "sangdam")
    columns = [each for each in Case.__table__.columns if each.name not in ("id", "version")]
    values = {each.name: getattr(case, each.key) for each in columns}
    with house.session("sangdam") as session:
        later(session, insert(Case).inline(), {**values, "number": "GWAN-26-AAAAAA"}, unscoped="nothing is read")
        log(session, "case_seen")
        session.commit()
    with house.job() as session:
        assert session.scalar(select(Case.version).where(Case.number == "GWAN-26-AAAAAA")) == 1
        assert session.scalar(select(AccessLog.action)) == "case_seen"


def test_what_waits_is_scoped_to_its_own_session_whoever_asks_meanwhile(house: House) -> None:
    cases = [make_case(house, login) for login in ("sangdam", "jungnang")]
    with house.session("sangdam") as session:
        session.connection().exec_driver_sql("RESET ROLE")
        later(session, update(Case).values(urgency="danger"), {})
        viewers_centre.set("jungnang")  # as a session of another centre leaves it
        session.commit()
    with house.job() as session:
        changed = select(Case.id).where(Case.urgency == "danger")
        assert session.scalars(changed).all() == [cases[0].id]

"""What a centre could write to get at another's case, or to speak in another's name; each against each wall alone."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, insert, literal, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from support.house import House, make_case

from gilmok.ground.access.models import Person
from gilmok.ground.db import ViewerSession
from gilmok.ground.db.scope import Unscoped, protected_tables, read
from gilmok.journey.case import service
from gilmok.journey.case.models import Case, CaseEvent, CaseGrant, KnownContact

WHY = {"unscoped": "to see whether the second wall holds alone"}
Write = Callable[[ViewerSession, Case, Case], Any]
SPOILT = "spoilt"


def loaded_elsewhere(session: ViewerSession, case: Case) -> None:
    """Change a row that another session has read."""
    session.add(case)
    case.topic = SPOILT
    session.flush()


WRITES: dict[str, Write] = {
    "update": lambda s, own, other: s.execute(update(Case).where(Case.id == other.id).values(topic=SPOILT)),
    "update of all": lambda s, own, other: s.execute(update(Case).values(topic=SPOILT)),
    "update by keys": lambda s, own, other: s.execute(update(Case), [{"id": other.id, "topic": SPOILT}]),
    "update of the table": lambda s, own, other: s.execute(update(Case.__table__).values(topic=SPOILT)),
    "update as a kept query": lambda s, own, other: read(s, update(Case).values(topic=SPOILT), {}),
    "delete as a kept query": lambda s, own, other: read(s, delete(CaseEvent), {}),
    "update by a join": lambda s, own, other: s.execute(
        update(Case).where(Case.taken_in_by_id == Person.id).values(topic=SPOILT)
    ),
    "bulk update": lambda s, own, other: s.bulk_update_mappings(Case, [{"id": other.id, "topic": SPOILT}]),
    "delete": lambda s, own, other: s.execute(delete(CaseEvent).where(CaseEvent.case_id == other.id)),
    "a row from another session": lambda s, own, other: loaded_elsewhere(s, other),
    "merge": lambda s, own, other: (s.merge(Case(id=other.id, topic=SPOILT)), s.flush()),
    "a grant for oneself": lambda s, own, other: s.execute(insert(CaseGrant).values(
        centre_id="jungnang", case_id=other.id, status="waiting", created=other.received_at
    )),
    "one's own grant moved": lambda s, own, other: s.execute(
        update(CaseGrant).where(CaseGrant.case_id == own.id).values(case_id=other.id)
    ),
    "one's own grant given away": lambda s, own, other: s.execute(
        update(CaseGrant).where(CaseGrant.case_id == own.id).values(centre_id="gwanak")
    ),
    "one's own case renumbered": lambda s, own, other: s.execute(
        update(Case).where(Case.id == own.id).values(number=SPOILT)
    ),
    "one's own history moved": lambda s, own, other: s.execute(insert(CaseEvent).values(
        case_id=other.id, at=other.received_at, person_id=own.taken_in_by_id, kind=SPOILT, about={}
    )),
    "copied": lambda s, own, other: s.execute(insert(KnownContact).from_select(
        ["digest", "centre_id"], select(literal(b"x"), Case.number).where(Case.id == other.id)
    )),
    "known in another's name": lambda s, own, other: s.execute(
        insert(KnownContact).values(digest=SPOILT.encode(), centre_id="gwanak")
    ),
    "a password": lambda s, own, other: s.execute(update(Person).values(password_hash=SPOILT)),
    "a role": lambda s, own, other: s.execute(update(Person).values(role="operator")),
}
STATE = {
    "case_file": "SELECT id, number, centre_id, topic FROM case_file ORDER BY id",
    "case_grant": "SELECT centre_id, case_id FROM case_grant ORDER BY 1, 2",
    "case_event": "SELECT case_id, kind FROM case_event ORDER BY id",
    "known_contact": "SELECT digest, centre_id FROM known_contact ORDER BY 1, 2",
    "person": "SELECT id, password_hash, role FROM person ORDER BY id",
}


def made(house: House) -> tuple[Case, Case]:
    """A case of one's own, and another centre's with something that happened to it."""
    own, other = make_case(house, "jungnang"), make_case(house, "sangdam")
    with house.session("sangdam") as session:
        service.note(session, other, "assigned", by=house.people["sangdam"])
        session.commit()
    return own, other


def state(house: House, own: Case) -> dict[str, Any]:
    """Everything but what belongs to one's own case."""
    with house.job() as session:
        found = {name: [tuple(row) for row in session.execute(text(query))] for name, query in STATE.items()}
    found["case_file"] = [row for row in found["case_file"] if row[0] != own.id or row[1] != own.number]
    return found


def tried(house: House, write: Write, *, own: Case, other: Case) -> None:
    """Let 중랑 try it; a refusal is as good as nothing done."""
    with house.session("jungnang") as session:
        try:
            write(session, own, other)
            session.commit()
        except (Unscoped, DBAPIError, StaleDataError):
            session.rollback()


@pytest.mark.parametrize("name", WRITES)
def test_nothing_that_a_centre_writes_reaches_another(house: House, name: str) -> None:
    own, other = made(house)
    before = state(house, own)
    tried(house, WRITES[name], own=own, other=other)
    assert state(house, own) == before
    with house.session("jungnang") as session:
        assert session.scalar(select(Case.id).where(Case.id == other.id)) is None


BY_THE_SESSION = (
    "update", "update of all", "update by keys", "update of the table", "update by a join", "delete",
    "update as a kept query", "delete as a kept query",
    "a row from another session", "merge", "copied",
)


@pytest.mark.parametrize("name", BY_THE_SESSION)
def test_the_session_alone_lets_nothing_reach_another(house: House, name: str) -> None:
    own, other = made(house)
    before = state(house, own)
    with house.job() as session:
        for each in protected_tables():
            session.execute(text(f"RESET ROLE; ALTER TABLE {each.name} DISABLE ROW LEVEL SECURITY"))
        session.commit()
    tried(house, WRITES[name], own=own, other=other)
    assert state(house, own) == before


ALONE = (
    "UPDATE case_file SET topic = 'spoilt' WHERE id = :other",
    "UPDATE case_grant SET case_id = :other WHERE case_id = :own",
    "UPDATE case_grant SET centre_id = 'gwanak' WHERE case_id = :own",
    "UPDATE case_file SET number = 'spoilt' WHERE id = :own",
    "UPDATE case_file SET intake_centre_id = 'gwanak' WHERE id = :own",
    "INSERT INTO case_grant (centre_id, case_id, status, created) VALUES ('jungnang', :other, 'waiting', now())",
    "DELETE FROM case_file WHERE id = :own",
    "DELETE FROM case_grant WHERE case_id = :own",
    "DELETE FROM case_event",
    "UPDATE case_key SET wrapped = ''",
    "UPDATE consent SET given = true",
    "UPDATE person SET role = 'manager'",
    "UPDATE person SET password_hash = ''",
    "INSERT INTO known_contact (digest, centre_id) VALUES ('x', 'gwanak')",
    "INSERT INTO access_log (at, centre_id, action, cases, about) VALUES (now(), 'gwanak', 'x', '{}', '{}')",
    "INSERT INTO access_log (at, person_id, action, cases, about) VALUES (now(), 1, 'x', '{}', '{}')",
    "INSERT INTO submission (key, person_id, at) VALUES (gen_random_uuid(), 1, now())",
    "DELETE FROM submission",
    "DELETE FROM login_failure",
    "SELECT * FROM access_log",
    "SELECT args FROM procrastinate_jobs",
    "UPDATE procrastinate_jobs SET args = '{}'",
    "DELETE FROM procrastinate_jobs",
    "SELECT procrastinate_fetch_job_v2(ARRAY['default'], 1)",
    "CREATE TABLE mine (id int)",
    "ALTER TABLE case_file DISABLE ROW LEVEL SECURITY",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY case_file TO PROGRAM 'cat'",
)


@pytest.mark.parametrize("statement", ALONE)
def test_postgres_alone_refuses_it_or_does_nothing(house: House, statement: str) -> None:
    own, other = made(house)
    before = state(house, own)
    with house.session("jungnang") as session:
        values = {"own": own.id, "other": other.id}
        try:
            done: Any = session.execute(text(statement), values, execution_options=WHY)
        except DBAPIError:
            session.rollback()
        else:
            assert done.rowcount == 0, "it was done"
    assert state(house, own) == before


def test_who_gave_a_case_away_changes_it_no_more(house: House) -> None:
    case = make_case(house, "sangdam")
    with house.job() as session:
        session.add(CaseGrant(centre_id="jungnang", case_id=case.id, status="sent", created=case.received_at))
        session.commit()
    with house.session("jungnang") as session:
        assert session.scalar(select(Case.id)) == case.id
        give = text("INSERT INTO case_grant VALUES ('labour_rights_centre', :case, 'waiting', null, now())")
        with pytest.raises(DBAPIError, match="row-level security"):
            session.execute(give, {"case": case.id}, execution_options=WHY)

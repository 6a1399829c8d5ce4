"""Who reads and writes what of experts, past all pages: through the web's role in PostgreSQL."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from gilmok_platform_freelance.experts import consulting, drafting, panel, queries
from gilmok_platform_freelance.mapped import (
    ClientLetter,
    Consultation,
    ConsultationStep,
    Expert,
    ExpertAnswer,
    ExpertCount,
    ExpertUse,
)
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from support.house import STAFF, House, make_case

from gilmok.ground.clock import today
from gilmok.ground.db import NOBODY, ViewerSession
from gilmok.ground.errors import ChangedMeanwhile, IllegalMove

DESK = "platform_freelance.unfair_harm_desk"
PAST = {"unscoped": "past the first wall, to the second"}
OF_CASE = (Consultation, ConsultationStep, ExpertAnswer, ClientLetter)
STAFF_OF_CENTRES = {login for login, (_role, centre) in STAFF.items() if centre}
VALUES: dict[str, Any] = {
    "name": "김가상", "phone": "02-123-4567", "email": "", "note": "", "profession": "lawyer",
    "matters": ("fee_claims",), "regions": (), "languages": ("ko",), "ways": ("phone",), "days": (),
    "since": date(2020, 1, 1), "until": None, "hours": 4,
}
ASKED: dict[str, Any] = {
    "matters": ("fee_claims",), "question": "비밀 질문", "minutes": 60, "answer_by": date(2030, 1, 1),
    "hand_over": "yes", "purpose": "자문", "items": "이름", "period": "끝날 때까지",
}
Does = Callable[[str, Callable[[ViewerSession], Any]], Any]


@pytest.fixture
def does(house: House) -> Does:
    """What somebody does in a session of theirs, committed."""

    def carried_out(login: str, act: Callable[[ViewerSession], Any]) -> Any:
        session = house.installed.database.session(NOBODY) if login == "nobody" else house.session(login)
        with session:
            found = act(session)
            session.commit()
        return found

    return carried_out


@pytest.fixture
def expert(house: House, does: Does) -> UUID:
    """Somebody on the city's panel."""
    return does("sicheong", lambda session: panel.add(
        session, VALUES, by=house.people["sicheong"], vault=house.installed.vault).id)


@pytest.fixture
def asked(house: House, does: Does, expert: UUID) -> Any:
    """A case of Gwanak with a consultation, an answer and a letter."""
    case = make_case(house, target=DESK, region="southwest")
    by, vault = house.people["sangdam"], house.installed.vault
    seen: Any = SimpleNamespace(id=case.id, number=case.number, facts={})

    def act(session: ViewerSession) -> UUID:
        who = queries.expert(session, expert)
        found = consulting.ask(session, seen, who, ASKED, recipient="김가상", by=by, vault=vault)
        consulting.move(session, found, "accepted", by=by, on=today(), version=1)
        consulting.answer(session, found, "비밀 답변", on=today(), version=2, by=by, vault=vault)
        drafting.keep(session, seen, "demand", "비밀 문서", at=0, by=by, vault=vault)
        return found.id

    return SimpleNamespace(case=seen, key=does("sangdam", act))


def rows(session: ViewerSession, table: Any) -> int:
    """How many rows of a table the session sees, by row security alone."""
    counted = session.execute(text(f"SELECT count(*) FROM {table.__tablename__}"), execution_options=PAST)
    return int(counted.scalar_one())


@pytest.mark.parametrize("login", [*STAFF, "nobody"])
def test_each_sees_of_experts_what_their_role_needs(does: Does, asked: Any, login: str) -> None:
    seen = {table: does(login, lambda session, table=table: rows(session, table)) > 0
            for table in (Expert, ExpertUse, ExpertCount, *OF_CASE)}
    official, own = login == "sicheong", STAFF.get(login, (None, None))[1] == "gwanak"
    assert seen == {
        Expert: official or login in STAFF_OF_CENTRES, ExpertUse: official or login in STAFF_OF_CENTRES,
        ExpertCount: official or own, **dict.fromkeys(OF_CASE, own),
    }


def test_only_who_keeps_a_panel_changes_it_even_past_the_pages(house: House, does: Does, expert: UUID) -> None:
    changing = update(Expert).values(hours=99).returning(Expert.id)
    changed = {login: does(login, lambda session: session.scalars(changing).all()) for login in (*STAFF, "nobody")}
    assert {login for login, found in changed.items() if found} == {"sicheong"}
    row = {
        "id": uuid4(), "centre_id": "gwanak", **panel.told(VALUES), "wrapped": b"", "sealed": b"", "version": 1,
        "made_by_id": house.people["sangdam"].id,
    }
    for login in ("sangdam", "jungnang_manager", "nobody"):
        with pytest.raises(DBAPIError, match="row-level security"):
            does(login, lambda session: session.execute(insert(Expert.__table__).inline().values(row)))
    does("senteojang", lambda session: session.execute(insert(Expert.__table__).inline().values(row)))


@pytest.mark.parametrize("login", ["jungnang", "sicheong", "nobody"])
def test_nobody_adds_to_a_case_of_another_centre(house: House, does: Does, asked: Any, login: str) -> None:
    adding = insert(ClientLetter.__table__).inline().values(
        id=uuid4(), case_id=asked.case.id, number=9, kind="demand", on=today(), wrapped=b"", sealed=b"",
        by_id=house.people["sangdam"].id,
    )
    with pytest.raises(DBAPIError, match="row-level security"):
        does(login, lambda session: session.execute(adding, execution_options=PAST))


def test_what_was_asked_consented_to_written_and_counted_is_never_rewritten_or_removed(does: Does, asked: Any) -> None:
    for statement in (
        update(Consultation).values(sealed=b""), update(Consultation).values(consented_on=None),
        update(ExpertAnswer).values(sealed=b""), update(ConsultationStep).values(on=date(2020, 1, 1)),
        update(ExpertCount).values(profession="lawyer"), delete(Consultation), delete(ClientLetter),
    ):
        with pytest.raises(DBAPIError, match="permission denied"):
            does("sangdam", lambda session, statement=statement: session.execute(statement))


def test_nothing_personal_lies_open_in_tables_or_log(house: House, asked: Any) -> None:
    with house.job() as session:
        for table in (Expert, *OF_CASE):
            stored = session.execute(text(f"SELECT t::text FROM {table.__tablename__} t"), execution_options=PAST)
            said = " ".join(stored.scalars())
            assert said
            assert not any(each in said or each.encode().hex() in said
                           for each in ("김가상", "02-123-4567", "비밀"))
        log = session.execute(text("SELECT action, about FROM access_log"), execution_options=PAST).all()
    assert {"platform_freelance_expert_asked", "platform_freelance_expert_added"} <= {action for action, _about in log}
    assert "김가상" not in json.dumps([about for _action, about in log], ensure_ascii=False)


def test_a_state_is_set_by_the_table_alone(house: House, does: Does, asked: Any) -> None:
    by = house.people["sangdam"]

    def moving(to: str, version: int, day: date) -> None:
        does("sangdam", lambda session: consulting.move(
            session, queries.consultation(session, asked.case.id, asked.key), to, by=by, on=day, version=version))

    for to in ("asked", "accepted", "declined", "withdrawn"):
        with pytest.raises(IllegalMove):
            moving(to, 3, today())
    for day in (today() + timedelta(days=1), today() - timedelta(days=1)):
        with pytest.raises(IllegalMove):
            moving("closed", 3, day)
    with pytest.raises(ChangedMeanwhile):
        moving("closed", 2, today())
    moving("closed", 3, today())
    with pytest.raises(IllegalMove):
        moving("closed", 4, today())


def test_an_erased_case_takes_its_consultations_along_and_leaves_the_numbers(house: House, asked: Any) -> None:
    with house.job() as session:
        session.execute(text("DELETE FROM case_file WHERE id = :id"), {"id": asked.case.id}, execution_options=PAST)
        assert [session.scalar(select(table.id).limit(1)) for table in OF_CASE] == [None] * len(OF_CASE)
        assert rows(session, ExpertCount) == rows(session, ExpertUse) == 1


def test_where_a_case_is_handed_on_the_next_centre_carries_its_consultation_and_its_numbers_on(
    house: House, does: Does, asked: Any
) -> None:
    with house.job() as session:
        session.execute(text("UPDATE case_file SET centre_id = 'jungnang' WHERE id = :id"), {"id": asked.case.id})
        session.execute(text(
            "INSERT INTO case_grant (centre_id, case_id, status, created) SELECT 'jungnang', case_id, status, created"
            " FROM case_grant WHERE case_id = :id",
        ), {"id": asked.case.id})
        session.commit()

    def closing(login: str) -> None:
        does(login, lambda session: consulting.move(
            session, queries.consultation(session, asked.case.id, asked.key), "closed", by=house.people[login],
            on=today(), version=3, outcome="settled"))

    with pytest.raises(ChangedMeanwhile):
        closing("sangdam")
    closing("jungnang")
    assert does("sicheong", lambda session: queries.count(session, asked.key).outcome) == "settled"

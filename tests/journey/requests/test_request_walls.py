"""Who may read what of requests: another centre nothing, nobody but the state whose number and secret they bring."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from support.casework import browser_of
from support.house import STAFF, House, make_case
from support.page import Browser, Page

from gilmok.ground.clock import now
from gilmok.ground.db import NOBODY, DatabaseRole, Viewer, ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.ground.receipts import proof_of
from gilmok.journey.requests import queries
from gilmok.journey.requests.models import OnlineRequest, RequestCase, RequestMessage, RequestState

Ask = Callable[..., Any]
TABLES = (OnlineRequest, RequestState, RequestMessage)
MESSAGE = {"at": now(), "wrapped": b"x", "fields": b"x", "read_at": None, "read_by_id": None}


def key_of(house: House) -> UUID:
    """The key of the only request."""
    with house.job() as session:
        return session.scalars(select(OnlineRequest.key)).one()


def seen(session: ViewerSession, table: Any) -> int:
    """How many rows of a table the session sees past the first wall."""
    found = session.execute(text(f"SELECT count(*) FROM {table.__tablename__}"), execution_options={"unscoped": "test"})
    return int(found.scalar_one())


@pytest.mark.parametrize("login", [login for login, (_role, centre) in STAFF.items() if centre != "gwanak"])
def test_another_centre_finds_no_request(app: Flask, house: House, asked: Ask, login: str) -> None:
    asked()
    key, client = key_of(house), browser_of(app, house, login).client
    expected = {404} if STAFF[login][1] else {403, 404}
    assert client.get(f"/requests/{key}").status_code in expected
    assert client.get(f"/requests/{uuid4()}").status_code in expected
    with house.session(login) as session:
        assert [seen(session, table) for table in TABLES] == [0, 0, 0]
        assert session.scalars(update(OnlineRequest).values(ending="spam").returning(OnlineRequest.key)).all() == []


def test_the_queries_ask_for_ones_own_centre_where_row_security_would_show_all(house: House, asked: Ask) -> None:
    asked()
    elsewhere = Viewer(person=house.people["jungnang"].id, centre="jungnang", role=DatabaseRole.JOB)
    with house.installed.database.session(elsewhere) as session:
        assert seen(session, OnlineRequest) == 1
        assert (queries.waiting(session), queries.how_many(session)) == ([], 0)
        with pytest.raises(NotFound):
            queries.request_of(session, key_of(house))


@pytest.mark.parametrize("action", ["take-in", "end"])
def test_another_centre_can_do_nothing_to_it(app: Flask, house: House, asked: Ask, action: str) -> None:
    asked()
    page = browser_of(app, house, "jungnang").get("/requests/")
    token = page.tree.css_first("input[name=csrf_token]").attributes["value"] or ""
    values = {"csrf_token": [token], "form_key": [str(uuid4())], "ending": ["spam"]}
    assert page.browser.post(f"/requests/{key_of(house)}/{action}", values).status == 404
    with house.job() as session:
        assert session.scalars(select(OnlineRequest.ending)).one() is None


def test_nobody_may_send_and_read_nothing(house: House, asked: Ask) -> None:
    asked()
    with house.installed.database.session(NOBODY) as session:
        assert [seen(session, table) for table in TABLES] == [0, 0, 0]


def test_nobody_reads_the_one_state_whose_number_and_secret_they_bring(house: House, asked: Ask) -> None:
    kept, _other = asked(), asked("다른 이야기입니다.")
    with house.installed.database.session(NOBODY) as session:
        for secret, found in ((kept.secret, 1), ("AAAA-AAAA-AAAA", 0), ("", 0)):
            proof = proof_of("request", kept.number, secret, vault=house.installed.vault)
            session.execute(select(func.set_config("gilmok.proof", proof.hex(), True)))
            assert [seen(session, table) for table in TABLES] == [0, found, 0]


def test_nobody_adds_to_a_request_without_its_secret(house: House, asked: Ask) -> None:
    asked()
    with house.installed.database.session(NOBODY) as session:
        session.add(RequestMessage(key=uuid4(), request_key=key_of(house), **MESSAGE))
        with pytest.raises(DBAPIError, match="row-level security"):
            session.flush()


def test_staff_send_no_request_in_anybodys_name(house: House, asked: Ask) -> None:
    with house.session("sangdam") as session:
        session.add(OnlineRequest(
            key=uuid4(), number="X", centre_id="jungnang", sent_at=now(), language="ko", topic="other",
            urgency="normal",
        ))
        with pytest.raises(DBAPIError, match="row-level security"):
            session.flush()


def test_of_the_secret_a_digest_is_kept_and_of_the_words_nothing_in_the_clear(house: House, asked: Ask) -> None:
    kept = asked()
    with house.job() as session:
        queries_of = [text(f"SELECT t::text FROM {table.__tablename__} t") for table in TABLES]
        rows = " ".join(row for query in queries_of for row in session.scalars(query))
    assert kept.number in rows
    assert kept.secret not in rows
    assert "홍길동" not in rows
    assert "월급" not in rows


def test_the_centre_that_has_the_case_reads_what_was_added_and_the_one_that_sent_it_no_longer(
    app: Flask, house: House, asked: Ask, standing: Callable[..., Page]
) -> None:
    kept, desk = asked(), browser_of(app, house, "sangdam")
    desk.get("/requests/").click(kept.number).press("사건으로 접수").press("접수하기")
    standing(kept).fill("전할 말", "통장 사본").press("덧붙이기")
    with house.job() as session:
        case = session.scalars(select(RequestCase.case_id)).one()
        for statement in (
            "INSERT INTO case_grant (centre_id, case_id, status, created) VALUES ('jungnang', :case, 'waiting', now())",
            "UPDATE case_file SET centre_id = 'jungnang' WHERE id = :case",
        ):
            session.execute(text(statement), {"case": case})
        session.commit()
    with house.session("jungnang") as session:
        link = queries.came_of(session, case)
        assert link
        assert len(queries.messages(session, link.request_key)) == 1
    with house.session("sangdam") as session:
        assert queries.came_of(session, case) is None


def test_whoever_is_logged_in_asks_as_nobody(at: Callable[[str], Browser], fill: Ask, got: Ask) -> None:
    staff = at("jungnang")
    assert got(fill(staff.get("/help-me")).press("보내기")).number
    assert staff.get("/cases/").status == 200


def test_nobody_links_anothers_request_to_a_case_of_their_own(house: House, asked: Ask) -> None:
    asked()
    key, case = key_of(house), make_case(house, "jungnang")
    link = insert(RequestCase.__table__).values(case_id=case.id, request_key=key, number="X", sent_at=now())
    with house.session("jungnang") as session, pytest.raises(DBAPIError, match="row-level security"):
        session.execute(link, execution_options={"unscoped": "test"})

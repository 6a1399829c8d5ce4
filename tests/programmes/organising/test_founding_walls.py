"""That a union is being prepared is for the centre alone: row by row in PostgreSQL, and page by page."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError
from support.casework import browser_of
from support.foundings import NAME, SOMEONE, begun, practised
from support.house import House

from gilmok.ground.clock import now, today
from gilmok.ground.db import NOBODY, Base
from gilmok.programmes.organising import noting
from gilmok.programmes.organising.models import (
    Founding,
    FoundingContact,
    FoundingMove,
    FoundingPractice,
    FoundingTalk,
    FoundingTick,
    FoundingTold,
)
from gilmok.programmes.organising.steps import steps

ROWS = (Founding, FoundingTold, FoundingContact, FoundingMove, FoundingTick, FoundingPractice, FoundingTalk)
TALK = "가상의 상담 내용"


@pytest.fixture
def founding(house: House) -> Founding:
    """A founding of which something of everything was noted."""
    made = begun(house, contact=SOMEONE)
    practised(house, made, today() - timedelta(days=1))
    by = house.people["sangdam"]
    with house.session("sangdam") as session:
        found = session.get_one(Founding, made.id)
        noting.tick(session, found, steps()[0], ticked=["first_talk.two"], shown=[], by=by)
        noting.note_talk(session, found, on=today(), text=TALK, by=by, vault=house.installed.vault)
        session.commit()
    return made


def seen_by(house: House, login: str | None) -> set[str]:
    """The tables of which a session of this person reads a row; of nobody for None."""
    with house.session(login) if login else house.installed.database.session(NOBODY) as session:
        return {row.__tablename__ for row in ROWS if session.scalar(select(func.count()).select_from(row))}


def test_the_own_centre_reads_everything(house: House, founding: Founding) -> None:
    assert seen_by(house, "senteojang") == {row.__tablename__ for row in ROWS}


@pytest.mark.parametrize("login", ["jungnang", "jungnang_manager", "nodong", "unyeong", None])
def test_another_centre_reads_nothing(house: House, founding: Founding, login: str | None) -> None:
    assert seen_by(house, login) == set()


def test_an_official_counts_and_reads_neither_name_nor_place(house: House, founding: Founding) -> None:
    assert seen_by(house, "sicheong") == {"founding", "founding_move"}


@pytest.mark.parametrize("login", ["jungnang", "sicheong", None])
def test_nobody_writes_into_another_centres_founding(house: House, founding: Founding, login: str | None) -> None:
    values = {
        "founding_id": founding.id, "centre_id": "gwanak", "to_stage": "certified", "on": today(), "at": now(),
        "person_id": founding.made_by_id, "reason": "",
    }
    with house.session(login) if login else house.installed.database.session(NOBODY) as session:
        with pytest.raises(DBAPIError, match="row-level security"):
            session.connection().execute(insert(FoundingMove).values(values))
        session.rollback()
        # Past the session, which would refuse it: as the web's role itself.
        changed = session.connection().execute(text("UPDATE founding SET stage = 'certified'"))
        assert changed.rowcount == 0


def test_nothing_that_was_noted_can_be_written_over(house: House, founding: Founding) -> None:
    for statement in ("UPDATE founding_move SET \"on\" = now()", "DELETE FROM founding_tick",
                      "UPDATE founding_told SET told = '{}'", "UPDATE founding_talk SET text = ''"):
        with house.session("sangdam") as session, pytest.raises(DBAPIError, match="permission denied"):
            session.connection().execute(text(statement))


@pytest.mark.parametrize("login", ["jungnang", "nodong", "sicheong", "unyeong"])
def test_another_centres_founding_is_not_found_by_any_page(
    app: Flask, house: House, founding: Founding, login: str,
) -> None:
    client = browser_of(app, house, login).client
    for path in ("", "/edit", "/contact", "/move/assembled", "/papers/report", "/papers/report/pdf"):
        assert client.get(f"/unions/{founding.key}{path}").status_code == 404, path


def test_an_official_is_led_to_the_numbers_and_the_operator_sees_none(app: Flask, house: House) -> None:
    assert browser_of(app, house, "sicheong").get("/unions/").heading == "노조 설립 지원 실적"
    assert browser_of(app, house, "unyeong").get("/unions/numbers/").status == 403


def test_names_numbers_and_talks_are_nowhere_in_the_clear(house: House, founding: Founding) -> None:
    with house.job() as session:
        tables = [each.name for each in Base.metadata.sorted_tables]
        held = "".join(session.scalar(text(f"SELECT coalesce(json_agg(t)::text, '') FROM {each} t")) for each in tables)
    for clear in (NAME, SOMEONE.name, SOMEONE.phone, TALK):
        assert clear not in held
        assert clear.encode().hex() not in held

"""Who is served is for their centre alone: row by row in PostgreSQL through the web's role, and page by page."""

from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from support.casework import browser_of
from support.house import House
from support.served import NAME, PHONE, linked, opening, served

from gilmok.ground.clock import today
from gilmok.ground.db import NOBODY, Base
from gilmok.programmes.employment import guidance, placing
from gilmok.programmes.employment.models import (
    Guidance,
    GuidanceText,
    JobOpening,
    Placement,
    PlacementCheck,
    PlacementMove,
)
from gilmok.programmes.people.models import ServedConsent, ServedName, ServedPerson
from gilmok.programmes.welfare.models import WelfareAgency, WelfareAnswer, WelfareLink, WelfareNote

COUNTED = (ServedPerson, Guidance, Placement, WelfareLink)
HIDDEN = (ServedName, ServedConsent, GuidanceText, PlacementMove, WelfareAgency, WelfareNote)
WHY = {"unscoped": "to see whether row security holds alone"}
TOLD = {"on": today(), "next_on": None, "linked": (), "said": "당뇨가 있어요", "agreed": "이력서 쓰기"}


def furnished(house: House) -> ServedPerson:
    """Somebody with a row in every table, at one centre."""
    person, job = served(house, sensitive=True), opening(house, public=False)
    about = {"key": uuid4(), "by": house.people["sangdam"]}
    with house.session("sangdam") as session:
        guidance.keep(session, person, TOLD, course=None, vault=house.installed.vault, **about)
        placing.propose(session, person, job, today(), **about)
        session.commit()
    linked(house, person, how="sent", facts=True, handed="우울증 약을 먹어요")
    return person


def seen_by(house: House, login: str | None, rows: tuple[type[Base], ...]) -> dict[str, int]:
    """How many rows of each table a raw statement of this person's session reads; of nobody's for None."""
    with house.session(login) if login else house.installed.database.session(NOBODY) as session:
        raw = [text(f"SELECT current_user, count(*) FROM {row.__tablename__}") for row in rows]
        found = [tuple(session.execute(each, execution_options=WHY).one()) for each in raw]
    assert {user for user, _count in found} == {"gilmok_web"}
    return {row.__tablename__: count for row, (_user, count) in zip(rows, found, strict=True)}


@pytest.mark.parametrize("login", ["jungnang", "jungnang_manager", "nodong", "unyeong", None])
def test_another_centre_reads_no_row_of_anybody(house: House, login: str | None) -> None:
    furnished(house)
    rows = (*COUNTED, *HIDDEN, JobOpening, PlacementCheck, WelfareAnswer)
    assert set(seen_by(house, "sangdam", (*COUNTED, *HIDDEN)).values()) <= {1, 2}
    assert set(seen_by(house, login, rows).values()) == {0}


def test_an_official_counts_and_reads_nothing_that_is_sealed(app: Flask, house: House) -> None:
    person = furnished(house)
    assert set(seen_by(house, "sicheong", COUNTED).values()) == {1}
    assert set(seen_by(house, "sicheong", (*HIDDEN, JobOpening)).values()) == {0}
    official = browser_of(app, house, "sicheong")
    assert official.get("/employment/").heading == "취업지원 실적"
    assert official.get("/welfare/").heading == "복지 연계 실적"
    assert official.get(f"/employment/people/{person.key}").status == 404


def test_nobody_reads_an_opening_that_is_internal_closed_or_over(house: House) -> None:
    with house.session("sangdam") as session:
        shown = opening(house)
        for each in (opening(house, public=False), opening(house, valid_until=today().replace(year=2024))):
            assert each.id != shown.id
        session.commit()
    with house.installed.database.session(NOBODY) as session:
        assert session.scalars(select(JobOpening.id)).all() == [shown.id]


@pytest.mark.parametrize("login", ["jungnang", "sicheong"])
def test_nobody_writes_a_row_of_another_centre(house: House, login: str) -> None:
    row = furnished(house)
    with house.session(login) as session:
        values = {column.name: getattr(row, column.name) for column in ServedPerson.__table__.columns}
        session.add(ServedPerson(**{**values, "id": None, "key": uuid4()}))
        with pytest.raises(DBAPIError, match="row-level security"):
            session.flush()


def test_another_centres_people_openings_and_links_are_found_by_no_page(app: Flask, house: House) -> None:
    person, job = furnished(house), opening(house)
    link = linked(house, person)
    with house.session("sangdam") as session:
        placement = session.scalars(select(Placement.key)).one()
        agency = session.scalars(select(WelfareAgency.key)).first()
    client = browser_of(app, house, "jungnang").client
    for path in (f"employment/people/{person.key}", f"employment/people/{person.key}/guidance",
                 f"employment/people/{person.key}/placements", f"employment/placements/{placement}",
                 f"employment/jobs/{job.key}", f"welfare/{link.key}", f"welfare/agencies/{agency}",
                 f"welfare/to/{agency}", f"welfare/agencies/?person={person.key}"):
        assert client.get(f"/{path}").status_code == 404, path


def test_names_and_what_was_said_are_nowhere_in_the_clear(house: House) -> None:
    furnished(house)
    with house.job() as session:
        tables = [each.name for each in Base.metadata.sorted_tables]
        held = "".join(session.scalar(text(f"SELECT coalesce(json_agg(t)::text, '') FROM {each} t")) for each in tables)
        assert session.scalar(select(func.count()).select_from(WelfareNote)) == 1
    for clear in (NAME, PHONE, "당뇨가 있어요", "이력서 쓰기", "우울증 약을 먹어요"):
        assert clear not in held
        assert clear.encode().hex() not in held

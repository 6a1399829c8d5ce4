"""Who sees and changes what of a project: row by row in PostgreSQL, past every page, and page by page."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection, insert, text, update
from sqlalchemy.exc import DBAPIError
from support.house import House
from support.page import Browser
from support.projects import action_of, note_of, project_of, question_of, role

from gilmok.ground.clock import now, today
from gilmok.ground.db import NOBODY, Base, ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.programmes.projects import queries, service
from gilmok.programmes.projects.models import Project, ProjectAction, ProjectPosition, ProjectRevision
from gilmok.programmes.projects.note_models import PolicyNote, PolicyNoteVersion

from .conftest import By

ROWS: tuple[Any, ...] = (Project, ProjectAction, ProjectPosition, ProjectRevision, PolicyNote, PolicyNoteVersion)
RAW: dict[str, Any] = {"execution_options": {"unscoped": "a test of the second wall"}}


def session_of(house: House, login: str | None) -> ViewerSession:
    """A session of this person; of nobody for None."""
    return house.session(login) if login else house.installed.database.session(NOBODY)


def seen_by(house: House, login: str | None) -> list[int]:
    """How many rows of each table a session of this person reads, with nothing but row security."""
    with session_of(house, login) as session:
        return [session.scalar(text(f"SELECT count(*) FROM {row.__tablename__}"), **RAW) or 0 for row in ROWS]


def refused(house: House, login: str | None, statement: Any) -> None:
    """PostgreSQL refuses this statement of this person."""
    with session_of(house, login) as session, pytest.raises(DBAPIError, match="row-level security"):
        session.execute(statement)


def row_of(made: Any, **other: Any) -> dict[str, Any]:
    """What another row of the same kind would hold."""
    held = {each.name: getattr(made, each.name) for each in made.__table__.columns if each.name != "id"}
    return {**held, **({"key": uuid4()} if "key" in held else {}), **other}


@pytest.mark.parametrize(("login", "seen"), [
    ("sangdam", [1, 2, 0, 3, 0, 0]), ("jungnang", [1, 2, 0, 3, 0, 0]), ("nodong", [0] * 6), ("unyeong", [0] * 6),
    (None, [0] * 6), ("sicheong", [1, 2, 0, 0, 0, 0]),
])
def test_who_takes_part_sees_all_of_it_an_official_counts_others_see_nothing(
    house: House, login: str | None, seen: list[int]
) -> None:
    made = project_of(house)
    action_of(house, made)
    action_of(house, made, "jungnang", public=False)
    assert seen_by(house, login) == seen


@pytest.mark.parametrize("login", ["nodong", "unyeong", None])
def test_of_a_published_project_others_see_what_is_public_of_it(house: House, login: str | None) -> None:
    made = project_of(house, published=True)
    action_of(house, made)
    action_of(house, made, public=False)
    action_of(house, project_of(house))
    assert seen_by(house, login) == [1, 1, 0, 0, 0, 0]


def test_the_citys_project_is_its_officials_and_of_those_who_take_part(house: House) -> None:
    made = project_of(house, "sicheong")
    action_of(house, made, "sicheong")
    assert [seen_by(house, each)[:2] for each in ("sicheong", "jungnang", "sangdam", "unyeong")] == [
        [1, 1], [1, 1], [0, 0], [0, 0],
    ]


def test_an_official_acts_in_a_project_in_which_the_city_takes_part_and_in_no_other(house: House) -> None:
    with_city, without = project_of(house, roles=("city",)), project_of(house)
    made = action_of(house, with_city, "sicheong")
    refused(house, "sicheong", insert(ProjectAction).values(row_of(made, project_id=without.id)))


@pytest.mark.parametrize("login", ["nodong", "unyeong", "sicheong", None])
def test_who_takes_no_part_adds_nothing_under_any_name(house: House, login: str | None) -> None:
    made = action_of(house, project_of(house, published=True))
    for centre in ("gwanak", "labour_rights_centre", None):
        refused(house, login, insert(ProjectAction).values(row_of(made, centre_id=centre)))


def test_a_partner_changes_neither_the_project_nor_what_another_did(house: House) -> None:
    made = project_of(house)
    action_of(house, made)
    with house.session("jungnang") as session:
        for table in (Project, ProjectAction):
            assert session.scalars(update(table).values(title="남의 것").returning(table.id)).all() == []


def test_a_partner_writes_no_history_of_what_is_anothers(house: House) -> None:
    made = project_of(house)
    action = action_of(house, made)
    for what, row in (("project", made.id), ("project_action", action.id)):
        told = {"what": what, "row_id": row, "version": 9, "project_id": made.id, "centre_id": "jungnang", "at": now(),
                "person_id": house.people["jungnang"].id, "told": {}}
        refused(house, "jungnang", insert(ProjectRevision).values(told))


@pytest.mark.parametrize("centre", ["jungnang", None])
def test_nobody_makes_a_project_in_anothers_name(house: House, centre: str | None) -> None:
    refused(house, "sangdam", insert(Project).values(row_of(project_of(house), centre_id=centre)))


def test_who_is_no_longer_named_sees_it_no_longer(house: House) -> None:
    made = project_of(house)
    with house.session("sangdam") as session:
        there = session.get_one(Project, made.id)
        service.tell(session, there, {"roles": [role("city")]}, version=1, by=house.people["sangdam"])
        session.commit()
    assert seen_by(house, "jungnang")[0] == 0


def test_a_centre_that_did_something_cannot_be_taken_out(house: House) -> None:
    made = project_of(house)
    action_of(house, made, "jungnang")
    with house.session("sangdam") as session, pytest.raises(service.Acted):
        service.tell(session, session.get_one(Project, made.id), {"roles": []}, version=1, by=house.people["sangdam"])


def test_a_name_that_looks_like_a_centres_lets_nobody_in(house: House) -> None:
    project_of(house, roles=(), for_whom="centre:jungnang")
    with house.session("sangdam") as session:
        odd = {"who": "other", "name": "centre:jungnang", "role": '{"who": "centre:jungnang"}'}
        session.execute(update(Project).values(roles=[odd]))
        session.commit()
    assert seen_by(house, "jungnang")[0] == 0


def test_every_centre_reads_positions_each_writes_its_own_and_none_once_the_answer_stands(house: House) -> None:
    asked = question_of(house)
    with house.session("jungnang") as session:
        service.say(session, session.get_one(Project, asked.id), "우리 의견", version=0, by=house.people["jungnang"])
        session.commit()
    assert [seen_by(house, each)[2] for each in ("sangdam", "nodong", "sicheong", "unyeong", None)] == [1, 1, 1, 0, 0]
    row = {"project_id": asked.id, "centre_id": "gwanak", "text": "남의 이름으로", "version": 1}
    refused(house, "nodong", insert(ProjectPosition).values(row))
    with house.session("sicheong") as session:
        session.execute(update(Project).where(Project.id == asked.id).values(answer="함께"))
        session.commit()
    refused(house, "sangdam", insert(ProjectPosition).values(row))


def test_of_a_policy_note_others_read_the_published_versions_alone(house: House) -> None:
    note_of(house)
    note_of(house, published=False)
    assert seen_by(house, "senteojang")[4:] == [2, 4]
    assert [seen_by(house, each)[4:] for each in ("jungnang", "sicheong", "unyeong", None)] == [[0, 1]] * 4


def test_nobody_publishes_a_version_of_anothers_note(house: House) -> None:
    note = note_of(house)
    row = {"note_id": note.id, "version": 9, "key": note.key, "centre_id": "jungnang", "programme": "C4", "region": "",
           "at": now(), "person_id": house.people["jungnang"].id, "published_on": today(), "change": "", "body": {}}
    refused(house, "jungnang", insert(PolicyNoteVersion).values(row))
    refused(house, "senteojang", insert(PolicyNoteVersion).values({**row, "centre_id": "gwanak", "key": uuid4()}))


def test_queries_find_nothing_of_others_without_row_security(house: House) -> None:
    made = project_of(house, roles=())
    with house.job() as session:
        assert queries.ours(session, house.people["jungnang"]) == []
        with pytest.raises(NotFound):
            queries.one_of_ours(session, made.key, house.people["sicheong"])


@pytest.mark.parametrize("login", ["nodong", "sicheong"])
def test_who_takes_no_part_finds_no_page_of_it(by: By, house: House, login: str) -> None:
    made, stranger = project_of(house), by(login)
    for path in ("", ".ics", "/edit", "/outcome", "/links", "/actions/new", "/agenda", "/position"):
        assert stranger.get(f"/projects/{made.key}{path}").status == 404, path


def test_a_partner_may_not_lead_and_finds_no_action_of_another(by: By, house: House) -> None:
    made = project_of(house)
    action = action_of(house, made)
    partner = by("jungnang")
    pages = [partner.get(f"/projects/{made.key}{each}").status for each in ("", "/edit", "/outcome", "/links")]
    assert pages == [200, 403, 403, 403]
    assert partner.get(f"/projects/actions/{action.key}").status == 404


def test_another_centres_note_and_what_is_not_published_are_not_found(by: By, visitor: Browser, house: House) -> None:
    note, made = note_of(house, published=False), project_of(house)
    assert by("jungnang").get(f"/projects/notes/{note.key}").status == 404
    for path in (f"/projects/published/{made.key}", f"/projects/published/notes/{note.key}"):
        assert visitor.get(path).status == 404


def test_postgres_forces_row_security_on_every_table_of_projects(connection: Connection) -> None:
    statement = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    tables = {row.__tablename__ for row in ROWS}
    assert tables <= set(connection.scalars(statement))
    assert {Base.metadata.tables[each].info["rows"] for each in tables} == {"centre"}

"""Who may read what of the monitoring, past the pages: in the web's own database role."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from gilmok_platform_freelance.mapped import (
    AlertRule,
    Company,
    PublishedQuarterly,
    Report,
    ReportCheck,
    ReportWords,
)
from gilmok_platform_freelance.reports.codes import WHAT
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError
from support.casework import browser_of, taken_in
from support.house import STAFF, House
from support.monitoring import DESK, STORY, Kept, checked, filled, kept, reported, standing

from gilmok.ground.clock import now, today
from gilmok.ground.db import NOBODY, ViewerSession
from gilmok.ground.receipts import bring, proof_of

PREFIX = "platform_freelance_"
PAST = {"unscoped": "past the first wall, to the second"}
OF_REPORT = ("report", "report_state", "report_words")
MADE_UP = ("가나배달", "12가3456", "010-1234-5678", "만든로 12", STORY)
REFUSED = "row-level security|permission denied"
VALUES: dict[str, dict[str, Any]] = {
    "report": {
        "id": uuid4(), "number": "X", "centre_id": "labour_rights_centre", "region": "southwest", "district": "gwanak",
        "received_on": date(2026, 11, 1), "way": "web", "language": "ko", "kind": "fee", "work": "delivery",
        "name_mark": b"x", "version": 1,
    },
}


@pytest.fixture
def report(app: Flask) -> Kept:
    """A report that somebody sent from Gwanak."""
    return reported(app)


def seen(session: ViewerSession, name: str) -> int:
    """How many rows of a table the session sees."""
    rows = session.execute(text(f"SELECT count(*) FROM {PREFIX}{name}"), execution_options=PAST)
    return int(rows.scalar_one())


def adding(table: Any) -> Any:
    """The statement that adds a row past the mapped class, which asks for nothing back."""
    return insert(table.__table__).inline()


def id_of(house: House) -> UUID:
    """The id of the only report."""
    with house.job() as session:
        return session.scalars(select(Report.id)).one()


def test_nobody_adds_a_report_and_reads_nothing(house: House, report: Kept) -> None:
    with house.installed.database.session(NOBODY) as session:
        assert [seen(session, name) for name in OF_REPORT] == [0, 0, 0]


@pytest.mark.parametrize(("secret", "found"), [("right", 1), ("AAAA-AAAA-AAAA", 0), ("", 0)])
def test_nobody_sees_the_one_state_that_they_prove(house: House, report: Kept, secret: str, found: int) -> None:
    said = report.secret if secret == "right" else secret
    with house.installed.database.session(NOBODY) as session:
        bring(session, proof_of(WHAT, report.number, said, vault=house.installed.vault))
        assert [seen(session, name) for name in OF_REPORT] == [0, found, 0]


@pytest.mark.parametrize("login", [login for login, (_role, at) in STAFF.items() if at != "labour_rights_centre"])
def test_no_other_centre_reads_a_report_and_an_official_counts_without_words(
    app: Flask, house: House, report: Kept, login: str
) -> None:
    checked(browser_of(app, house, "nodong"), report)
    figures = 1 if login == "sicheong" else 0
    with house.session(login) as session:
        assert [seen(session, name) for name in OF_REPORT] == [figures, 0, 0]
        assert [seen(session, name) for name in ("report_check", "company_mark", "alert_step")] == [0, 0, 0]
        assert seen(session, "company") == figures
        changed = update(Report).values(verdict="not_credible").returning(Report.id)
        assert session.scalars(changed).all() == []


def test_the_hubs_centre_reads_its_own(house: House, report: Kept) -> None:
    with house.session("nodong") as session:
        assert [seen(session, name) for name in OF_REPORT] == [1, 1, 1]


def test_nobody_writes_to_a_report_without_its_secret(house: House, report: Kept) -> None:
    words = {"id": uuid4(), "report_id": id_of(house), "on": today(), "wrapped": b"x", "fields": b"x"}
    for viewer in (house.installed.database.session(NOBODY), house.session("nodong")):
        with viewer as session, pytest.raises(DBAPIError, match=REFUSED):
            session.execute(adding(ReportWords).values(**words), execution_options=PAST)


@pytest.mark.parametrize("more", [
    {"verdict": "valid"}, {"checked_by_id": 1}, {"version": 2}, {"checked_on": date(2026, 1, 1)},
])
def test_a_report_comes_in_unchecked(house: House, more: dict[str, Any]) -> None:
    with house.installed.database.session(NOBODY) as session, pytest.raises(DBAPIError, match=REFUSED):
        session.execute(adding(Report).values(**{**VALUES["report"], **more}), execution_options=PAST)


def forbidden(house: House) -> Iterator[tuple[str, Any]]:
    """Who tries to add what they may not."""
    person = house.people["nodong"].id
    rule = {"version": 1, "least": 1, "days": 1, "times": 1, "rise_least": 1, "set_on": today(), "note": "x"}
    yield "nodong", adding(AlertRule).values(**rule, set_by_id=person)
    company = {"id": uuid4(), "centre_id": "labour_rights_centre", "made_on": today(), "wrapped": b"x", "fields": b"x"}
    yield "sangdam", adding(Company).values(**company, version=1)
    published = {
        "code": "x", "version": 1, "centre_id": "labour_rights_centre", "published_on": today(), "change": "",
        "body": {},
    }
    mine = adding(PublishedQuarterly).values(**published)
    yield "nodong", mine.values(written_by_id=person, published_by_id=person)
    yield "nodong", mine.values(written_by_id=person, published_by_id=house.people["sicheong"].id)
    check = {"id": uuid4(), "report_id": uuid4(), "at": now(), "by_id": person, "verdict": "valid"}
    yield "sicheong", adding(ReportCheck).values(**check, wrapped=b"x", fields=b"x")


def test_what_each_may_not_add_postgres_refuses(house: House) -> None:
    for login, statement in forbidden(house):
        with house.session(login) as session, pytest.raises(DBAPIError, match=REFUSED):
            session.execute(statement, execution_options=PAST)


def everything(house: House) -> str:
    """All that the database holds, as text."""
    names = text(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
    )
    with house.job() as session:
        tables_there = [name for name in session.scalars(names) if not name.startswith("alembic_version")]
        every = [text(f'SELECT coalesce(json_agg(t)::text, \'\') FROM "{name}" t') for name in tables_there]
        return "".join(session.execute(each).scalar_one() for each in every)


def test_after_a_report_no_column_holds_what_was_typed_nor_from_where(app: Flask, house: House) -> None:
    told = " ".join(MADE_UP[1:])
    page = filled(browser_of(app, house, "sangdam").get(f"{DESK}tell"), story=told)
    page.browser.client.environ_base["REMOTE_ADDR"] = "203.0.113.77"
    report = kept(page.press("이름 없이 보내기"))
    standing(app, report).fill("전할 말", "제 전화는 010-9999-8888").press("덧붙이기")
    held = everything(house)
    assert report.number in held
    for clear in (*MADE_UP, "010-9999-8888", "203.0.113.77", report.secret):
        ways = (clear, clear.encode().hex(), clear.replace("-", ""), clear.encode("unicode_escape").decode())
        assert [each for each in ways if each in held] == [], clear


def test_of_who_sent_it_nothing_is_kept_though_somebody_is_logged_in(app: Flask, house: House) -> None:
    before = everything(house).count("sangdam")
    kept(filled(browser_of(app, house, "sangdam").get(f"{DESK}tell")).press("이름 없이 보내기"))
    with house.job() as session:
        assert session.scalars(text("SELECT action FROM access_log WHERE action LIKE 'platform%'")).all() == []
    assert everything(house).count("sangdam") == before


def test_a_case_that_was_reported_is_found_in_no_table_of_the_reports(app: Flask, house: House) -> None:
    with house.job() as session:  # cases are numbered so high that no version or year is the same
        session.execute(text("SELECT nextval(pg_get_serial_sequence('case_file', 'id')) FROM generate_series(1, 9000)"))
        session.commit()
    case = taken_in(house, app.extensions["registry"], "nodong", topics=("tax",), employment_type="platform")
    form = browser_of(app, house, "nodong").get(f"{DESK}enter/of-case/{case.number}")
    kept(filled(form).press("내담자가 동의함: 제보하기"))
    with house.job() as session:
        every = [text(f"SELECT t::text FROM {PREFIX}{name} t") for name in (*OF_REPORT, "reported")]
        rows = " ".join(row for each in every for row in session.scalars(each))
    assert case.number not in rows
    assert case.id > 9000
    assert f",{case.id}," not in rows

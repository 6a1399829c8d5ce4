"""Who reads and writes what, past all pages: through the web's role in PostgreSQL, and at pages of another centre."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from gilmok_occupational_safety.near_miss.models import MadeOfCase, NearMiss, NearMissCheck
from gilmok_occupational_safety.relief.models import Measure, MeasureCount
from gilmok_occupational_safety.visits import moving
from gilmok_occupational_safety.visits.models import Advice, Visit, VisitMove
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError
from support.casework import browser_of
from support.house import House, make_case

from gilmok.ground.clock import now
from gilmok.ground.db import NOBODY, ViewerSession
from gilmok.ground.errors import IllegalMove
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

Does = Callable[[str, Callable[[ViewerSession], Any]], Any]
DAY, SEALED = date(2026, 11, 26), {"wrapped": b"x", "fields": b"x"}
TABLES = (NearMiss, NearMissCheck, Visit, VisitMove, Advice, Measure, MadeOfCase, MeasureCount)


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


def near_miss(**other: Any) -> NearMiss:
    return NearMiss(**{
        "id": uuid4(), "number": "AAAA-BBBB", "centre_id": "gwanak", "region": "southwest", "district": "gwanak",
        "received_on": DAY, "way": "web", "kind": "nearly", "hazard": "fall", "industry": "construction",
        "happened": "day", "told_before": "no", "danger_now": False, "version": 1, **SEALED, **other,
    })


def visit(**other: Any) -> Visit:
    return Visit(**{
        "id": uuid4(), "centre_id": "gwanak", "from_centre_id": "gwanak", "region": "southwest", "district": "gwanak",
        "industry": "construction", "purpose": "training", "asked_by": "union", "asked_on": DAY, "state": "asked",
        "consent": "not_asked", "version": 1, **SEALED, **other,
    })


def add(*rows: Any) -> Callable[[ViewerSession], None]:
    """Adding rows one after the other."""

    def act(session: ViewerSession) -> None:
        for row in rows:
            session.add(row)
            session.flush()

    return act


def how_many(table: Any) -> Callable[[ViewerSession], Any]:
    """Counting a table past the ORM: row security alone decides."""
    raw = text(f"SELECT count(*) FROM {table.__tablename__}")
    return lambda session: session.scalar(raw, execution_options={"unscoped": "row security alone"})


@pytest.fixture
def kept(house: House, does: Does) -> dict[str, UUID]:
    """One row of each table, of Gwanak."""
    by, case, report, to = house.people["sangdam"].id, make_case(house), near_miss(), visit()
    keys = {"report": report.id, "visit": to.id, "advice": uuid4(), "measure": uuid4()}
    check = NearMissCheck(id=uuid4(), report_id=report.id, at=now(), by_id=by, verdict="valid", **SEALED)
    move = VisitMove(id=uuid4(), visit_id=to.id, at=now(), by_id=by, state="asked", **SEALED)
    advice = Advice(id=keys["advice"], visit_id=to.id, centre_id="gwanak", region="southwest", by_id=by, due_on=DAY,
                    version=1, **SEALED)
    measure = Measure(id=keys["measure"], case_id=case.id, case_number=case.number, kind="claim", sent_to="comwel",
                      consent="agreed", begun_on=DAY, due_on=DAY, by_id=by, version=1, **SEALED)
    count = MeasureCount(id=uuid4(), centre_id="gwanak", region="southwest", quarter=DAY, kind="claim")
    made = MadeOfCase(case_id=case.id, kind="visit", key=to.id, number="", on=DAY)
    does("sangdam", add(report, check, to, move, advice, measure, count, made))
    return keys


@pytest.mark.parametrize(("login", "sees"), [
    ("sangdam", [1] * 8), ("senteojang", [1] * 8), ("jungnang", [0] * 8), ("nodong", [0] * 8), ("unyeong", [0] * 8),
    ("nobody", [0] * 8),
    # An official counts reports, visits, recommendations and measures; no checks, no notes, no cases.
    ("sicheong", [1, 0, 1, 0, 1, 0, 0, 1]),
])
def test_each_centre_reads_its_own_and_officials_count(
    does: Does, kept: dict[str, UUID], login: str, sees: list[int]
) -> None:
    assert [does(login, how_many(table)) for table in TABLES] == sees


def test_who_asked_for_a_visit_reads_it_and_only_the_hub_carries_it_on(house: House, does: Does) -> None:
    asked = visit(centre_id="labour_rights_centre", from_centre_id="gwanak")
    does("sangdam", add(asked))
    assert [does(login, how_many(Visit)) for login in ("sangdam", "nodong", "jungnang")] == [1, 1, 0]
    agree = update(Visit).values(state="agreed").returning(Visit.state)
    assert does("sangdam", lambda session: session.scalars(agree).all()) == []
    assert does("nodong", lambda session: session.scalars(agree).all()) == ["agreed"]
    moved = VisitMove(id=uuid4(), visit_id=asked.id, at=now(), by_id=house.people["sangdam"].id, state="done", **SEALED)
    with pytest.raises(DBAPIError, match="row-level security"):
        does("sangdam", add(moved))


def test_a_step_that_does_not_follow_is_refused(house: House) -> None:
    over = visit(state="done")
    with house.session("sangdam") as session, pytest.raises(IllegalMove):
        moving.move(session, over, {"to": "agreed"}, version=1, by=house.people["sangdam"])


def test_anybody_adds_a_report_and_nobody_one_that_is_checked_already(does: Does) -> None:
    raw = """
        INSERT INTO occupational_safety_near_miss
            (id, number, centre_id, region, district, received_on, way, kind, hazard, industry, happened, told_before,
            danger_now, version, wrapped, fields, verdict)
        VALUES (:id, 'N', 'gwanak', 'southwest', 'gwanak', '2026-11-26', 'web', 'nearly', 'fall', 'it', 'day', 'no',
            false, 1, 'x', 'x', :verdict)
    """

    def send(verdict: str | None) -> None:
        does("nobody", lambda session: session.execute(
            text(raw), {"id": uuid4(), "verdict": verdict}, execution_options={"unscoped": "row security alone"}))

    send(None)
    assert [does(login, how_many(NearMiss)) for login in ("nobody", "sangdam")] == [0, 1]
    with pytest.raises(DBAPIError, match="row-level security"):
        send("valid")


def test_nobody_writes_for_another_centre_or_in_anothers_name(
    house: House, does: Does, kept: dict[str, UUID]
) -> None:
    me, other = house.people["jungnang"].id, house.people["senteojang"].id
    foreign = [
        visit(from_centre_id="gwanak"),
        Advice(id=uuid4(), visit_id=kept["visit"], centre_id="jungnang", region="n", by_id=me, due_on=DAY, version=1,
               **SEALED),
        NearMissCheck(id=uuid4(), report_id=kept["report"], at=now(), by_id=me, verdict="valid", **SEALED),
        MeasureCount(id=uuid4(), centre_id="gwanak", region="southwest", quarter=DAY, kind="claim"),
    ]
    for row in foreign:
        with pytest.raises(DBAPIError, match="row-level security"):
            does("jungnang", add(row))
    with pytest.raises(DBAPIError, match="row-level security"):
        does("sangdam", add(NearMissCheck(
            id=uuid4(), report_id=kept["report"], at=now(), by_id=other, verdict="valid", **SEALED)))


def test_officials_change_nothing_and_what_was_told_is_never_changed(does: Does, kept: dict[str, UUID]) -> None:
    for table, values in ((NearMiss, {"verdict": "valid"}), (Visit, {"state": "done"}), (Advice, {"result": "done"})):
        changed = update(table).values(**values).returning(table.id)
        assert does("sicheong", lambda session, changed=changed: session.scalars(changed).all()) == []
    for table, values in ((NearMiss, {"hazard": "dust"}), (Visit, {"asked_by": "worker"}), (Advice, {"due_on": DAY})):
        with pytest.raises(DBAPIError, match="permission denied"):
            does("sangdam", lambda session, table=table, values=values: session.execute(update(table).values(**values)))


def test_pages_of_another_centres_rows_are_not_there(app: Flask, house: House, kept: dict[str, UUID]) -> None:
    with house.session("sicheong") as session:
        apply(session, [Activation(module="occupational_safety", region=region, starts_on=date(2020, 1, 1))
                        for region in ("southwest", "northeast")], by=None, note="")
        session.commit()
    pages = (f"near-miss/{kept['report']}", f"visits/{kept['visit']}", f"visits/{kept['visit']}/sheet",
             f"visits/advice/{kept['advice']}")
    for page in pages:
        at = f"/m/occupational_safety/{page}"
        assert [browser_of(app, house, login).get(at).status for login in ("sangdam", "jungnang")] == [200, 404], page


def test_words_are_sealed_and_the_log_names_nobody(app: Flask, house: House) -> None:
    with house.session("sicheong") as session:
        apply(session, [Activation(module="occupational_safety", region="southwest", starts_on=date(2020, 1, 1))],
              by=None, note="")
        session.commit()
    page = browser_of(app, house, "nodong").get("/m/occupational_safety/visits/ask")
    page.choose("방문 목적", "현장 교육").fill("누가 요청하나요?", "노동조합").fill("사업장 이름과 주소", "비밀공업사")
    page.fill("일하는 곳의 자치구", "관악구").fill("업종", "건설").press("방문 요청하기")
    with house.job() as session:
        visits = session.execute(select(Visit)).scalars().all()
        logged = session.scalar(select(func.count()).select_from(text("access_log")).where(
            text("action = 'occupational_safety_visit_asked' AND about::text NOT LIKE '%비밀%'")),
            execution_options={"unscoped": "the log"})
    assert ([b"\xeb\xb9\x84" in each.fields for each in visits], logged) == ([False], 1)

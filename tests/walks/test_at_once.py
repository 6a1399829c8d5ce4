"""Two people, or one finger twice, at the same moment: on a database of their own, each with a connection of their own.

Everywhere else a test is one transaction that is undone; what waits for what can only be seen with real ones.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from support.casework import browser_of, settled, taken_in
from support.house import House, furnish, new_database
from support.page import Browser, Page, values_of
from werkzeug.test import TestResponse

from gilmok.ground.access.models import LoginFailure, Person
from gilmok.ground.access.service import TRIES
from gilmok.ground.config import Settings
from gilmok.ground.db import JOB, Database, engine_of
from gilmok.ground.installation import installation
from gilmok.journey.case import queries, service
from gilmok.journey.case.models import Case, CaseEvent, CaseGrant
from gilmok.journey.case.stages import Stage

TIMES = 4
WAITING = text(
    "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()"
)


@pytest.fixture(scope="module")
def real_url(server_url: str, worker_id: str) -> Iterator[str]:
    """A database in which commits stay."""
    with new_database(server_url, f"gilmok_at_once_{worker_id}") as url:
        furnish(url)
        yield url


@pytest.fixture
def real(real_url: str, settings: Settings) -> Iterator[House]:
    """The house on that database."""
    engine = engine_of(real_url, pool_size=2 * TIMES)
    database = Database(engine)
    with database.session(JOB) as session:
        people = {person.login: person for person in session.query(Person)}
    yield House(installation(settings, real_url, database), people)
    engine.dispose()


@pytest.fixture
def real_app(built_app: Flask, real: House) -> Flask:
    """The application on that database."""
    built_app.extensions["database"] = real.installed.database
    return built_app


def at_once(*acts: Callable[[], TestResponse]) -> list[TestResponse]:
    """Do all of it at the same moment."""
    ready = Barrier(len(acts))

    def act(do: Callable[[], TestResponse]) -> TestResponse:
        ready.wait(timeout=10)
        return do()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, acts))


def intake_of(app: Flask, house: House, login: str = "jungnang") -> tuple[Browser, str, dict[str, Any]]:
    """A filled intake: its browser, address and values."""
    browser = browser_of(app, house, login)
    page = browser.get("/intake/").fill("주된 문제", "임금체불")
    form = next(each for each in page.tree.css("form") if each.css_first('[name="topics.main"]'))
    return browser, page.path, values_of(page.tree, form) | page.typed


def sender(browser: Browser, path: str, values: dict[str, Any]) -> Callable[[], TestResponse]:
    """Sends the form from a tab of its own of this browser."""
    tab = browser.client.application.test_client()
    cookie = browser.client.get_cookie("gilmok")
    assert cookie is not None
    tab.set_cookie("gilmok", cookie.value)
    return lambda: tab.post(path, data=values)


def number_of(house: House, what: Any) -> int:
    with house.job() as session:
        return session.scalar(select(func.count()).select_from(what)) or 0


@pytest.mark.parametrize("looked_at", [False, True], ids=["fresh", "looked at before"])
def test_an_intake_sent_several_times_at_once_makes_one_case(real_app: Flask, real: House, looked_at: bool) -> None:
    before = number_of(real, Case)
    browser, path, values = intake_of(real_app, real)
    if looked_at:
        assert browser.client.post(path, data={**values, "action": "look"}).status_code == 200
    answers = at_once(*(sender(browser, path, values) for _ in range(TIMES)))
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.location for answer in answers}) == 1
    assert number_of(real, Case) == before + 1


def test_a_refused_form_can_be_sent_again_with_the_same_key(real_app: Flask, real: House) -> None:
    before = number_of(real, Case)
    browser, path, values = intake_of(real_app, real)
    assert browser.client.post(path, data={**values, "topics.main": ""}).status_code == 422
    assert browser.client.post(path, data=values).status_code == 303
    assert number_of(real, Case) == before + 1


def test_the_key_of_someone_elses_form_leads_nowhere(real_app: Flask, real: House) -> None:
    browser, path, values = intake_of(real_app, real)
    mine = browser.client.post(path, data=values)
    other, other_path, other_values = intake_of(real_app, real, "sangdam")
    stolen = {**other_values, "form_key": values["form_key"]}
    theirs = [other.client.post(other_path, data=stolen) for _ in range(2)]
    assert theirs[0].location == theirs[1].location != mine.location
    assert browser.client.post(path, data=values).location == mine.location


def test_the_draft_of_someone_else_is_neither_shown_nor_changed_by_its_address(real_app: Flask, real: House) -> None:
    browser, path, values = intake_of(real_app, real)
    browser.client.post(path, data={**values, "narrative": "만든 이야기", "action": "look"})
    other, _path, their_values = intake_of(real_app, real, "sangdam")
    assert "만든 이야기" not in other.client.get(path).text
    assert other.client.post(f"{path}/live", data=their_values).status_code == 200
    assert other.client.post(f"{path}/drop", data=their_values).status_code == 303
    assert "만든 이야기" in browser.client.get(path).text


def test_a_case_that_several_take_at_once_is_one_persons(real_app: Flask, real: House) -> None:
    number = taken_in(real, real_app.extensions["registry"]).number
    acts = []
    for login in ("sangdam", "nomusa"):
        browser = browser_of(real_app, real, login)
        page = browser.get(f"/cases/{number}")
        acts += [sender(browser, f"/cases/{number}/take", form_with(page, "take")) for _ in range(2)]
    statuses = [answer.status_code for answer in at_once(*acts)]
    assert sorted(set(statuses)) == [303, 409]
    with real.job() as session:
        case = session.scalars(select(Case).where(Case.number == number)).one()
        events = session.scalars(select(CaseEvent.kind).where(CaseEvent.case_id == case.id)).all()
        assert (case.handler_id is not None, events.count("assigned")) == (True, 1)


def test_a_job_that_puts_a_grant_right_waits_for_who_changes_the_case(real_app: Flask, real: House) -> None:
    case = taken_in(real, real_app.extensions["registry"])
    with ThreadPoolExecutor(1) as pool, real.session("sangdam") as session:
        service.take(session, queries.by_number(session, case.number), by=real.people["sangdam"])
        job = pool.submit(settled, real, case)
        wait_for_who_waits(real)
        session.commit()
        job.result(timeout=10)
    with real.job() as session:
        assert session.get_one(CaseGrant, ("gwanak", case.id)).status == Stage.COUNSELLING


def test_who_sends_a_case_waits_with_empty_hands_for_who_changes_it(real_app: Flask, real: House) -> None:
    case = taken_in(real, real_app.extensions["registry"])

    def send() -> None:
        with real.session("sangdam") as session:
            there = queries.by_number(session, case.number)
            service.send_to_centre(session, there, "jungnang", by=real.people["sangdam"])
            session.commit()

    with ThreadPoolExecutor(1) as pool, real.job() as changing:
        changing.get_one(Case, case.id, with_for_update={"key_share": True})
        sending = pool.submit(send)
        wait_for_who_waits(real)
        # Held by who sends, it would let neither of the two go on.
        changing.get_one(CaseGrant, ("gwanak", case.id), with_for_update={"nowait": True})
        changing.rollback()
        sending.result(timeout=10)


def wait_for_who_waits(house: House) -> None:
    """Until a transaction waits for another one's lock."""
    for _ in range(200):
        with house.job() as session:
            if session.scalar(WAITING):
                return
        sleep(0.02)
    raise AssertionError("nobody waits")


def form_with(page: Page, action: str) -> dict[str, list[str]]:
    form = next(each for each in page.tree.css("form") if (each.attributes.get("action") or "").endswith(f"/{action}"))
    return values_of(page.tree, form)


def test_guesses_at_once_are_counted_one_by_one(real_app: Flask, real: House) -> None:
    login, before = f"nobody {uuid4()}", number_of(real, LoginFailure)
    acts = []
    for _ in range(TRIES + 3):
        browser = Browser(real_app)
        page = browser.get("/login").fill("아이디", login).fill("비밀번호", "wrong")
        browser.client.get("/login")
        form = next(each for each in page.tree.css("form") if each.css_first('[name="password"]'))
        acts.append(sender(browser, "/login", values_of(page.tree, form) | page.typed))
    statuses = sorted(answer.status_code for answer in at_once(*acts))
    assert statuses == [422] * TRIES + [429] * 3
    assert number_of(real, LoginFailure) == before + TRIES

"""One session and one commit a request, and only if the answer is below 400."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from flask import Flask, redirect
from flask.testing import FlaskClient
from sqlalchemy import func, select, text
from support.casework import browser_of
from support.house import House

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import AccessLog, log
from gilmok.ground.submissions import Submission
from gilmok.ground.web.request import db, keep, needs, once

Answer = Callable[[], object]


@pytest.fixture
def view(app: Flask, house: House, monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], FlaskClient]:
    """Puts a view of the test's own where the network's page was, and gives a browser of someone logged in."""

    def placed(answer: Answer) -> FlaskClient:
        monkeypatch.setitem(app.view_functions, "network.index", needs(Permission.SEE_NETWORK)(answer))
        return browser_of(app, house, "sangdam").client

    return placed


@pytest.fixture
def logged(house: House) -> Iterator[Callable[[], int]]:
    """How many times the test's view has written."""

    def count() -> int:
        with house.job() as session:
            return session.scalar(select(func.count()).where(AccessLog.action == "tried")) or 0

    return count


@pytest.mark.parametrize(("status", "written"), [(200, 1), (204, 1), (400, 0), (409, 0), (422, 0), (503, 0)])
def test_what_was_written_is_kept_only_below_400(view, logged, status: int, written: int) -> None:
    def answer() -> tuple[str, int]:
        log(db(), "tried")
        return "", status

    assert view(answer).get("/network/").status_code == status
    assert logged() == written


def test_what_was_written_before_a_fault_is_undone(view, logged) -> None:
    def answer() -> str:
        log(db(), "tried")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        view(answer).get("/network/")
    assert logged() == 0


def test_a_refusal_may_be_worth_keeping(view, logged) -> None:
    def answer() -> tuple[str, int]:
        log(db(), "tried")
        keep()
        return "", 422

    view(answer).get("/network/")
    assert logged() == 1


def test_the_session_of_a_request_is_its_persons_and_centres(view) -> None:
    def answer() -> dict[str, object]:
        found = text("SELECT current_user, current_setting('gilmok.centre')")
        role, centre = db().execute(found, execution_options={"unscoped": "no case in it"}).one()
        return {"role": role, "centre": centre}

    assert view(answer).get("/network/").json == {"role": "gilmok_web", "centre": "gwanak"}


def test_a_form_is_carried_out_once(app: Flask, house: House, view, logged, monkeypatch: pytest.MonkeyPatch) -> None:
    @once
    def answer() -> object:
        log(db(), "tried")
        return redirect("/somewhere", 303)

    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", False)
    client = view(answer)
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == "network.index")
    monkeypatch.setattr(rule, "methods", {"GET", "POST"})
    app.url_map.update()
    key = str(uuid4())
    answers = [client.post("/network/", data={"form_key": key}) for _ in range(2)]
    assert [each.location for each in answers] == ["/somewhere"] * 2
    assert logged() == 1
    with house.job() as session:
        assert session.scalars(select(Submission.location)).all() == ["/somewhere"]

"""Every error is answered by a page of ours that says what happened and what to do."""

import pytest
from flask import Flask
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError, NotSupportedError, OperationalError
from support.gallery import gallery
from support.page import Browser

from gilmok.ground.errors import NotFound
from gilmok.ground.web.errors import status_of
from gilmok.ground.web.notices import NOTICES

STATUSES = [400, 403, 404, 405, 409, 413, 422, 429, 500, 503]


class NoSuchDesk(NotFound):
    """There is no such desk."""


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_a_page_of_ours(walker: Browser, status: int) -> None:
    page = walker.get(f"/raise/{status}")
    assert page.status == status
    assert "첫 화면으로" in page.text
    assert page.heading not in {"", NOTICES[status].title}


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_its_page_in_english(walker: Browser, status: int) -> None:
    walker.get("/list").press("English")
    assert walker.get(f"/raise/{status}").heading == NOTICES[status].title


@pytest.mark.parametrize(("name", "status"), [
    ("moved", 409), ("invalid", 422), ("tries", 429), ("away", 503), ("forbidden", 403), ("fault", 500),
])
def test_each_error_has_its_status(walker: Browser, name: str, status: int) -> None:
    assert walker.get(f"/raise/{name}").status == status


def test_an_error_of_a_room_has_the_status_of_its_kind() -> None:
    assert status_of(NoSuchDesk()) == 404


def test_a_database_that_is_away_is_asked_again_later() -> None:
    away = OperationalError("SELECT", {}, Exception())
    cut = IntegrityError("INSERT", {}, Exception(), connection_invalidated=True)
    assert [status_of(away), status_of(cut), status_of(IntegrityError("INSERT", {}, Exception()))] == [503, 503, 500]


def test_what_was_prepared_before_a_table_changed_is_asked_again_later(connection: Connection) -> None:
    for statement in (
        "CREATE TEMPORARY TABLE changing (value int)", "PREPARE asking AS SELECT value FROM changing", "EXECUTE asking",
        "ALTER TABLE changing ALTER value TYPE bigint",
    ):
        connection.exec_driver_sql(statement)
    with pytest.raises(NotSupportedError) as changed:
        connection.exec_driver_sql("EXECUTE asking")
    assert status_of(changed.value) == 503
    assert status_of(NotSupportedError("SELECT", {}, Exception())) == 500


@pytest.mark.parametrize("path", ["/raise/away", "/raise/tries"])
def test_who_should_wait_is_told_how_long(walker: Browser, path: str) -> None:
    assert int(walker.get(path).response.headers["Retry-After"]) > 0


def test_the_menu_stays_where_someone_is_logged_in(walker: Browser) -> None:
    assert walker.get("/nowhere").tree.css_first("nav.side")


def test_a_fault_is_shown_without_the_menu_which_may_be_what_failed(walker: Browser) -> None:
    assert not walker.get("/raise/fault").tree.css_first("nav.side")


def test_a_fault_tells_nothing_of_itself(walker: Browser) -> None:
    assert "ZeroDivision" not in walker.get("/raise/fault").response.text


def test_a_fault_is_raised_where_tests_want_to_see_it(parts: Flask) -> None:
    parts.testing = True
    with pytest.raises(ZeroDivisionError):
        parts.test_client().get("/raise/fault")


def test_htmx_gets_the_message_alone(walker: Browser) -> None:
    answer = walker.client.get("/raise/moved", headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert "<html" not in answer.text
    assert 'role="alert"' in answer.text


def test_a_program_gets_json(walker: Browser) -> None:
    answer = walker.client.get("/raise/403", headers={"Accept": "application/json"})
    assert answer.status_code == 403
    assert answer.json == {"error": "지금 역할로는 이 화면을 보거나 이 작업을 할 수 없습니다."}


def test_a_login_leads_back_to_the_page_that_was_wanted() -> None:
    answer = gallery(logged_in=False).test_client().get("/raise/login?of=7")
    assert answer.location == "/login?next=/raise/login?of%3D7"


def test_a_form_is_not_sent_again_after_a_login(walker: Browser) -> None:
    token = walker.get("/list").tree.css_first("meta[name=csrf-token]")
    assert token
    headers = {"X-CSRFToken": token.attributes["content"] or ""}
    assert walker.client.post("/raise/login", headers=headers).location == "/login"


def test_htmx_is_led_to_the_login_as_a_whole(walker: Browser) -> None:
    answer = walker.client.get("/raise/login", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/login")


def test_a_form_without_its_token_is_refused(walker: Browser) -> None:
    answer = walker.client.post("/form", data={"name": "x"})
    assert answer.status_code == 400


def test_a_method_that_does_not_fit_says_which_do(walker: Browser) -> None:
    assert "POST" in walker.client.get("/language").headers["Allow"]


def test_what_is_too_large_is_refused(walker: Browser) -> None:
    assert walker.client.post("/form", data={"name": "x" * 11_000_000}).status_code == 413

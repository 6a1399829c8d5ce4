"""What is not one's own is not there, by any method; and every kind of answer carries the same headers."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from support.casework import browser_of, taken_in
from support.house import STAFF, House
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from gilmok.ground.access.policy import Permission
from gilmok.ground.web.headers import HEADERS
from gilmok.ground.web.request import needs, once

MISSING = "GWAN-26-AAAAAA"
CHANGING = re.compile(r'(name="csrf_token" value|name="csrf-token" content)="[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}')
TABLES = ("case_file", "case_grant", "case_event", "decision", "client", "case_text", "consent")


def of_cases(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Each address of a case with each method that it takes, and one that it does not."""
    for rule in app.url_map.iter_rules():
        if "number" in rule.arguments:
            yield from ((rule, method) for method in sorted((rule.methods or set()) | {"PUT"}))


def token_of(client: FlaskClient) -> str:
    """The token of this login."""
    return re.findall('name="csrf_token" value="([^"]+)"', client.get("/network/").text)[0]


def asked(client: FlaskClient, rule: Rule, method: str, number: str, token: str) -> TestResponse:
    """The answer to a form that is right in everything but the case."""
    form = {
        "csrf_token": token, "form_key": str(uuid4()), "version": "1", "reason": "solved", "to": "1", "note": "x",
        "target": "core.c1_counselling", "topics.main": "dismissal",
    }
    return client.open(rule.rule.replace("<number>", number), method=method, data=form if method == "POST" else None)


def read(answer: TestResponse, number: str) -> str:
    """The page without what differs between any two."""
    return CHANGING.sub("", answer.text).replace(number, "")


@pytest.mark.parametrize("login", STAFF)
def test_another_centres_case_answers_as_one_that_is_not_there(app: Flask, house: House, login: str) -> None:
    registry = app.extensions["registry"]
    owner = "sangdam" if house.people[login].centre_id != "gwanak" else "jungnang"
    district = "gwanak" if owner == "sangdam" else "jungnang"
    number = taken_in(house, registry, owner, workplace_district=district, home_district=district).number
    before, client = held(house), browser_of(app, house, login).client
    token = token_of(client)
    for rule, method in of_cases(app):
        foreign, missing = (asked(client, rule, method, each, token) for each in (number, MISSING))
        assert foreign.status_code == missing.status_code, (rule.endpoint, method)
        assert foreign.status_code in {404, 405} or method == "OPTIONS", (rule.endpoint, method)
        assert read(foreign, number) == read(missing, MISSING), (rule.endpoint, method)
        assert [*foreign.headers.keys()] == [*missing.headers.keys()]
    assert held(house) == before


def held(house: House) -> list[object]:
    """Everything about cases."""
    with house.job() as session:
        return [session.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2")).all() for table in TABLES]


def test_a_form_without_its_key_is_not_carried_out(app: Flask, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    view = needs(Permission.SEE_NETWORK)(once(lambda: "done"))
    monkeypatch.setitem(app.view_functions, "access.log_out", view)
    client = browser_of(app, house, "sangdam").client
    token = token_of(client)
    for key in ({}, {"form_key": ""}, {"form_key": "1"}, {"form_key": "x" * 36}):
        assert client.post("/logout", data={"csrf_token": token, **key}).status_code == 400
    assert client.post("/logout", data={"csrf_token": token, "form_key": str(uuid4())}).text == "done"


def answers(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestResponse]:
    """One answer of each kind."""
    page = client.get("/network/")
    asset = re.findall(r'(/static/[^"]+)"', page.text)[0]
    yield page
    yield from (client.get(path) for path in (asset, "/healthz", "/readyz", "/nowhere", "/", "/network", "/static/x/y"))
    yield app.test_client().get("/cases/")
    yield client.get(asset, headers={"Accept-Encoding": "gzip"})
    yield client.head("/network/")
    yield client.options("/network/")
    yield client.put("/network/")
    yield client.get("/network/", headers={"Accept": "application/json", "HX-Request": "true"})
    yield client.get("/cases/x", headers={"HX-Request": "true"})
    yield client.post("/cases/search", data={"q": "x"})
    yield client.post("/cases/search", data=b"x" * 11_000_000, content_type="application/x-www-form-urlencoded")
    yield app.test_client().get("/cases/", headers={"HX-Request": "true"})
    monkeypatch.setattr(app, "testing", False)
    monkeypatch.setitem(app.view_functions, "network.index", needs(Permission.SEE_NETWORK)(lambda: 1 / 0))
    yield client.get("/network/")


def test_every_kind_of_answer_carries_every_header(
    app: Flask, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set()
    for answer in answers(app, browser_of(app, house, "sangdam").client, monkeypatch):
        seen.add(answer.status_code)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, answer.request.path
        kept = answer.headers["Cache-Control"]
        assert kept == "no-store" or (answer.request.path.startswith("/static/") and answer.status_code == 200)
        assert "Server" not in answer.headers
    assert {200, 303, 308, 400, 401, 404, 405, 413, 500} <= seen, seen


def test_no_redirect_names_the_host_that_a_request_claims(app: Flask, house: House) -> None:
    client = browser_of(app, house, "sangdam").client
    for path, leads in (("/cases?view=all", "/cases/?view=all"), ("/network", "/network/"), ("/intake", "/intake/")):
        answer = client.get(path, base_url="http://elsewhere.example")
        assert (answer.status_code, answer.location) == (308, leads)

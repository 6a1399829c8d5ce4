"""Pages for visitors: how many one address may ask for, whose address that is, and that the address is not kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page
from werkzeug.test import TestResponse

from gilmok.app import create_app
from gilmok.ground import clock
from gilmok.ground.access.policy import Permission
from gilmok.ground.config import Settings
from gilmok.ground.db import NOBODY
from gilmok.ground.floods import network_of
from gilmok.ground.installation import Installation
from gilmok.ground.web.request import db, permission_of, who
from gilmok.ground.web.visitors import ROOMFUL, marked, visitors

KEY = "00000000-0000-4000-8000-000000000000"
UNCOUNTED = {
    "access.choose_language", "access.log_in_now", "access.login", "display.choices", "display.choose",
    "display.understood", "health.alive", "health.ready", "static",
}
PROXY, STRANGER = "10.0.0.1", "203.0.113.9"
Make = Callable[..., Flask]


@pytest.fixture
def limited(house: House, still: None) -> Make:
    """An application that lets visitors open three pages a minute, and send two forms an hour."""

    def make(**more: str) -> Flask:
        settings: Settings = replace(house.installed.settings, visitor_pages=3, visitor_forms=2, **more)
        installed: Installation = replace(house.installed, settings=settings)
        made = create_app(installed)
        made.testing = True
        return made

    return make


def visit(app: Flask, address: str = STRANGER, forwarded: str = "", **options: str) -> TestResponse:
    """The answer to somebody at this address, who says that they come from elsewhere."""
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return app.test_client().get("/find", environ_base={"REMOTE_ADDR": address}, headers=headers, **options)


def test_a_flood_is_refused_with_a_page_of_ours_and_when_to_come_again(limited: Make) -> None:
    app = limited()
    answers = [visit(app) for _nth in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert "요청이 너무 많습니다" in answers[-1].text
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert visit(app, "203.0.113.10").status_code == 200


def test_after_a_minute_there_is_room_again(limited: Make) -> None:
    app = limited()
    assert [visit(app).status_code for _nth in range(4)][-1] == 429
    with clock.at(clock.now() + timedelta(minutes=1)):
        assert visit(app).status_code == 200


def test_what_a_form_is_refused_for_counts_too_and_pages_go_on(limited: Make) -> None:
    app = limited()
    client = app.test_client()
    assert [client.post("/help-me").status_code for _nth in range(3)] == [400, 400, 429]
    assert client.get("/find").status_code == 200


def test_every_form_for_visitors_counts_also_where_it_is_refused(limited: Make) -> None:
    app = limited()
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ()) and counts(app, rule.endpoint)]
    for nth, rule in enumerate(rules):
        client, path = app.test_client(), rule.rule.replace("<uuid:key>", KEY)
        statuses = [client.post(path, environ_base={"REMOTE_ADDR": f"192.0.2.{nth}"}).status_code for _nth in range(3)]
        assert statuses == [400, 400, 429], path
    assert {"asking.ask", "programmes.register", "slips.cancel"} <= {rule.endpoint for rule in rules}


def counts(app: Flask, endpoint: str) -> bool:
    """Whether visits of the page are counted in the database."""
    with app.app_context():
        page = marked(endpoint)
    return page is not None and page.leaves_a_count


def test_every_public_page_is_counted_but_those_of_login_and_display(app: Flask) -> None:
    with app.app_context():
        uncounted = {
            endpoint for endpoint, view in app.view_functions.items()
            if permission_of(view) is Permission.PUBLIC and marked(endpoint) is None
        }
    assert uncounted == UNCOUNTED


def test_who_answers_a_survey_is_counted_in_memory_alone(limited: Make, house: House) -> None:
    app = limited()
    answers = [app.test_client().get("/s/nothing") for _nth in range(3 * ROOMFUL + 1)]
    assert {answer.status_code for answer in answers[:-1]} == {404}
    assert answers[-1].status_code == 429
    assert app.test_client().post("/s/nothing").status_code == 400
    with house.job() as session:
        assert session.scalar(text("SELECT count(*) FROM visit_count")) == 0
    with clock.at(clock.now() + timedelta(minutes=1)):
        assert app.test_client().get("/s/nothing").status_code == 404


def test_a_page_about_something_is_nobodys_too_whoever_is_logged_in(
    app: Flask, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = visitors(of=lambda: "something")(lambda _something: f"{db().viewer} {who()}")
    monkeypatch.setitem(app.view_functions, "programmes.index", view)
    assert browser_of(app, house, "sangdam").client.get("/programmes/").text == f"{NOBODY} None"


def test_pages_of_staff_are_not_counted(limited: Make) -> None:
    client = limited().test_client()
    assert {client.get("/login").status_code for _nth in range(5)} == {200}


def test_nobody_names_their_own_address(limited: Make) -> None:
    app = limited()
    assert [visit(app, forwarded=f"198.51.100.{nth}").status_code for nth in range(4)][-1] == 429


def test_of_the_declared_proxy_it_is_believed_and_of_nobody_else(limited: Make) -> None:
    app = limited(proxy=PROXY)
    assert [visit(app, PROXY, f"198.51.100.{nth}").status_code for nth in range(4)] == [200] * 4
    assert [visit(app, STRANGER, f"198.51.100.{nth}").status_code for nth in range(4)][-1] == 429


def test_no_more_is_believed_than_what_the_proxy_itself_saw(limited: Make) -> None:
    app = limited(proxy=PROXY)
    told = [visit(app, PROXY, f"192.0.2.{nth}, {STRANGER}").status_code for nth in range(4)]
    assert told[-1] == 429


def test_no_address_is_kept(limited: Make, house: House) -> None:
    visit(limited())
    with house.job() as session:
        rows = session.scalars(text("SELECT c::text || encode(c.counted, 'escape') FROM visit_count c")).all()
        logged = session.scalars(text("SELECT origin FROM access_log WHERE origin IS NOT NULL")).all()
    assert len(rows) == 1
    assert STRANGER not in "".join([*rows, *logged])


@pytest.mark.parametrize(("address", "network"), [
    ("203.0.113.9", "203.0.113.9"), ("::ffff:203.0.113.9", "203.0.113.9"), ("", ""), ("unknown", ""),
    ("2001:db8:1:2:3::9", "2001:db8:1:2::/64"),
])
def test_a_line_is_counted_as_one_however_it_changes_its_address(address: str, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.parametrize("path", [
    "/find", "/programmes/", "/employment/openings", "/surveys/published/", "/projects/published/",
])
def test_a_page_for_visitors_has_no_script_and_no_font(app: Flask, house: House, path: str) -> None:
    page = Browser(app).get(path)
    assert page.tree.css("script, link[rel=preload]") == []


def test_one_front_leads_to_every_page_for_visitors_and_back(app: Flask, house: House) -> None:
    visitor = Browser(app)
    addresses = [
        "/find", "/help-me", "/help-me/state", "/programmes/", "/employment/openings", "/surveys/published/",
        "/projects/published/", "/m/platform_freelance/prices/", "/m/platform_freelance/reports/tell",
        "/m/platform_freelance/reports/published/",
    ]
    front = visitor.get("/").click("Tiếng Việt")
    assert front.path == "/welcome"
    assert links(front, "main h2 a") == addresses
    assert "/login" in links(front, "main a")
    for address in addresses:
        page = visitor.get(address)
        # A phone has no room for all of them.
        assert links(page, "nav.tabs a") == [*addresses[:3], *({address} - set(addresses[:3])), "/welcome"]
        assert links(page, "nav.tabs a[aria-current]") == [address]
        assert links(page, "a.brand") == ["/welcome"]
    assert links(visitor.get("/programmes/centres/nowhere.ics"), "main .notice a") == ["/welcome"]


def links(page: Page, selector: str) -> list[str | None]:
    """Where these links lead."""
    return [each.attributes["href"] for each in page.tree.css(selector)]

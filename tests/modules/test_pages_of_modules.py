"""Pages that a module brings: behind its gate, by its own permissions, and its faults its own."""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest
from flask import Blueprint, Flask, g
from markupsafe import Markup
from support.house import House, make_case
from support.modules import desk, info, rule
from support.page import Browser

from gilmok.app import create_app
from gilmok.ground.clock import today
from gilmok.ground.config import Settings
from gilmok.ground.db import Database
from gilmok.ground.installation import installation
from gilmok.journey import core_module
from gilmok.journey.case import sealed
from gilmok.journey.case.models import CaseText
from gilmok.journey.case.showing import case_in_view
from gilmok.modules import site
from gilmok.modules.api import (
    MenuEntry,
    OwnPermission,
    Pages,
    Scope,
    Slot,
    SlotPlace,
    hookimpl,
    is_counsellor,
    is_manager,
)
from gilmok.modules.registry import Given, Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

READ = OwnPermission(id="paged.read", title="Read it", ways=((is_counsellor,),))
STRANGE = OwnPermission(id="paged.strange", title="Not declared", ways=((is_manager,),))
Login = Callable[[str], Browser]


def views() -> Blueprint:
    made = Blueprint("paged", "paged", url_prefix="/notes")

    @made.get("/")
    @site.needs(READ)
    def index() -> str:
        return "what was stored"

    @made.post("/")
    @site.needs(READ)
    def add() -> str:
        return "taken"

    @made.get("/fault")
    @site.needs(READ)
    def fault() -> str:
        raise RuntimeError("somebody's name")

    @made.post("/end")
    @site.goes_on
    @site.needs(READ)
    def end() -> str:
        return "brought to its end"

    @made.get("/public")
    @site.visitors("ko")
    def public() -> str:
        return "for anybody"

    return made


def part() -> Blueprint:
    made = Blueprint("paged_part", "paged", url_prefix="/part")
    made.add_url_rule("/", "index", site.needs(READ)(lambda: "a part"))
    return made


def about(case: site.CaseInView) -> Markup:
    said = {"sewing": "we sew"}[case.facts["industry"]]
    return Markup("<p>The module says: %s</p>") % said


def paged(**others: Any) -> Given:
    """A module with pages, in a package of its own."""
    made: Any = ModuleType("gilmok_paged")
    hooks = {
        "module_info": lambda: info("paged", title="Paged", scopes=(Scope(id="part", title="Part"),)),
        "targets": lambda: [desk("paged")], "routing_rules": lambda: [rule("paged")], "permissions": lambda: [READ],
        "blueprints": lambda: [
            Pages(id="paged.notes", place="gilmok_paged:notes"),
            Pages(id="paged.part", place="gilmok_paged:part", scope="part"),
        ],
        "menu_entries": lambda: [
            MenuEntry(id="paged.menu", title="Notes of it", endpoint="paged.index"),
            MenuEntry(id="paged.open", title="Prices", endpoint="paged.public", about="What is paid.", public=True),
        ],
        "slots": lambda: [Slot(id="paged.about", at=SlotPlace.CASE_OVERVIEW, place="gilmok_paged:about")],
        **others,
    }
    vars(made).update({name: hookimpl(function) for name, function in hooks.items()})
    made.notes, made.part, made.about = views(), part(), about
    return Given(name="paged", module=made)


@pytest.fixture
def put_together(settings: Settings, furnished_url: str, house: House) -> Iterator[Callable[[Given], Flask]]:
    """Makes the application of this test's house with one module."""

    def make(given: Given) -> Flask:
        sys.modules["gilmok_paged"] = given.module
        registry = Registry.load(core=core_module, entry_points=[given])
        made = create_app(installation(settings, furnished_url, Database(None)), registry=registry)
        made.testing = True
        made.extensions["database"] = house.installed.database
        return made

    yield make
    sys.modules.pop("gilmok_paged", None)


@pytest.fixture
def app(put_together: Callable[[Given], Flask]) -> Flask:
    return put_together(paged())


def switch(house: House, region: str = "southwest", **about: Any) -> None:
    """Switch the module on there, since long ago."""
    row = Activation(**{"module": "paged", "region": region, "starts_on": date(2020, 1, 1), **about})
    with house.session("sicheong") as session:
        apply(session, [row], by=None, note="")
        session.commit()


def test_where_it_was_never_active_its_pages_are_not_there(at: Login, house: House) -> None:
    switch(house, "northeast")
    page = at("sangdam").get("/m/paged/notes/")
    assert page.status == 404
    assert "운영하지 않습니다" in page.text
    assert at("jungnang").get("/m/paged/notes/").response.text == "what was stored"


def test_where_it_has_ended_what_is_stored_is_read_and_nothing_taken(app: Flask, at: Login, house: House) -> None:
    switch(house)
    app.config["WTF_CSRF_ENABLED"] = False
    assert at("sangdam").client.post("/m/paged/notes/").text == "taken"
    switch(house, ends_on=today() - timedelta(days=1))
    assert at("sangdam").get("/m/paged/notes/").response.text == "what was stored"
    refused = at("sangdam").client.post("/m/paged/notes/")
    assert (refused.status_code, "새로 받지는 않습니다" in refused.text) == (403, True)


def test_where_it_has_ended_what_was_begun_goes_on(app: Flask, at: Login, house: House) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    switch(house, ends_on=today() - timedelta(days=1))
    assert at("sangdam").client.post("/m/paged/notes/end").text == "brought to its end"
    assert at("jungnang").client.post("/m/paged/notes/end").status_code == 404


def test_pages_that_do_not_stay_are_gone_with_its_end(put_together: Callable[[Given], Flask], house: House) -> None:
    pages = [Pages(id="paged.notes", place="gilmok_paged:notes", stays=False)]
    line = MenuEntry(id="paged.open", title="For anybody", endpoint="paged.public", public=True)
    app = put_together(paged(blueprints=lambda: pages, menu_entries=lambda: [line]))
    switch(house)
    assert app.test_client().get("/m/paged/notes/public").status_code == 200
    assert "For anybody" in app.test_client().get("/welcome").text
    switch(house, ends_on=today() - timedelta(days=1))
    assert app.test_client().get("/m/paged/notes/public").status_code == 404
    assert "For anybody" not in app.test_client().get("/welcome").text


def test_a_part_is_open_only_while_it_is_switched_on(at: Login, house: House) -> None:
    switch(house, scope=())
    assert at("sangdam").get("/m/paged/part/").status == 404
    switch(house, scope=("part",))
    assert at("sangdam").get("/m/paged/part/").response.text == "a part"


def test_its_own_permission_is_asked_for(app: Flask, at: Login, house: House) -> None:
    switch(house)
    assert at("senteojang").get("/m/paged/notes/").status == 403
    assert Browser(app).get("/m/paged/notes/").path.startswith("/login")


def test_a_page_for_anybody_is_open_while_it_is_active_anywhere(app: Flask, house: House) -> None:
    assert app.test_client().get("/m/paged/notes/public").status_code == 404
    switch(house, "northeast")
    assert app.test_client().get("/m/paged/notes/public").text == "for anybody"


def test_it_stands_on_the_front_for_everybody_meanwhile_with_its_languages(app: Flask, house: House) -> None:
    visitor = Browser(app)
    assert "Prices" not in visitor.get("/welcome?lang=vi").text
    switch(house, "northeast")
    assert "Prices What is paid. ( 한국어 )" in visitor.get("/welcome").text
    # An error page asks the database for nothing, not even for what is switched on.
    assert visitor.get(f"/programmes/{UUID(int=0)}").status == 404


def test_its_lines_stand_among_the_programmes_while_it_is_active(at: Login, house: House) -> None:
    assert "Notes of it" not in at("sangdam").get("/beside").text
    switch(house)
    browser = at("sangdam")
    assert browser.get("/beside").click("Notes of it").response.text == "what was stored"
    assert "Notes of it" in browser.get("/modules/paged").text


def test_a_fault_of_its_page_names_the_module_and_nothing_else(at: Login, house: House) -> None:
    switch(house)
    page = at("sangdam").get("/m/paged/notes/fault")
    assert page.status == 500
    assert "모듈 ‘Paged’" in page.text
    assert "somebody" not in page.response.text


def test_what_it_shows_in_a_case_of_its_desk_stands_there(at: Login, house: House) -> None:
    mine = make_case(house, target="paged.desk", facts={"industry": "sewing"})
    other = make_case(house, target="core.counselling", facts={"industry": "sewing"})
    browser = at("sangdam")
    assert "The module says: we sew" in browser.get(f"/cases/{mine.number}").text
    assert "The module says" not in browser.get(f"/cases/{other.number}").text


def test_a_module_reads_the_answers_to_its_own_questions_alone(app: Flask, house: House) -> None:
    case = make_case(house, target="paged.desk", facts={})
    with house.session("sangdam") as session:
        key = sealed.new_key(session, case.id, house.installed.vault)
        said = json.dumps({"paged.client": "a shop", "other.client": "another"})
        session.add(CaseText(**sealed.seal_texts(case.id, narrative="", answers=said, key=key)))
        session.commit()
    with app.test_request_context(), house.session("sangdam") as session:
        g.session = session
        told = case_in_view(case.number)
        assert [told.answer(name) for name in ("paged.client", "other.client", "paged.none")] == ["a shop", "", ""]


def test_the_regions_in_which_a_part_is_active(app: Flask, house: House) -> None:
    switch(house, "northeast", scope=("part",))
    switch(house, "southwest", scope=())
    with app.test_request_context(), house.session("sangdam") as session:
        g.session = session
        assert (site.regions_with("paged"), site.regions_with("paged", "part")) == (("northeast",), ("northeast",))
        assert site.regions_with("paged", "none") == ()


def test_what_fails_in_a_case_is_left_out(at: Login, house: House) -> None:
    number = make_case(house, target="paged.desk", facts={"industry": "it"}).number
    page = at("sangdam").get(f"/cases/{number}")
    assert (page.status, "The module says" in page.text) == (200, False)


@pytest.mark.parametrize(("hooks", "said"), [
    ({"permissions": lambda: [STRANGE]}, "which the module does not declare"),
    ({"blueprints": lambda: [Pages(id="paged.x", place="gilmok_paged:missing")]}, "missing"),
    ({"slots": lambda: [Slot(id="paged.x", at=SlotPlace.CASE_OVERVIEW, place="gilmok_paged:gone")]}, "gone"),
])
def test_what_cannot_be_mounted_is_told_on_the_page_of_modules(
    put_together: Callable[[Given], Flask], house: House, hooks: dict[str, Any], said: str
) -> None:
    made = put_together(paged(**hooks))
    switch(house)
    (failure,) = made.extensions["mounted"].failures
    assert (failure.module, said in failure.error) == ("paged", True)
    assert made.test_client().get("/m/paged/notes/").status_code in (303, 403, 404)


@pytest.mark.parametrize(("hooks", "said"), [
    ({"blueprints": lambda: [Pages(id="paged.x", place="os:path")]}, "lies outside the package"),
    ({"blueprints": lambda: [Pages(id="paged.x", place="gilmok_paged")]}, "is no place such as"),
    ({"blueprints": lambda: [Pages(id="paged.x", place="gilmok_paged:notes", scope="none")]}, "no scope 'none'"),
    ({"menu_entries": lambda: [MenuEntry(id="paged.x", title="X", endpoint="cases.index")]}, "no page of this module"),
    ({"permissions": lambda: [OwnPermission(id="other.x", title="X", ways=())]}, "an id is 'paged'"),
])
def test_what_is_wrong_with_a_part_is_told_at_loading(hooks: dict[str, Any], said: str) -> None:
    found = Registry.load(core=core_module, entry_points=[paged(**hooks)])
    assert [said in failure.error for failure in found.failures] == [True]

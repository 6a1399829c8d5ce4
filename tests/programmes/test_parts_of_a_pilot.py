"""What counts for a part of a pilot can be chosen where the city has switched that part on, and nowhere else."""

from collections.abc import Callable
from datetime import date

import pytest
from support.house import House
from support.page import Browser

from gilmok.modules.service import apply
from gilmok.modules.things import Activation

FORMS = ("/gatherings/new", "/projects/new", "/surveys/new")
Login = Callable[[str], Browser]


def offered(browser: Browser, path: str) -> set[str]:
    """The programmes of the pilot that a form offers."""
    options = browser.get(path).field("사업 구분").css("option")
    return {str(each.attributes["value"]) for each in options if str(each.attributes["value"]).startswith("H4")}


def switch(house: House, *scope: str) -> None:
    """Switch these parts of the pilot on in the southwest, and no other."""
    row = Activation(
        module="platform_freelance", region="southwest", starts_on=date(2020, 1, 1), scope=scope,
    )
    with house.session("sicheong") as session:
        apply(session, [row], by=None, note="")
        session.commit()


@pytest.mark.parametrize("path", FORMS)
def test_only_what_is_switched_on_can_be_chosen(house: House, at: Login, path: str) -> None:
    switch(house, "survey_education")
    assert offered(at("sangdam"), path) == {"H4c"}
    switch(house, "campaigns", "monitoring")
    assert offered(at("sangdam"), path) == {"H4b", "H4d"}
    switch(house)
    assert offered(at("sangdam"), path) == set()

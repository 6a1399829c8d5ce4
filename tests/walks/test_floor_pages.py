"""The floor that our pages are measured against: it must serve the same bytes, whatever our pages become."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from flask import Flask
from jinja2 import Environment
from support.casework import PERSON, browser_of, taken_in
from support.house import House

FLOOR = Path(__file__).parents[2] / "bench" / "floor_pages.py"


@pytest.fixture
def floor() -> ModuleType:
    """The script of `bench/`, which is no package."""
    spec = importlib.util.spec_from_file_location("floor_pages", FLOOR)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("named", [True, False])
def test_the_floor_of_a_case_page_is_the_page(app: Flask, house: House, floor: ModuleType, named: bool) -> None:
    case = taken_in(
        house, app.extensions["registry"], person=PERSON if named else None, narrative="두 달치 월급을 못 받았어요.",
        consents={"identity": True, "sharing": False},
    )
    html = browser_of(app, house, "sangdam").get(f"/cases/{case.number}").response.text
    made = floor.of_cases({case.number: html}, house.people["sangdam"].name)
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(made.template)
    served = template.render(
        case={"number": case.number, **made.rows[case.number]}, name=house.people["sangdam"].name,
        token=floor.TOKEN.search(html)[0], key="K",
    )
    assert served == floor.KEY.sub("K", html)

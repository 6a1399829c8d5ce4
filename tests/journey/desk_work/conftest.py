"""Cases at the desks of the northeast module, and the counsellor of the centre that has them."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser

from gilmok.journey.case.models import Case

Take = Callable[..., Case]
AGREED = {"identity": True, "sharing": True}
SEWS = {"industry": "sewing", "workplace_district": "jungnang"}
PERFORMS = {
    "industry": "arts", "workplace_district": "jungnang", "employment_type": "artist", "topics": ("unfair_trade",),
}


@pytest.fixture
def take(app: Flask, house: House) -> Take:
    """Takes a case in at the Labour Rights Centre, whose hub desk it comes to: `take(**PERFORMS)`."""

    def taken(consents: dict[str, bool] | None = None, **facts: Any) -> Case:
        registry = app.extensions["registry"]
        return taken_in(house, registry, "nodong", person=PERSON, consents=AGREED | (consents or {}), **facts)

    return taken


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    """The browser of the counsellor of that centre."""
    return browser_of(app, house, "nodong")

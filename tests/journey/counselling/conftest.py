"""A counsellor, and a case of a person with a name."""

import pytest
from flask import Flask
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser

from gilmok.journey.case.models import Case


@pytest.fixture
def counsellor(app: Flask, house: House) -> Browser:
    """The browser of a counsellor."""
    return browser_of(app, house, "sangdam")


@pytest.fixture
def case(app: Flask, house: House) -> Case:
    """A case of a person with a name."""
    return taken_in(house, app.extensions["registry"], person=PERSON, consents={"sharing": True})

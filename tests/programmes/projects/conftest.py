"""Browsers of a counsellor whose centre leads, of a partner's, of an official, and one without a login."""

from collections.abc import Callable

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House
from support.page import Browser

By = Callable[[str], Browser]


@pytest.fixture
def by(app: Flask, house: House) -> By:
    """A browser of this person: `by("sangdam").get("/projects/")`."""
    return lambda login: browser_of(app, house, login)


@pytest.fixture
def visitor(app: Flask, house: House) -> Browser:
    """A browser without a login."""
    return Browser(app)

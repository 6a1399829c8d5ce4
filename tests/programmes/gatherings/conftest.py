"""A counsellor's browser, and one without a login."""

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House
from support.page import Browser


@pytest.fixture
def staff(app: Flask, house: House) -> Browser:
    """The browser of a counsellor."""
    return browser_of(app, house, "sangdam")


@pytest.fixture
def visitor(app: Flask, house: House) -> Browser:
    """A browser without a login."""
    return Browser(app)

"""Casework is tested with two modules that disagree, so that there is something to sort."""

import pytest
from flask import Flask
from support.house import House


@pytest.fixture
def app(rivals_app: Flask, house: House) -> Flask:
    """The application with the rivals, on this test's house."""
    rivals_app.extensions["database"] = house.installed.database
    return rivals_app

"""The gallery of parts, to walk through without a database."""

import pytest
from flask import Flask
from support.gallery import gallery
from support.page import Browser


@pytest.fixture
def parts() -> Flask:
    """The gallery, for someone logged in."""
    return gallery()


@pytest.fixture
def walker(parts: Flask) -> Browser:
    """A browser in the gallery."""
    return Browser(parts)

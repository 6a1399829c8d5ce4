"""What a module shows in a page of the core fails alone; what the page itself wants of the database fails the page."""

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask, g
from sqlalchemy.exc import IntegrityError, OperationalError
from support.house import House

from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession, put
from gilmok.ground.submissions import Submission
from gilmok.modules.api import Slot, SlotPlace
from gilmok.modules.slots import answer

SLOT = Slot(id="shown.about", at=SlotPlace.CASE_OVERVIEW, place="gilmok_shown:about")
ITS_OWN = RuntimeError("a fault of the module")
AWAY = OperationalError("SELECT", {}, Exception(), connection_invalidated=True)
CASE: Any = None


@pytest.fixture
def session(app: Flask, house: House) -> Iterator[ViewerSession]:
    """The session of the page that asks."""
    with app.test_request_context(), house.session("sangdam") as session:
        g.session = session
        yield session


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let the module's slot raise this."""

    def about(_case: Any) -> None:
        raise error

    monkeypatch.setitem(sys.modules, "gilmok_shown", SimpleNamespace(about=about))


@pytest.mark.usefixtures("session")
def test_a_fault_of_its_own_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, ITS_OWN)
    assert answer(SLOT, CASE) is None


@pytest.mark.usefixtures("session")
def test_a_database_that_is_away_is_away_for_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, AWAY)
    with pytest.raises(OperationalError):
        answer(SLOT, CASE)


def test_what_the_page_itself_wrote_is_none_of_its_faults(
    session: ViewerSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, ITS_OWN)
    twice = {"person_id": session.viewer.person, "key": uuid4(), "at": now()}
    put(session, Submission, **twice)
    put(session, Submission, **twice)
    with pytest.raises(IntegrityError):
        answer(SLOT, CASE)

"""Another day, for the pages of the application and for what jobs do, as `GILMOK_TODAY` moves it; and a clock that
stands."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from flask import Flask
from support.house import KEY, House

from gilmok.ground import clock, config
from gilmok.ground.config import Settings
from gilmok.journey.clocks.jobs import wind_all

Days = Callable[[date], None]


@pytest.fixture
def still() -> Iterator[None]:
    """The clock stands at the beginning of this hour: no new day begins, nor a span in which visits are counted."""
    with clock.at(clock.now().replace(minute=0, second=0, microsecond=0)):
        yield


@pytest.fixture
def let_it_be(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Days:
    """Lets it be another day: `let_it_be(date(2027, 1, 20))`."""

    def move(day: date) -> None:
        keys = {f"GILMOK_{name}_KEY": KEY for name in ("SECRET", "FIELD", "INDEX")}
        said = config.load({"GILMOK_TODAY": day.isoformat(), **keys}).today
        monkeypatch.setitem(app.extensions, "settings", replace(settings, today=said))
        monkeypatch.setattr("gilmok.ground.clock._pretended", said)

    return move


@pytest.fixture
def nights(let_it_be: Days, house: House) -> Days:
    """Lets it be another day, after a night in which the jobs were done."""

    def move(day: date) -> None:
        let_it_be(day)
        wind_all(SimpleNamespace(additional_context={"database": house.installed.database}))

    return move

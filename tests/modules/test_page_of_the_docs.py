"""The page with a table of docs/module-pages.md, made as it stands there: migrated, opened, filled, walled, erased."""

import importlib
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from flask import Flask
from sqlalchemy import Connection, text
from support.house import House
from support.page import Browser
from support.stranger import write_package

from gilmok.app import create_app
from gilmok.ground.config import Settings
from gilmok.ground.db import Base, Database
from gilmok.ground.installation import installation
from gilmok.journey import core_module
from gilmok.modules.erasing import erase
from gilmok.modules.registry import Given, Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The package of both pages, imported."""
    monkeypatch.syspath_prepend(str(write_package(tmp_path) / "src"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield importlib.import_module("gilmok_kitchens")
    Base.metadata.remove(Base.metadata.tables["kitchens_restaurant"])
    for name in [each for each in sys.modules if each.partition(".")[0] == "gilmok_kitchens"]:
        del sys.modules[name]


@pytest.fixture
def app(package: Any, connection: Connection, house: House, settings: Settings, furnished_url: str) -> Flask:
    """An application with it, its table, and the module switched on in the southwest."""
    connection.execute(text("RESET ROLE"))
    with Operations.context(MigrationContext.configure(connection)):
        importlib.import_module("gilmok_kitchens.migrations.kit0001_restaurants").upgrade()
    registry = Registry.load(core=core_module, entry_points=[Given(name="kitchens", module=package)], strict=True)
    made = create_app(installation(settings, furnished_url, Database(None)), registry=registry)
    made.extensions["database"] = house.installed.database
    made.testing = True
    with house.session("sicheong") as session:
        rows = [Activation(module="kitchens", region=each, starts_on=date(2020, 1, 1)) for each in
                ("southwest", "northeast")]
        apply(session, rows, by=None, note="")
        session.commit()
    return made


def test_one_is_added_other_centres_do_not_see_it_and_the_night_erases_old_ones(
    app: Flask, house: House, at: Callable[[str], Browser]
) -> None:
    page = at("sangdam").get("/beside").click("문의가 있었던 음식점")
    refused = page.fill("음식점", "가상식당").fill("있는 곳", "관악구").press("목록에 추가")
    assert (refused.status, refused.error("문의한 날")) == (422, "이 항목에 답해 주세요.")
    kept = refused.fill("문의한 날", "2026-11-20").press("목록에 추가")
    assert "가상식당" in kept.text
    other = at("jungnang").get("/m/kitchens/asked/")
    assert ("가상식당" in other.text, "아직 문의가 없습니다." in other.text) == (False, True)
    kept.fill("음식점", "옛날식당").fill("있는 곳", "관악구").fill("문의한 날", "2020-11-20").press("목록에 추가")
    assert erase(app.extensions["registry"], house.installed.database) == []
    assert [row[0] for row in at("sangdam").get("/m/kitchens/asked/").rows()] == ["가상식당"]

"""What modules keep no longer is erased at night: each function by itself, whether its module is on anywhere or not."""

import sys
from collections.abc import Callable
from datetime import date
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs
from support.house import House, make_case
from support.modules import made_module

from gilmok.ground.db import DatabaseRole, ViewerSession
from gilmok.ground.retention import kept_since
from gilmok.journey import core_module
from gilmok.journey.case.models import Case
from gilmok.modules.api import Tables
from gilmok.modules.erasing import NotErased, erase, erase_of_modules
from gilmok.modules.mounting import trial
from gilmok.modules.registry import Given, Registry

Made = Callable[..., Registry]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The core with a module that is switched on nowhere, and erases by these functions of its package."""

    def make(*names: str, **functions: Callable[[ViewerSession], None]) -> Registry:
        package: Any = ModuleType("gilmok_shelf")
        vars(package).update(functions)
        tables = Tables(id="shelf.tables", place="gilmok_shelf", needs_core_revision="0001",
                        erase=tuple(f"gilmok_shelf:{each}" for each in names))
        vars(package).update(vars(made_module("shelf", tables=lambda: [tables]).module))
        monkeypatch.setitem(sys.modules, "gilmok_shelf", package)
        return Registry.load(core=core_module, entry_points=[Given(name="shelf", module=package)], strict=True)

    return make


def forget_names(session: ViewerSession) -> None:
    """Change every case."""
    for case in session.scalars(select(Case)):
        case.topic = "other"


def fail(session: ViewerSession) -> None:
    """Change every case, and raise."""
    forget_names(session)
    session.flush()
    raise ValueError("no")


def topics(house: House) -> list[str]:
    """What cases are about, as it is stored."""
    with house.job() as session:
        return list(session.scalars(select(Case.topic)))


def test_it_is_done_as_a_job_and_kept_also_of_a_module_that_is_off_everywhere(house: House, made: Made) -> None:
    make_case(house, topic="tax")
    roles: list[str] = []

    def look(session: ViewerSession) -> None:
        roles.append(session.scalars(select(func.current_user())).one())
        forget_names(session)

    context: Any = SimpleNamespace(additional_context={
        "registry": made("look", look=look), "database": house.installed.database,
    })
    erase_of_modules(context)
    assert (roles, topics(house)) == ([DatabaseRole.JOB], ["other"])


def test_what_one_that_raises_did_is_undone_it_is_said_whose_it_is_and_the_others_go_on(
    house: House, made: Made
) -> None:
    make_case(house, topic="tax")
    seen: list[str] = []

    def look(session: ViewerSession) -> None:
        seen.extend(session.scalars(select(Case.topic)))

    registry = made("fail", "gone", "look", fail=fail, look=look)
    with capture_logs() as logged:
        failed = erase(registry, house.installed.database)
    assert failed == ["gilmok_shelf:fail", "gilmok_shelf:gone"]
    assert {(each["event"], each["module"]) for each in logged} == {("module_did_not_erase", "shelf")}
    assert seen == topics(house) == ["tax"]


def test_the_job_counts_as_failed_where_something_was_not_erased(house: House, made: Made) -> None:
    context: Any = SimpleNamespace(additional_context={
        "registry": made("fail", fail=fail), "database": house.installed.database,
    })
    with pytest.raises(NotErased, match="gilmok_shelf:fail"):
        erase_of_modules(context)


def test_a_function_that_is_not_there_is_told_before_a_night_comes(made: Made) -> None:
    (found,) = trial(made("gone"))
    assert (found.module, "gone" in found.error) == ("shelf", True)


def test_a_function_that_lies_outside_the_package_is_told() -> None:
    stray = Tables(id="shelf.tables", place="types", needs_core_revision="0001", erase=("os:system",))
    found = Registry.load(core=core_module, entry_points=[made_module("shelf", tables=lambda: [stray])])
    assert ["erase of 'shelf.tables'" in each.error for each in found.failures] == [True]


@pytest.mark.parametrize(("on", "since"), [("2026-11-26", "2023-11-26"), ("2028-02-29", "2025-02-28")])
def test_three_years_are_kept_from_day_to_day(on: str, since: str) -> None:
    assert kept_since(date.fromisoformat(on)) == date.fromisoformat(since)

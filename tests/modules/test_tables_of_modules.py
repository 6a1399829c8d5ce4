"""Tables that a module brings: migrated after the core's, with a version of their own, kept when the module is gone."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect
from support.house import House, new_database
from support.modules import made_module

from gilmok.ground.db import migrate
from gilmok.ground.db.migrate import ModuleSchema
from gilmok.journey import core_module
from gilmok.modules.api import Tables
from gilmok.modules.demo import Demo, fill
from gilmok.modules.registry import Given, Registry

MIGRATION = '''
import sqlalchemy as sa
from alembic import op
from gilmok.modules.site import allow, protect

revision, down_revision, branch_labels, depends_on = "{revision}", {down}, None, None


def upgrade() -> None:
    op.create_table("shelf_{revision}", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("case_id",
                    sa.BigInteger(), sa.ForeignKey("case_file.id", ondelete="CASCADE")))
    for statement in (*allow("shelf_{revision}", "SELECT"), *protect("shelf_{revision}")):
        op.get_bind().exec_driver_sql(statement)
'''


@pytest.fixture(scope="module")
def url(server_url: str, worker_id: str) -> Iterator[str]:
    with new_database(server_url, f"gilmok_shelves_{worker_id}") as made:
        migrate.upgrade(made, modules=())
        yield made


@pytest.fixture
def shelf(tmp_path: Path) -> Callable[..., ModuleSchema]:
    """The schema of a module with so many migrations."""

    def make(count: int = 1, *, needs: str = "0001", name: str = "shelf") -> ModuleSchema:
        for number in range(1, count + 1):
            down = None if number == 1 else f"{name}{number - 1}"
            text = MIGRATION.format(revision=f"{name}{number}", down=repr(down))
            (tmp_path / f"{number}.py").write_text(text)
        return ModuleSchema(name=name, package="gilmok_shelf", needs_core=needs, folder=tmp_path)

    return make


def reached(url: str, *modules: ModuleSchema) -> list[tuple[str, str | None, str | None]]:
    """How far the module of the shelf is, and those that are given."""
    found = migrate.module_revisions(url, modules)
    return [(each.name, each.has, each.needs) for each in found if each.needs or each.name == "shelf"]


def test_they_are_brought_to_their_own_version_and_stay_when_the_module_is_gone(
    url: str, shelf: Callable[..., ModuleSchema]
) -> None:
    assert reached(url, shelf()) == [("shelf", None, "shelf1")]
    migrate.upgrade(url, modules=(shelf(),))
    migrate.upgrade(url, modules=(shelf(2),))
    assert reached(url, shelf(2)) == [("shelf", "shelf2", "shelf2")]
    assert reached(url) == [("shelf", "shelf2", None)]
    engine = create_engine(url)
    assert {"shelf_shelf1", "shelf_shelf2"} <= set(inspect(engine).get_table_names())
    engine.dispose()
    has, needs = migrate.revisions(url)
    assert has == needs


def test_one_that_cannot_be_brought_to_its_version_is_said_and_the_others_go_on(
    url: str, shelf: Callable[..., ModuleSchema], tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "1.py").write_text("raise RuntimeError('no')")
    first = ModuleSchema(name="cracked", package="gilmok_cracked", needs_core="0001", folder=broken)
    later = shelf(needs="9999", name="early")
    sound = ModuleSchema(name="sound", package="gilmok_sound", needs_core="0001", folder=tmp_path / "sound")
    sound.folder.mkdir()
    (sound.folder / "1.py").write_text(MIGRATION.format(revision="sound1", down=None))
    with pytest.raises(migrate.NotMigrated) as told:
        migrate.upgrade(url, modules=(first, later, sound))
    assert set(told.value.failures) == {"cracked", "early"}
    assert "9999" in told.value.failures["early"]
    assert ("sound", "sound1", "sound1") in reached(url, sound)


def test_the_demonstration_fills_the_tables_of_each_module_and_says_which_it_could_not(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str | None] = []
    made: Any = ModuleType("gilmok_shelf")
    made.fill = lambda demo: found.append(demo.session("sangdam").viewer.centre)
    vars(made).update(vars(made_module("shelf", tables=lambda: [
        Tables(id="shelf.tables", place="gilmok_shelf", needs_core_revision="0001",
               demo=("gilmok_shelf:gone", "gilmok_shelf:fill")),
    ]).module))
    monkeypatch.setitem(sys.modules, "gilmok_shelf", made)
    registry = Registry.load(core=core_module, entry_points=[Given(name="shelf", module=made)], strict=True)
    demo = Demo(people=house.people, database=house.installed.database, vault=house.installed.vault)
    (failure,) = fill(registry, demo)
    assert (found, failure.startswith("gilmok_shelf:gone: AttributeError")) == (["gwanak"], True)


def test_a_demonstration_that_lies_outside_the_package_is_told() -> None:
    stray = Tables(id="shelf.tables", place="types", needs_core_revision="0001", demo=("os:system",))
    found = Registry.load(core=core_module, entry_points=[made_module("shelf", tables=lambda: [stray])])
    assert ["demo of 'shelf.tables'" in each.error for each in found.failures] == [True]

"""The tables that installed modules bring, as migrations need to know of them."""

import importlib
from importlib import resources
from pathlib import Path

from gilmok.ground.db.migrate import ModuleSchema
from gilmok.modules.registry import Registry, installed_core


def schemas(registry: Registry | None = None) -> tuple[ModuleSchema, ...]:
    """The schema of each installed module (or of those of `registry`) that has tables, in the order of names."""
    registry = registry or Registry.load(core=installed_core())
    return tuple(
        ModuleSchema(
            name=module.name, package=module.package, needs_core=each.needs_core_revision,
            folder=Path(str(resources.files(module.package).joinpath(each.migrations))),
        )
        for module in registry.modules.values() for each in module.tables
    )


def import_tables(registry: Registry) -> None:
    """Import the mapped classes of every module, so that what refers to core tables is known with them."""
    for module in registry.modules.values():
        for each in module.tables:
            importlib.import_module(each.place)

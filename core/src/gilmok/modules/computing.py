"""The calculators of modules: for the command line, and which of them count in a case."""

from collections.abc import Mapping
from datetime import date

from gilmok.ground.i18n import Catalogue
from gilmok.law.calculators.catalogue import CALCULATORS
from gilmok.law.calculators.declared import Calculator
from gilmok.modules.activation import Activations
from gilmok.modules.registry import Registry, installed_core


def installed() -> tuple[Mapping[str, Calculator], Catalogue]:
    """The calculators of every module that is installed, and the Korean of these modules."""
    registry = Registry.load(core=installed_core())
    return registry.calculators, Catalogue([each.folder for each in registry.modules.values() if each.folder])


def where_active(
    registry: Registry, activations: Activations, region: str | None, on: date
) -> Mapping[str, Calculator]:
    """The law's own calculators, and those of modules that were active in this region on that day."""
    active = activations.active(region, on)
    of_modules = registry.calculators.items()
    return {**CALCULATORS, **{name: each for name, each in of_modules if registry.module_of(name) in active}}

"""One module from its entry point to checked declarations, or the stage at which it failed and why.

Whatever a module's code does while it is loaded, even `sys.exit()`, stays here: nothing of it is then registered.
"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pluggy
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from gilmok.ground.i18n import Catalogue
from gilmok.modules import hookspecs
from gilmok.modules.api import API_VERSION
from gilmok.modules.casework_checks import broken_casework
from gilmok.modules.declarations import CORE, HOLDINGS, NAME, Holding, Known, broken_references, wrong_ids
from gilmok.modules.loaded import Broken, Failure, LoadedModule, Pluggable, Stage, at, distribution_of, require
from gilmok.modules.part_checks import wrong_parts
from gilmok.modules.shapes import misfits, shown
from gilmok.modules.things import ModuleInfo


def load(entry: Pluggable, known: Known, *, is_core: bool = False) -> LoadedModule | Failure:
    """Load one module in isolation; `known` is what it may refer to besides its own things."""
    module = ""
    try:
        with at(Stage.IMPORT):
            plugin = entry.load()
        with at(Stage.HOOKS):
            hooks = hooks_of(plugin)
        with at(Stage.INFO):
            info = info_of(hooks, is_core=is_core)
        module = info.name
        loaded = collect(entry, plugin, hooks, info)
        require(Stage.IDS, wrong_ids(loaded))
        require(Stage.REFERENCES, [
            *broken_references(loaded, known), *broken_casework(loaded, known, loaded.folder),
            *wrong_parts(loaded, loaded.package),
        ])
        with at(Stage.KOREAN):
            Catalogue([loaded.folder] if loaded.folder else [])
    except Broken as error:
        return failure_of(entry, error, module)
    return loaded


def failure_of(entry: Pluggable, error: Broken, module: str) -> Failure:
    """What to tell the author of a module that is not sound."""
    distribution, _version = distribution_of(entry)
    return Failure(
        distribution=distribution, entry_point=entry.name, stage=error.stage, error=str(error), module=module,
        detail=error.detail,
    )


def hooks_of(plugin: Any) -> pluggy.HookRelay:
    """The hooks of this module alone; a manager of its own keeps its mistakes from every other module."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin)
    manager.check_pending()
    unmarked = [name for name in vars(manager.hook) if _is_unmarked(plugin, name, manager)]
    require(Stage.HOOKS, (f"{name} has the name of a hook but is not marked with @hookimpl" for name in unmarked))
    hiding = [name for name in vars(manager.hook) if _would_hide(plugin, name)]
    require(Stage.HOOKS, (f"{name}.py hides the hook {name} once it is imported: rename the file" for name in hiding))
    return manager.hook


def _is_unmarked(plugin: Any, name: str, manager: pluggy.PluginManager) -> bool:
    """A function with a hook's name and no mark would be left out in silence."""
    function = getattr(plugin, name, None)
    if not isinstance(function, FunctionType) or function.__module__ == hookspecs.__name__:
        return False
    return not getattr(manager.hook, name).get_hookimpls()


def _would_hide(plugin: Any, name: str) -> bool:
    """Whether a part of the package that is imported after its hooks were defined takes the place of the one of its
    name: the next time that the package is loaded, that hook would be left out in silence."""
    if isinstance(getattr(plugin, name, None), ModuleType):
        return True
    part = f"{getattr(plugin, '__name__', '')}.{name}"
    return hasattr(plugin, "__path__") and part not in sys.modules and find_spec(part) is not None


def info_of(hooks: pluggy.HookRelay, *, is_core: bool) -> ModuleInfo:
    """Who the module says it is, sound in itself and written for an API that is here."""
    answers = hooks.module_info()
    if not answers:
        raise Broken(Stage.INFO, "the hook module_info is missing or returns nothing")
    info: ModuleInfo = answers[0]
    require(Stage.INFO, (f"module_info: {problem}" for problem in misfits(info, ModuleInfo)))
    require(Stage.API, _wrong_api(info.requires_api))
    if not NAME.fullmatch(info.name):
        raise Broken(Stage.INFO, f"the name {info.name!r} is not a-z, 0-9 and _, 2 to 40 of them, a letter first")
    if (info.name == CORE) != is_core:
        raise Broken(Stage.INFO, f"the name {CORE!r} is the core's own, and only its")
    return info


def _wrong_api(requires: str) -> Iterator[str]:
    try:
        if not SpecifierSet(requires).contains(API_VERSION):
            yield f"written for API {requires}; this is {API_VERSION}"
    except InvalidSpecifier:
        yield f"requires_api {requires!r} is not a version range such as '>=1.0,<2'"


def collect(entry: Pluggable, plugin: Any, hooks: pluggy.HookRelay, info: ModuleInfo) -> LoadedModule:
    """All that the module declares, each thing checked, in the order of ids."""
    distribution, version = distribution_of(entry)
    package, folder = package_of(plugin)
    return LoadedModule(
        info=info, **{each.held: declared(hooks, each) for each in HOLDINGS},
        distribution=distribution, version=info.version or version, entry_point=entry.name,
        package=package, folder=folder, plugin=plugin,
    )


def declared(hooks: pluggy.HookRelay, holding: Holding) -> tuple[Any, ...]:
    """What one hook declares, each thing of the right shape.

    Rules and targets come in the order of their ids, all else in the author's.
    """
    with at(Stage.DECLARATIONS):
        found = answered(getattr(hooks, holding.hook))
        for place, each in enumerate(found, start=1):
            name = shown(getattr(each, "id", f"number {place}"))
            problems = misfits(each, holding.cls)
            require(Stage.DECLARATIONS, (f"{holding.hook}: {name}: {problem}" for problem in problems))
    return tuple(found if holding.in_order else sorted(found, key=lambda each: each.id))


def answered(caller: pluggy.HookCaller) -> list[Any]:
    """What a hook gives, taken to its end, so that a generator that raises midway is found here."""
    answers = caller()
    if caller.get_hookimpls() and not answers:
        raise Broken(Stage.DECLARATIONS, f"{caller.name} returns nothing: is a `return` missing?")
    return [each for answer in answers for each in answer]


def package_of(plugin: Any) -> tuple[str, Path | None]:
    """The import name of the module's package and its folder, where its translations and templates lie.

    A class or another object stands for the package that it was defined in; what is no package has no folder.
    """
    name = getattr(plugin, "__name__", None) if not isinstance(plugin, type) else plugin.__module__
    name = name or type(plugin).__module__
    module = sys.modules.get(name)
    paths = getattr(module, "__path__", None)
    return name, Path(paths[0]) if paths else None

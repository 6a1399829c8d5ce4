"""One module from its entry point to checked declarations, or the stage at which it failed and why.

Whatever a module's code does while it is loaded, even `sys.exit()`, stays here: nothing of it is then registered.
"""

import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import FunctionType
from typing import Any, Protocol, TypeVar

import pluggy
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from gilmok.modules import hookspecs
from gilmok.modules.api import API_VERSION
from gilmok.modules.declarations import CORE, NAME, Declared, Known, broken_references, wrong_ids
from gilmok.modules.shapes import misfits, shown
from gilmok.modules.things import IntakeField, ModuleInfo, RoutingRule, Target, _

Thing = TypeVar("Thing", Target, RoutingRule, IntakeField)


class Stage(StrEnum):
    """Where the loading of a module stopped."""

    IMPORT = "import"
    HOOKS = "hooks"
    INFO = "info"
    API = "api"
    DECLARATIONS = "declarations"
    IDS = "ids"
    REFERENCES = "references"
    NAME = "name"


STAGES: dict[Stage, str] = {
    Stage.IMPORT: _("importing the package"),
    Stage.HOOKS: _("recognising its hooks"),
    Stage.INFO: _("reading who it is"),
    Stage.API: _("comparing API versions"),
    Stage.DECLARATIONS: _("collecting what it declares"),
    Stage.IDS: _("checking ids"),
    Stage.REFERENCES: _("looking up what it refers to"),
    Stage.NAME: _("finding a name of its own"),
}


class Distribution(Protocol):
    """What installed a module: the part of `importlib.metadata.Distribution` that is read here."""

    @property
    def name(self) -> str:
        """The name of the distribution, as `pip` knows it."""

    @property
    def version(self) -> str:
        """Its version."""


class Pluggable(Protocol):
    """What is loaded: an entry point of the group `gilmok.modules`, or something that looks like one."""

    @property
    def name(self) -> str:
        """The name of the entry point."""

    @property
    def dist(self) -> Distribution | None:
        """The distribution that installed it."""

    def load(self) -> Any:
        """Import the module and return it."""


@dataclass(frozen=True, kw_only=True)
class Failure:
    """A module that is installed and was not loaded: at which stage, and why, in words for its author.

    `module` is its name where that was known by then; `detail` is the traceback where there was one.
    """

    distribution: str
    entry_point: str
    stage: Stage
    error: str
    module: str = ""
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class LoadedModule(Declared):
    """A module that is installed, loaded and found sound. `package` is its import name."""

    distribution: str
    version: str
    entry_point: str
    package: str
    folder: Path | None = None
    plugin: Any = field(default=None, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The module's name, with which each of its ids begins."""
        return self.info.name

    @property
    def scopes(self) -> tuple[str, ...]:
        """The ids of its scopes, in their declared order."""
        return tuple(each.id for each in self.info.scopes)


class Broken(Exception):
    """A module is not sound."""

    def __init__(self, stage: Stage, *problems: str, detail: str = "") -> None:
        super().__init__("; ".join(problems))
        self.stage = stage
        self.detail = detail


@contextmanager
def at(stage: Stage) -> Iterator[None]:
    """Turn whatever the module's code raises into Broken at this stage, `sys.exit()` included.

    Only a KeyboardInterrupt, the person at the keyboard, gets through.
    """
    try:
        yield
    except (KeyboardInterrupt, Broken):
        raise
    except BaseException as error:
        words = "".join(traceback.format_exception_only(error)).strip()
        raise Broken(stage, words, detail="".join(traceback.format_exception(error))) from error


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
        require(Stage.REFERENCES, broken_references(loaded, known))
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


def distribution_of(entry: Pluggable) -> tuple[str, str]:
    """The name and version of what installed it; both empty where nothing did."""
    return (entry.dist.name, entry.dist.version) if entry.dist else ("", "")


def require(stage: Stage, problems: Iterable[str]) -> None:
    """Raise Broken with all problems, if there are any."""
    found = list(problems)
    if found:
        raise Broken(stage, *found)


def hooks_of(plugin: Any) -> pluggy.HookRelay:
    """The hooks of this module alone; a manager of its own keeps its mistakes from every other module."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin)
    manager.check_pending()
    unmarked = [name for name in vars(manager.hook) if _is_unmarked(plugin, name, manager)]
    require(Stage.HOOKS, (f"{name} has the name of a hook but is not marked with @hookimpl" for name in unmarked))
    return manager.hook


def _is_unmarked(plugin: Any, name: str, manager: pluggy.PluginManager) -> bool:
    """A function with a hook's name and no mark would be left out in silence."""
    function = getattr(plugin, name, None)
    if not isinstance(function, FunctionType) or function.__module__ == hookspecs.__name__:
        return False
    return not getattr(manager.hook, name).get_hookimpls()


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
        info=info,
        targets=declared(hooks, "targets", Target),
        rules=declared(hooks, "routing_rules", RoutingRule),
        fields=declared(hooks, "intake_fields", IntakeField),
        distribution=distribution, version=info.version or version, entry_point=entry.name,
        package=package, folder=folder, plugin=plugin,
    )


def declared(hooks: pluggy.HookRelay, hook: str, cls: type[Thing]) -> tuple[Thing, ...]:
    """What one hook declares, each thing of the right shape.

    Rules and targets come in the order of their ids. Fields keep the author's order: it is the order of the questions.
    """
    with at(Stage.DECLARATIONS):
        found = answered(getattr(hooks, hook))
        for place, each in enumerate(found, start=1):
            name = shown(getattr(each, "id", f"number {place}"))
            require(Stage.DECLARATIONS, (f"{hook}: {name}: {problem}" for problem in misfits(each, cls)))
    return tuple(found if cls is IntakeField else sorted(found, key=lambda each: each.id))


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

"""What comes of loading a module: a sound one, or a failure with the stage at which it stopped and why."""

import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from gilmok.modules.declarations import Declared
from gilmok.modules.things import _


class Stage(StrEnum):
    """Where the loading of a module stopped."""

    IMPORT = "import"
    HOOKS = "hooks"
    INFO = "info"
    API = "api"
    DECLARATIONS = "declarations"
    IDS = "ids"
    REFERENCES = "references"
    KOREAN = "korean"
    NAME = "name"
    PAGES = "pages"


STAGES: dict[Stage, str] = {
    Stage.IMPORT: _("importing the package"),
    Stage.HOOKS: _("recognising its hooks"),
    Stage.INFO: _("reading who it is"),
    Stage.API: _("comparing API versions"),
    Stage.DECLARATIONS: _("collecting what it declares"),
    Stage.IDS: _("checking ids"),
    Stage.REFERENCES: _("looking up what it refers to"),
    Stage.KOREAN: _("reading its Korean"),
    Stage.NAME: _("finding a name of its own"),
    Stage.PAGES: _("opening its pages"),
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


def distribution_of(entry: Pluggable) -> tuple[str, str]:
    """The name and version of what installed it; both empty where nothing did."""
    return (entry.dist.name, entry.dist.version) if entry.dist else ("", "")


def require(stage: Stage, problems: Iterable[str]) -> None:
    """Raise Broken with all problems, if there are any."""
    found = list(problems)
    if found:
        raise Broken(stage, *found)

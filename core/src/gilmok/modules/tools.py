"""What the commands and pages of modules need from the rooms above: who the core is, and which rules may collide."""

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from typing import Any

from gilmok.ground.above import above
from gilmok.ground.db import ViewerSession
from gilmok.ground.installation import session_of_command
from gilmok.modules.activation import Activations
from gilmok.modules.moving import Moved
from gilmok.modules.registry import Registry, installed_core


@dataclass(frozen=True, kw_only=True)
class Collision:
    """Rules that can hold together, in one band, and lead to different targets; `sentence` says so to an author."""

    rules: tuple[str, ...]
    sentence: str

    @property
    def modules(self) -> frozenset[str]:
        """The modules whose rules they are."""
        return frozenset(Registry.module_of(rule) for rule in self.rules)


def everything() -> Registry:
    """The core and all modules that are installed."""
    return Registry.load(core=installed_core())


@cache
def of_process() -> Registry:
    """The same, read once a process: for what has no application around it, jobs and the making of a demonstration."""
    return everything()


def installed_collisions(registry: Registry) -> Iterable[Collision]:
    """The rules that can disagree, as the room that decides works it out."""
    found: Iterable[Collision] = above("collisions")(registry)
    return found


def installed_moved(session: ViewerSession, now: Activations, then: Activations) -> Iterable[Moved]:
    """The cases that would have gone elsewhere, as the room that decides works it out; a session sees its own."""
    found: Iterable[Moved] = above("moved")(session, now, then, registry=everything())
    return found


def installed_figures(session: ViewerSession, targets: Iterable[str]) -> Iterable[Any]:
    """Who came to these desks, in numbers, as the room that counts tells it."""
    found: Iterable[Any] = above("figures")(session, targets)
    return found


def installed_published(session: ViewerSession, programmes: Collection[str], regions: Collection[str]) -> Iterable[Any]:
    """The projects and policy notes of these programmes in these regions, as the room that publishes them tells it."""
    found: Iterable[Any] = above("published")(session, programmes, regions)
    return found


@dataclass(frozen=True, kw_only=True)
class Tools:
    """What is asked of the rooms above. `moved` gives each case that would have gone elsewhere, `figures` who came to
    desks, `published` the projects and policy notes of programmes in regions."""

    load: Callable[[], Registry] = everything
    collisions: Callable[[Registry], Iterable[Collision]] = installed_collisions
    moved: Callable[[ViewerSession, Activations, Activations], Iterable[Moved]] = installed_moved
    figures: Callable[[ViewerSession, Iterable[str]], Iterable[Any]] = installed_figures
    published: Callable[[ViewerSession, Collection[str], Collection[str]], Iterable[Any]] = installed_published
    session: Callable[[], AbstractContextManager[ViewerSession]] = session_of_command


def colliding_where_active(collisions: Iterable[Collision], activations: Activations) -> tuple[Collision, ...]:
    """The collisions of modules that are active in one region at once, on any day."""
    days = {row.starts_on for row in activations.newest.values()}
    together = {activations.active(row.region, on, row.centre) for row in activations.newest.values() for on in days}
    return tuple(each for each in collisions if any(each.modules <= keys for keys in together))

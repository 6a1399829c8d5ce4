"""Every function that a module hands to the core, each behind one that can be told to raise in its place."""

import functools
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

from flask import Flask
from werkzeug.exceptions import HTTPException

from gilmok.ground.access.policy import OwnPermission
from gilmok.ground.errors import GilmokError
from gilmok.ground.web.request import permission_of
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.mounting import AROUND, Mounted, gated
from gilmok.modules.part_checks import PLACE, places_of
from gilmok.modules.registry import Registry

IN_TEMPLATES = ("filters", "tests", "globals")


class Deliberate(Exception):
    """The kit made this function raise."""


class Replaced:
    """A function of the module: it does what it did and notes that it was asked, and raises while it is `broken`.
    `fault`: what it raised by itself that no page of staff is told."""

    def __init__(self, name: str, function: Callable[..., Any]) -> None:
        functools.update_wrapper(self, function)
        self.name, self.function = name, function
        self.broken = self.asked = False
        self.fault = ""

    def __call__(self, *values: Any, **named: Any) -> Any:
        self.asked = True
        if self.broken:
            raise Deliberate(self.name)
        try:
            return self.function(*values, **named)
        except (GilmokError, HTTPException):
            raise
        except Exception as error:
            self.fault = f"{type(error).__name__}: {error}"
            raise

    @contextmanager
    def raising(self) -> Iterator[None]:
        """Let it raise for a while."""
        self.broken, self.asked = True, False
        try:
            yield
        finally:
            self.broken = False


@dataclass(frozen=True)
class Functions:
    """The functions of a module that stand in an application: its views by endpoint, and all others."""

    views: dict[str, Replaced]
    others: list[Replaced]
    places: dict[str, Replaced]

    def all(self) -> list[Replaced]:
        """Every one of them."""
        return [*self.views.values(), *self.others, *self.places.values()]

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Let the places that are looked up when they are needed lead to them."""
        with ExitStack() as stack:
            for place, replaced in self.places.items():
                holder, _colon, name = place.partition(":")
                owner, _dot, last = name.rpartition(".")
                found = pkgutil.resolve_name(f"{holder}:{owner}" if owner else holder)
                stack.enter_context(patch.object(found, last, replaced))
            yield


def with_calculators(registry: Registry, module: LoadedModule) -> tuple[Registry, list[Replaced]]:
    """The registry in which what this module computes with is replaced, and what replaces it."""
    replaced = {each.id: Replaced(f"calculator {each.id}", each.compute) for each in module.calculators}
    computing = tuple(replace(each, compute=replaced[each.id]) for each in module.calculators)
    return changed(registry, replace(module, calculators=computing)), list(replaced.values())


def changed(registry: Registry, module: LoadedModule) -> Registry:
    """The registry with this one in the place of the module of its name."""
    return replace(registry, modules=MappingProxyType({**registry.modules, module.name: module}))


def replace_in(app: Flask, module: LoadedModule, computing: list[Replaced]) -> Functions:
    """Replace what the module has put into an application; `computing`: what was replaced before."""
    package = module.package.partition(".")[0]
    views = dict(replaced_views(app, package))
    others = [*computing, *replaced_around(app, package), *replaced_ways(app, module, package)]
    named = {place: what for what, place, form in places_of(module) if form is PLACE and not what.startswith("pages ")}
    found = {place: Replaced(what, function) for place, what in named.items() if (function := at_place(place))}
    return Functions(views, others, found)


def at_place(place: str) -> Callable[..., Any] | None:
    """The function that stands at a place; None where there is none."""
    try:
        found = pkgutil.resolve_name(place)
    except (ImportError, AttributeError, ValueError):
        return None
    return found if callable(found) else None


def is_of(function: Any, package: str) -> bool:
    """Whether a function stands in this package."""
    while isinstance(function, functools.partial):
        function = function.func
    return str(getattr(function, "__module__", "")).partition(".")[0] == package


def replaced_views(app: Flask, package: str) -> Iterator[tuple[str, Replaced]]:
    """The module's views by endpoint, replaced behind the gate of each, where it has one."""
    mounted: Mounted = app.extensions["mounted"]
    for endpoint, view in list(app.view_functions.items()):
        if is_of(view, package):
            behind = mounted.parts.get(endpoint)
            replaced = Replaced(f"view {endpoint}", getattr(view, "__wrapped__", view) if behind else view)
            app.view_functions[endpoint] = gated(replaced, *behind) if behind else replaced
            yield endpoint, replaced


def replaced_around(app: Flask, package: str) -> Iterator[Replaced]:
    """What the module's blueprints have called around their views, and from templates."""
    for kind, title in AROUND.items():
        for functions in getattr(app, kind).values():
            for place, function in enumerate(functions):
                if is_of(function, package):
                    functions[place] = replaced = Replaced(f"{title} {named(function)}", function)
                    yield replaced
    for kind in IN_TEMPLATES:
        yield from replaced_names(kind, getattr(app.jinja_env, kind), package)


def replaced_names(kind: str, known: dict[str, Any], package: str) -> Iterator[Replaced]:
    """What the module lets every template call."""
    for name, function in list(known.items()):
        if is_of(function, package):
            known[name] = replaced = Replaced(f"template {kind} {name}", function)
            yield replaced


def replaced_ways(app: Flask, module: LoadedModule, package: str) -> Iterator[Replaced]:
    """The conditions of its permissions that the module wrote itself."""
    ways = chain.from_iterable(permission.ways for permission in module.permissions)
    conditions = dict.fromkeys(each for each in chain.from_iterable(ways) if is_of(each, package))
    kept = {each: Replaced(f"condition {named(each)}", each) for each in conditions}
    for view in app.view_functions.values():
        permission = permission_of(view)
        if isinstance(permission, OwnPermission):
            vars(view)["permission"] = replace(permission, ways=tuple(in_way(kept, way) for way in permission.ways))
    yield from kept.values()


def in_way(kept: dict[Any, Replaced], way: tuple[Any, ...]) -> tuple[Any, ...]:
    """The conditions of a way to have a permission, with what replaces them."""
    return tuple(kept.get(each, each) for each in way)


def named(function: Any) -> str:
    """A function as its author knows it."""
    return f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', type(function).__name__)}"

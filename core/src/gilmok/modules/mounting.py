"""The pages of modules in the application: mounted below `/m/<module>`, each behind its gate, its faults its own."""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import structlog
from flask import Blueprint, Flask, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException

from gilmok.ground.access.policy import OwnPermission, Permission, asks_of_subject
from gilmok.ground.errors import GilmokError, NotAllowed, NotFound, PartFailed
from gilmok.ground.i18n import _
from gilmok.ground.web.frame import MenuItem
from gilmok.ground.web.request import View, permission_of
from gilmok.modules.declarations import Declared
from gilmok.modules.gates import Gate, gate
from gilmok.modules.loaded import Broken, Failure, LoadedModule, Stage, at, require
from gilmok.modules.parts import MenuEntry, Pages
from gilmok.modules.registry import Registry

READS = frozenset({"GET", "HEAD", "OPTIONS"})
# What Flask calls around views, by the decorators of a blueprint; for every page of the site by their `app_…`.
AROUND = {
    "before_request_funcs": "before_request", "after_request_funcs": "after_request",
    "teardown_request_funcs": "teardown_request", "template_context_processors": "context_processor",
    "url_value_preprocessors": "url_value_preprocessor", "url_default_functions": "url_defaults",
}


class NotActiveHere(NotFound):
    """The module %(title)s is not active at your centre."""


class OnlyToRead(NotAllowed):
    """The module %(title)s is no longer active here: what is stored can be read, and nothing new is taken."""


@dataclass
class Mounted:
    """What of the modules stands in an application: `parts` of each endpoint, and what could not be mounted."""

    parts: dict[str, tuple[LoadedModule, Pages]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)


def mount(app: Flask, registry: Registry) -> None:
    """Mount the pages of every module; one that cannot be mounted is left out whole, and what is wrong is kept for the
    page of modules."""
    app.extensions["mounted"] = found = Mounted()
    for module in registry.modules.values():
        try:
            for pages, blueprint in blueprints_of(module):
                register(app, found, module, pages, blueprint)
            require(Stage.PAGES, wrong_lines(app, module))
            with at(Stage.PAGES):
                for place in places_beside(module):
                    pkgutil.resolve_name(place)
        except Broken as error:
            found.failures.append(Failure(
                distribution=module.distribution, entry_point=module.entry_point, stage=error.stage, error=str(error),
                module=module.name, detail=error.detail,
            ))


def places_beside(module: LoadedModule) -> Iterator[str]:
    """What a module names beside its blueprints and needs sooner or later: tables, slots, what erases."""
    yield from (each.place for each in module.tables)
    yield from (each.place for each in module.slots)
    yield from (place for each in module.tables for place in each.erase)


def trial(registry: Registry) -> list[Failure]:
    """What of the modules' pages could not be mounted, tried in an application of its own."""
    app = Flask("trial")
    mount(app, registry)
    found: Mounted = app.extensions["mounted"]
    return found.failures


def blueprints_of(module: LoadedModule) -> list[tuple[Pages, Blueprint]]:
    """The blueprints of a module, each looked through before any of them is registered; raises Broken."""
    found = []
    for pages in module.pages:
        with at(Stage.PAGES):
            blueprint = pkgutil.resolve_name(pages.place)
        require(Stage.PAGES, (f"{pages.id}: {problem}" for problem in wrong_blueprint(blueprint, module)))
        found.append((pages, blueprint))
    return found


def wrong_blueprint(blueprint: Any, module: Declared) -> Iterator[str]:
    """What is wrong with a blueprint: what it is, and its name."""
    if not isinstance(blueprint, Blueprint):
        yield f"{blueprint!r} is no Blueprint"
    elif not (blueprint.name == module.info.name or blueprint.name.startswith(f"{module.info.name}_")):
        yield f"the blueprint {blueprint.name!r} is not called {module.info.name!r} or {module.info.name + '_…'!r}"


def register(app: Flask, found: Mounted, module: LoadedModule, pages: Pages, blueprint: Blueprint) -> None:
    """Mount one blueprint, and put its gate before each of its views; raises Broken."""
    before = {kind: list(getattr(app, kind).get(None, ())) for kind in AROUND}
    with at(Stage.PAGES):
        app.register_blueprint(blueprint, url_prefix=f"/m/{module.name}{blueprint.url_prefix or ''}")
    require(Stage.PAGES, around_every_page(app, before))
    mine = [each for each in app.view_functions if each.startswith(f"{blueprint.name}.")]
    for endpoint in mine:
        view = app.view_functions[endpoint]
        found.parts[endpoint] = module, pages
        app.view_functions[endpoint] = gated(view, module, pages)
    require(Stage.PAGES, wrong_permissions(app, mine, module))


def around_every_page(app: Flask, before: Mapping[str, list[Any]]) -> Iterator[str]:
    """What a blueprint would have called around every page of the site, where its fault would be everybody's, a
    sentence each. It is taken out again."""
    for kind, known in before.items():
        for function in getattr(app, kind).get(None, ())[len(known):]:
            name = getattr(function, "__qualname__", repr(function))
            yield f"{name} would run around every page of the site (app_{AROUND[kind]}): put it into the module's views"
        getattr(app, kind)[None] = known


def wrong_permissions(app: Flask, endpoints: list[str], module: LoadedModule) -> Iterator[str]:
    """Views whose permission cannot be judged, a sentence each. They answer nobody."""
    for endpoint in endpoints:
        view = app.view_functions[endpoint]
        if problem := wrong_permission(view, module):
            yield f"the view {endpoint} names {problem}"
            vars(view)["permission"] = None


def wrong_permission(view: Any, module: LoadedModule) -> str | None:
    """What is wrong with what a view names: no permission, one that the module does not declare, or one that is about
    a subject, a case, where the view has none."""
    permission = permission_of(view)
    if permission is None:
        return "no permission"
    name = permission.id if isinstance(permission, OwnPermission) else permission.value
    if isinstance(permission, OwnPermission) and permission not in module.permissions:
        return f"the permission {name!r}, which the module does not declare"
    if asks_of_subject(permission) and not getattr(view, "has_subject", False):
        return (f"the permission {name!r}, one of whose ways looks at a subject (same_centre): say which with "
                "@needs(…, of=…), or leave same_centre out of its ways")
    return None


def wrong_lines(app: Flask, module: LoadedModule) -> Iterator[str]:
    """Lines of the menu that lead to no view, or to one that has no address by itself: it is about a case, or wants a
    value. The menu stands on every page, and would take all of them down."""
    for each in module.menu:
        if not can_be_a_line(app, each.endpoint):
            yield (f"menu entry {each.id!r}: there is no view {each.endpoint!r} that can be opened without a subject "
                   "and without a value in its address")


def can_be_a_line(app: Flask, endpoint: str) -> bool:
    """Whether a line of the menu can lead there."""
    if endpoint not in app.view_functions or getattr(app.view_functions[endpoint], "has_subject", False):
        return False
    return any(rule.arguments <= set(rule.defaults or ()) for rule in app.url_map.iter_rules(endpoint))


def gated(view: Callable[..., Any], module: LoadedModule, pages: Pages) -> Callable[..., ResponseReturnValue]:
    """The view behind the module's gate; what it raises besides errors that staff are told is noted, and answered with
    a page that names the module."""
    for_all, going_on = permission_of(view) is Permission.PUBLIC, getattr(view, "goes_on", False)

    @wraps(view)
    def answered(**values: Any) -> ResponseReturnValue:
        title = _(module.info.title)
        standing = gate(module.name, pages.scope, for_all=for_all)
        if not is_there(standing, pages):
            raise NotActiveHere(title=title)
        if standing is Gate.READING and request.method not in READS and not going_on:
            raise OnlyToRead(title=title)
        try:
            answer: ResponseReturnValue = view(**values)
        except (GilmokError, HTTPException, DBAPIError):
            raise
        except Exception as error:
            structlog.get_logger().error("module_fault", module=module.name, endpoint=request.endpoint, exc_info=error)
            raise PartFailed(title=title) from error
        return answer

    return answered


def is_there(standing: Gate, pages: Pages) -> bool:
    """Whether anything of these pages is there: while they are open, and where they stay, afterwards."""
    return standing is Gate.OPEN or (standing is Gate.READING and pages.stays)


def goes_on(view: View) -> View:
    """Let the view take forms also where the module is no longer active: it looks up what is stored, or carries to its
    end what was begun. Stands above `@needs` or `@visitors`."""
    vars(view)["goes_on"] = True
    return view


def lines_of(app: Flask, registry: Registry, *, public: bool) -> tuple[MenuItem, ...]:
    """The lines of the menu that modules bring, of those pages that are mounted."""
    return tuple(
        MenuItem(each.title, each.endpoint, shown=shown_while_open(each, public), about=each.about)
        for module in registry.modules.values() for each in module.menu
        if each.public is public and can_be_a_line(app, each.endpoint)
    )


def shown_while_open(entry: MenuEntry, public: bool) -> Callable[[], bool]:
    """Tells whether the page of a line is open, to the person of the request or to anybody."""

    def open_now() -> bool:
        mounted: Mounted = current_app.extensions["mounted"]
        module, pages = mounted.parts[entry.endpoint]
        return is_there(gate(module.name, pages.scope, for_all=public), pages)

    return open_now



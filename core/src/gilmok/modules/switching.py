"""Switching modules on and off: a form, the plan of what it changes, and doing it; the operator's emergency stop."""

from dataclasses import asdict

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.db import JOB
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.request import database, db, me, needs, once
from gilmok.modules import service
from gilmok.modules.activation import Activations
from gilmok.modules.current import activations, registry, tools
from gilmok.modules.declarations import CORE
from gilmok.modules.forms import Errors, Typed, place_value, row_from, typed_from, typed_in
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.moving import MovedLine, moved_lines
from gilmok.modules.planning import changes, needed
from gilmok.modules.things import Activation
from gilmok.modules.tools import colliding_where_active
from gilmok.network import queries as network
from gilmok.network.atlas import Atlas
from gilmok.network.pages import centres_by_region
from gilmok.network.words import name

blueprint = Blueprint("switching", __name__, template_folder="templates")
Groups = list[tuple[str, list[tuple[str, str]]]]


@blueprint.get("/<module>/switch")
@needs(Permission.SWITCH_MODULES)
def form(module: str) -> ResponseReturnValue:
    """The form; with `place` in the address, filled with what holds there now."""
    place = request.args.get("place", "")
    region, _slash, centre = place.partition("/")
    row = activations().newest.get((module, region, centre or None))
    return shown(switchable(module), typed_from(row) if row else Typed(place=place), {})


@blueprint.post("/<module>/switch")
@needs(Permission.SWITCH_MODULES)
def plan(module: str) -> ResponseReturnValue:
    """What the form would change, to look at before it is done; with `back`, the form again as it was."""
    found, typed = switchable(module), typed_in(request.form)
    row, errors = row_from(typed, found, values_of(places()), today())
    if row is None or "back" in request.form:
        return shown(found, typed, errors)
    now = activations()
    then = now.with_rows([row])
    collisions = tuple(tools().collisions(registry()))
    before = colliding_where_active(collisions, now)
    return render_template(
        "modules/plan.html", module=found, change=changes(now, [row])[0], typed=asdict(typed), place=place_name(row),
        collisions=[each for each in colliding_where_active(collisions, then) if each not in before],
        moved=moved_elsewhere(now, then), parts=dict(parts_of(found)), targets=registry().targets,
        rules={each.id: each for each in registry().rules},
    )


def moved_elsewhere(now: Activations, then: Activations) -> list[MovedLine]:
    """How many of the newest cases would have gone elsewhere, from where to where: numbers only, for who switches
    modules may see no case."""
    with database().session(JOB) as everywhere:
        return moved_lines(tools().moved(everywhere, now, then), registry(), network.atlas(everywhere))


@blueprint.post("/<module>/switch/apply")
@needs(Permission.SWITCH_MODULES)
@once
def apply(module: str) -> ResponseReturnValue:
    """Add the row; from then on it holds in every process."""
    found, typed = switchable(module), typed_in(request.form)
    row, errors = row_from(typed, found, values_of(places()), today())
    if row is None:
        return shown(found, typed, errors)
    if needed(activations(), [row]):
        service.apply(db(), [row], by=me().id, note=typed.note)
        flash(_("Saved. It holds from now on for cases received on these days."), "success")
    else:
        flash(_("This was so already; nothing was changed."), "information")
    return redirect(url_for("modules.module", module=module), 303)


@blueprint.post("/<module>/suspend")
@needs(Permission.SUSPEND_MODULES)
@once
def suspend(module: str) -> ResponseReturnValue:
    """Stop the module everywhere at once."""
    service.suspend(db(), switchable(module).name, by=me().id, note=request.form.get("note", "").strip())
    return told(module, _("Suspended. The module is off everywhere until it is resumed; its data stays."))


@blueprint.post("/<module>/resume")
@needs(Permission.SUSPEND_MODULES)
@once
def resume(module: str) -> ResponseReturnValue:
    """Let a suspended module go on."""
    service.resume(db(), switchable(module).name, by=me().id, note=request.form.get("note", "").strip())
    return told(module, _("Resumed. The module is active again wherever it is switched on."))


def told(module: str, text: str) -> Response:
    """Back to the page of the module, with what was done."""
    flash(text, "success")
    return redirect(url_for("modules.module", module=module), 303)


def shown(module: LoadedModule, typed: Typed, errors: Errors) -> ResponseReturnValue:
    """The page with the form."""
    page = render_template(
        "modules/switch.html", module=module, typed=typed, errors=errors, places=places(), parts=parts_of(module),
    )
    return page, 422 if errors else 200


def switchable(module: str) -> LoadedModule:
    """The module of this name; raises NotFound for the core, which is always on, and for one that is not loaded."""
    found = registry().modules.get(module)
    if found is None or module == CORE:
        raise NotFound
    return found


def parts_of(module: LoadedModule) -> list[tuple[str, str]]:
    """The parts that can be switched on one by one, with their titles."""
    return [(scope.id, _(scope.title)) for scope in module.info.scopes]


def places() -> Groups:
    """Where a module can be switched on: each region as a whole, and each of its open centres."""
    atlas = network.atlas(db())
    return [
        (name(group.region), [
            (group.region.code, _("All of %(region)s", region=name(group.region))),
            *((place_value(group.region.code, centre.code), name(centre)) for centre in group.open),
        ])
        for group in centres_by_region(atlas, today()) if group.region is not None
    ]


def values_of(groups: Groups) -> list[str]:
    """The values that the form offers as places."""
    return [value for _title, options in groups for value, _text in options]


def place_name(row: Activation) -> str:
    """The place of a row in the language of the request."""
    atlas: Atlas = network.atlas(db())
    return name(atlas.centres[row.centre]) if row.centre else name(atlas.regions[row.region])



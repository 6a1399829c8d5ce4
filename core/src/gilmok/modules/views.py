"""The pages of modules: what is installed, where it is active and what failed; one module with its rules; a file."""

from functools import partial

from flask import Blueprint, Response, current_app, render_template
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.clock import today
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.asked import asked_day
from gilmok.ground.web.frame import MenuLine, beside
from gilmok.ground.web.request import db, needs, who
from gilmok.law.saying import Words
from gilmok.modules import pages, queries, switching
from gilmok.modules.at_desk import in_order
from gilmok.modules.current import activations, registry, tools
from gilmok.modules.declarations import CORE
from gilmok.modules.describe import describe
from gilmok.modules.gates import regions_with
from gilmok.modules.loaded import STAGES, LoadedModule
from gilmok.modules.mounting import Mounted
from gilmok.modules.quality import qualities
from gilmok.modules.switching import parts_of
from gilmok.modules.words import fact_words
from gilmok.network import queries as network
from gilmok.network.words import name

blueprint = Blueprint("modules", __name__, url_prefix="/modules", template_folder="templates")
blueprint.register_blueprint(switching.blueprint)


@blueprint.get("/")
@needs(Permission.SEE_MODULES)
def index() -> ResponseReturnValue:
    """What is installed, where it is active on a day, what failed and why."""
    on, errors = asked_day()
    atlas, found, now = network.atlas(db()), registry(), activations()
    page = render_template(
        "modules/index.html", on=on, errors=errors, found=found, now=now, atlas=atlas,
        failures=[*found.failures, *mounted().failures], name=name, STATES=pages.STATES,
        STAGES=STAGES, lines=pages.lines(found, now, tuple(atlas.regions), on), gone=pages.gone(found, now),
    )
    return page, 422 if errors else 200


@blueprint.get("/<module>")
@needs(Permission.SEE_MODULES)
def module(module: str) -> ResponseReturnValue:
    """One module: who it is, where it is active, its targets, its rules in words, its questions."""
    found = loaded(module)
    atlas, now = network.atlas(db()), activations()
    words = fact_words(registry(), atlas, current_language(), _)
    return render_template(
        "modules/module.html", module=found, lines=lines_of(found), now=now, atlas=atlas, name=name, on=today(),
        STATES=pages.STATES, BANDS=pages.BANDS, AT=pages.AT_WORDS, KINDS=pages.KIND_WORDS, parts=dict(parts_of(found)),
        may_switch=may(who(), Permission.SWITCH_MODULES), may_suspend=may(who(), Permission.SUSPEND_MODULES),
        line=pages.line(found, now, tuple(atlas.regions), today()), history=queries.history(db(), module),
        suspension=queries.suspensions(db()).get(module), targets=registry().targets, words=words,
        read_aloud=partial(describe, facts=words, language=current_language()),
        published=tools().published(db(), found.info.programmes, regions_with(found.name)),
        figures=tools().figures(db(), [each.id for each in found.targets]),
        in_order=in_order, speaks=Words(_, current_language()),
        qualities=qualities(found, registry(), tools().collisions(registry())) if found.name != CORE else [],
    )


@blueprint.get("/activation.toml")
@needs(Permission.SEE_MODULES)
def file() -> ResponseReturnValue:
    """What is switched on, as a file for `gilmok activation apply`."""
    attached = {"Content-Disposition": "attachment; filename=activation.toml"}
    return Response(activations().to_toml(), headers=attached, content_type="application/toml; charset=utf-8")


def mounted() -> Mounted:
    """The pages of modules that this application has."""
    found: Mounted = current_app.extensions["mounted"]
    return found


def lines_of(module: LoadedModule) -> list[MenuLine]:
    """The lines that lead to those of the module's pages that the person of this request may open."""
    return [each for each in beside() if each.endpoint in {entry.endpoint for entry in module.menu}]


def loaded(module: str) -> LoadedModule:
    """The module of this name; raises NotFound for one that is not loaded."""
    found = registry().modules.get(module)
    if found is None:
        raise NotFound
    return found

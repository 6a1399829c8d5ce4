"""Making a project, telling it otherwise, what came of it, and what belongs to it."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, request
from flask.typing import ResponseReturnValue
from werkzeug.utils import redirect

from gilmok.ground.access.policy import Permission
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.programmes.projects import links, service
from gilmok.programmes.projects.kinds import KINDS, USUAL
from gilmok.programmes.projects.models import Project
from gilmok.programmes.projects.schemas import MEASURES, ROLES, read_outcome, read_project
from gilmok.programmes.projects.showing import Answer, as_typed, of_project, page_of, save, show, version_sent

blueprint = Blueprint("project_forms", __name__, template_folder="templates", url_prefix="/projects")
KEEP = of_project(Permission.KEEP_PROJECT)
FIELDS = ("title", "programme", "region", "aim", "for_whom", "starts_on", "ends_on")


@blueprint.get("/new")
@needs(Permission.SEE_PROJECTS)
def begin() -> ResponseReturnValue:
    """The empty form, with what the kind in the address is usually of."""
    kind = request.args.get("kind", "")
    return form({"kind": kind if kind in KINDS else "", "programme": USUAL.get(kind, "")})


@blueprint.post("/new")
@needs(Permission.SEE_PROJECTS)
@once
def make() -> ResponseReturnValue:
    """Make a project of one's centre, or of the city."""
    values, errors = read_project(request.form, new=True)
    if errors:
        return form(request.form, errors=errors)
    made = service.make(db(), values, by=me())
    flash(_("Saved. Those who take part see it; everybody else once you publish it."), "success")
    return redirect(page_of(made), 303)


@blueprint.get("/<uuid:key>/edit")
@KEEP
def edit(project: Project) -> ResponseReturnValue:
    """The form with what is told now."""
    return form({**as_typed(project, *FIELDS), **ROLES.typed(project.roles)}, project)


@blueprint.post("/<uuid:key>/edit")
@KEEP
@once
def tell(project: Project) -> ResponseReturnValue:
    """Tell it otherwise; where somebody else did so meanwhile, both are shown and nothing is lost."""
    values, errors = read_project(request.form, new=False)
    if errors:
        return form(request.form, project, errors=errors)
    try:
        return keep(project, values, late=lambda: form(request.form, project, status=409))
    except service.Acted as acted:
        return form(request.form, project, errors={"who-1": [acted.sentence()]})


def keep(project: Project, values: Mapping[str, Any], *, late: Any) -> ResponseReturnValue:
    """Change it, and say so."""
    def change() -> None:
        service.tell(db(), project, values, version=version_sent(), by=me())
        flash(_("Saved. What stood there before can still be read below."), "success")

    return save(change, late=late, to=page_of(project))


def form(
    typed: Mapping[str, str], project: Project | None = None, *, errors: Errors | None = None, status: int = 0
) -> Answer:
    """The form with what was typed."""
    return show(
        "form.html", project=project, typed=typed, errors=errors, status=status, numbers=ROLES.shown(typed),
        changed=status == 409,
    )


@blueprint.get("/<uuid:key>/outcome")
@KEEP
def measuring(project: Project) -> ResponseReturnValue:
    """By what the aim is measured, and what came of it."""
    return outcome_form({**as_typed(project, "came_of_it", "ended_on"), **MEASURES.typed(project.measures)}, project)


@blueprint.post("/<uuid:key>/outcome")
@KEEP
@once
def measure(project: Project) -> ResponseReturnValue:
    """Keep it; with a last day the project is over."""
    values, errors = read_outcome(request.form)
    if errors:
        return outcome_form(request.form, project, errors=errors)
    return keep(project, values, late=lambda: outcome_form(request.form, project, status=409))


def outcome_form(typed: Mapping[str, str], project: Project, **how: Any) -> Answer:
    """The form of aims and outcome with what was typed."""
    return show(
        "outcome.html", project=project, typed=typed, numbers=MEASURES.shown(typed), changed=how.get("status") == 409,
        **how,
    )


@blueprint.get("/<uuid:key>/links")
@KEEP
def linking(project: Project) -> ResponseReturnValue:
    """Which courses and which published reports belong to it."""
    return link_form(project, project.links)


@blueprint.post("/<uuid:key>/links")
@KEEP
@once
def link(project: Project) -> ResponseReturnValue:
    """Keep what was chosen."""
    chosen = links.chosen(db(), request.form)
    return keep(project, {"links": chosen}, late=lambda: link_form(project, chosen, status=409))


def link_form(project: Project, chosen: Mapping[str, Any], *, status: int = 0) -> Answer:
    """What can be chosen, and what is."""
    return show(
        "links.html", project=project, offered=links.offered(db()), chosen=chosen, status=status,
        changed=status == 409, linked=links.linked(db(), project.links),
    )

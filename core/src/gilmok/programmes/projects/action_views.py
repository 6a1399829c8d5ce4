"""What is done for a project on a day: added by whoever takes part, changed by whose it is."""

from collections.abc import Mapping

from flask import Blueprint, flash, request
from flask.typing import ResponseReturnValue
from werkzeug.utils import redirect

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.programmes.projects import queries, service
from gilmok.programmes.projects.models import Project, ProjectAction
from gilmok.programmes.projects.schemas import read_action
from gilmok.programmes.projects.showing import (
    Acting,
    Answer,
    action_of,
    as_typed,
    of_project,
    page_of,
    save,
    show,
    version_sent,
)

blueprint = Blueprint("project_actions", __name__, template_folder="templates", url_prefix="/projects")
ACT, KEEP = of_project(Permission.ACT_IN_PROJECT), needs(Permission.KEEP_PROJECT, of=action_of)
FIELDS = (
    "kind", "title", "day", "place", "public", "told", "people_reached", "leaflets_given", "media_mentions",
    "called_off",
)


@blueprint.get("/<uuid:key>/actions/new")
@ACT
def begin(project: Project) -> ResponseReturnValue:
    """The empty form."""
    return form({"day": today().isoformat(), "public": "no"}, project)


@blueprint.post("/<uuid:key>/actions/new")
@ACT
@once
def add(project: Project) -> ResponseReturnValue:
    """Add it to the project."""
    values, errors = read_action(request.form)
    if errors:
        return form(request.form, project, errors=errors)
    service.act(db(), project, values, by=me())
    flash(_("Saved."), "success")
    return redirect(page_of(project), 303)


@blueprint.get("/actions/<uuid:key>")
@KEEP
def edit(acting: Acting) -> ResponseReturnValue:
    """The form with what is told now."""
    action = acting.action
    hours = {name: f"{at:%H:%M}" if at else "" for name, at in (("from", action.starts), ("to", action.ends))}
    return form({**as_typed(action, *FIELDS), **hours}, acting.project, action)


@blueprint.post("/actions/<uuid:key>")
@KEEP
@once
def tell(acting: Acting) -> ResponseReturnValue:
    """Tell it otherwise; where somebody else did so meanwhile, both are shown and nothing is lost."""
    action, project = acting.action, acting.project
    values, errors = read_action(request.form)
    if errors:
        return form(request.form, project, action, errors=errors)
    return save(
        lambda: service.change(db(), project, action, values, version=version_sent(), by=me()), to=page_of(project),
        late=lambda: form(request.form, project, action, status=409),
    )


def form(
    typed: Mapping[str, str], project: Project, action: ProjectAction | None = None, *, errors: Errors | None = None,
    status: int = 0,
) -> Answer:
    """The form with what was typed, and what stood there before."""
    return show(
        "action_form.html", project=project, action=action, typed=typed, errors=errors, status=status,
        changed=status == 409, revisions=queries.revisions(db(), action) if action else [],
    )

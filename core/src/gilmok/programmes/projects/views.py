"""The projects in which one takes part, and the page of one of them."""

from flask import Blueprint, flash, redirect
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.i18n import _
from gilmok.ground.ics import as_download
from gilmok.ground.web.request import db, me, once
from gilmok.ground.web.request import needs as needed
from gilmok.programmes.projects import links, note_queries, queries, service
from gilmok.programmes.projects.calendar import happening
from gilmok.programmes.projects.models import COUNCIL, Project
from gilmok.programmes.projects.showing import of_project, page_of, save, show, version_sent

blueprint = Blueprint("projects", __name__, template_folder="templates", url_prefix="/projects")


@blueprint.get("/")
@needed(Permission.SEE_PROJECTS)
def index() -> ResponseReturnValue:
    """What one's centre, or the city, leads or takes part in: projects, agenda items of the council, policy notes."""
    every = queries.ours(db(), me())
    return show(
        "index.html", projects=[each for each in every if each.kind != COUNCIL],
        agenda=[each for each in every if each.kind == COUNCIL], answered=queries.answered_by(db(), me().centre_id),
        notes=note_queries.own_notes(db(), me().centre_id), may_answer=me().centre_id is not None,
    )


@blueprint.get("/<uuid:key>")
@of_project(Permission.SEE_PROJECTS)
def page(project: Project) -> ResponseReturnValue:
    """A project with what was and will be done, or an agenda item with the centres' positions."""
    log(db(), "project_seen", project=project.id)
    actions = queries.actions(db(), project)
    return show(
        "agenda_item.html" if project.kind == COUNCIL else "project.html", project=project, today=today(),
        actions=actions, linked=links.linked(db(), project.links), revisions=queries.revisions(db(), project),
        positions=queries.positions(db(), project), mine=queries.own_position(db(), project, me().centre_id),
        leads=may(me(), Permission.KEEP_PROJECT, project),
    )


@blueprint.get("/<uuid:key>.ics")
@of_project(Permission.SEE_PROJECTS)
def file(project: Project) -> ResponseReturnValue:
    """What is done for a project on which day, as a calendar file."""
    return as_download([happening(each, project) for each in queries.actions(db(), project)], "gilmok-project.ics")


@blueprint.post("/<uuid:key>/publish")
@of_project(Permission.KEEP_PROJECT)
@once
def publish(project: Project) -> ResponseReturnValue:
    """Let everybody read it."""
    return shown(project, True, _("Published. Everybody can read it now."))


@blueprint.post("/<uuid:key>/withdraw")
@of_project(Permission.KEEP_PROJECT)
@once
def withdraw(project: Project) -> ResponseReturnValue:
    """Let nobody read it any more but who takes part."""
    return shown(project, False, _("Taken back. Only those who take part see it now."))


def shown(project: Project, public: bool, said: str) -> ResponseReturnValue:
    """Publish or take back, and say so; where it was changed meanwhile, show it as it is now."""
    to = page_of(project)
    try:
        answer = save(
            lambda: service.publish(db(), project, version=version_sent(), by=me(), shown=public), to=to,
            late=lambda: ("", 409),
        )
    except service.NoAnswerYet as missing:
        flash(missing.sentence(), "warning")
        return redirect(to, 303)
    late = isinstance(answer, tuple)
    flash(_("Someone else changed this meanwhile. Please look at it once more.") if late else said,
          "warning" if late else "success")
    return redirect(to, 303)

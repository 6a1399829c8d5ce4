"""What is published, for anybody: projects and campaigns with what was done, policy notes with their versions."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue

from gilmok.ground.errors import NotFound
from gilmok.ground.web.request import db
from gilmok.ground.web.visitors import visitors
from gilmok.programmes.projects import links, note_queries, queries
from gilmok.programmes.projects.showing import show

blueprint = Blueprint("project_pages", __name__, template_folder="templates", url_prefix="/projects/published")


@blueprint.get("/")
@visitors()
def index() -> ResponseReturnValue:
    """Everything that is published."""
    return show("published.html", projects=queries.all_published(db()), notes=note_queries.published(db()))


@blueprint.get("/<uuid:key>")
@visitors()
def page(key: UUID) -> ResponseReturnValue:
    """A published project with what was and will be done; of an agenda item the question and the joint answer."""
    project = queries.published(db(), key)
    return show(
        "published_project.html", project=project, actions=queries.actions(db(), project, public=True),
        linked=links.linked(db(), project.links),
    )


@blueprint.get("/notes/<uuid:key>")
@blueprint.get("/notes/<uuid:key>/<int:version>")
@visitors()
def note(key: UUID, version: int | None = None) -> ResponseReturnValue:
    """A published policy note, the newest version where none is named."""
    versions = note_queries.published_versions(db(), key)
    for each in versions:
        if version in (None, each.version):
            return show(
                "published_note.html", shown=each, versions=versions, cited=links.cited(db(), each.body["reports"]),
            )
    raise NotFound

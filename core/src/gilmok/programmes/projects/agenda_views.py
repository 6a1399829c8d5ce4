"""Agenda items of the council: a question, each centre's position, the joint answer."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, request
from flask.typing import ResponseReturnValue
from werkzeug.utils import redirect

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import NotFound
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.programmes.projects import queries, service
from gilmok.programmes.projects.form_views import keep
from gilmok.programmes.projects.models import COUNCIL, Project
from gilmok.programmes.projects.schemas import AGENDA, ANSWER, POSITION
from gilmok.programmes.projects.showing import Answer, as_typed, page_of, project_of, save, show, version_sent

blueprint = Blueprint("agenda", __name__, template_folder="templates", url_prefix="/projects")


def item_of(key: Any) -> Project:
    """The agenda item that an address names; raises NotFound for any other project."""
    project = project_of(key)
    if project.kind != COUNCIL:
        raise NotFound
    return project


KEEP, SPEAK = needs(Permission.KEEP_PROJECT, of=item_of), needs(Permission.GIVE_POSITION, of=item_of)


@blueprint.get("/agenda/new")
@needs(Permission.SEE_PROJECTS)
def begin() -> ResponseReturnValue:
    """The empty form."""
    return form({})


@blueprint.post("/agenda/new")
@needs(Permission.SEE_PROJECTS)
@once
def ask() -> ResponseReturnValue:
    """Put a question to every centre."""
    values, errors = AGENDA.read(request.form)
    if errors:
        return form(request.form, errors=errors)
    made = service.ask_council(db(), values, by=me())
    flash(_("Saved. Every centre sees the question now."), "success")
    return redirect(page_of(made), 303)


@blueprint.get("/<uuid:key>/agenda")
@KEEP
def edit(project: Project) -> ResponseReturnValue:
    """The form with what is asked now."""
    return form(as_typed(project, "title", "aim", "due_on"), project)


@blueprint.post("/<uuid:key>/agenda")
@KEEP
@once
def tell(project: Project) -> ResponseReturnValue:
    """Ask otherwise; where somebody else changed it meanwhile, both are shown."""
    values, errors = AGENDA.read(request.form)
    if errors:
        return form(request.form, project, errors=errors)
    return keep(project, values, late=lambda: form(request.form, project, status=409))


def form(typed: Mapping[str, str], project: Project | None = None, **how: Any) -> Answer:
    """The form of an agenda item with what was typed."""
    return show("agenda_form.html", project=project, typed=typed, changed=how.get("status") == 409, **how)


@blueprint.get("/<uuid:key>/position")
@SPEAK
def position(project: Project) -> ResponseReturnValue:
    """The form of one's centre's position, with what it says now."""
    given = queries.own_position(db(), project, me().centre_id)
    return position_form(project, given.text if given else "", given.version if given else 0)


@blueprint.post("/<uuid:key>/position")
@SPEAK
@once
def say(project: Project) -> ResponseReturnValue:
    """Keep it; where a colleague did so meanwhile, both texts are shown."""
    values, errors = POSITION.read(request.form)
    typed = request.form.get("text", "")
    if errors:
        return position_form(project, typed, version_sent(), errors=errors)
    try:
        return save(
            lambda: service.say(db(), project, values["text"], version=version_sent(), by=me()), to=page_of(project),
            late=lambda: position_form(project, typed, None, status=409),
        )
    except service.Answered as answered:
        return position_form(project, typed, version_sent(), errors={"text": [answered.sentence()]})


def position_form(
    project: Project, typed: str, version: int | None, *, errors: Errors | None = None, status: int = 0
) -> Answer:
    """The form with what was typed; with 409 on the version that is there now, which stands beside it."""
    there = queries.own_position(db(), project, me().centre_id)
    return show(
        "position.html", project=project, typed=typed, there=there, errors=errors, status=status,
        version=(there.version if there else 0) if version is None else version, changed=status == 409,
        revisions=queries.revisions(db(), there) if there else [],
    )


@blueprint.get("/<uuid:key>/answer")
@KEEP
def answering(project: Project) -> ResponseReturnValue:
    """The form of the joint answer, below what each centre said."""
    return answer_form(project, as_typed(project, "answer"))


@blueprint.post("/<uuid:key>/answer")
@KEEP
@once
def answer(project: Project) -> ResponseReturnValue:
    """Keep the joint answer; from now on no position is taken."""
    values, errors = ANSWER.read(request.form)
    if errors:
        return answer_form(project, request.form, errors=errors)
    return keep(project, values, late=lambda: answer_form(project, request.form, status=409))


def answer_form(project: Project, typed: Mapping[str, str], **how: Any) -> Answer:
    """The form with what was typed."""
    return show(
        "answer.html", project=project, typed=typed, positions=queries.positions(db(), project),
        changed=how.get("status") == 409, **how,
    )

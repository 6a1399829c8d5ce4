"""What the pages of the room share: what an address names, the words for its codes, and a form that came too late."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.utils import redirect

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.fields import Errors
from gilmok.ground.web.request import View, db, me, needs
from gilmok.programmes.projects import kinds, partners, queries, words
from gilmok.programmes.projects.models import Project, ProjectAction

Answer = tuple[str, int]


@dataclass(frozen=True)
class Acting:
    """An action of one's own with its project; the permission is judged on whose it is."""

    action: ProjectAction
    project: Project

    @property
    def centre_id(self) -> str | None:
        """Whose the action is."""
        return self.action.centre_id


def project_of(key: UUID) -> Project:
    """The project that an address names, in which one takes part; raises NotFound."""
    return queries.one_of_ours(db(), key, me())


def action_of(key: UUID) -> Acting:
    """The action of one's own that an address names; raises NotFound."""
    return Acting(*queries.own_action(db(), key, me()))


def of_project(permission: Permission) -> Callable[[View], View]:
    """`@needs` of a page about a project in which one takes part, which its view gets."""
    return needs(permission, of=project_of)


def show(template: str, *, status: int = 0, errors: Errors | None = None, **values: Any) -> Answer:
    """A page of the room."""
    about = {"kinds": kinds, "words": words, "partners": partners, "errors": errors or {}}
    return render_template(f"projects/{template}", **about, **values), status or (422 if errors else 200)


def page_of(project: Project) -> str:
    """The address of a project's page."""
    return url_for("projects.page", key=project.key)


def version_sent() -> int:
    """The version on which the form was written."""
    return request.form.get("version", 0, type=int)


def save(change: Callable[[], None], *, late: Callable[[], Answer], to: str) -> ResponseReturnValue:
    """Change something and lead on; where somebody else did so meanwhile, what is there now is read, and `late` shows
    it beside what was typed, with 409."""
    try:
        change()
    except ChangedMeanwhile:
        db().expire_all()
        return late()
    return redirect(to, 303)


def as_typed(row: Any, *names: str) -> dict[str, str]:
    """What is stored, as somebody would type it; nothing where there is none."""
    values = {name: getattr(row, name) for name in names}
    return {name: typed(value) for name, value in values.items()}


def typed(value: Any) -> str:
    """A value as a form holds it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def filled(defaults: Mapping[str, str], sent: Mapping[str, str]) -> dict[str, str]:
    """What a form shows: what was sent, else what it begins with."""
    return {**defaults, **{name: value for name, value in sent.items()}}

"""What is done with projects: made, told otherwise, published; actions and positions added. None of it commits.

Each change is a version of its row, and what stood there stays as a revision.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import func, select

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import ChangedMeanwhile, GilmokError
from gilmok.programmes.projects import queries
from gilmok.programmes.projects.models import (
    ABOUT,
    COUNCIL,
    DONE,
    SAID,
    Project,
    ProjectAction,
    ProjectPosition,
    ProjectRevision,
)

Row = Project | ProjectAction | ProjectPosition
Added = TypeVar("Added", Project, ProjectAction, ProjectPosition)
TOLD = {Project.__tablename__: ABOUT, ProjectAction.__tablename__: DONE, ProjectPosition.__tablename__: SAID}
NOTHING_YET: Mapping[str, Any] = {
    "region": "", "for_whom": "", "roles": [], "links": {}, "measures": [], "ends_on": None,
}


class Acted(GilmokError):
    """A centre that was taken out has actions in this project. Please keep it."""


class NoAnswerYet(GilmokError):
    """There is no joint answer to publish yet."""


class Answered(GilmokError):
    """The joint answer stands: positions are no longer taken."""


def make(session: ViewerSession, values: Mapping[str, Any], *, by: Person) -> Project:
    """A new project of the person's centre, or of the city; seen by who takes part."""
    project = Project(
        key=uuid4(), centre_id=by.centre_id, made_at=now(), made_by_id=by.id, **{**NOTHING_YET, **values},
    )
    return _added(session, project, project, by=by)


def ask_council(session: ViewerSession, values: Mapping[str, Any], *, by: Person) -> Project:
    """A new agenda item, which every centre sees."""
    return make(session, {"kind": COUNCIL, "programme": "C7", "starts_on": today(), **values}, by=by)


def tell(
    session: ViewerSession, project: Project, values: Mapping[str, Any], *, version: int, by: Person
) -> None:
    """Tell it otherwise. Raises ChangedMeanwhile, and Acted where a centre goes that did something."""
    if "roles" in values:
        staying = Project(centre_id=project.centre_id, kind=project.kind, roles=values["roles"])
        query = select(ProjectAction.centre_id).where(ProjectAction.project_id == project.id).distinct()
        if not all(map(staying.takes, session.scalars(query))):
            raise Acted
    change(session, project, project, values, version=version, by=by)


def publish(session: ViewerSession, project: Project, *, version: int, by: Person, shown: bool = True) -> None:
    """Let everybody read it, or, with `shown` false, nobody any more. Raises ChangedMeanwhile, NoAnswerYet."""
    if shown and project.kind == COUNCIL and not project.answer:
        raise NoAnswerYet
    change(session, project, project, {"published_at": now() if shown else None}, version=version, by=by)


def act(session: ViewerSession, project: Project, values: Mapping[str, Any], *, by: Person) -> ProjectAction:
    """Add something that the person's centre, or the city, does for a project."""
    action = ProjectAction(
        key=uuid4(), project_id=project.id, centre_id=by.centre_id, made_at=now(), made_by_id=by.id, **values,
    )
    return _added(session, project, action, by=by)


def say(session: ViewerSession, project: Project, text: str, *, version: int, by: Person) -> None:
    """Give the position of the person's centre, or change it; `version` 0: there was none. Raises ChangedMeanwhile,
    Answered."""
    # Two of one centre who begin at once: the second sees the first one's.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{project.key}/{by.centre_id}", 0))))
    session.refresh(project)
    if project.answer:
        raise Answered
    given = queries.own_position(session, project, by.centre_id)
    if given is not None:
        change(session, project, given, {"text": text}, version=version, by=by)
    elif version:
        raise ChangedMeanwhile
    else:
        _added(session, project, ProjectPosition(project_id=project.id, centre_id=by.centre_id, text=text), by=by)


def change(
    session: ViewerSession, project: Project, row: Row, values: Mapping[str, Any], *, version: int, by: Person
) -> None:
    """Change a project or a row of it, and keep what is told now as a revision. Raises ChangedMeanwhile."""
    change_version(session, row, version, **values)
    _revise(session, project, row, by=by)
    log(session, f"{row.__tablename__}_changed", project=project.id, row=row.id)


def _added(session: ViewerSession, project: Project, row: Added, *, by: Person) -> Added:
    session.add(row)
    session.flush()
    _revise(session, project, row, by=by)
    log(session, f"{row.__tablename__}_made", project=project.id, row=row.id)
    return row


def _revise(session: ViewerSession, project: Project, row: Row, *, by: Person) -> None:
    what = row.__tablename__
    session.add(ProjectRevision(
        what=what, row_id=row.id, version=row.version, project_id=project.id, centre_id=by.centre_id, at=now(),
        person_id=by.id, told={name: _plain(getattr(row, name)) for name in TOLD[what]},
    ))
    session.flush()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime | time) else value

"""What is read of projects: those in which one's centre, or the city, takes part, and what is published."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.sql.elements import ColumnElement

from gilmok.ground.access.models import Person
from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.programmes.projects.models import (
    COUNCIL,
    Project,
    ProjectAction,
    ProjectPosition,
    ProjectRevision,
    party_of,
)

MOST_SHOWN = 300


def taking_part(who: Person) -> ColumnElement[bool]:
    """The projects in which this person's centre, or the city, takes part; the second wall says the same by row."""
    return or_(
        Project.centre_id.is_not_distinct_from(who.centre_id), Project.kind == COUNCIL,
        Project.roles.contains([{"who": party_of(who.centre_id)}]),
    )


def ours(session: ViewerSession, who: Person) -> Sequence[Project]:
    """Every project in which one takes part; what is not over first, the newest first."""
    order = (Project.ended_on.is_not(None), Project.starts_on.desc(), Project.id.desc())
    return session.scalars(select(Project).where(taking_part(who)).order_by(*order).limit(MOST_SHOWN)).all()


def one_of_ours(session: ViewerSession, key: UUID, who: Person) -> Project:
    """A project in which one takes part; raises NotFound for any other, published or not."""
    return _one(session, Project.key == key, taking_part(who))


def published(session: ViewerSession, key: UUID) -> Project:
    """A project that everybody may see; raises NotFound."""
    return _one(session, Project.key == key, Project.published_at.is_not(None))


def _one(session: ViewerSession, *where: ColumnElement[bool]) -> Project:
    found = session.scalars(select(Project).where(*where)).one_or_none()
    if found is None:
        raise NotFound
    return found


def all_published(session: ViewerSession) -> Sequence[Project]:
    """Every project that everybody may see, the newest first."""
    query = select(Project).where(Project.published_at.is_not(None))
    return session.scalars(query.order_by(Project.starts_on.desc(), Project.id.desc()).limit(MOST_SHOWN)).all()


def actions(session: ViewerSession, project: Project, *, public: bool = False) -> Sequence[ProjectAction]:
    """What was and will be done for a project, the latest first; only what everybody may see where `public`."""
    query = select(ProjectAction).where(ProjectAction.project_id == project.id)
    if public:
        query = query.where(ProjectAction.public)
    return session.scalars(query.order_by(ProjectAction.day.desc(), ProjectAction.id.desc())).all()


def own_action(session: ViewerSession, key: UUID, who: Person) -> tuple[ProjectAction, Project]:
    """An action of one's own centre, or of the city, with its project; raises NotFound."""
    query = select(ProjectAction, Project).join(Project, Project.id == ProjectAction.project_id).where(
        ProjectAction.key == key, ProjectAction.centre_id.is_not_distinct_from(who.centre_id),
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound
    return found[0], found[1]


def days_of_ours(session: ViewerSession, who: Person, since: date, until: date | None) -> list[tuple[Any, Project]]:
    """The actions, from a day until before another, of the projects in which one takes part."""
    query = _with_projects().where(taking_part(who), ProjectAction.day >= since)
    if until is not None:
        query = query.where(ProjectAction.day < until)
    return [(action, project) for action, project in session.execute(query.limit(MOST_SHOWN))]


def days_announced(session: ViewerSession, centres: Collection[str] | None) -> list[tuple[Any, Project]]:
    """The actions to come that everybody may see, of these centres or of any."""
    query = _with_projects().where(
        Project.published_at.is_not(None), ProjectAction.public, ProjectAction.day >= today(),
    )
    if centres is not None:
        query = query.where(ProjectAction.centre_id.in_(centres))
    return [(action, project) for action, project in session.execute(query.limit(MOST_SHOWN))]


def _with_projects() -> Any:
    joined = select(ProjectAction, Project).join(Project, Project.id == ProjectAction.project_id)
    return joined.order_by(ProjectAction.day, ProjectAction.starts, ProjectAction.id)


def positions(session: ViewerSession, project: Project) -> Sequence[ProjectPosition]:
    """What each centre said to an agenda item."""
    query = select(ProjectPosition).where(ProjectPosition.project_id == project.id)
    return session.scalars(query.order_by(ProjectPosition.id)).all()


def own_position(session: ViewerSession, project: Project, centre: str | None) -> ProjectPosition | None:
    """What a centre said to an agenda item, if it did."""
    query = select(ProjectPosition).where(
        ProjectPosition.project_id == project.id, ProjectPosition.centre_id == centre,
    )
    return session.scalars(query).one_or_none()


def answered_by(session: ViewerSession, centre: str | None) -> set[int]:
    """The agenda items to which a centre has given its position."""
    return set(session.scalars(select(ProjectPosition.project_id).where(ProjectPosition.centre_id == centre)))


def revisions(session: ViewerSession, row: Any) -> Sequence[ProjectRevision]:
    """What was told of a project, an action or a position before and is told now, the newest first."""
    query = select(ProjectRevision).where(
        ProjectRevision.what == row.__tablename__, ProjectRevision.row_id == row.id,
    )
    return session.scalars(query.order_by(ProjectRevision.version.desc())).all()

"""How many projects there were in a time, what was done for them and how far it reached, as far as that is known."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from gilmok.ground.access.models import Person
from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.programmes.projects.models import Project, ProjectAction
from gilmok.programmes.projects.note_models import PolicyNoteVersion


@dataclass(kw_only=True)
class Numbers:
    """What was counted of a programme, a centre (None: the city) or in all: projects whose period touches the time;
    actions that took place in it and were not called off; the sums of what was written down of their reach, and of how
    many actions that is; policy notes of which a version was published."""

    of: str | None
    projects: int = 0
    actions: int = 0
    measured: int = 0
    people: int = 0
    leaflets: int = 0
    media: int = 0
    notes: int = 0


COUNTED = tuple(each.name for each in fields(Numbers) if each.name != "of")
_reach = (ProjectAction.people_reached, ProjectAction.leaflets_given, ProjectAction.media_mentions)


def counted(session: ViewerSession, first: date, last: date, who: Person, *, by_centre: bool = False) -> list[Numbers]:
    """The numbers of this time, a row for each programme or each centre: a project is its leader's, an action of who
    did it. A manager's are their centre's; an official's are everybody's."""
    found: dict[str | None, Numbers] = {}
    statements = (
        (of_projects(first, last, who, by_centre), ("projects",)),
        (of_actions(first, min(last, today()), who, by_centre), ("actions", "measured", "people", "leaflets", "media")),
        (of_notes(first, last, who, by_centre), ("notes",)),
    )
    for statement, names in statements:
        for of, *values in session.execute(statement):
            row = found.setdefault(of, Numbers(of=of))
            vars(row).update(zip(names, values, strict=True))
    return sorted(found.values(), key=lambda each: each.of or "")


def of_projects(first: date, last: date, who: Person, by_centre: bool) -> Any:
    """Counts the projects whose period touches the time."""
    over = func.coalesce(Project.ended_on, Project.ends_on, Project.due_on)
    by = Project.centre_id if by_centre else Project.programme
    query = select(by, func.count()).where(Project.starts_on <= last, or_(over.is_(None), over >= first))
    return whose(query, Project.centre_id, who).group_by(by)


def of_actions(first: date, last: date, who: Person, by_centre: bool) -> Any:
    """Counts and sums what was done in the time."""
    by = ProjectAction.centre_id if by_centre else Project.programme
    sums = (func.coalesce(func.sum(each), 0) for each in _reach)
    known = func.count().filter(or_(*(each.is_not(None) for each in _reach)))
    query = select(by, func.count(), known, *sums).select_from(ProjectAction)
    query = query.join(Project, Project.id == ProjectAction.project_id).where(
        ProjectAction.day >= first, ProjectAction.day <= last, ~ProjectAction.called_off,
    )
    return whose(query, ProjectAction.centre_id, who).group_by(by)


def of_notes(first: date, last: date, who: Person, by_centre: bool) -> Any:
    """Counts the policy notes of which a version was published in the time, each once."""
    by = PolicyNoteVersion.centre_id if by_centre else PolicyNoteVersion.programme
    query = select(by, func.count(PolicyNoteVersion.note_id.distinct())).where(
        PolicyNoteVersion.published_on >= first, PolicyNoteVersion.published_on <= last,
    )
    return whose(query, PolicyNoteVersion.centre_id, who).group_by(by)


def whose(query: Any, centre: Any, who: Person) -> Any:
    """Only what is of the person's centre; everything for an official."""
    return query.where(centre == who.centre_id) if who.centre_id else query


def in_all(rows: Iterable[Numbers]) -> Numbers:
    """The sums of all rows: nothing stands in two of them."""
    every = list(rows)
    return Numbers(of=None, **{name: sum(getattr(each, name) for each in every) for name in COUNTED})

"""What is done for projects on which day, in the calendar: to who takes part, and to everybody where it is public."""

from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta

from flask import url_for

from gilmok.ground.access.models import Person
from gilmok.ground.clock import SEOUL
from gilmok.ground.db import ViewerSession
from gilmok.ground.fields.times import moment_of
from gilmok.ground.i18n import _
from gilmok.ground.ics import Happening
from gilmok.programmes.calendar import Occasion, Options, Source
from gilmok.programmes.projects import kinds, queries
from gilmok.programmes.projects.models import Project, ProjectAction
from gilmok.programmes.projects.partners import leader

KIND = "project"


def hours_of(action: ProjectAction) -> tuple[datetime, datetime]:
    """From when until when: all of the day where no time is known; where only the
    beginning is, that moment alone."""
    if action.starts is None:
        begins = moment_of(action.day, time())
        return begins, begins + timedelta(days=1)
    begins = moment_of(action.day, action.starts)
    return begins, moment_of(action.day, action.ends) if action.ends else begins


def happening(action: ProjectAction, project: Project) -> Happening:
    """An action as it stands in a calendar file."""
    at, until = hours_of(action)
    return Happening(
        uid=str(action.key), at=at, until=until, all_day=action.starts is None, place=action.place,
        title=f"{project.title}: {action.title}", by=leader(action.centre_id), cancelled=action.called_off,
        sequence=action.version - 1,
    )


def for_staff(
    session: ViewerSession, who: Person, since: datetime, until: datetime | None = None
) -> Iterator[Occasion]:
    """What is done in this time for projects in which this person's centre, or the city, takes part."""
    end = until.astimezone(SEOUL).date() if until else None
    for action, project in queries.days_of_ours(session, who, since.astimezone(SEOUL).date(), end):
        address = url_for("projects.page", key=project.key)
        yield occasion(action, project, address, seen=action.public and project.published_at is not None)


def for_all(session: ViewerSession, centres: Collection[str] | None = None, kind: str = "") -> Iterator[Occasion]:
    """What is still to come and everybody may see."""
    for action, project in queries.days_announced(session, centres) if kind in {"", KIND} else ():
        yield occasion(action, project, url_for("project_pages.page", key=project.key), seen=True)


def occasion(action: ProjectAction, project: Project, address: str, *, seen: bool) -> Occasion:
    """An action as a line of the calendar; `seen`: everybody sees it."""
    at, until = hours_of(action)
    badges = [(kinds.title_of(kinds.TITLES, project.kind), "information")]
    badges += [(_("called off"), "danger")] if action.called_off else []
    badges += [] if seen else [(_("staff only"), "")]
    return Occasion(
        at=at, until=until, all_day=action.starts is None, title=action.title, address=address, more=project.title,
        place=" · ".join(filter(None, (leader(action.centre_id), action.place))), badges=tuple(badges),
        files=(happening(action, project),),
    )


def kind_options() -> Options:
    """The one kind under which everybody finds them."""
    return [(KIND, _("Projects and campaigns"))]


SOURCE = Source(for_staff=for_staff, for_all=for_all, kinds=kind_options)

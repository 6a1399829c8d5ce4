"""Tasks as lists show them: of a case, one's own, the centre's."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import aliased

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now, today
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.i18n import _
from gilmok.journey.case.file import unwrapped
from gilmok.journey.case.models import Case, CaseKey
from gilmok.journey.case.titles import ERASED, UNREADABLE
from gilmok.journey.counselling.models import Task
from gilmok.journey.counselling.tasks import column

MOST_SHOWN = 200
LATELY = timedelta(days=7)


@dataclass(frozen=True)
class TaskLine:
    """A task in a list: of which case, what, who has it, by when, since when and by whom it is done; which version this
    is, when and by whom it was written, and what it said before."""

    number: str
    key: UUID
    title: str
    owner: str
    owner_id: int
    due_on: date | None
    done_at: datetime | None
    done_by: str
    version: int
    replaced: bool
    written_at: datetime
    writer: str
    before: tuple["TaskLine", ...] = ()

    @property
    def mark(self) -> str:
        """What a form carries, so that it is seen when somebody has changed the task since, or done it."""
        return f"{self.version}-done" if self.done_at else str(self.version)


_owner, _doer, _writer = aliased(Person), aliased(Person), aliased(Person)


def lines() -> Select[*tuple[Any, ...]]:
    """What a list shows of tasks: the nearest day first, those without one at the end; and what they said before."""
    return (
        select(
            Task.case_id, Task.key, Task.title, Task.owner_id, Task.due_on, Task.done_at, Task.version, Task.made_at,
            Task.replaced_at, Case.number, CaseKey.wrapped, _owner.name.label("owner"), _doer.name.label("done_by"),
            _writer.name.label("writer"),
        )
        .join(Case, Case.id == Task.case_id)
        .join(_owner, _owner.id == Task.owner_id)
        .join(_writer, _writer.id == Task.made_by_id)
        .outerjoin(_doer, _doer.id == Task.done_by_id)
        .outerjoin(CaseKey, CaseKey.case_id == Task.case_id)
        .order_by(Task.due_on.nulls_last(), Task.made_at)
    )


def tasks_of(session: ViewerSession, case: Case, *, vault: Vault) -> list[TaskLine]:
    """The tasks of a case, done ones among them, each with what it said before, the latest first."""
    found = in_words(session.execute(lines().where(Task.case_id == case.id)).all(), vault)
    older = sorted((each for each in found if each.replaced), key=lambda each: -each.version)
    return [
        replace(each, before=tuple(was for was in older if was.key == each.key))
        for each in found if not each.replaced
    ]


def open_tasks(
    session: ViewerSession, *, mine: bool, vault: Vault, most: int = MOST_SHOWN
) -> tuple[list[TaskLine], list[int]]:
    """What is still to be done in the cases of one's centre, by oneself or by anyone; and the cases' ids."""
    query = lines().where(*here(session, mine=mine), Task.done_at.is_(None)).limit(most)
    rows = session.execute(query).all()
    return in_words(rows, vault), sorted({row.case_id for row in rows})


def done_lately(session: ViewerSession, *, mine: bool, vault: Vault) -> list[TaskLine]:
    """What was done within a week, the latest first."""
    query = lines().where(*here(session, mine=mine), Task.done_at >= now() - LATELY)
    query = query.order_by(None).order_by(Task.done_at.desc()).limit(MOST_SHOWN)
    return in_words(session.execute(query).all(), vault)


def here(session: ViewerSession, *, mine: bool) -> list[ColumnElement[bool]]:
    """The tasks of one's centre's cases as they stand, or those of them that are one's own."""
    standing = [Case.centre_id == session.viewer.centre, Task.replaced_at.is_(None)]
    return [*standing, Task.owner_id == session.viewer.person] if mine else standing


def counts(session: ViewerSession) -> tuple[int, int, int]:
    """How many open tasks are one's own, how many the centre has, and how many of one's own are due."""
    mine = Task.owner_id == session.viewer.person
    due = mine & (Task.due_on <= today())
    query = select(func.count().filter(mine), func.count(), func.count().filter(due)).select_from(Task)
    query = query.join(Case, Case.id == Task.case_id).where(*here(session, mine=False), Task.done_at.is_(None))
    own, all_of_them, of_own_due = session.execute(query).one()
    return own, all_of_them, of_own_due


def in_words(rows: Any, vault: Vault) -> list[TaskLine]:
    """The rows of a list in words."""
    return [
        TaskLine(
            number=row.number, key=row.key, title=title_of(row, vault), owner=row.owner, owner_id=row.owner_id,
            due_on=row.due_on, done_at=row.done_at, done_by=row.done_by or "", version=row.version,
            replaced=row.replaced_at is not None, written_at=row.made_at, writer=row.writer,
        )
        for row in rows
    ]


def title_of(row: Row[Any], vault: Vault) -> str:
    """The title of a task, or that it cannot be read any more."""
    key = unwrapped(row.case_id, row.wrapped, vault)
    try:
        return key.open(column(row.key), row.title) if key else _(ERASED)
    except NoLongerReadable:
        return _(UNREADABLE)

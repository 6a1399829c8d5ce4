"""What is to be done for a case, by whom and by when; done, and undone again."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Row, Select, func, select, update
from sqlalchemy.orm import aliased

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now, today
from gilmok.ground.crypto import FieldKey, NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.i18n import _
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case, CaseKey
from gilmok.journey.case.pages import unwrapped
from gilmok.journey.case.sealed import NOTE
from gilmok.journey.case.titles import ERASED, UNREADABLE
from gilmok.journey.counselling.models import Task

MOST_SHOWN = 200
LATELY = timedelta(days=7)


@dataclass(frozen=True)
class TaskLine:
    """A task in a list: of which case, what, who has it, by when, and since when and by whom it is done."""

    number: str
    key: UUID
    title: str
    owner: str
    due_on: date | None
    done_at: datetime | None
    done_by: str


def add_task(
    session: ViewerSession, case: Case, title: str, *, owner: Person, due_on: date | None, by: Person, sealing: FieldKey
) -> UUID:
    """Give a colleague something to do for a case; says under which key."""
    key = uuid4()
    session.add(Task(
        case_id=case.id, key=key, title=sealing.seal(column(key), title), owner_id=owner.id, due_on=due_on,
        made_at=now(), made_by_id=by.id,
    ))
    cases.note(session, case, "task_added", by=by, about={"person": owner.id}, note=sealing.seal(NOTE, title))
    session.flush()
    return key


def set_done(session: ViewerSession, case: Case, key: UUID, *, done: bool, by: Person, sealing: FieldKey) -> bool:
    """Note that a task is done, or not done after all; False where it was so already, or there is no such task."""
    as_before = Task.done_at.is_(None) if done else Task.done_at.is_not(None)
    values = {"done_at": now() if done else None, "done_by_id": by.id if done else None}
    changing = update(Task).where(Task.case_id == case.id, Task.key == key, as_before).values(**values)
    title = session.scalar(changing.returning(Task.title), execution_options={"synchronize_session": False})
    if title is None:
        return False
    said = sealing.seal(NOTE, sealing.open(column(key), title))
    cases.note(session, case, "task_done" if done else "task_undone", by=by, note=said)
    return True


def column(key: UUID) -> str:
    """Under which name the title of a task is sealed."""
    return f"task.title/{key}"


_owner, _doer = aliased(Person), aliased(Person)


def lines() -> Select[*tuple[Any, ...]]:
    """What a list shows of tasks: the nearest day first, those without one at the end."""
    return (
        select(
            Task.case_id, Task.key, Task.title, Task.due_on, Task.done_at, Case.number, CaseKey.wrapped,
            _owner.name.label("owner"), _doer.name.label("done_by"),
        )
        .join(Case, Case.id == Task.case_id)
        .join(_owner, _owner.id == Task.owner_id)
        .outerjoin(_doer, _doer.id == Task.done_by_id)
        .outerjoin(CaseKey, CaseKey.case_id == Task.case_id)
        .order_by(Task.due_on.nulls_last(), Task.made_at)
    )


def tasks_of(session: ViewerSession, case: Case, *, vault: Vault) -> list[TaskLine]:
    """The tasks of a case; done ones are among them."""
    return in_words(session.execute(lines().where(Task.case_id == case.id)).all(), vault)


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
    """The tasks of one's centre's cases, or those of them that are one's own."""
    centre = Case.centre_id == session.viewer.centre
    return [centre, Task.owner_id == session.viewer.person] if mine else [centre]


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
        TaskLine(row.number, row.key, title_of(row, vault), row.owner, row.due_on, row.done_at, row.done_by or "")
        for row in rows
    ]


def title_of(row: Row[Any], vault: Vault) -> str:
    """The title of a task, or that it cannot be read any more."""
    key = unwrapped(row.case_id, row.wrapped, vault)
    try:
        return key.open(column(row.key), row.title) if key else _(ERASED)
    except NoLongerReadable:
        return _(UNREADABLE)

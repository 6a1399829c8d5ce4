"""What is to be done for a case, by whom and by when; changed, done, and undone again."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Row, Select, func, select, update
from sqlalchemy.orm import aliased

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now, today
from gilmok.ground.crypto import FieldKey, NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case, CaseKey
from gilmok.journey.case.pages import unwrapped
from gilmok.journey.case.sealed import NOTE
from gilmok.journey.case.titles import ERASED, UNREADABLE
from gilmok.journey.counselling.models import Task
from gilmok.journey.counselling.revisions import newest, revise

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


@dataclass(frozen=True)
class Wording:
    """What is to be done, by whom, and by when."""

    title: str
    owner: Person
    due_on: date | None


def add_task(session: ViewerSession, case: Case, what: Wording, *, by: Person, sealing: FieldKey) -> UUID:
    """Give a colleague something to do for a case; says under which key."""
    key = uuid4()
    session.add(Task(
        case_id=case.id, key=key, version=1, title=sealing.seal(column(key), what.title), owner_id=what.owner.id,
        due_on=what.due_on, made_at=now(), made_by_id=by.id,
    ))
    note = sealing.seal(NOTE, what.title)
    cases.note(session, case, "task_added", by=by, about={"person": what.owner.id}, note=note)
    session.flush()
    return key


def change_task(
    session: ViewerSession, case: Case, key: UUID, what: Wording, *, version: int, by: Person, sealing: FieldKey
) -> bool:
    """Let a task say something else, in place of this version of it; what it said stays. False if it says so already.

    Raises ChangedMeanwhile where this is not the newest version.
    """
    stood = newest(session, Task, case.id, key)
    if stood is None:
        raise NotFound
    before = Wording(sealing.open(column(key), stood.title), session.get_one(Person, stood.owner_id), stood.due_on)
    if before == what:
        return False
    sealed = sealing.seal(column(key), what.title)
    revise(
        session, Task, case.id, key, version=version, title=sealed, owner_id=what.owner.id, due_on=what.due_on,
        made_at=now(), made_by_id=by.id,
    )
    about = {"person": what.owner.id, "version": version + 1}
    cases.note(session, case, "task_changed", by=by, about=about, note=sealing.seal(NOTE, said_of(before, what)))
    return True


def said_of(before: Wording, what: Wording) -> str:
    """What a change is called in the history: the task, and what is different of it, from what to what."""
    pairs = [(before.owner.name, what.owner.name), (str(before.due_on or "–"), str(what.due_on or "–"))]
    changed = [f"{was} → {is_now}" for was, is_now in pairs if was != is_now]
    title = what.title if what.title == before.title else f"{before.title} → {what.title}"
    return " · ".join([title, *changed])


def set_done(session: ViewerSession, case: Case, key: UUID, *, done: bool, by: Person, sealing: FieldKey) -> bool:
    """Note that a task is done, or not done after all; False where it was so already, or there is no such task."""
    as_before = Task.done_at.is_(None) if done else Task.done_at.is_not(None)
    values = {"done_at": now() if done else None, "done_by_id": by.id if done else None}
    standing = (Task.case_id == case.id, Task.key == key, Task.replaced_at.is_(None), as_before)
    changing = update(Task).where(*standing).values(**values).returning(Task.title)
    title = session.scalar(changing, execution_options={"synchronize_session": False})
    if title is None:
        return False
    said = sealing.seal(NOTE, sealing.open(column(key), title))
    cases.note(session, case, "task_done" if done else "task_undone", by=by, note=said)
    return True


def column(key: UUID) -> str:
    """Under which name the title of a task is sealed."""
    return f"task.title/{key}"


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


def open_tasks(session: ViewerSession, *, mine: bool, vault: Vault) -> tuple[list[TaskLine], list[int]]:
    """What is still to be done in the cases of one's centre, by oneself or by anyone; and the cases' ids."""
    query = lines().where(*here(session, mine=mine), Task.done_at.is_(None)).limit(MOST_SHOWN)
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

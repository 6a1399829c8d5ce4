"""What is to be done for a case, by whom and by when; changed, done, and undone again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import update

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.crypto import FieldKey
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.case.sealed import NOTE
from gilmok.journey.counselling.models import Task
from gilmok.journey.counselling.revisions import newest, revise


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

"""What is done at a desk: steps ticked off or given to somebody, answers kept.

A step is ticked off as a task of the case is: it becomes one, under a key of its own, once it is done or somebody is to
do it. So it stands in everybody's list of tasks, and stays readable when its module is gone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.crypto import FieldKey
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.journey.case import service as cases
from gilmok.journey.case.file import LATER
from gilmok.journey.case.models import Case, DeskAnswers
from gilmok.journey.case.sealed import NOTE
from gilmok.journey.clocks.service import wind
from gilmok.journey.counselling import tasks
from gilmok.journey.counselling.models import Task
from gilmok.journey.counselling.tasks import Wording
from gilmok.journey.routing.store import stored

STEPS = UUID("6f1d1f3e-6c5a-4a52-9a0e-5f6b0a2f4c11")


@dataclass(frozen=True)
class Answers:
    """The answers of a desk by question: what may stand in the clear, and what is sealed."""

    known: Mapping[str, Any]
    sealed: Mapping[str, Any]


def key_of(step: str) -> UUID:
    """The key of the task that a step, by its id, is in every case."""
    return uuid5(STEPS, step)


def tick(session: ViewerSession, case: Case, step: str, title: str, *, by: Person, sealing: FieldKey) -> bool:
    """Note that a step is done; False where it was done already."""
    # Two may tick it off at once, and it may be somebody's task by now: then that one is done.
    if not becomes_task(session, case, step, Wording(title, by, None), done=True, by=by, sealing=sealing):
        return tasks.set_done(session, case, key_of(step), done=True, by=by, sealing=sealing)
    cases.note(session, case, "task_done", by=by, note=sealing.seal(NOTE, title))
    return True


def plan(session: ViewerSession, case: Case, step: str, what: Wording, *, by: Person, sealing: FieldKey) -> bool:
    """Give a step to a colleague; False where it was done or is somebody's already."""
    if not becomes_task(session, case, step, what, done=False, by=by, sealing=sealing):
        return False
    cases.note(
        session, case, "task_added", by=by, about={"person": what.owner.id}, note=sealing.seal(NOTE, what.title),
    )
    return True


def becomes_task(
    session: ViewerSession, case: Case, step: str, what: Wording, *, done: bool, by: Person, sealing: FieldKey
) -> bool:
    """Make the task that a step is; False where it is there."""
    key, at = key_of(step), now()
    new = {
        "case_id": case.id, "key": key, "version": 1, "title": sealing.seal(tasks.column(key), what.title),
        "owner_id": what.owner.id, "due_on": what.due_on, "made_at": at, "made_by_id": by.id,
        "done_at": at if done else None, "done_by_id": by.id if done else None,
    }
    return session.scalar(insert(Task).values(new).on_conflict_do_nothing().returning(Task.key)) is not None


def keep_answers(
    session: ViewerSession, case: Case, answers: Answers, *, version: int, by: Person, sealing: FieldKey
) -> None:
    """Keep the answers in place of those of this `version`; raises ChangedMeanwhile if there are others by now."""
    texts = json.dumps(stored(answers.sealed), ensure_ascii=False) if answers.sealed else None
    written = {
        "known": stored(answers.known), "sealed": sealing.seal(LATER, texts) if texts else None, "changed_at": now(),
        "changed_by": by.id,
    }
    if version == 0:
        first = insert(DeskAnswers).values(case_id=case.id, version=1, **written).on_conflict_do_nothing()
        if session.scalar(first.returning(DeskAnswers.case_id)) is None:
            raise ChangedMeanwhile
    else:
        change_version(session, session.get_one(DeskAnswers, case.id), version, **written)
    cases.note(session, case, "desk_answered", by=by)
    wind(session, case)

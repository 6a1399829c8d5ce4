"""What is done to a case. `receive` sets its first stage, `move` alone every other one."""

from datetime import date
from typing import Any

from procrastinate import JobContext
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.db import JOB, ViewerSession, change_version, keep, put, put_all
from gilmok.ground.errors import IllegalMove
from gilmok.ground.jobs import defer, jobs
from gilmok.journey.case.endings import CloseReason, Outcome
from gilmok.journey.case.known import remember_person_of
from gilmok.journey.case.lists import NEVER
from gilmok.journey.case.models import Case, CaseEvent, CaseGrant
from gilmok.journey.case.stages import FOLLOWS, SENT, Stage

# The stages in which a case can be given to someone.
HELD = frozenset({Stage.WAITING, Stage.COUNSELLING})


def open_case(session: ViewerSession, **given: Any) -> Case:
    """Store a new case with its first stage; the centre of the session takes it in."""
    case = keep(session, Case, **given)
    put(
        session, CaseGrant, centre_id=case.centre_id, case_id=case.id, created=case.received_at, **repeated(case),
    )
    return case


def receive(session: ViewerSession, to: Stage, *, by: Person, **given: Any) -> Case:
    """Store a case that was just taken in and goes on to `to` at once, with its history from its first stage on. Raises
    IllegalMove if the table does not allow it."""
    before = Stage.RECEIVED
    check_move(before, to)
    case = open_case(session, stage=to, **given)
    put_all(session, CaseEvent, [
        noted(case, "taken_in", by=by, from_stage=None, to_stage=None),
        noted(case, "moved", by=by, from_stage=before, to_stage=to),
    ])
    return case


def note(session: ViewerSession, case: Case, kind: str, *, by: Person, **more: Any) -> None:
    """Add a row to the case's history: `why`, `from_stage`, `to_stage`, `note` (sealed) and `about` as given."""
    put(session, CaseEvent, **noted(case, kind, by=by, **more))


def noted(case: Case, kind: str, *, by: Person, **more: Any) -> dict[str, Any]:
    """A row of the case's history."""
    return {"case_id": case.id, "at": now(), "person_id": by.id, "kind": kind, "about": {}, **more}


def move(
    session: ViewerSession, case: Case, to: Stage, *,
    by: Person, why: str | None = None, note_sealed: bytes | None = None,
) -> None:
    """Bring a case to another stage and write its history. Raises IllegalMove if the table does not allow it."""
    before = Stage(case.stage)
    check_move(before, to)
    change(session, case, stage=to)
    note(session, case, "moved", by=by, from_stage=before, to_stage=to, why=why, note=note_sealed)


def check_move(before: Stage, to: Stage) -> None:
    """Raise IllegalMove if the table does not let a case go from one stage to the other."""
    if to not in FOLLOWS[before]:
        raise IllegalMove(before=before, to=to)


def change(session: ViewerSession, case: Case, **values: Any) -> None:
    """Change fields of a case; exactly one of two people who save at once succeeds, the other gets ChangedMeanwhile."""
    change_version(session, case, case.version, **values)
    repeat_in_grant(session, case)


def repeat_in_grant(session: ViewerSession, case: Case) -> None:
    """Repeat stage, handler, nearest time limit and topic in the grant that lists of the centre drive from."""
    own = (CaseGrant.case_id == case.id, CaseGrant.centre_id == case.centre_id)
    session.execute(update(CaseGrant).where(*own).values(repeated(case)))


def repeated(case: Case) -> dict[str, Any]:
    """What the grant of the centre that has a case repeats of it."""
    due_on = case.due_on or NEVER
    return {"status": case.stage, "handler_id": case.handler_id, "due_on": due_on, "topic": case.topic}


def set_due(session: ViewerSession, case: Case, *, due_on: date | None, limit: str | None) -> None:
    """Keep the nearest time limit of a case, worked out from its rows; nobody's change, so the version stays."""
    if (case.due_on, case.due_limit) == (due_on, limit):
        return
    values = {"due_on": due_on, "due_limit": limit}
    found = update(Case).where(Case.id == case.id).values(values)
    session.execute(found, execution_options={"synchronize_session": False})
    session.refresh(case)
    repeat_in_grant(session, case)


def send_to_centre(session: ViewerSession, case: Case, centre: str, *, by: Person) -> None:
    """Give the case to another centre; the one that took it in still sees that it arrived, and its state."""
    before = case.centre_id
    if centre == before:
        return
    # Nothing is told of a grant that is there already, and nothing said in the other centre's name: a job does both.
    grant = {
        "centre_id": centre, "case_id": case.id, "created": case.received_at, **repeated(case), "handler_id": None,
    }
    session.execute(insert(CaseGrant).values(grant).on_conflict_do_nothing())
    defer(session, settle_in, case_id=case.id)
    note(session, case, "sent", by=by, about={"from": before, "to": centre})
    session.flush()
    # The case before its grant, as in every change: of two that hold one each and want the other, one would be undone.
    change(session, case, centre_id=centre, handler_id=None)
    own = (CaseGrant.case_id == case.id, CaseGrant.centre_id == before)
    session.execute(update(CaseGrant).where(*own).values(status=SENT, handler_id=None))


@jobs.task(pass_context=True)
def settle_in(context: JobContext, case_id: int) -> None:
    """After a case was sent: the grant of the centre that has it now says how the case stands, also where that centre
    had sent the case away before; and other centres learn that this one knows the person."""
    with context.additional_context["database"].session(JOB) as session:
        case = session.get_one(Case, case_id, with_for_update={"key_share": True})
        repeat_in_grant(session, case)
        remember_person_of(session, case, context.additional_context["vault"])
        session.commit()


def take(session: ViewerSession, case: Case, *, by: Person) -> None:
    """The case becomes the person's own and its counselling begins."""
    assign(session, case, by, by=by)


def assign(session: ViewerSession, case: Case, to: Person, *, by: Person) -> None:
    """Give the case to a colleague of the same centre; a waiting case goes into counselling.

    Raises IllegalMove for a case that nobody can work on now: one to be sorted first, or a closed one.
    """
    if case.stage not in HELD:
        raise IllegalMove(before=case.stage, to=Stage.COUNSELLING)
    change(session, case, handler_id=to.id)
    note(session, case, "assigned", by=by, about={"to": to.id})
    if case.stage == Stage.WAITING:
        move(session, case, Stage.COUNSELLING, by=by)


def put_back(session: ViewerSession, case: Case, *, by: Person) -> None:
    """Nobody has the case any more; it waits for a counsellor again."""
    change(session, case, handler_id=None)
    move(session, case, Stage.WAITING, by=by)


def close(
    session: ViewerSession, case: Case, reason: CloseReason, *, by: Person, note_sealed: bytes | None = None,
    outcome: Outcome = Outcome.UNKNOWN, recovered_won: int | None = None,
) -> None:
    """End the case for a reason, with what came of it and the won that the person got, None if nobody knows; what was
    written stays readable."""
    move(session, case, Stage.CLOSED, by=by, why=reason, note_sealed=note_sealed)
    change(session, case, close_reason=reason, closed_at=now(), outcome=outcome, recovered_won=recovered_won)


def reopen(session: ViewerSession, case: Case, *, by: Person) -> None:
    """Take a closed case up again; with a counsellor it goes on, without one it waits for one."""
    move(session, case, Stage.COUNSELLING, by=by)
    change(session, case, close_reason=None, closed_at=None, outcome=None, recovered_won=None)
    if case.handler_id is None:
        move(session, case, Stage.WAITING, by=by)


def colleagues(session: ViewerSession, centre: str) -> list[Person]:
    """The people of a centre to whom a case can be assigned, by name."""
    active = select(Person).where(Person.centre_id == centre, Person.active).order_by(Person.name)
    return list(session.scalars(active))

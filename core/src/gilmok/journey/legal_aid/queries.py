"""Reading legal actions: those of a case, what happened in each, and every clock that runs in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from gilmok.ground.access.models import Person
from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.journey.case.models import Case
from gilmok.journey.legal_aid.clocks import Clock, Happened, Reckoning, clocks_of_action
from gilmok.journey.legal_aid.models import LegalAction, LegalEvent
from gilmok.journey.legal_aid.workflows import workflow
from gilmok.law import queries as law
from gilmok.law.calendar import Calendar
from gilmok.law.shipped import shipped

ADVANCED, CORRECTED, FILLED_IN = "advanced", "corrected", "filled_in"


def actions(session: ViewerSession, case: Case) -> Sequence[LegalAction]:
    """The actions of a case, in the order in which they were opened."""
    return session.scalars(select(LegalAction).where(LegalAction.case_id == case.id).order_by(LegalAction.id)).all()


def action(session: ViewerSession, case: Case, number: int) -> LegalAction:
    """The action of this case with this id; raises NotFound."""
    of_case = (LegalAction.case_id == case.id, LegalAction.id == number)
    found = session.scalar(select(LegalAction).where(*of_case))
    if found is None:
        raise NotFound
    return found


def events(session: ViewerSession, actions: Iterable[LegalAction]) -> Sequence[LegalEvent]:
    """What happened in these actions, the oldest first."""
    of_actions = LegalEvent.action_id.in_([each.id for each in actions])
    return session.scalars(select(LegalEvent).where(of_actions).order_by(LegalEvent.id)).all()


def event(session: ViewerSession, action: LegalAction, number: int) -> LegalEvent:
    """The step of this action with this id, whose day can be put right; raises NotFound."""
    wanted = (LegalEvent.action_id == action.id, LegalEvent.id == number, LegalEvent.kind == ADVANCED)
    found = session.scalar(select(LegalEvent).where(*wanted))
    if found is None:
        raise NotFound
    return found


def names(session: ViewerSession, events: Iterable[LegalEvent]) -> dict[int, str]:
    """The names of those who did it."""
    people = select(Person.id, Person.name).where(Person.id.in_({each.person_id for each in events}))
    return {person: name for person, name in session.execute(people)}


def happened(events: Iterable[LegalEvent]) -> list[Happened]:
    """The moves among an action's events, oldest first, each with its day as it was put right last."""
    moves: dict[int, Happened] = {}
    for each in events:
        if each.kind == ADVANCED:
            by_other = each.answers.get("filed_by") == "employer"
            moves[each.id] = Happened(
                each.id, each.from_state or "", each.to_state or "", each.event_day, by_other,
                granted=each.answers.get("result") == "granted",
            )
        elif each.corrects_id in moves:
            moves[each.corrects_id] = replace(moves[each.corrects_id], on=each.event_day)
    return list(moves.values())


def kept_beside(actions: Iterable[LegalAction], events: Sequence[LegalEvent]) -> Iterator[tuple[str, date]]:
    """The limits that run in the case itself and were kept by steps of its actions, by code, and on which day."""
    for each in actions:
        table = workflow(each.kind)
        for move in happened(one for one in events if one.action_id == each.id):
            if move.on is not None and table.subkind(each.subkind).about_wages:
                yield from ((code, move.on) for code in table.step(move.left, move.to).also_meets)


def reckoning(session: ViewerSession, own: Calendar | None = None) -> Reckoning:
    """What clocks are worked out with, by the calendar as the city has it; `own`: that calendar, if it was read."""
    return Reckoning(shipped(), own or law.calendar(session), today())


def clocks_of(session: ViewerSession, case: Case, *, own: Calendar | None = None) -> tuple[Clock, ...]:
    """Every clock of every action of the case as plain values: limit, day of the event, end, action and how it
    stands."""
    found = actions(session, case)
    return clocks_among(found, events(session, found), reckoning(session, own)) if found else ()


def clocks_among(
    actions: Sequence[LegalAction], events: Sequence[LegalEvent], reckoning: Reckoning
) -> tuple[Clock, ...]:
    """The clocks of these actions, from their events."""
    return tuple(
        clock
        for each in actions
        for clock in clocks_of_action(
            workflow(each.kind), each.subkind, each.id,
            happened(one for one in events if one.action_id == each.id), reckoning,
        )
    )

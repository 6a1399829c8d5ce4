"""What a counsellor does with a request: open it, take it in as a case, or end it without one."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.journey.case.models import Case
from gilmok.journey.requests.endings import TAKEN_IN
from gilmok.journey.requests.models import OnlineRequest, RequestCase, RequestMessage, RequestState
from gilmok.journey.requests.words import CLOSED, RECEIVED, SEEN


def note_opened(session: ViewerSession, request: OnlineRequest, *, by: Person) -> None:
    """Note that somebody reads a request: in the access log each time, and the first time for whoever sent it."""
    log(session, "request_opened", request=str(request.key))
    if request.opened_at is None and request.ended_at is None:
        request.opened_at, request.opened_by_id = now(), by.id
        tell(session, request.key, SEEN, instead_of=RECEIVED)


def end(session: ViewerSession, request: OnlineRequest, ending: str, *, by: Person) -> None:
    """Nobody has to look after the request any more; exactly one of two people who end it succeeds, the other gets
    ChangedMeanwhile. What was typed stays readable for a while, unless a case holds it."""
    gone = {"wrapped": None, "fields": None} if ending == TAKEN_IN else {}
    first = update(OnlineRequest).where(OnlineRequest.key == request.key, OnlineRequest.ended_at.is_(None))
    ended = first.values(ended_at=now(), ended_by_id=by.id, ending=ending, **gone).returning(OnlineRequest.key)
    if session.scalar(ended, execution_options={"synchronize_session": False}) is None:
        raise ChangedMeanwhile
    session.refresh(request)
    log(session, "request_ended", request=str(request.key), ending=ending)
    tell(session, request.key, SEEN if ending == TAKEN_IN else CLOSED)


def became(session: ViewerSession, request: OnlineRequest, case: Case, *, by: Person) -> None:
    """A case came of the request: link the two; what the person typed is the case's from now on."""
    session.add(RequestCase(case_id=case.id, request_key=request.key, number=request.number, sent_at=request.sent_at))
    end(session, request, TAKEN_IN, by=by)


def tell(session: Session, request: UUID, state: str, *, instead_of: str | None = None) -> None:
    """Let the person find their request in this state."""
    of_request = [RequestState.request_key == request]
    if instead_of:
        of_request.append(RequestState.state == instead_of)
    session.execute(update(RequestState).where(*of_request).values(state=state))


def take_note(session: Session, request: UUID, *, by: Person) -> None:
    """Somebody has read all that was added so far."""
    unread = update(RequestMessage).where(RequestMessage.request_key == request, RequestMessage.read_at.is_(None))
    session.execute(unread.values(read_at=now(), read_by_id=by.id), execution_options={"synchronize_session": False})

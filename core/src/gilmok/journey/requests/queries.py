"""Reading requests as a centre's staff: each query is of the viewer's own centre, as row security has it too."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, or_, select

from gilmok.ground.clock import SEOUL
from gilmok.ground.db import ViewerSession, read
from gilmok.ground.errors import NotFound
from gilmok.journey.case.beside import ask_beside
from gilmok.journey.case.models import Case
from gilmok.journey.requests.endings import TAKEN_IN
from gilmok.journey.requests.models import OnlineRequest, RequestCase, RequestMessage
from gilmok.law.calendar import DAY, Calendar

# Opened within so many working days after the day on which it came; then it is the manager's.
WORKING_DAYS = 2
# How far a working day can lie: more than the longest run of holidays.
SURELY_LATE = timedelta(days=20)
MOST = 200
DANGER = "danger"
_mine = OnlineRequest.centre_id == bindparam("centre")
_waiting = (
    select(OnlineRequest).where(_mine, OnlineRequest.ended_at.is_(None))
    .order_by((OnlineRequest.urgency == DANGER).desc(), OnlineRequest.sent_at)
)
_number = select(func.count()).select_from(OnlineRequest).where(_mine, OnlineRequest.ended_at.is_(None))
_unopened = (
    select(OnlineRequest.sent_at).where(_mine, OnlineRequest.ended_at.is_(None), OnlineRequest.opened_at.is_(None))
)
_came_of = select(RequestCase.request_key, RequestCase.number, RequestCase.sent_at).where(
    RequestCase.case_id == bindparam("case"),
)
ask_beside("request", _came_of)
_case_of = select(Case.number).join(RequestCase, RequestCase.case_id == Case.id).where(
    RequestCase.request_key == bindparam("request"),
)
_unread = (
    select(Case.number, Case.topic, func.min(RequestMessage.at).label("at"), func.count().label("many"))
    .join(RequestCase, RequestCase.case_id == Case.id)
    .join(RequestMessage, RequestMessage.request_key == RequestCase.request_key)
    .where(RequestMessage.read_at.is_(None)).group_by(Case.number, Case.topic).order_by(func.min(RequestMessage.at))
    .limit(MOST)
)
_unread_here = (
    select(OnlineRequest.key, OnlineRequest.number, func.min(RequestMessage.at).label("at"))
    .join(RequestMessage, RequestMessage.request_key == OnlineRequest.key)
    .where(_mine, RequestMessage.read_at.is_(None), OnlineRequest.ending.is_distinct_from(TAKEN_IN))
    .group_by(OnlineRequest.key, OnlineRequest.number).order_by(func.min(RequestMessage.at)).limit(MOST)
)
_mine_unread = _unread.where(or_(Case.handler_id == bindparam("me"), Case.handler_id.is_(None)))


def waiting(session: ViewerSession) -> list[OnlineRequest]:
    """The requests that wait at one's centre: of who is in danger first, then the oldest."""
    return list(session.scalars(_waiting.limit(MOST), centre_of(session)))


def how_many(session: ViewerSession) -> int:
    """How many wait."""
    return int(read(session, _number, centre_of(session)).scalar_one())


def late(session: ViewerSession, calendar: Calendar, on: date) -> int:
    """How many nobody has opened in time."""
    return sum(is_late(sent.astimezone(SEOUL).date(), calendar, on) for sent in read(
        session, _unopened, centre_of(session),
    ).scalars())


def is_late(sent_on: date, calendar: Calendar, on: date) -> bool:
    """Whether a request of that day should have been opened by now."""
    return on - sent_on > SURELY_LATE or on > calendar.working_day(sent_on + DAY, WORKING_DAYS)


def request_of(session: ViewerSession, key: UUID) -> OnlineRequest:
    """A request of one's own centre; raises NotFound."""
    mine = select(OnlineRequest).where(_mine, OnlineRequest.key == key)
    found = session.scalar(mine, centre_of(session))
    if found is None:
        raise NotFound
    return found


def messages(session: ViewerSession, request: UUID) -> list[RequestMessage]:
    """What was added to a request, the newest first."""
    added = select(RequestMessage).where(RequestMessage.request_key == request)
    return list(session.scalars(added.order_by(RequestMessage.at.desc())))


def came_of(session: ViewerSession, case_id: int) -> Row[Any] | None:
    """The request that a case came of, for the centre that has the case: its key, number and when it was sent."""
    return read(session, _came_of, {"case": case_id}).one_or_none()


def case_of_request(session: ViewerSession, request: UUID) -> str | None:
    """The number of the case that came of a request, where one's centre has it."""
    number: str | None = read(session, _case_of, {"request": request}).scalar()
    return number


def unread(session: ViewerSession) -> list[Row[Any]]:
    """The cases of one's centre to which something was added that nobody took note of: number, topic, when first, how
    many."""
    return list(read(session, _unread, {}).all())


def unread_here(session: ViewerSession) -> list[Row[Any]]:
    """The requests of one's centre that are no case, waiting or closed, to which something was added that nobody read:
    key, number, when first."""
    return list(read(session, _unread_here, centre_of(session)).all())


def unread_by(session: ViewerSession) -> int:
    """To how many of the viewer's own cases, of nobody's, and of requests something was added that nobody read."""
    mine = read(session, _mine_unread, {"me": session.viewer.person}).all()
    return len(mine) + len(unread_here(session))


def centre_of(session: ViewerSession) -> dict[str, Any]:
    """The centre of the viewer, as a value of queries."""
    return {"centre": session.viewer.centre}

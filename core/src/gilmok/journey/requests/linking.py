"""What an intake knows of requests: whether its key is one of theirs, and that a case came of it."""

from uuid import UUID

from gilmok.ground.access.models import Person
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.ground.receipts import VERSION
from gilmok.journey.case.models import Case
from gilmok.journey.requests.models import OnlineRequest
from gilmok.journey.requests.queries import request_of
from gilmok.journey.requests.service import became


def request_behind(session: ViewerSession, key: UUID) -> OnlineRequest | None:
    """The request that an intake of this key takes in; None for one that was begun at the desk, whose key is of another
    version and not asked for."""
    if key.version != VERSION:
        return None
    try:
        return request_of(session, key)
    except NotFound:
        return None


def is_dealt_with(session: ViewerSession, key: UUID) -> bool:
    """Whether a colleague has ended the request already that this intake would take in."""
    request = request_behind(session, key)
    return request is not None and request.ended_at is not None


def link(session: ViewerSession, key: UUID, case: Case, *, by: Person) -> None:
    """Where the intake took a request in, that the case came of it; raises ChangedMeanwhile where another one did."""
    if request := request_behind(session, key):
        became(session, request, case, by=by)

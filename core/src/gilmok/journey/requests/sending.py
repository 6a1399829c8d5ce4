"""What a visitor may do: send a request, look up how it stands, add to it. All of it as nobody, whose rights row
security bounds: to add, and to read the one state whose number and secret are brought."""

from collections.abc import Mapping
from hmac import compare_digest
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role
from gilmok.ground.clock import now
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession, read
from gilmok.ground.receipts import Receipt, bring, proof_of
from gilmok.ground.sealing import sealed
from gilmok.journey.requests.form import Asked
from gilmok.journey.requests.models import OnlineRequest, RequestMessage, RequestState
from gilmok.journey.requests.words import RECEIVED

# Proof, key, centre and state.
Standing = Row[tuple[bytes, UUID, str, str]]
HANDLING = (Role.COUNSELLOR, Role.ATTORNEY, Role.MANAGER)
# Nothing is told of rows that are there already: these are other people's, or the same form sent twice.
_sending, _telling, _adding = (
    insert(table).on_conflict_do_nothing().inline() for table in (OnlineRequest, RequestState, RequestMessage)
)
_state = select(RequestState.proof, RequestState.request_key, RequestState.centre_id, RequestState.state)
_proven = _state.where(RequestState.proof == bindparam("proof"))
NO_PROOF = bytes(16)
# Of what the receipts are.
WHAT = "request"


def send(
    session: ViewerSession, asked: Asked, receipt: Receipt, *, centre: str, language: str, vault: Vault
) -> None:
    """Store a request for a centre, sealed, and what may be looked up of it; the same form once."""
    wrapped, fields = sealed(owner(receipt.key), asked.typed, vault)
    read(session, _sending, {
        "key": receipt.key, "number": receipt.number, "centre_id": centre, "sent_at": now(), "language": language,
        "topic": asked.values["topic"], "urgency": asked.urgency, "wrapped": wrapped, "fields": fields,
    })
    read(session, _telling, {
        "proof": proof_of(WHAT, receipt.number, receipt.secret, vault=vault), "request_key": receipt.key,
        "centre_id": centre, "state": RECEIVED,
    })


def look_up(session: ViewerSession, number: str, secret: str, *, vault: Vault) -> Standing | None:
    """How the request of this number and secret stands; None where they do not belong together. Whether there is such
    a number makes no difference, not in time either."""
    proof = proof_of(WHAT, number, secret, vault=vault)
    bring(session, proof)
    found = read(session, _proven, {"proof": proof}).one_or_none()
    return found if compare_digest(found.proof if found else NO_PROOF, proof) else None


def add(session: ViewerSession, request: UUID, key: UUID, said: Mapping[str, str], *, vault: Vault) -> None:
    """Add a message or a new phone number to the request that was looked up; the same form once."""
    wrapped, fields = sealed(message_owner(key), said, vault)
    read(session, _adding, {"key": key, "request_key": request, "at": now(), "wrapped": wrapped, "fields": fields})


def is_staffed(session: ViewerSession, centre: str) -> bool:
    """Whether anybody of this centre would see a request."""
    here = Person.active & (Person.centre_id == centre) & Person.role.in_(HANDLING)
    return session.scalar(select(Person.id).where(here).limit(1)) is not None


def owner(key: UUID) -> str:
    """The name under which a request's key is wrapped."""
    return f"request:{key}"


def message_owner(key: UUID) -> str:
    """The name under which a message's key is wrapped."""
    return f"request_message:{key}"

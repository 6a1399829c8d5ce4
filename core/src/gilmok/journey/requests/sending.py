"""What a visitor may do: send a request, look up how it stands, add to it. All of it as nobody, whose rights row
security bounds: to add, and to read the one state whose number and secret are brought."""

import json
from collections.abc import Mapping
from hmac import compare_digest
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role
from gilmok.ground.clock import now
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession, read
from gilmok.ground.errors import IdentifierFound
from gilmok.ground.formats.identifiers import refused
from gilmok.journey.requests.form import Asked
from gilmok.journey.requests.models import OnlineRequest, RequestMessage, RequestState
from gilmok.journey.requests.receipts import Receipt, proof_of
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
        "proof": proof_of(receipt.number, receipt.secret, vault=vault), "request_key": receipt.key,
        "centre_id": centre, "state": RECEIVED,
    })


def look_up(session: ViewerSession, number: str, secret: str, *, vault: Vault) -> Standing | None:
    """How the request of this number and secret stands; None where they do not belong together. Whether there is such
    a number makes no difference, not in time either."""
    proof = proof_of(number, secret, vault=vault)
    session.execute(select(func.set_config("gilmok.proof", proof.hex(), True)))
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


def sealed(whose: str, what: Mapping[str, object], vault: Vault) -> tuple[bytes, bytes]:
    """The wrapped key of an owner, and what it seals."""
    for each in what.values():
        for text in each if isinstance(each, list) else [each]:
            # Each by itself: within JSON a line break is no space any more.
            if refused(str(text)):
                raise IdentifierFound
    key, wrapped = vault.make_key(whose)
    return wrapped, key.seal("fields", json.dumps(dict(what), ensure_ascii=False))


def owner(key: UUID) -> str:
    """The name under which a request's key is wrapped."""
    return f"request:{key}"


def message_owner(key: UUID) -> str:
    """The name under which a message's key is wrapped."""
    return f"request_message:{key}"

"""Reading what was sealed of a request, and making an intake's draft of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gilmok.ground.crypto import Vault
from gilmok.ground.i18n import _
from gilmok.ground.sealing import opened
from gilmok.ground.web.words import moment
from gilmok.journey.intake.reading import Typed
from gilmok.journey.requests.models import OnlineRequest, RequestMessage
from gilmok.journey.requests.sending import message_owner, owner
from gilmok.journey.requests.words import TONGUES

# What the form asks and the intake does not.
FORMS_OWN = {"reach", "call_when", "danger"}


@dataclass(frozen=True)
class Message:
    """What was added: its key, when, the text, a phone number (empty without one), and whether somebody took note."""

    key: UUID
    at: datetime
    text: str
    phone: str
    is_read: bool


def typed_in(request: OnlineRequest, vault: Vault) -> Typed:
    """What was typed into a request; nothing where it is gone or cannot be read."""
    found: Typed = opened(owner(request.key), request.wrapped, request.fields, vault)
    return found


def message(row: RequestMessage, vault: Vault) -> Message:
    """A message that can be read; an empty one where it cannot any more."""
    said = opened(message_owner(row.key), row.wrapped, row.fields, vault)
    return Message(row.key, row.at, said.get("text", ""), said.get("phone", ""), row.read_at is not None)


def first(typed: Mapping[str, list[str]], name: str) -> str:
    """What was typed into a field."""
    return next(iter(typed.get(name, ())), "")


def as_intake(request: OnlineRequest, typed: Typed) -> Typed:
    """The same as an intake's form carries it; what the intake has no field for stands below what happened."""
    when, tongue = first(typed, "call_when"), TONGUES.get(request.language, request.language)
    below = [_("Sent online on %(when)s, on the page in: %(language)s", when=moment(request.sent_at), language=tongue)]
    below += [_("When to call: %(when)s", when=when)] if when else []
    kept = {name: values for name, values in typed.items() if name not in FORMS_OWN}
    urgency = {"urgency": ["danger"]} if request.urgency == "danger" else {}
    return {**kept, **urgency, "channel": ["online"], "narrative": ["\n".join([first(typed, "narrative"), "", *below])]}

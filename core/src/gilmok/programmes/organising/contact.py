"""Whom a centre calls about a founding: sealed, with two consents, for that somebody founds a union is sensitive."""

from dataclasses import dataclass
from uuid import UUID

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.consent import ConsentText
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.formats.names import mask_name
from gilmok.ground.formats.phones import mask_phone, say_phone
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.organising.models import Founding, FoundingContact

KEPT_MONTHS = 12
_REFUSAL = _(
    "You may refuse. Then nothing of you is kept, and you call the centre yourselves; you are helped all the same."
)
_KEPT = _("One year after the last stage that is noted, then erased; at once if you ask for it")
CONSENT = ConsentText(
    kind="founding_contact", version="2026-11", title=_("Keeping the name and phone number of whom we call"),
    purpose=_("Calling you about the founding, and reminding you of time limits"), items=_("Name, phone number"),
    kept=_KEPT, refusal=_REFUSAL,
)
SENSITIVE = ConsentText(
    kind="founding_sensitive", version="2026-11",
    title=_("Keeping that you prepare a union (sensitive data, Personal Information Protection Act, article 23)"),
    purpose=_("Supporting the founding of your union"),
    items=_("That you take part in founding a union; no list of members is kept"), kept=_KEPT, refusal=_REFUSAL,
)


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom to call: a name, and a phone number (its digits)."""

    name: str
    phone: str

    @property
    def masked(self) -> str:
        """In one line, as pages show it."""
        return f"{mask_name(self.name)} · {mask_phone(self.phone)}"

    @property
    def said(self) -> str:
        """In one line, in full."""
        return f"{self.name} · {say_phone(self.phone)}"


def owner(key: UUID) -> str:
    """The name under which the key of a founding's contact is wrapped."""
    return f"founding_contact:{key}"


def sealed(founding: Founding, contact: Contact, *, vault: Vault, by: Person) -> dict[str, object]:
    """The columns of a contact who agreed to both, under a new key."""
    key, wrapped = vault.make_key(owner(founding.key))
    return {
        "wrapped": wrapped, "name": key.seal("name", contact.name), "phone": key.seal("phone", contact.phone),
        "consent_version": CONSENT.version, "consent_hash": CONSENT.text_hash, "at": now(), "by_id": by.id,
        "sensitive_version": SENSITIVE.version, "sensitive_hash": SENSITIVE.text_hash,
    }


def opened(founding: Founding, row: FoundingContact | None, *, vault: Vault) -> Contact | None:
    """The contact of a founding; None where none is kept, or it can no longer be read."""
    if row is None or row.wrapped is None or row.name is None or row.phone is None:
        return None
    try:
        key = vault.open_key(owner(founding.key), row.wrapped)
        return Contact(name=key.open("name", row.name), phone=key.open("phone", row.phone))
    except NoLongerReadable:
        return None

"""Who registers: sealed with a key of their own, found by keyed digests, counted once."""

import secrets
from dataclasses import dataclass

from gilmok.ground.consent import ConsentText
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.formats.names import mask_email, mask_name, name_key
from gilmok.ground.formats.phones import mask_phone, say_phone
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.gatherings.people_models import Registrant, Registration

# How long a name is kept after the last session: certificates are asked for again, and a year's work is reported on,
# within a year. Then the purpose is fulfilled (Personal Information Protection Act, article 21).
KEPT_MONTHS = 12
CONSENT = ConsentText(
    kind="registration",
    version="2026-11",
    title=_("Keeping name and contact for this course or event"),
    purpose=_("Keeping your place, telling you of changes, attendance and certificate"),
    items=_("Name, phone; e-mail if you give one"),
    kept=_("One year after the last session, then erased"),
    refusal=_(
        "You may refuse. Without a name we cannot keep a place; please ask the centre whether you can come without one."
    ),
)


@dataclass(frozen=True, kw_only=True)
class Someone:
    """Who registers: a name, a phone number (its digits) and an e-mail address, as far as they were told."""

    name: str
    phone: str = ""
    email: str = ""

    @property
    def masked(self) -> "Someone":
        """The same as lists show it."""
        return Someone(
            name=mask_name(self.name), phone=mask_phone(self.phone) if self.phone else "",
            email=mask_email(self.email) if self.email else "",
        )

    @property
    def said(self) -> str:
        """In one line, in full."""
        return " · ".join(part for part in (self.name, self.phone and say_phone(self.phone), self.email) if part)


def owner(registration: Registration) -> str:
    """The name under which the key of a registration's person is wrapped."""
    return f"registration:{registration.key}"


def who(someone: Someone, *, vault: Vault) -> bytes:
    """The digest by which people are counted once: of the phone, else of name and e-mail; somebody with neither is a
    person of their own each time. It is of a column of its own, so that it equals none of a case's client."""
    told = someone.phone or (someone.email and f"{name_key(someone.name)} {someone.email}")
    return vault.index("registration.who", told) if told else secrets.token_bytes(16)


def seal(registration: Registration, someone: Someone, *, vault: Vault) -> Registrant:
    """The sealed row of the person of a registration."""
    key, wrapped = vault.make_key(owner(registration))
    return Registrant(
        registration_id=registration.id, gathering_id=registration.gathering_id, centre_id=registration.centre_id,
        wrapped=wrapped, name=key.seal("name", someone.name), name_index=vault.index("name", name_key(someone.name)),
        phone=key.seal("phone", someone.phone) if someone.phone else None,
        phone_index=vault.index("phone", someone.phone) if someone.phone else None,
        email=key.seal("email", someone.email) if someone.email else None,
    )


def opened(registration: Registration, row: Registrant | None, *, vault: Vault) -> Someone | None:
    """The person of a registration; None where nothing is kept of them any more, or it cannot be read."""
    if row is None:
        return None
    try:
        key = vault.open_key(owner(registration), row.wrapped)
        told = {name: getattr(row, name) for name in ("name", "phone", "email")}
        return Someone(**{name: key.open(name, sealed) for name, sealed in told.items() if sealed})
    except NoLongerReadable:
        return None

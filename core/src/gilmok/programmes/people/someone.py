"""Somebody with name and contact: sealed, found by keyed digests, counted once across everything that a centre does."""

import secrets
from dataclasses import dataclass
from typing import Any

from gilmok.ground.crypto import FieldKey, NoLongerReadable, Vault
from gilmok.ground.formats.names import mask_email, mask_name, name_key
from gilmok.ground.formats.phones import mask_phone, say_phone


@dataclass(frozen=True, kw_only=True)
class Someone:
    """Who comes: a name, a phone number (its digits) and an e-mail address, as far as they were told."""

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


def who(someone: Someone, *, vault: Vault) -> bytes:
    """The digest by which people are counted once: of the phone, else of name and e-mail; somebody with neither is a
    person of their own each time. It is of a column of its own, so that it equals none of a case's client."""
    told = someone.phone or (someone.email and f"{name_key(someone.name)} {someone.email}")
    return vault.index("registration.who", told) if told else secrets.token_bytes(16)


def sealed(someone: Someone, *, key: FieldKey, vault: Vault) -> dict[str, bytes | None]:
    """Name and contact as the columns of a sealed row, with what finds an equal name or phone."""
    return {
        "name": key.seal("name", someone.name), "name_index": vault.index("name", name_key(someone.name)),
        "phone": key.seal("phone", someone.phone) if someone.phone else None,
        "phone_index": vault.index("phone", someone.phone) if someone.phone else None,
        "email": key.seal("email", someone.email) if someone.email else None,
    }


def opened(owner: str, row: Any, *, vault: Vault) -> Someone | None:
    """The person of a sealed row; None where nothing is kept of them any more, or it cannot be read."""
    if row is None:
        return None
    try:
        key = vault.open_key(owner, row.wrapped)
        told = {name: getattr(row, name) for name in ("name", "phone", "email")}
        return Someone(**{name: key.open(name, text) for name, text in told.items() if text})
    except NoLongerReadable:
        return None

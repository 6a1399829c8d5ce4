"""The number and the secret that somebody gets for what they send without a login: made of the form itself, so that a
form sent twice gives the same ones, and nothing but digests has to be kept of them.

Both come, with the installation's key, from the random key of the form and from what was typed. Nobody else knows that
key; the same form with other words is another receipt. `what` tells kinds apart (`request`): a receipt of one finds
nothing of another.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gilmok.ground.crypto import Vault
from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.readable import as_spelt, spelt

NUMBER, SECRET = 8, 12
# Told apart from the random keys of what is begun at a desk.
VERSION = 5


@dataclass(frozen=True)
class Receipt:
    """What identifies what was sent: its key for us, its number for everybody, its secret for the person alone."""

    key: UUID
    number: str
    secret: str


def receipt_of(what: str, form_key: UUID, typed: Mapping[str, list[str]], *, vault: Vault) -> Receipt:
    """The receipt of this form with these words."""
    words = hashlib.sha256(json.dumps(sorted(typed.items()), ensure_ascii=False).encode()).hexdigest()
    form = f"{form_key}/{words}"
    key = UUID(bytes=vault.index(f"{what}/key", form), version=VERSION)
    number, secret = (
        letters(vault.index(f"{what}/{name}", form), many) for name, many in (("number", NUMBER), ("secret", SECRET))
    )
    return Receipt(key, number, secret)


def letters(digest: bytes, many: int) -> str:
    """So many letters of a digest, in groups of four: `7K3M-9PQD`."""
    found = spelt(digest, many)
    return "-".join(found[start:start + 4] for start in range(0, many, 4))


def bare(typed: str) -> str:
    """Number or secret as it was made, however it is typed."""
    return as_spelt(plain(typed))


def proof_of(what: str, number: str, secret: str, *, vault: Vault) -> bytes:
    """The digest that is kept of number and secret."""
    return vault.index(f"{what}/proof", f"{bare(number)}/{bare(secret)}")


def bring(session: Session, proof: bytes) -> None:
    """Let row security see, for this transaction, the one row whose proof this is."""
    session.execute(select(func.set_config("gilmok.proof", proof.hex(), True)))

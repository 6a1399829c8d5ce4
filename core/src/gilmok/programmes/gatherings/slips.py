"""The slip of a registration: a number and a secret, by which the person finds and cancels it without a login.

Both follow from the registration's key and the installation's; the secret is stored nowhere. A form that is sent twice
thus gives the same slip twice.
"""

import hmac
from uuid import UUID

from sqlalchemy import select

from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.formats.readable import as_spelt, spelt
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registration

NUMBER, SECRET = 8, 10


def number_of(key: UUID, *, vault: Vault) -> str:
    """The number of a registration's slip."""
    return spelt(vault.index("slip.number", str(key)), NUMBER)


def secret_of(key: UUID, *, vault: Vault) -> str:
    """The secret beside it."""
    return spelt(vault.index("slip.secret", str(key)), SECRET)


def found(
    session: ViewerSession, gathering: Gathering, number: str, secret: str, *, vault: Vault
) -> Registration | None:
    """The registration of this number and secret; a wrong number and a wrong secret are told apart by nothing."""
    query = select(Registration).where(Registration.number == as_spelt(number))
    row = session.scalar(query.where(Registration.gathering_id == gathering.id))
    right = secret_of(row.key if row else gathering.key, vault=vault)
    same = hmac.compare_digest(right.encode(), as_spelt(secret).encode())
    return row if same else None

"""Noting kinds of work and observed prices. None of it commits."""

import secrets
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert

from gilmok.modules.site import GilmokError, IllegalMove, Person, Vault, ViewerSession, change_version, log, today
from gilmok_platform_freelance.prices.models import PriceKind, PriceObservation
from gilmok_platform_freelance.prices.schemas import unit_price

KEPT = ("won", "quantity", "month", "experience", "region", "source", "evidence")


class CountedAlready(GilmokError):
    """This contract is counted already for this kind of work and month."""


def make_kind(session: ViewerSession, values: Mapping[str, Any], *, by: Person) -> PriceKind:
    """A new kind of work."""
    kind = PriceKind(**values, version=1, made_by_id=by.id)
    session.add(kind)
    session.flush()
    log(session, "price_kind_made", kind=kind.code)
    return kind


def change_kind(session: ViewerSession, kind: PriceKind, values: Mapping[str, Any], *, version: int) -> None:
    """Let a kind be called otherwise, or be observed no more; raises ChangedMeanwhile."""
    change_version(session, kind, version, **values)
    log(session, "price_kind_changed", kind=kind.code, version=kind.version)


def observe(
    session: ViewerSession, values: Mapping[str, Any], kind: PriceKind, *, by: Person, giver: bytes,
) -> UUID:
    """Keep an observed price of the person's centre, or of the city; raises CountedAlready."""
    row = {name: values[name] for name in KEPT} | {
        "id": uuid4(), "centre_id": by.centre_id, "kind_id": kind.id, "unit_price": unit_price(values), "giver": giver,
        "entered_by_id": by.id, "entered_on": today(),
    }
    # Two who note the same contract at once: the second adds nothing.
    adding = insert(PriceObservation).values(row).on_conflict_do_nothing().returning(PriceObservation.id)
    added = session.scalar(adding)
    if added is None:
        raise CountedAlready
    log(session, "price_observed", kind=kind.code)
    return added


def giver_of(vault: Vault, reference: str, *, by: Person) -> bytes:
    """By what one contract or sheet of a centre is told from another: a keyed digest of the centre's own reference, and
    chance where there is none."""
    if not reference:
        return secrets.token_bytes(16)
    return vault.index("platform_freelance.price_giver", f"{by.centre_id or 'city'}:{reference}")


def giver_of_case(vault: Vault, number: str) -> bytes:
    """The keyed digest of a case, the same at every centre that has it."""
    return vault.index("platform_freelance.price_giver", f"case:{number}")


def take_back(session: ViewerSession, found: PriceObservation, reason: str) -> None:
    """Let an observation count no more, for a reason; what was worked out with it before stays as it is. Raises
    IllegalMove where it was taken back before."""
    if found.withdrawn_on is not None:
        raise IllegalMove
    found.withdrawn_on, found.withdrawn_why = today(), reason
    session.flush()
    log(session, "price_taken_back", observation=str(found.id))

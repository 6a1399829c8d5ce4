"""What pages and services read of unit prices. Row security decides whose observations one sees."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Row, func, select

from gilmok.modules.site import NotFound, ViewerSession
from gilmok_platform_freelance.prices.models import PriceComparison, PriceKind, PriceObservation, PriceRelease
from gilmok_platform_freelance.prices.rules import Observed

MOST_SHOWN = 50
IN_ORDER = (PriceKind.field_ko, PriceKind.name_ko, PriceKind.unit_ko, PriceKind.id)


def kinds(session: ViewerSession, *, active: bool | None = None) -> Sequence[PriceKind]:
    """The kinds of work by field; with `active` only those that are observed, or only those that are not any more."""
    asked = select(PriceKind).order_by(*IN_ORDER)
    return session.scalars(asked if active is None else asked.where(PriceKind.active == active)).all()


def kind_of(session: ViewerSession, code: str) -> PriceKind:
    """The kind of this code; raises NotFound."""
    found = session.scalar(select(PriceKind).where(PriceKind.code == code))
    if found is None:
        raise NotFound
    return found


def newest_observations(session: ViewerSession) -> Sequence[Row[PriceObservation, PriceKind]]:
    """The observations that were noted last, with their kinds."""
    asked = select(PriceObservation, PriceKind).join(PriceKind, PriceKind.id == PriceObservation.kind_id)
    newest = asked.order_by(PriceObservation.entered_on.desc(), PriceObservation.id)
    return session.execute(newest.limit(MOST_SHOWN)).all()


def numbers(session: ViewerSession) -> dict[int, int]:
    """How many observations that count one sees, by kind."""
    counted = select(PriceObservation.kind_id, func.count()).where(PriceObservation.withdrawn_on.is_(None))
    return {kind: number for kind, number in session.execute(counted.group_by(PriceObservation.kind_id))}


def observation(session: ViewerSession, key: UUID) -> PriceObservation:
    """The observation of this key, if one may see it; raises NotFound."""
    found = session.get(PriceObservation, key)
    if found is None:
        raise NotFound
    return found


def observed(session: ViewerSession, first: date, last: date) -> list[Observed]:
    """What counts for a draft of these months: of kinds that are observed, and not taken back."""
    asked = select(
        PriceKind.code, PriceKind.field_ko, PriceKind.unit_ko, PriceObservation.experience,
        PriceObservation.unit_price, PriceObservation.giver, PriceObservation.source, PriceObservation.evidence,
    ).join(PriceKind, PriceKind.id == PriceObservation.kind_id).where(
        PriceKind.active, PriceObservation.withdrawn_on.is_(None), PriceObservation.month.between(first, last),
    )
    return [
        Observed(code, pool_of(field, unit), experience, price, giver, source, evidence)
        for code, field, unit, experience, price, giver, source, evidence in session.execute(asked)
    ]


def pool_of(field: str, unit: str) -> str:
    """Which kinds may be told together: those of one field that are paid by the same unit."""
    return f"{field}/{unit}"


def releases(session: ViewerSession) -> Sequence[PriceRelease]:
    """Drafts and versions that one may see, the newest first."""
    order = PriceRelease.number.desc().nulls_first(), PriceRelease.computed_on.desc(), PriceRelease.id
    return session.scalars(select(PriceRelease).order_by(*order)).all()


def release(session: ViewerSession, key: UUID) -> PriceRelease:
    """The draft or version of this key; raises NotFound."""
    found = session.get(PriceRelease, key)
    if found is None:
        raise NotFound
    return found


def versions(session: ViewerSession) -> Sequence[PriceRelease]:
    """Every version that was ever published, the newest first."""
    numbered = select(PriceRelease).where(PriceRelease.number.is_not(None))
    return session.scalars(numbered.order_by(PriceRelease.number.desc())).all()


def version(session: ViewerSession, number: int) -> PriceRelease:
    """The published version of this number; raises NotFound."""
    found = session.scalar(select(PriceRelease).where(PriceRelease.number == number))
    if found is None:
        raise NotFound
    return found


def in_force(session: ViewerSession) -> PriceRelease | None:
    """The version that counts today."""
    return session.scalar(select(PriceRelease).where(PriceRelease.state == "published"))


def comparisons(session: ViewerSession, case: int) -> Sequence[PriceComparison]:
    """What was compared in a case, the newest first."""
    asked = select(PriceComparison).where(PriceComparison.case_id == case)
    return session.scalars(asked.order_by(PriceComparison.compared_on.desc(), PriceComparison.id)).all()

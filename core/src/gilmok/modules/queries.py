"""What is switched on, read from the database at most once for each change of it."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gilmok.modules.activation import Activations
from gilmok.modules.models import ActivationRow, ActivationVersion, SuspensionRow
from gilmok.modules.registry import Registry
from gilmok.modules.things import Activation

# Keyed by a stamp that no two states share, in any database; a few, for processes that serve more than one (tests).
_kept: dict[tuple[UUID | None, tuple[tuple[str, tuple[str, ...]], ...]], Activations] = {}
KEPT = 8
_current = select(ActivationVersion.version, ActivationVersion.stamp)


def activations(session: Session, registry: Registry) -> Activations:
    """What is switched on now: one cheap query, and the rows only after a change.

    Version 0, a database in which nothing was ever switched, has what is shipped.
    """
    version, stamp = session.execute(_current).one_or_none() or (0, None)
    return activations_under(session, registry, version=version, stamp=stamp)


def activations_under(session: Session, registry: Registry, *, version: int, stamp: UUID | None) -> Activations:
    """What is switched on at this version, whose stamp this is; what is shipped where nothing was ever switched."""
    key = stamp, tuple(sorted(registry.scopes.items()))
    found = _kept.get(key)
    if found is None:
        # Another thread may empty the shelf at any moment: what was found is not looked up there again.
        if len(_kept) >= KEPT:
            _kept.clear()
        found = _kept[key] = activations_at(session, registry, version)
    return found


def activations_at(session: Session, registry: Registry, version: int) -> Activations:
    """What was switched on at that version: what a decision of that version is replayed with."""
    if version == 0:
        return Activations.shipped(registry.scopes)
    rows = session.scalars(select(ActivationRow).where(ActivationRow.version <= version).order_by(ActivationRow.id))
    stopped = suspensions(session, version=version)
    return Activations(
        tuple(as_value(row) for row in rows), registry.scopes, version,
        frozenset(name for name, row in stopped.items() if row.suspended),
    )


def suspensions(session: Session, *, version: int | None = None) -> Mapping[str, SuspensionRow]:
    """The newest row of each module that was ever suspended; as of a version, if one is given."""
    asked = select(SuspensionRow).order_by(SuspensionRow.id)
    if version is not None:
        asked = asked.where(SuspensionRow.version <= version)
    return {row.module: row for row in session.scalars(asked)}


def history(session: Session, module: str | None = None) -> list[ActivationRow]:
    """The rows of a module, or all, with who added them and why; the newest first."""
    asked = select(ActivationRow).order_by(ActivationRow.id.desc())
    return list(session.scalars(asked if module is None else asked.where(ActivationRow.module == module)))


def as_value(row: ActivationRow) -> Activation:
    """The row as the value that rules are judged by."""
    return Activation(
        module=row.module, region=row.region, centre=row.centre, starts_on=row.starts_on, ends_on=row.ends_on,
        scope=None if row.scope is None else tuple(row.scope),
    )



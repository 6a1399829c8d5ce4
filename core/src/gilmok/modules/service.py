"""Switching modules on and off: rows are added, never changed, and one counter tells every process."""

from collections.abc import Iterable
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import IdentifierFound
from gilmok.ground.formats.identifiers import refused
from gilmok.modules.activation import shipped_rows
from gilmok.modules.models import ActivationRow, ActivationVersion, SuspensionRow
from gilmok.modules.things import Activation

SHIPPED_NOTE = "shipped"


def apply(session: ViewerSession, rows: Iterable[Activation], *, by: int | None, note: str) -> int:
    """Add rows; from the commit on they hold in every process. Gives the new version.

    `by`: the person's id, None from the command line. Before the first change ever, what is shipped becomes rows too,
    so that the history is whole and a later release cannot rewrite it.
    """
    version = next_version(session)
    session.add_all(row_of(row, version, by=by, note=note) for row in rows)
    session.flush()
    log(session, "modules_switched", version=version)
    return version


def suspend(session: ViewerSession, module: str, *, by: int | None, note: str) -> int:
    """Stop a module everywhere at once, whatever is switched on; its data stays. Gives the new version."""
    return set_suspended(session, module, True, by=by, note=note)


def resume(session: ViewerSession, module: str, *, by: int | None, note: str) -> int:
    """Let a suspended module go on where it is switched on. Gives the new version."""
    return set_suspended(session, module, False, by=by, note=note)


def set_suspended(session: ViewerSession, module: str, suspended: bool, *, by: int | None, note: str) -> int:
    """Add the row that stops a module or lets it go on; gives the new version."""
    version = next_version(session)
    session.add(SuspensionRow(
        module=module, suspended=suspended, version=version, changed_by=by, changed_at=now(), note=kept(note),
    ))
    session.flush()
    log(session, "module_suspended" if suspended else "module_resumed", module=module, version=version)
    return version


def next_version(session: ViewerSession) -> int:
    """Count one change. Two changes at once wait for each other here, so versions follow the order of commits."""
    first = insert(ActivationVersion).values(id=1, version=1, stamp=uuid4()).on_conflict_do_nothing()
    if session.scalar(first.returning(ActivationVersion.version)):
        session.add_all(row_of(row, 1, by=None, note=SHIPPED_NOTE) for row in shipped_rows())
        session.flush()
    moved = update(ActivationVersion).values(version=ActivationVersion.version + 1, stamp=uuid4())
    session.execute(moved, execution_options={"synchronize_session": False})
    return session.scalars(select(ActivationVersion.version)).one()


def row_of(row: Activation, version: int, *, by: int | None, note: str) -> ActivationRow:
    """The value as a row of the database."""
    return ActivationRow(
        module=row.module, region=row.region, centre=row.centre, starts_on=row.starts_on, ends_on=row.ends_on,
        scope=None if row.scope is None else list(row.scope), version=version,
        changed_by=by, changed_at=now(), note=kept(note),
    )


def kept(note: str) -> str:
    """A note as it may be kept, for all to read; raises IdentifierFound for one that holds an identification number."""
    if refused(note):
        raise IdentifierFound
    return note

"""Bringing the packaged network into the database, without touching what an installation changed itself."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from gilmok.network.atlas import Atlas
from gilmok.network.models import SHIPPED, AgencyRow, NetworkVersion
from gilmok.network.rows import SHELVES, Columns, Shelf, columns_from, columns_of, key_of


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """How many rows were added, changed and removed, and how many of the file's were left because the installation
    has its own."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(
            added=self.added + other.added, changed=self.changed + other.changed,
            removed=self.removed + other.removed, kept=self.kept + other.kept,
        )

    @property
    def anything(self) -> bool:
        """Whether the network is another one than before."""
        return bool(self.added or self.changed or self.removed)


def load(session: Session, atlas: Atlas) -> Loaded:
    """Make the rows that come from the file what `atlas` says; a second time changes nothing.

    Rows of another origin stay as they are, and so does whatever they take over as a whole: the regions of a district,
    and who answers for it in one service. Centres and other entries that the file no longer has are kept, since cases
    name them. Needs a session that may write (a job's); two loads at once wait for each other.
    """
    version = locked_version(session)
    done = Loaded()
    for shelf in SHELVES:
        done += put(session, shelf, columns_of(shelf, atlas.network))
        session.flush()
    if done.anything:
        note_change(version)
        session.flush()
    return done


def note_change(version: NetworkVersion) -> None:
    """Tell every process that the network has changed."""
    version.version += 1
    version.stamp = uuid4()


def locked_version(session: Session) -> NetworkVersion:
    """The version's row, made if missing, held until the transaction ends."""
    session.execute(insert(NetworkVersion).values(id=1, version=0, stamp=uuid4()).on_conflict_do_nothing())
    return session.scalars(select(NetworkVersion).with_for_update()).one()


def put(session: Session, shelf: Shelf, entries: list[Columns]) -> Loaded:
    """Bring one table to what the file says."""
    part_of = part_reader(session, shelf)
    rows = list(session.scalars(select(shelf.row)))
    own = {part_of(columns_from(row)) for row in rows if row.origin != SHIPPED}
    there = by_key(shelf, [row for row in rows if part_of(columns_from(row)) not in own])
    theirs = [entry for entry in entries if part_of(entry) not in own]
    done = [put_row(session, shelf, there.pop(key_of(entry, shelf.key), None), entry) for entry in theirs]
    dropped = drop(session, shelf, there.values())
    return sum(done, start=Loaded(kept=len(entries) - len(theirs))) + dropped


def by_key(shelf: Shelf, rows: Iterable[Any]) -> dict[Hashable, Any]:
    """The rows by what tells them apart."""
    return {key_of(columns_from(row), shelf.key): row for row in rows}


def drop(session: Session, shelf: Shelf, rows: Iterable[Any]) -> Loaded:
    """Remove rows that came from the file and are no longer in it, where a table follows the file so far."""
    gone = list(rows) if shelf.whole else []
    for row in gone:
        session.delete(row)
    return Loaded(removed=len(gone))


def put_row(session: Session, shelf: Shelf, row: Any, entry: Columns) -> Loaded:
    """Add the row or bring it to what the file says."""
    if row is None:
        session.add(shelf.row(**entry, origin=SHIPPED))
        return Loaded(added=1)
    changed = {name: value for name, value in entry.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return Loaded(changed=1 if changed else 0)


def part_reader(session: Session, shelf: Shelf) -> Callable[[Mapping[str, Any]], Hashable]:
    """Says of a row's columns what the row is part of, and is taken over with; a jurisdiction is of its agency's
    service."""
    if "service" not in shelf.whole:
        return lambda columns: key_of(columns, shelf.whole or shelf.key)
    services = {code: service for code, service in session.execute(select(AgencyRow.code, AgencyRow.service))}
    return lambda columns: (services[columns["agency"]], columns["district"])

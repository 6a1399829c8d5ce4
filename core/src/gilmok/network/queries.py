"""Reading the network from the database."""

from threading import Lock
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gilmok.ground.errors import NotReady
from gilmok.network.atlas import Atlas
from gilmok.network.models import NetworkVersion
from gilmok.network.rows import SHELVES, Shelf, network_of

# A stamp is never used twice, so an atlas under it is never wrong; a few, since tests have several databases.
_atlases: dict[UUID, Atlas] = {}
_latest: list[Atlas] = []
_reading = Lock()
KEPT = 4
_stamp = select(NetworkVersion.stamp)


def atlas(session: Session) -> Atlas:
    """The network as the database has it now. Reads one small row, and the whole network only after a change.

    Raises NotReady where no network was loaded.
    """
    return atlas_under(session, session.scalar(_stamp))


def atlas_under(session: Session, stamp: UUID | None) -> Atlas:
    """The network of this stamp, which is the one that the database has now; raises NotReady where there is none."""
    if stamp is None:
        raise NotReady
    with _reading:
        found = _atlases.get(stamp) or keep(stamp, read(session))
        _latest[:] = [found]
    return found


def keep(stamp: UUID, found: Atlas) -> Atlas:
    """Keep an atlas under its stamp, instead of the oldest one where there are too many."""
    while len(_atlases) >= KEPT:
        _atlases.pop(next(iter(_atlases)))
    _atlases[stamp] = found
    return found


def last_read() -> Atlas | None:
    """The network as this process read it last, which costs no query; for names on pages that are about other things.

    After a change it is the older one until the network is read again, which every intake and decision does.
    """
    return next(iter(_latest), None)


def read(session: Session) -> Atlas:
    """The atlas of all rows."""
    return Atlas(network_of({
        shelf.name: session.scalars(select(shelf.row).order_by(*columns_in_order(shelf))).all() for shelf in SHELVES
    }))


def columns_in_order(shelf: Shelf) -> list[Any]:
    """The columns by which a table's rows are read."""
    return [getattr(shelf.row, name) for name in shelf.order or shelf.key]

"""Reading the network from the database."""

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
KEPT = 4


def atlas(session: Session) -> Atlas:
    """The network as the database has it now. Reads one small row, and the whole network only after a change.

    Raises NotReady where no network was loaded.
    """
    stamp = session.scalar(select(NetworkVersion.stamp))
    if stamp is None:
        raise NotReady
    if stamp not in _atlases:
        while len(_atlases) >= KEPT:
            _atlases.pop(next(iter(_atlases)))
        _atlases[stamp] = read(session)
    return _atlases[stamp]


def read(session: Session) -> Atlas:
    """The atlas of all rows."""
    return Atlas(network_of({
        shelf.name: session.scalars(select(shelf.row).order_by(*columns_in_order(shelf))).all() for shelf in SHELVES
    }))


def columns_in_order(shelf: Shelf) -> list[Any]:
    """The columns by which a table's rows are read."""
    return [getattr(shelf.row, name) for name in shelf.order or shelf.key]
